/** One symptom drug for one patient: dose by renal function and label region, what speaks against it here, its guidelines. */
import { type CaseFacts, crClOf } from '../case-facts.ts';
import {
  type Basis,
  type Branch,
  cardWith,
  cite,
  type Indicator,
  notApplicable,
  notEvaluated,
  type Option,
  type Outcome,
} from '../outcome.ts';
import { firstUpper, quantity } from '../quantity-text.ts';
import { calculatedClearance } from '../renal-function.ts';
import { type Against, aboveCeiling, againstIt } from './against-drug.ts';
import { bandAt, bandName, doseWords, increaseWords, maximumAt } from './daily-dose.ts';
import { listedDrug } from './listed-drug.ts';
import { DEFAULT_REGION, regionBasis } from './region.ts';
import type { LabelDosing, SymptomDrug } from './symptom-drug.ts';

export { bandAt, maximumAt };

/** The guidelines' places as options; a dose above what this renal function or age allows says so beside it. */
function placeOptions(drug: SymptomDrug, maximum?: number): Option[] {
  return drug.places.map(({ tier, source, verification, text, upTo }) => ({
    tier,
    source,
    verification,
    action: text.startsWith('no recommendation') || text.startsWith('against') ? 'not-checked' : 'consider',
    label:
      upTo !== undefined && maximum !== undefined && upTo > maximum
        ? `${text}; here at most ${quantity(Math.floor(maximum), 'mg')} daily`
        : text,
  }));
}

function indicatorOf(avoid: boolean, against: readonly Against[]): Indicator {
  return avoid ? 'critical' : against.length > 0 ? 'warning' : 'info';
}

function topicalCard(drug: SymptomDrug, facts: CaseFacts, rule: string): Outcome {
  const against = againstIt(drug, undefined, facts);
  const reason = against.find(({ avoid }) => avoid)?.text;
  const name = firstUpper(drug.name);
  return cardWith({
    rule,
    row: 'topical',
    indicator: indicatorOf(reason !== undefined, against),
    summary:
      reason === undefined ? `${name}, topical: low evidence, low risk` : `${name}, topical, better avoided: ${reason}`,
    notes: [`Use: ${drug.use}.`, ...against.map(({ text }) => `Here: ${text}.`), ...drug.notes],
    options:
      reason === undefined
        ? placeOptions(drug)
        : placeOptions(drug)
            .slice(0, 1)
            .map((option): Option => ({ ...option, action: 'avoid', label: reason })),
    basis: [{ input: 'assessment.pain', value: 'yes' }, ...against.map(({ basis }) => basis)],
    sources: drug.places.map(({ source, verification }) => cite(source, undefined, verification)),
  });
}

/** A clearance that was read, when age, weight, sex and creatinine give one in another band: which one holds is open. */
function clearanceDisagreement(label: LabelDosing, { crCl, patient }: CaseFacts): string | undefined {
  if (!('mlMin' in crCl) || crCl.from !== 'read') return undefined;
  const calculated = calculatedClearance(patient);
  if (calculated === undefined) return undefined;
  const band = bandAt(label.bands, calculated);
  if (band === bandAt(label.bands, crCl.mlMin)) return undefined;
  return `Cockcroft-Gault gives ${quantity(calculated, 'mL/min', 0)}, another band: ${doseWords(label, band, calculated, patient.ageYears)}. Which clearance holds is to be settled first.`;
}

/** Something on the lists rules the drug out whatever the renal function: that is said without waiting for it. */
function ruledOut(drug: SymptomDrug, label: LabelDosing, against: readonly Against[], facts: CaseFacts): Outcome {
  const rule = `symptom-treatment/${drug.name}`;
  const reasons = against.filter(({ avoid }) => avoid);
  const summary = `${firstUpper(drug.name)} better avoided: ${reasons[0]?.text ?? ''}`;
  return cardWith({
    rule,
    row: 'ruled-out',
    indicator: 'critical',
    summary: summary.length < 140 ? summary : `${firstUpper(drug.name)} better avoided: see detail`,
    notes: against.map(({ text }) => `Here: ${text}.`),
    options: [
      {
        tier: 'label',
        source: label.source,
        verification: label.verification,
        action: 'avoid',
        label: reasons.map(({ text }) => text).join('; '),
      },
    ],
    basis: [regionBasis(facts), ...against.map(({ basis }) => basis)],
    sources: [cite(label.source, label.section, label.verification)],
  });
}

function openRenalFunction(label: LabelDosing, against: readonly Against[], facts: CaseFacts, rule: string): Outcome {
  const here = against.map(({ text }) => ` Here: ${text}.`).join('');
  const reason = `The dose depends on creatinine clearance.${here}`;
  const outcome = notEvaluated(rule, facts.crCl as readonly string[], reason);
  outcome.sources = [cite(label.source, label.section, label.verification)];
  outcome.branches = label.bands.map((band): Branch => {
    const words = doseWords(label, band, band.inProportionTo ?? Math.max(band.from, 0), facts.patient.ageYears);
    return {
      when: bandName(label.bands, band),
      row: bandName(label.bands, band),
      summary: words,
      options: [
        {
          tier: 'label',
          source: label.source,
          verification: label.verification,
          action: band.avoid === undefined ? 'consider' : 'avoid',
          label: words,
        },
      ],
    };
  });
  return outcome;
}

