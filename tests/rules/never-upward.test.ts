/**
 * Hazard H19 against the order as it was really written: mg/m2, mg alone, a named frequency or only the days of the
 * cycle. No option is above it per dose, in mg, in weekly frequency or in mg/m2 a week.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ClinicalContext, FREQUENCIES, PHASES, SCALES } from '../../rules/clinical-context.ts';
import { evaluate, parseContext } from '../../rules/index.ts';
import type { Option } from '../../rules/outcome.ts';
import { optionsOf } from './case-of.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => Math.round(value * 100) / 100);
const LEVELS = fc.constantFrom(0.5, 0.7, 1, 1.3, 1.5, 1.6);
const SCHEDULES: readonly { days?: number[]; cycleLengthDays?: number }[] = [
  {},
  { days: [1, 4, 8, 11], cycleLengthDays: 21 },
  { days: [1, 8, 15, 22], cycleLengthDays: 35 },
  { days: [1, 15], cycleLengthDays: 28 },
  { days: [1, 10], cycleLengthDays: 28 },
  { days: [1], cycleLengthDays: 21 },
  { days: [1, 22], cycleLengthDays: 42 },
  { days: [1, 4, 8, 11, 22, 25, 29, 32], cycleLengthDays: 42 },
];

const contexts = fc
  .record({
    schedule: fc.constantFrom(...SCHEDULES),
    order: fc.record({
      drug: fc.constant('bortezomib' as const),
      dosePerBsa: maybe(fc.oneof(number(0.1, 3), LEVELS)),
      doseMg: maybe(number(0.1, 12)),
      route: maybe(fc.constantFrom('IV', 'SC')),
      frequency: maybe(fc.constantFrom(...FREQUENCIES)),
      cycle: maybe(fc.integer({ min: 1, max: 3 })),
      retreatment: maybe(fc.boolean()),
      lastToleratedDosePerBsa: maybe(number(0.3, 2)),
    }),
    assessment: fc.record({
      scale: maybe(fc.constantFrom(...SCALES)),
      sensoryGrade: maybe(fc.integer({ min: 0, max: 4 })),
      motorGrade: maybe(fc.integer({ min: 0, max: 4 })),
      pain: maybe(fc.boolean()),
      autonomic: maybe(fc.constantFrom('none', 'severe')),
      phase: maybe(fc.constantFrom(...PHASES)),
    }),
    patient: fc.record({
      bsaM2: maybe(number(1.2, 2.6)),
      heightCm: maybe(fc.integer({ min: 140, max: 205 })),
      weightKg: maybe(fc.integer({ min: 35, max: 180 })),
      bilirubinMgDl: maybe(number(0.1, 9)),
      bilirubinUlnMgDl: maybe(number(0.8, 1.4)),
    }),
  })
  .map(({ schedule, order, ...rest }) =>
    parseContext(JSON.parse(JSON.stringify({ order: { ...order, ...schedule }, ...rest }))),
  )
  .filter((parsed) => parsed.ok)
  .map((parsed) => (parsed as { value: ClinicalContext }).value);

const PER_WEEK = { 'twice-weekly': 2, weekly: 1, 'every-2-weeks': 0.5 } as const;

/** Whether the days alone show that the order is rarer than once weekly: every gap, that over the end of the cycle included. */
function isRare({ days = [], cycleLengthDays }: ClinicalContext['order']): boolean {
  const gaps = days.map((day, i) => (days[i + 1] ?? (days[0] as number) + (cycleLengthDays ?? 0)) - day);
  return gaps.length > 0 && gaps.every((gap) => gap > 8);
}

function upward({ dosePerBsa, doseMg, frequency }: Option, { order, patient }: ClinicalContext): string | undefined {
  const orderedPerBsa =
    order.dosePerBsa ??
    (order.doseMg === undefined || patient?.bsaM2 === undefined ? undefined : order.doseMg / patient.bsaM2);
  if (dosePerBsa !== undefined && dosePerBsa > (orderedPerBsa ?? 0) + 1e-9) return 'mg/m2';
  if (doseMg !== undefined && order.doseMg !== undefined && doseMg > order.doseMg + 1e-9) return 'mg';
  if (frequency === undefined) return undefined;
  if (order.frequency === undefined)
    return frequency === 'weekly' && isRare(order) ? 'frequency against days' : undefined;
  if (PER_WEEK[frequency] > PER_WEEK[order.frequency]) return 'frequency';
  const weekly = PER_WEEK[frequency] * (dosePerBsa ?? 0);
  return weekly > PER_WEEK[order.frequency] * (orderedPerBsa ?? 0) + 1e-9 ? 'mg/m2 a week' : undefined;
}

it('no option is above the order in any of its measures', { timeout: 120_000 }, () => {
  let checked = 0;
  fc.assert(
    fc.property(contexts, (context) => {
      for (const outcome of evaluate(context).outcomes) {
        for (const option of optionsOf(outcome)) {
          if (option.dosePerBsa !== undefined || option.frequency !== undefined) checked++;
          expect(upward(option, context), `${outcome.rule} ${JSON.stringify(option)}`).toBeUndefined();
        }
      }
    }),
    { numRuns: 1500 },
  );
  expect(checked).toBeGreaterThan(1500);
});
