import { describe, expect, it } from 'vitest';
import { combinationsOf, compile, type DecisionTable } from '../../rules/decision-table.ts';

type Inputs = { grade: number; pain: boolean; phase: string };

const table: DecisionTable<string> = {
  id: 'three-inputs',
  inputs: { grade: [0, 1, 2], pain: [false, true], phase: ['on', 'held'] },
  rows: [
    { id: 'held', when: [{ phase: ['held'] }], output: 'a' },
    { id: 'none', when: [{ grade: [0], phase: ['on'] }], output: 'b' },
    { id: 'mild', when: [{ grade: [1], pain: [false], phase: ['on'] }], output: 'c' },
    {
      id: 'worse',
      when: [
        { grade: [1], pain: [true], phase: ['on'] },
        { grade: [2], phase: ['on'] },
      ],
      output: 'd',
    },
  ],
};
const lookUp = compile<Inputs, string>(table);

describe('a compiled table', () => {
  it('finds the one row of every combination', () => {
    for (const combination of combinationsOf(table.inputs) as unknown as Inputs[]) {
      const { grade, pain, phase } = combination;
      const expected = phase === 'held' ? 'held' : grade === 0 ? 'none' : grade === 1 && !pain ? 'mild' : 'worse';
      expect(lookUp(combination).id, JSON.stringify(combination)).toBe(expected);
    }
  });
  it('does not mind the order in which the inputs are given, nor further ones', () => {
    const inputs = { more: 1, phase: 'on', pain: false, grade: 1 };
    expect(lookUp(inputs).output).toBe('c');
  });
  it.each([
    ['an unknown value', { grade: 3, pain: false, phase: 'on' }],
    ['a value of another type', { grade: '1', pain: false, phase: 'on' }],
    ['a missing input', { grade: 1, phase: 'on' }],
  ])('refuses %s and names the table', (_, inputs) => {
    expect(() => lookUp(inputs as Inputs)).toThrow('decision table three-inputs: no such combination');
  });
  it('is refused when a combination has no row, with the table and the defect in the message', () => {
    expect(() => compile({ ...table, rows: table.rows.slice(1) })).toThrow(/^decision table three-inputs: .*"gap"/u);
  });
});
