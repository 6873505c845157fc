/** One symptom drug for one patient: dose by renal function and label region, what speaks against it here, its guidelines. */
import { allergyTo } from '../allergies.ts';
import { type CaseFacts, crClOf, HEPATIC_THRESHOLD } from '../case-facts.ts';
import { interactionsOfCandidate } from '../interactions.ts';
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
import { numberText, quantity } from '../quantity-text.ts';
import { creatinineClearance } from '../renal-function.ts';
import { statedDailyMg } from '../stated-dose.ts';
import { bandAt, bandName, doseWords, increaseWords, maximumAt } from './daily-dose.ts';
import type { LabelDosing, SymptomDrug } from './symptom-drug.ts';

export { bandAt, maximumAt };

const DEFAULT_REGION = 'US';

interface Against {
  readonly avoid: boolean;
  readonly text: string;
  readonly basis: Basis;
}

/** What on the medication and problem lists, or in age and pregnancy, speaks against the drug. */
function againstIt(drug: SymptomDrug, label: LabelDosing | undefined, facts: CaseFacts): Against[] {
  const against: Against[] = [];
  for (const { interaction, pairs } of interactionsOfCandidate(drug.name, facts.medications ?? [])) {
    for (const { one, other } of pairs) {
      const partner = other === undefined ? undefined : one.drug.name === drug.name ? other : one;
      against.push({
        avoid: interaction.indicator === 'critical',
        text: `with ${partner?.drug.name ?? 'bortezomib'}: ${interaction.effect}`,
        basis: { input: 'patient.medications', value: partner?.text ?? 'bortezomib' },
      });
    }
  }
  const allergy = allergyTo(drug.name, facts);
  if (allergy !== undefined) {
    against.push({ avoid: true, text: 'on the allergy list', basis: { input: 'patient.allergies', value: allergy } });
  }
  for (const { condition, avoid, text } of drug.cautions) {
    const found = facts.conditions?.find((known) => known.condition === condition);
    if (found !== undefined) against.push({ avoid, text, basis: { input: 'patient.problems', value: found.text } });
  }
  const { ageYears, pregnant, breastFeeding, plateletsPerNl } = facts.patient;
  const older = label?.olderThan;
  if (
    older !== undefined &&
    ageYears !== undefined &&
    (ageYears > older.years || (older.years === 65 && ageYears >= 65))
  ) {
    against.push({ avoid: false, text: older.text, basis: { input: 'patient.ageYears', value: `${ageYears} years` } });
  }
  if (pregnant === true || breastFeeding === true) {
    const input = pregnant === true ? 'patient.pregnant' : 'patient.breastFeeding';
    const text = drug.pregnancy.startsWith('not ') ? `pregnancy and breast-feeding: ${drug.pregnancy}` : drug.pregnancy;
    against.push({ avoid: false, text, basis: { input, value: 'yes' } });
  }
  const isSnri = drug.name === 'duloxetine' || drug.name === 'venlafaxine';
  if (isSnri && plateletsPerNl !== undefined && plateletsPerNl < 50) {
    against.push({
      avoid: false,
      text: 'more bleeding with platelets below 50 per nL',
      basis: { input: 'patient.plateletsPerNl', value: `${numberText(plateletsPerNl)} per nL` },
    });
  }
  if (drug.name === 'amitriptyline' && (facts.assessment.autonomic ?? 'none') !== 'none') {
    against.push({
      avoid: facts.assessment.autonomic === 'severe',
      text: 'adds to autonomic neuropathy: ileus, retention, orthostatic hypotension',
      basis: { input: 'assessment.autonomic', value: String(facts.assessment.autonomic) },
    });
  }
  if (
    drug.name === 'duloxetine' &&
    facts.bilirubinTimesUln !== undefined &&
    facts.bilirubinTimesUln > HEPATIC_THRESHOLD
  ) {
    against.push({
      avoid: true,
      text: 'contraindicated (EU) or avoided (US) with hepatic impairment',
      basis: {
        input: 'patient.bilirubinMgDl',
        value: `${numberText(facts.bilirubinTimesUln)} times the upper limit`,
      },
    });
  }
  return against;
}

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

