/** The words for what the rules conclude: actions, tiers, verification, and the names of inputs. */
import { DOSE_TABLES } from '../rules/dose-modification/index.ts';
import type { Action, Basis, Tier } from '../rules/outcome.ts';
import type { Verification } from '../rules/sources.ts';

export const ACTION_WORDS: Record<Action, string> = {
  'no-change': 'No change in this source',
  'reduce-dose': 'Dose reduction',
  'change-schedule': 'Schedule change',
  withhold: 'Withhold, then restart lower',
  restart: 'Restart after recovery',
  discontinue: 'Discontinue',
  'already-met': 'Already met by this order',
  'not-checked': 'Not checked',
  consider: 'Option',
  avoid: 'Better avoided',
};

export const TIER_WORDS: Record<Tier, string> = {
  label: 'Label',
  guideline: 'Guideline',
  trial: 'Trial',
  article: 'Reference article',
};

export const VERIFICATION_WORDS: Record<Verification, string> = {
  primary: 'read in the original',
  secondary: 'read in a copy',
  unverified: 'not checked',
};

/** Short name of a source of doses, e.g. 'US label'; other sources keep their id. */
export function sourceName(id: string): string {
  return DOSE_TABLES.find(({ source }) => source === id)?.name ?? id;
}

const INPUT_WORDS: Record<string, string> = {
  'assessment.pain': 'neuropathic pain: yes or no',
  'assessment.sensoryGrade': 'neuropathy grade',
  'assessment.motorGrade': 'motor grade',
  'assessment.autonomic': 'autonomic neuropathy',
  'assessment.phase': 'whether treatment is on hold',
  'assessment.redFlags': 'red-flag checklist',
  'assessment.baselineGrade': 'grade before treatment',
  'order.dosePerBsa': 'dose per m²',
  'order.doseMg': 'dose in mg',
  'order.route': 'route',
  'order.frequency': 'how often it is given',
  'order.cycle': 'cycle number',
  'patient.bsaM2': 'body surface area',
  'patient.crClMlMin': 'creatinine clearance',
  'patient.creatinineMgDl': 'creatinine',
  'patient.bilirubinMgDl': 'bilirubin',
  'patient.bilirubinUlnMgDl': 'upper limit of bilirubin',
  'patient.plateletsPerNl': 'platelets',
  'patient.b12PgMl': 'vitamin B12',
  'patient.hba1cPercent': 'HbA1c',
  'patient.ageYears': 'age',
  'patient.weightKg': 'weight',
  'patient.heightCm': 'height',
  'patient.sex': 'sex',
  'patient.medications': 'medication list',
  'patient.problems': 'problem list',
};

/** Short names for the line that says what a card rests on; values that speak for themselves have none. */
const BASIS_NAMES: Record<string, string> = {
  'assessment.pain': 'pain',
  'assessment.autonomic': 'autonomic neuropathy',
  'assessment.motorGrade': 'motor',
  'assessment.baselineGrade': 'before treatment',
  'patient.bsaM2': 'body surface area',
  'order.doseMg': 'dose',
};

/** One input of a card's basis: 'pain: yes', 'grade 2', '1.3 mg/m²'. */
export function basisInWords({ input, value }: Basis): string {
  const name = BASIS_NAMES[input];
  return name ? `${name}: ${value}` : value;
}

/** The name of an input in words; an unknown one keeps its technical name rather than losing it. */
export function inputInWords(input: string): string {
  return INPUT_WORDS[input] ?? input;
}
