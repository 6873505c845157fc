import { describe, expect, it } from 'vitest';
import { compile, type DecisionTable, defectsOf } from '../../rules/decision-table.ts';
import { DOSE_TABLES } from '../../rules/dose-modification/index.ts';

const sound: DecisionTable<string> = {
  id: 'sound',
  inputs: { grade: [0, 1, 2], pain: [false, true] },
  rows: [
    { id: 'none', when: [{ grade: [0] }], output: 'a' },
    { id: 'mild', when: [{ grade: [1], pain: [false] }], output: 'b' },
    { id: 'worse', when: [{ grade: [1], pain: [true] }, { grade: [2] }], output: 'c' },
  ],
};
const planted = (rows: DecisionTable<string>['rows']) => defectsOf({ ...sound, rows });

describe('defectsOf', () => {
  it('finds nothing in a sound table', () => {
    expect(defectsOf(sound)).toEqual([]);
  });
  it('finds a gap', () => {
    expect(planted(sound.rows.slice(1))).toEqual([
      { kind: 'gap', at: '{"grade":0,"pain":false}' },
      { kind: 'gap', at: '{"grade":0,"pain":true}' },
    ]);
  });
  it('finds an overlap', () => {
    expect(planted([...sound.rows, { id: 'extra', when: [{ grade: [2], pain: [true] }], output: 'd' }])).toEqual([
      { kind: 'overlap', at: '{"grade":2,"pain":true}', rows: ['worse', 'extra'] },
    ]);
  });
  it('finds a dead row', () => {
    expect(planted([...sound.rows, { id: 'dead', when: [], output: 'd' }])).toEqual([
      { kind: 'dead-row', row: 'dead' },
    ]);
  });
  it('finds a duplicate id', () => {
    const rows = sound.rows.map((row) => (row.id === 'mild' ? { ...row, id: 'none' } : row));
    expect(planted(rows)).toEqual([{ kind: 'duplicate-id', row: 'none' }]);
  });
  it('finds an unknown input and an unknown value', () => {
    const rows = [
      ...sound.rows.slice(0, 2),
      { id: 'worse', when: [{ grade: [1], pain: [true] }, { grade: [2, 7] }, { bulk: [1] }], output: 'c' },
    ];
    expect(planted(rows)).toContainEqual({ kind: 'unknown-value', row: 'worse', input: 'grade', value: '7' });
    expect(planted(rows)).toContainEqual({ kind: 'unknown-input', row: 'worse', input: 'bulk' });
  });
  it('keeps a defective table from being used', () => {
    expect(() => compile({ ...sound, rows: sound.rows.slice(1) })).toThrow(/gap/u);
  });
});

describe('the dose tables of the sources', () => {
  it.each(DOSE_TABLES.map((table) => [table.source, table] as const))(
    '%s is complete, unique and without dead rows',
    (_, table) => {
      expect(defectsOf(table)).toEqual([]);
    },
  );
  it('have the five sources in their fixed order', () => {
    expect(DOSE_TABLES.map((table) => table.source)).toEqual([
      'us-pi',
      'eu-smpc',
      'imwg-2012',
      'ash-education',
      'reference-article',
    ]);
  });
  it('offer no action from a row that was not seen', () => {
    for (const table of DOSE_TABLES) {
      for (const { output } of table.rows) {
        if (output.verification === 'unverified') expect(output.instructions.map((i) => i.do)).toEqual(['not-checked']);
      }
    }
  });
});