/** The card of one drug, the open inputs, or why it does not apply. Symptom drugs are for pain only. */
export function evaluateDrug(drug: SymptomDrug, facts: CaseFacts): Outcome {
  const rule = `symptom-treatment/${drug.name}`;
  const { pain } = facts.assessment;
  const listed = pain === true ? undefined : listedDrug(drug, facts, rule);
  if (listed !== undefined) return listed;
  if (pain === undefined) return notEvaluated(rule, ['assessment.pain']);
  if (!pain) return notApplicable(rule, 'No neuropathic pain: these drugs treat pain, not numbness.');
  if (drug.labels === undefined) return topicalCard(drug, facts, rule);
  const region = facts.setting.labelRegion ?? DEFAULT_REGION;
  const label = drug.labels[region];
  const otherRegion = region === 'US' ? 'EU' : 'US';
  const other = drug.labels[otherRegion];
  const crCl = crClOf(facts) ?? (label.bands.length === 1 ? 0 : undefined);
  const against = againstIt(drug, label, facts);
  if (crCl === undefined) {
    return against.some((reason) => reason.avoid)
      ? ruledOut(drug, label, against, facts)
      : openRenalFunction(label, against, facts, rule);
  }

  const band = bandAt(label.bands, crCl);
  const { ageYears } = facts.patient;
  const words = doseWords(label, band, crCl, ageYears);
  const maximum = maximumAt(label, crCl, ageYears);
  const tooMuch = band.avoid === undefined ? aboveCeiling(drug, maximum, facts) : undefined;
  if (tooMuch !== undefined) against.push(tooMuch);
  const avoid = band.avoid !== undefined || against.some((reason) => reason.avoid);
  const already = (facts.medications ?? []).find((known) => known.drug.name === drug.name);
  const name = firstUpper(drug.name);
  const firstAvoid = band.avoid ?? against.find((reason) => reason.avoid)?.text ?? '';
  const full = avoid ? `${name} better avoided: ${firstAvoid}` : `${name}: ${words} (${region} label)`;
  const notes = [
    `${region} label: ${words}.${increaseWords(label, band)}`,
    ...label.notes,
    ...against.map(({ text }) => `Here: ${text}.`),
    ...drug.notes,
  ];
  if (
    drug.articleMaximum !== undefined &&
    maximum !== undefined &&
    drug.articleMaximum > maximum &&
    band.avoid === undefined
  ) {
    notes.push(`The reference article’s ${quantity(drug.articleMaximum, 'mg')} daily is above this ceiling.`);
  }
  const otherWords = doseWords(other, bandAt(other.bands, crCl), crCl, ageYears);
  if (otherWords !== words) notes.push(`${otherRegion} label: ${otherWords}.`);
  if (avoid) notes.push(`Named elsewhere, not for this patient: ${drug.places.map(({ text }) => text).join('; ')}.`);
  const disagreement = clearanceDisagreement(label, facts);
  if (disagreement !== undefined) notes.push(disagreement);
  if (facts.medications === undefined) notes.push('No medication list was read: interactions were not checked.');
  if (already !== undefined) notes.push(`Already on the medication list: ${already.text}.`);
  const crClBasis: Basis[] =
    'mlMin' in facts.crCl
      ? [
          {
            input: 'patient.crClMlMin',
            value:
              quantity(facts.crCl.mlMin, 'mL/min', 0) +
              (facts.crCl.from === 'read' ? ', as read' : ', Cockcroft-Gault'),
          },
        ]
      : [];
  return cardWith({
    rule,
    row: bandName(label.bands, band),
    indicator: disagreement === undefined || avoid ? indicatorOf(avoid, against) : 'warning',
    summary: full.length < 140 ? full : `${name}${avoid ? ' better avoided' : ''}: see detail`,
    notes,
    options: [
      {
        tier: 'label',
        source: label.source,
        verification: label.verification,
        action: avoid ? 'avoid' : 'consider',
        label: avoid ? firstAvoid : words,
      },
      ...(avoid ? [] : placeOptions(drug, maximum)),
    ],
    basis: [
      { input: 'assessment.pain', value: 'yes' },
      regionBasis(facts),
      ...crClBasis,
      ...against.map(({ basis }) => basis),
    ],
    sources: [
      cite(label.source, label.section, label.verification),
      cite(other.source, other.section, other.verification),
      ...drug.places.map(({ source, verification }) => cite(source, undefined, verification)),
    ],
  });
}
