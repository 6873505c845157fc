import { expect, test } from 'vitest';
import { inputInWords } from '../../components/advice/action-words.ts';
import { Assessment, Order, Patient, Setting } from '../../rules/clinical-context.ts';

test('every input of the rules has a name in words', () => {
  const groups = { order: Order, assessment: Assessment, patient: Patient, setting: Setting };
  const inputs = Object.entries(groups).flatMap(([group, schema]) =>
    Object.keys(schema.shape).map((name) => `${group}.${name}`),
  );
  expect(inputs.length).toBeGreaterThan(40);
  const nameless = inputs.filter((input) => input !== 'order.drug' && inputInWords(input) === input);
  expect(nameless).toEqual([]);
});
