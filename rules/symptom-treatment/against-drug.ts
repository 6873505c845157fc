/** What speaks against a symptom drug in this patient: lists, age, pregnancy, liver, and more of it than the ceiling allows. */
import { allergyTo } from '../allergies.ts';
import { type CaseFacts, HEPATIC_THRESHOLD } from '../case-facts.ts';
import { interactionsOfCandidate } from '../interactions.ts';
import type { Basis } from '../outcome.ts';
import { numberText, quantity } from '../quantity-text.ts';
import { statedDailyMg } from '../stated-dose.ts';
import type { LabelDosing, SymptomDrug } from './symptom-drug.ts';

/** A reason, whether it rules the drug out, and the input that it comes from. */
export interface Against {
  readonly avoid: boolean;
  readonly text: string;
  readonly basis: Basis;
}

/** What on the medication and problem lists, or in age and pregnancy, speaks against the drug. */
export function againstIt(drug: SymptomDrug, label: LabelDosing | undefined, facts: CaseFacts): Against[] {
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

/** What the list says is taken in a day, against the ceiling for this patient. */
export function aboveCeiling(drug: SymptomDrug, maximum: number | undefined, facts: CaseFacts): Against | undefined {
  const entries = facts.medicationEntries.filter(({ drug: { name } }) => name === drug.name);
  const daily = entries.reduce((sum, { text }) => sum + (statedDailyMg(text) ?? 0), 0);
  if (maximum === undefined || daily <= maximum) return undefined;
  return {
    avoid: false,
    text: `the listed ${quantity(daily, 'mg')} daily are above the ceiling of ${quantity(Math.floor(maximum), 'mg')} daily`,
    basis: { input: 'patient.medications', value: entries.map(({ text }) => text).join('; ') },
  };
}
