import { Fragment } from 'react';
import { goToInput } from '../go-to.ts';
import { inputInWords } from './action-words.ts';

/** The inputs that are asked for, or can be entered, in the panel itself; the others come from the page alone. */
const ASKED_HERE: readonly string[] = [
  'assessment.scale',
  'assessment.sensoryGrade',
  'assessment.motorGrade',
  'assessment.pain',
  'assessment.autonomic',
  'assessment.phase',
  'assessment.redFlags',
  'order.dosePerBsa',
  'order.doseMg',
  'order.route',
  'order.frequency',
  'patient.bsaM2',
  'patient.ageYears',
  'patient.weightKg',
  'patient.heightCm',
  'patient.crClMlMin',
];

/** Missing inputs by name. One that can be answered in the panel is a button that leads to its question. */
export function InputLinks({ inputs }: { inputs: readonly string[] }) {
  return inputs.map((input, index) => (
    <Fragment key={input}>
      {index > 0 && ', '}
      {ASKED_HERE.includes(input) ? (
        <button type="button" className="link" onClick={() => goToInput(input)}>
          {inputInWords(input)}
        </button>
      ) : (
        inputInWords(input)
      )}
    </Fragment>
  ));
}
