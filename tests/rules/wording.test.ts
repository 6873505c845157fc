/**
 * Safe expression (I1 to I11, F11, H25) over every text that a broad, deterministic run can bring out: each
 * dose by each grade, every drug of the list, problem, red flag, regimen, renal band and label region.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { PHASES, SCALES } from '../../rules/clinical-context.ts';
import { DRUGS } from '../../rules/drug-list.ts';
import { evaluate, parseContext, RED_FLAG_GROUPS, STATEMENTS } from '../../rules/index.ts';
import type { Outcome } from '../../rules/outcome.ts';
import { REGIMENS } from '../../rules/regimens.ts';
import { optionsOf } from './case-of.ts';
import { breaking, SAFE_EXPRESSION } from './safe-expression.ts';

const TREATED = { dosePerBsa: 1.3, doseMg: 2.34, frequency: 'twice-weekly', route: 'IV', cycle: 1 };
const PROBLEMS = ['diabetes', 'cirrhosis', 'epilepsy', 'glaucoma', 'heart failure', 'AV block', 'COPD', 'falls', 'BPH'];
const MORE_PROBLEMS = [
  'amyloidosis',
  'dialysis',
  'CKD',
  'bipolar',
  'Raynaud',
  'zoster',
  'alcoholism',
  'hypothyroidism',
];

function* contexts(): Generator<object> {
  for (const dosePerBsa of [undefined, 0.4, 0.5, 0.7, 0.85, 1, 1.3, 1.6, 3])
    for (const frequency of [undefined, 'twice-weekly', 'weekly', 'every-2-weeks'])
      for (const sensoryGrade of [undefined, 0, 1, 2, 3, 4])
        for (const pain of [undefined, false, true])
          for (const phase of [undefined, ...PHASES])
            yield {
              order: { dosePerBsa, frequency, route: 'SC' },
              assessment: { sensoryGrade, pain, phase },
              patient: { bsaM2: 1.83 },
            };
  for (const scale of SCALES)
    for (const sensoryGrade of [0, 1, 2, 3, 4])
      for (const baselineGrade of [0, 1, 3])
        for (const autonomic of ['mild', 'severe'])
          yield {
            order: TREATED,
            assessment: { scale, sensoryGrade, pain: false, baselineGrade, autonomic, lossOfFunction: true },
          };
  for (const labelRegion of [undefined, 'US', 'EU'])
    for (const crClMlMin of [undefined, 0, 5, 12, 15, 20, 40, 55, 70, 90])
      for (const ageYears of [50, 70, 80])
        yield {
          order: TREATED,
          assessment: { sensoryGrade: 2, pain: true },
          patient: { crClMlMin, ageYears, pregnant: true },
          setting: { labelRegion },
        };
  for (const { name } of DRUGS)
    for (const other of ['duloxetine', 'tramadol', 'pregabalin'])
      yield {
        order: TREATED,
        assessment: { sensoryGrade: 2, pain: true },
        patient: { medications: [`${name} 100 mg`, other], crClMlMin: 90, plateletsPerNl: 40 },
      };
  for (const problem of [...PROBLEMS, ...MORE_PROBLEMS])
    yield {
      order: TREATED,
      assessment: { sensoryGrade: 2, pain: true },
      patient: { problems: [problem], medications: [], crClMlMin: 25 },
    };
  for (const { id } of RED_FLAG_GROUPS.flatMap(({ flags }) => flags))
    yield { order: TREATED, assessment: { redFlags: [id] } };
  for (const { name } of REGIMENS)
    for (const days of [
      [1, 4, 8, 11],
      [1, 8],
      [1, 3],
    ])
      yield { order: { dosePerBsa: 1.3, regimen: name, days, cycle: 5 }, assessment: { sensoryGrade: 3, pain: false } };
  for (const route of ['IV', 'SC', 'either', 'other', 'intrathecal'])
    for (const licensedRoutes of ['IV', 'SC', 'either'])
      yield {
        order: {
          ...TREATED,
          route,
          licensedRoutes,
          formulation: 'ready-to-use',
          startingDosePerBsa: 1.6,
          earlierReductions: 2,
          retreatment: true,
          lastToleratedDosePerBsa: 0.65,
        },
        patient: {
          bsaM2: 1.5,
          heightCm: 190,
          weightKg: 100,
          bilirubinMgDl: 4,
          bilirubinUlnMgDl: 1.2,
          b12PgMl: 250,
          tshMIuL: 9,
          hba1cPercent: 7.25,
          crClMlMin: 18,
        },
      };
  yield {
    order: { ...TREATED, doseMg: 12, previousDoseAt: '2026-03-02T09:00:00Z', plannedAt: '2026-03-05T08:59:00Z' },
  };
}

function textsOf(outcome: Outcome): string[] {
  const branches = outcome.kind === 'not-applicable' ? [] : (outcome.branches ?? []);
  const shared = [
    ...optionsOf(outcome).map(({ label }) => label),
    ...branches.flatMap(({ when, summary }) => [when, summary]),
  ];
  if (outcome.kind === 'card') return [outcome.summary, outcome.detail, ...shared];
  return outcome.reason === undefined ? shared : [outcome.reason, ...shared];
}

const texts = new Set<string>();
const summaries = new Set<string>();
beforeAll(() => {
  for (const context of contexts()) {
    const { order, ...rest } = context as { order: object };
    const parsed = parseContext(JSON.parse(JSON.stringify({ order: { drug: 'bortezomib', ...order }, ...rest })));
    if (!parsed.ok) throw new Error(`${JSON.stringify(context)}: ${JSON.stringify(parsed.faults)}`);
    for (const outcome of evaluate(parsed.value).outcomes) {
      if (outcome.kind === 'card') summaries.add(outcome.summary);
      for (const text of textsOf(outcome)) texts.add(text.replaceAll('\u00A0', ' '));
    }
  }
  for (const { id, ...statement } of STATEMENTS)
    for (const value of Object.values(statement)) if (typeof value === 'string') texts.add(value);
}, 120_000);

describe('every text', () => {
  it('was brought out in number', () => {
    expect(texts.size).toBeGreaterThan(1500);
  });
  it.each(SAFE_EXPRESSION)('$name', (rule) => {
    expect(breaking(rule, texts).slice(0, 3)).toEqual([]);
  });
  it('a summary is under 140 characters and one line', () => {
    expect([...summaries].filter((summary) => summary.length >= 140 || summary.includes('\n'))).toEqual([]);
    expect(summaries.size).toBeGreaterThan(200);
  });
});