const firstUpper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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

/** Which label the doses come from; a region that nobody chose is called assumed. */
const regionBasis = ({ setting }: CaseFacts): Basis => ({
  input: 'setting.labelRegion',
  value: setting.labelRegion ?? `${DEFAULT_REGION} (assumed, not stated)`,
});

/** A clearance that was read, when age, weight, sex and creatinine give one in another band: which one holds is open. */
function clearanceDisagreement(label: LabelDosing, { crCl, patient }: CaseFacts): string | undefined {
  if (!('mlMin' in crCl) || crCl.from !== 'read') return undefined;
  const calculated = creatinineClearance({ ...patient, crClMlMin: undefined });
  if (!('mlMin' in calculated)) return undefined;
  const band = bandAt(label.bands, calculated.mlMin);
  if (band === bandAt(label.bands, crCl.mlMin)) return undefined;
  return `Cockcroft-Gault gives ${quantity(calculated.mlMin, 'mL/min', 0)}, another band: ${doseWords(label, band, calculated.mlMin, patient.ageYears)}. Which clearance holds is to be settled first.`;
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

/** What the list says is taken in a day, against the ceiling for this patient. */
function aboveCeiling(drug: SymptomDrug, maximum: number | undefined, facts: CaseFacts): Against | undefined {
  const entries = facts.medicationEntries.filter(({ drug: { name } }) => name === drug.name);
  const daily = entries.reduce((sum, { text }) => sum + (statedDailyMg(text) ?? 0), 0);
  if (maximum === undefined || daily <= maximum) return undefined;
  return {
    avoid: false,
    text: `the listed ${quantity(daily, 'mg')} daily are above the ceiling of ${quantity(Math.floor(maximum), 'mg')} daily`,
    basis: { input: 'patient.medications', value: entries.map(({ text }) => text).join('; ') },
  };
}

/** A drug that is taken already, where nobody asks for it to be started: only what speaks against taking it. */
function listedDrug(drug: SymptomDrug, facts: CaseFacts, rule: string): Outcome | undefined {
  const listed = facts.medications?.find((known) => known.drug.name === drug.name);
  if (listed === undefined || drug.labels === undefined) return undefined;
  const label = drug.labels[facts.setting.labelRegion ?? DEFAULT_REGION];
  const crCl = crClOf(facts);
  const band = crCl === undefined ? undefined : bandAt(label.bands, crCl);
  const against = againstIt(drug, label, facts).filter(
    ({ avoid, basis }) => avoid && basis.input !== 'patient.medications',
  );
  const tooMuch =
    crCl === undefined || band?.avoid !== undefined
      ? undefined
      : aboveCeiling(drug, maximumAt(label, crCl, facts.patient.ageYears), facts);
  const reasons = [
    ...(band?.avoid === undefined ? [] : [band.avoid]),
    ...against.map(({ text }) => text),
    ...(tooMuch === undefined ? [] : [tooMuch.text]),
  ];
  const [first] = reasons;
  if (first === undefined) return undefined;
  const avoid = band?.avoid !== undefined || against.length > 0;
  const full = `${firstUpper(drug.name)} is on the medication list: ${first}`;
  return cardWith({
    rule,
    row: 'on-the-list',
    indicator: avoid ? 'critical' : 'warning',
    summary: full.length < 140 ? full : `${firstUpper(drug.name)} is on the medication list: see detail`,
    notes: [...reasons.map((text) => `Here: ${text}.`), ...drug.notes],
    basis: [
      { input: 'patient.medications', value: listed.text },
      regionBasis(facts),
      ...(crCl === undefined ? [] : [{ input: 'patient.crClMlMin', value: quantity(crCl, 'mL/min', 0) }]),
      ...against.map(({ basis }) => basis),
    ],
    sources: [cite(label.source, label.section, label.verification)],
  });
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
