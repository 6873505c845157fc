/** The words for what the rules conclude: actions, tiers, verification, and the names of inputs. */
import { DOSE_TABLES } from '../../rules/dose-modification/index.ts';
import type { Action, Basis, Tier } from '../../rules/outcome.ts';
import type { Verification } from '../../rules/sources.ts';

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
  'assessment.scale': 'grading scale',
  'assessment.sensoryGrade': 'sensory grade',
  'assessment.motorGrade': 'motor grade',
  'assessment.pain': 'neuropathic pain: yes or no',
  'assessment.lossOfFunction': 'loss of function',
  'assessment.autonomic': 'autonomic neuropathy',
  'assessment.baselineGrade': 'grade before treatment',
  'assessment.phase': 'whether treatment is on hold',
  'assessment.redFlags': 'red-flag checklist',
  'order.product': 'product',
  'order.formulation': 'formulation',
  'order.licensedRoutes': 'licensed routes of the product',
  'order.status': 'status of the order',
  'order.dosePerBsa': 'dose per m²',
  'order.doseMg': 'dose in mg',
  'order.route': 'route',
  'order.days': 'days of the cycle',
  'order.cycleLengthDays': 'cycle length',
  'order.frequency': 'how often it is given',
  'order.regimen': 'regimen',
  'order.cycle': 'cycle number',
  'order.cycleDay': 'day of the cycle',
  'order.plannedAt': 'time of this dose',
  'order.previousDoseAt': 'time of the previous dose',
  'order.startingDosePerBsa': 'starting dose',
  'order.earlierReductions': 'number of earlier reductions',
  'order.retreatment': 'whether this is retreatment',
  'order.lastToleratedDosePerBsa': 'last tolerated dose',
  'patient.ageYears': 'age',
  'patient.sex': 'sex',
  'patient.heightCm': 'height',
  'patient.weightKg': 'weight',
  'patient.bsaM2': 'body surface area',
  'patient.creatinineMgDl': 'creatinine',
  'patient.crClMlMin': 'creatinine clearance',
  'patient.bilirubinMgDl': 'bilirubin',
  'patient.bilirubinUlnMgDl': 'upper limit of bilirubin',
  'patient.astUL': 'AST',
  'patient.astUlnUL': 'upper limit of AST',
  'patient.plateletsPerNl': 'platelets',
  'patient.b12PgMl': 'vitamin B12',
  'patient.hba1cPercent': 'HbA1c',
  'patient.tshMIuL': 'TSH',
  'patient.pregnant': 'pregnancy',
  'patient.breastFeeding': 'breast-feeding',
  'patient.medications': 'medication list',
  'patient.problems': 'problem list',
  'patient.allergies': 'allergy list',
  'setting.role': 'role',
  'setting.labelRegion': 'label region',
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
