/** The inputs that a dose card rests on, as they were used: the reader has to be able to see every one of them. */
import type { CaseFacts } from '../case-facts.ts';
import type { MgBasis } from '../dose-calculation.ts';
import { DEFAULT_SCALE } from '../grading.ts';
import type { Basis } from '../outcome.ts';
import { frequencyText, mgText, numberText, perBsaText, quantity, routeText } from '../quantity-text.ts';
import type { DoseTableInputs } from './dose-table.ts';

const NOT_READ = 'not read';

const BSA_ORIGIN: Readonly<Record<MgBasis, string>> = {
  'bsa-read': 'as read',
  'ordered-mg': 'from the ordered mg and mg/m²',
  'bsa-mosteller': 'calculated from height and weight (Mosteller)',
};

/** The scale of the grade; one that nobody stated is called the default. */
export const scaleBasis = ({ assessment }: CaseFacts): Basis => ({
  input: 'assessment.scale',
  value: assessment.scale ?? `${DEFAULT_SCALE} (default, not stated)`,
});

function orderBasis({ order, ordered }: CaseFacts): Basis[] {
  const dose =
    ordered.perBsa === undefined
      ? NOT_READ
      : perBsaText(ordered.perBsa) + (ordered.perBsaCalculated ? ', calculated from mg and body surface area' : '');
  const basis: Basis[] = [{ input: 'order.dosePerBsa', value: dose }];
  if (ordered.mg !== undefined) basis.push({ input: 'order.doseMg', value: mgText(ordered.mg) });
  if (ordered.bsaM2 !== undefined && ordered.mgBasis !== undefined) {
    basis.push({ input: 'patient.bsaM2', value: `${quantity(ordered.bsaM2, 'm²')}, ${BSA_ORIGIN[ordered.mgBasis]}` });
  }
  const fromDays =
    order.frequency === undefined && ordered.frequency !== undefined ? ', from the days of the cycle' : '';
  basis.push({
    input: 'order.frequency',
    value: ordered.frequency === undefined ? NOT_READ : frequencyText(ordered.frequency) + fromDays,
  });
  basis.push({ input: 'order.route', value: order.route === undefined ? NOT_READ : routeText(order.route) });
  return basis;
}

/** Grade, pain, autonomic, phase and scale of the assessment, dose and schedule of the order, and bilirubin where it counts. */
export function basisOf(inputs: DoseTableInputs, facts: CaseFacts): Basis[] {
  const { sensoryGrade, motorGrade, pain, autonomic, phase } = facts.assessment;
  const basis: Basis[] = [];
  if (sensoryGrade !== undefined) basis.push({ input: 'assessment.sensoryGrade', value: `grade ${sensoryGrade}` });
  if (motorGrade !== undefined) basis.push({ input: 'assessment.motorGrade', value: `grade ${motorGrade}` });
  basis.push({ input: 'assessment.pain', value: pain === undefined ? 'not asked' : pain ? 'yes' : 'no' });
  basis.push({ input: 'assessment.autonomic', value: autonomic ?? 'not asked' });
  basis.push({
    input: 'assessment.phase',
    value: inputs.phase + (phase === undefined ? ' (assumed, not stated)' : ''),
  });
  basis.push(scaleBasis(facts));
  basis.push(...orderBasis(facts));
  if (facts.cap !== undefined && facts.bilirubinTimesUln !== undefined) {
    const times = numberText(facts.bilirubinTimesUln);
    basis.push({ input: 'patient.bilirubinMgDl', value: `${times} times the upper limit of normal` });
  }
  return basis;
}
