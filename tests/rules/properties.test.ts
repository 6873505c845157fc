/** Properties over random cases: no upward option, language, arithmetic, renal doses, order independence, determinism. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duBois, mosteller } from '../../rules/body-surface-area.ts';
import { type ClinicalContext, FREQUENCIES, PHASES, SCALES } from '../../rules/clinical-context.ts';
import { evaluate, parseContext, SOURCES } from '../../rules/index.ts';
import { INTERACTIONS, pairsOf } from '../../rules/interactions.ts';
import { DRUGS, recognise } from '../../rules/medications.ts';
import type { Option, Outcome } from '../../rules/outcome.ts';
import { cockcroftGault } from '../../rules/renal-function.ts';
import { maximumAt } from '../../rules/symptom-treatment/evaluate-drug.ts';
import { SYMPTOM_DRUGS } from '../../rules/symptom-treatment/index.ts';
import { optionsOf } from './case-of.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => Math.round(value * 100) / 100);
const RED_FLAGS = ['ascending-weakness', 'new-back-pain', 'dermatomal-rash', 'ileus', 'macroglossia', 'something else'];
const PROBLEMS = [
  'Type 2 diabetes',
  'Cirrhosis',
  'Epilepsy',
  'AV block',
  'COPD',
  'prior thalidomide',
  'Raynaud',
  'no falls',
];
const MEDICATIONS = DRUGS.map(({ name }) => `${name} 100 mg`);

const contexts: fc.Arbitrary<ClinicalContext> = fc
  .record({
    order: fc.record({
      drug: fc.constant('bortezomib' as const),
      status: maybe(fc.constantFrom('active', 'planned', 'held', 'discontinued', 'completed')),
      dosePerBsa: maybe(number(0.1, 5)),
      doseMg: maybe(number(0.05, 20)),
      route: maybe(fc.constantFrom('IV', 'SC', 'either', 'other', 'intrathecal')),
      licensedRoutes: maybe(fc.constantFrom('IV', 'SC', 'either')),
      frequency: maybe(fc.constantFrom(...FREQUENCIES)),
      regimen: maybe(fc.constantFrom('VRd', 'VMP', 'VTd', 'KRd', 'CyBorD')),
      cycle: maybe(fc.integer({ min: 1, max: 12 })),
      startingDosePerBsa: maybe(number(0.3, 2)),
      earlierReductions: maybe(fc.integer({ min: 0, max: 4 })),
      retreatment: maybe(fc.boolean()),
      lastToleratedDosePerBsa: maybe(number(0.3, 2)),
    }),
    assessment: fc.record({
      scale: maybe(fc.constantFrom(...SCALES)),
      sensoryGrade: maybe(fc.integer({ min: 0, max: 4 })),
      motorGrade: maybe(fc.integer({ min: 0, max: 4 })),
      pain: maybe(fc.boolean()),
      lossOfFunction: maybe(fc.boolean()),
      autonomic: maybe(fc.constantFrom('none', 'mild', 'severe')),
      baselineGrade: maybe(fc.integer({ min: 0, max: 4 })),
      phase: maybe(fc.constantFrom(...PHASES)),
      redFlags: maybe(fc.subarray(RED_FLAGS)),
    }),
    patient: fc.record({
      ageYears: maybe(fc.integer({ min: 18, max: 95 })),
      sex: maybe(fc.constantFrom('female', 'male')),
      heightCm: maybe(fc.integer({ min: 140, max: 205 })),
      weightKg: maybe(fc.integer({ min: 35, max: 180 })),
      bsaM2: maybe(number(1.2, 2.6)),
      creatinineMgDl: maybe(number(0.4, 9)),
      crClMlMin: maybe(number(0, 150)),
      bilirubinMgDl: maybe(number(0.1, 9)),
      bilirubinUlnMgDl: maybe(number(0.8, 1.4)),
      plateletsPerNl: maybe(fc.integer({ min: 1, max: 400 })),
      b12PgMl: maybe(fc.integer({ min: 50, max: 900 })),
      hba1cPercent: maybe(number(4, 12)),
      tshMIuL: maybe(number(0.1, 20)),
      medications: maybe(fc.subarray(MEDICATIONS, { maxLength: 8 })),
      problems: maybe(fc.subarray(PROBLEMS)),
    }),
    setting: fc.record({ labelRegion: maybe(fc.constantFrom('US', 'EU')) }),
  })
  .map((raw) => {
    const parsed = parseContext(JSON.parse(JSON.stringify(raw)));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.value;
  });

const PER_WEEK = { 'twice-weekly': 2, weekly: 1, 'every-2-weeks': 0.5 } as const;

function isUpward(option: Option, { order, patient }: ClinicalContext): string | undefined {
  const { dosePerBsa, doseMg, frequency } = order;
  const perBsa =
    dosePerBsa ?? (doseMg !== undefined && patient?.bsaM2 !== undefined ? doseMg / patient.bsaM2 : undefined);
  if (option.dosePerBsa !== undefined) {
    if (perBsa === undefined) return 'a number for an unknown dose';
    if (option.dosePerBsa > perBsa + 1e-9) return 'mg/m2';
  }
  if (option.doseMg !== undefined && doseMg !== undefined && option.doseMg > doseMg + 1e-9) return 'mg';
  if (option.frequency !== undefined && frequency !== undefined && PER_WEEK[option.frequency] > PER_WEEK[frequency])
    return 'frequency';
  if ((option.changePercent ?? 0) > 0) return 'percent';
  if (option.action === 'reduce-dose' && option.dosePerBsa !== undefined) {
    if (perBsa !== undefined && option.dosePerBsa >= perBsa) return 'reduction that is not lower';
    if (option.doseMg !== undefined && doseMg !== undefined && option.doseMg >= doseMg)
      return 'reduction without fewer mg';
  }
  return undefined;
}

const textsOf = (outcome: Outcome): string[] => {
  const branches = outcome.kind === 'not-applicable' ? [] : (outcome.branches ?? []);
  const shared = [
    ...optionsOf(outcome).map(({ label }) => label),
    ...branches.flatMap(({ when, summary }) => [when, summary]),
  ];
  if (outcome.kind === 'card') return [outcome.summary, outcome.detail, ...shared];
  return outcome.reason === undefined ? shared : [outcome.reason, ...shared];
};

describe('every outcome of a random case', { timeout: 120_000 }, () => {
  it('proposes nothing upward in mg/m2, mg, frequency or percent', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        for (const outcome of evaluate(context).outcomes) {
          for (const option of optionsOf(outcome))
            expect(isUpward(option, context), JSON.stringify(option)).toBeUndefined();
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is complete: short summary, known sources, unique rules, unverified never as a headline', () => {
    const ids = new Set(SOURCES.map(({ id }) => id));
    fc.assert(
      fc.property(contexts, (context) => {
        const { outcomes } = evaluate(context);
        expect(new Set(outcomes.map(({ rule }) => rule)).size).toBe(outcomes.length);
        for (const outcome of outcomes) {
          if (outcome.kind === 'not-evaluated') expect(outcome.missing.length).toBeGreaterThan(0);
          if (outcome.kind !== 'card') continue;
          expect(outcome.summary.length, outcome.summary).toBeLessThan(140);
          expect(outcome.summary).not.toMatch(/undefined|NaN|\[object/u);
          expect(outcome.sources.length, outcome.rule).toBeGreaterThan(0);
          for (const { id } of outcome.sources) expect(ids).toContain(id);
          const [first] = outcome.options;
          if (first?.verification === 'unverified') expect(['not-checked', 'consider']).toContain(first.action);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('speaks as clinical text has to: no commands, no bare abbreviations, no trailing zeros, unit never cut off', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        for (const outcome of evaluate(context).outcomes) {
          for (const text of textsOf(outcome)) {
            expect(text).not.toMatch(/\bmust\b/iu);
            expect(text).not.toMatch(/(^|[.:;] )(give|stop)\b/iu);
            expect(text).not.toMatch(/\b(SC|SQ|subcut|QD|QOD|MS|IU)\b/u);
            expect(text).not.toMatch(/\d\.\d*0(?![\d%])\s*(mg|mL|m²|%)/u);
            expect(text).not.toMatch(/(^|[^\d])\.\d/u);
            expect(text).not.toMatch(/\d(mg|mL|m²|kg|cm)\b/u);
            expect(text).not.toMatch(/undefined|NaN|\[object/u);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has the same bytes again, whatever the order of the keys', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        const reversed = Object.fromEntries(
          Object.entries(context)
            .reverse()
            .map(([key, value]) => [key, Object.fromEntries(Object.entries(value as object).reverse())]),
        ) as unknown as ClinicalContext;
        expect(JSON.stringify(evaluate(reversed))).toBe(JSON.stringify(evaluate(context)));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves its context as it was', () => {
    fc.assert(
      fc.property(contexts, (context) => {
        const before = JSON.stringify(context);
        evaluate(context);
        expect(JSON.stringify(context)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});

describe('arithmetic', { timeout: 60_000 }, () => {
  it('gives a larger surface to the larger patient, and both formulas agree within 10 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 150, max: 195 }), fc.integer({ min: 50, max: 110 }), (height, weight) => {
        expect(mosteller(height + 1, weight)).toBeGreaterThan(mosteller(height, weight));
        expect(duBois(height, weight + 1)).toBeGreaterThan(duBois(height, weight));
        expect(Math.abs(mosteller(height, weight) / duBois(height, weight) - 1)).toBeLessThan(0.1);
      }),
    );
  });
  it('clears less with age and with creatinine, and less in women', () => {
    expect(cockcroftGault(60, 72, 1, 'male')).toBeCloseTo(80, 5);
    expect(cockcroftGault(60, 72, 1, 'female')).toBeCloseTo(68, 5);
    expect(cockcroftGault(70, 72, 1, 'male')).toBeLessThan(80);
    expect(cockcroftGault(60, 72, 2, 'male')).toBeCloseTo(40, 5);
  });
  it('never allows more of a symptom drug at a lower clearance, nor at a higher age', () => {
    for (const { name, labels } of SYMPTOM_DRUGS) {
      for (const label of labels === undefined ? [] : [labels.US, labels.EU]) {
        for (const age of [40, 70, 80]) {
          let highest = 0;
          for (let crCl = 0; crCl <= 130; crCl += 0.5) {
            const maximum = maximumAt(label, crCl, age);
            if (maximum === undefined) continue;
            expect(maximum, `${name} at ${crCl}`).toBeGreaterThanOrEqual(highest);
            highest = maximum;
            expect(maximum).toBeLessThanOrEqual(maximumAt(label, crCl, 30) ?? 0);
          }
        }
      }
    }
  });
});

describe('interactions', { timeout: 60_000 }, () => {
  const lists = fc.subarray(
    DRUGS.map(({ name }) => name),
    { maxLength: 12 },
  );
  const pairs = (texts: readonly string[]) =>
    INTERACTIONS.map((interaction) =>
      pairsOf(interaction, recognise(texts))
        .map(({ one, other }) => [one.drug.name, other?.drug.name ?? 'bortezomib'].sort().join('+'))
        .sort(),
    );
  it('do not depend on the order of the list', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(pairs([...list].reverse())).toEqual(pairs(list));
      }),
    );
  });
  it('only grow with a longer list', () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const longer = pairs([...a, ...b]);
        pairs(a).forEach((found, index) => {
          for (const pair of found) expect(longer[index]).toContain(pair);
        });
      }),
    );
  });
  it('never join a drug with itself', () => {
    for (const { name } of DRUGS) {
      for (const found of pairs([name, `${name} 5 mg`])) for (const pair of found) expect(pair).toMatch(/bortezomib/u);
    }
  });
});
