/** Runs every worked case of tests/rules/cases. */
import { describe, expect, it } from 'vitest';
import { DOSE_TABLES } from '../../rules/dose-modification/index.ts';
import { evaluate, RED_FLAG_GROUPS, STATEMENTS } from '../../rules/index.ts';
import { INTERACTIONS } from '../../rules/interactions.ts';
import type { Outcome } from '../../rules/outcome.ts';
import { SUPPLEMENTS } from '../../rules/supplements.ts';
import { SYMPTOM_DRUGS } from '../../rules/symptom-treatment/index.ts';
import { optionsOf } from './case-of.ts';
import { CASE_FILES, contextGiven, type Expectation, WORKED_CASES } from './worked-cases.ts';

const KNOWN: readonly string[] = [
  ...['rule', 'outcome', 'row', 'indicator', 'action', 'actions', 'dosePerBsa', 'doseMg', 'volumeMl', 'changePercent'],
  ...[
    'frequency',
    'restartWhen',
    'missing',
    'branches',
    'basis',
    'says',
    'neverAbovePerBsa',
    'noNumbers',
    'noVolume',
    'first',
  ],
];
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

function check(outcomes: Outcome[], expected: Expectation): void {
  for (const key of Object.keys(expected)) expect(KNOWN).toContain(key);
  const outcome = outcomes.find(({ rule }) => rule === expected.rule);
  expect(outcome, `an outcome of ${expected.rule}`).toBeDefined();
  if (outcome === undefined) return;
  expect(outcome.kind).toBe(expected.outcome ?? 'card');
  const text = plain(JSON.stringify(outcome));
  for (const words of expected.says ?? []) expect(text).toContain(words);
  if (expected.first) expect(outcomes[0]).toBe(outcome);
  if (outcome.kind !== 'not-applicable' && expected.branches !== undefined) {
    expect(
      (outcome.branches ?? []).map(({ row }) => row).filter((row) => row !== 'grade-4-or-severe-autonomic'),
    ).toEqual(expected.branches);
  }
  if (expected.missing !== undefined) expect(outcome).toMatchObject({ missing: expected.missing });
  if (outcome.kind !== 'card') return;
  if (expected.row !== undefined) expect(outcome.row).toBe(expected.row);
  if (expected.indicator !== undefined) expect(outcome.indicator).toBe(expected.indicator);
  const [option] = outcome.options;
  if (expected.action !== undefined) expect(option?.action).toBe(expected.action);
  if (expected.actions !== undefined) expect(outcome.options.map(({ action }) => action)).toEqual(expected.actions);
  for (const key of ['dosePerBsa', 'doseMg', 'volumeMl', 'changePercent', 'frequency', 'restartWhen'] as const) {
    if (expected[key] !== undefined) expect(option?.[key], key).toBe(expected[key]);
  }
  for (const words of expected.basis ?? []) expect(outcome.basis.map(({ value }) => plain(value))).toContain(words);
  for (const each of optionsOf(outcome)) {
    if (expected.neverAbovePerBsa !== undefined)
      expect(each.dosePerBsa ?? 0).toBeLessThanOrEqual(expected.neverAbovePerBsa);
    if (expected.noNumbers)
      expect([each.dosePerBsa, each.doseMg, each.volumeMl]).toEqual([undefined, undefined, undefined]);
    if (expected.noVolume) expect(each.volumeMl).toBeUndefined();
  }
}

describe.each(CASE_FILES)('$title', ({ cases }) => {
  it.each(cases)('$case', (worked) => {
    const { expected, reason } = worked;
    expect(reason.length).toBeGreaterThan(3);
    expect(expected.length).toBeGreaterThan(0);
    const outcomes = evaluate(contextGiven(worked)).outcomes;
    for (const expectation of expected) {
      expect(Object.keys(expectation).length, 'an expectation says more than the rule').toBeGreaterThan(1);
      check(outcomes, expectation);
    }
  });
});

describe('what the worked cases cover', () => {
  const expectedRows = new Set(
    WORKED_CASES.flatMap(({ expected }) => expected.map(({ rule, row }) => `${rule}: ${row}`)),
  );
  const expectedRules = new Set(WORKED_CASES.flatMap(({ expected }) => expected.map(({ rule }) => rule)));

  it('is at least 120 cases', () => {
    expect(WORKED_CASES.length).toBeGreaterThanOrEqual(120);
  });
  it('is every row of every dose table', () => {
    const rows = DOSE_TABLES.flatMap((table) => table.rows.map(({ id }) => `${table.id}: ${id}`));
    expect(rows.filter((row) => !expectedRows.has(row))).toEqual([]);
  });
  it('is every statement of the article that a rule carries', () => {
    for (const { id, rules } of STATEMENTS) {
      if (rules.length > 0)
        expect(
          rules.some((rule) => expectedRules.has(rule)),
          id,
        ).toBe(true);
    }
  });
  it('is every red flag group, interaction, supplement and symptom drug', () => {
    const rules = [
      ...RED_FLAG_GROUPS.map(({ name }) => `red-flags/${name}`),
      ...INTERACTIONS.map(({ name }) => `interaction/${name}`),
      ...SUPPLEMENTS.map(({ name }) => `avoid/${name}`),
      ...SYMPTOM_DRUGS.map(({ name }) => `symptom-treatment/${name}`),
    ];
    expect(rules.filter((rule) => !expectedRules.has(rule))).toEqual([]);
  });
});
