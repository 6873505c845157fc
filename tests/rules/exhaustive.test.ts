/**
 * Every grade x pain x autonomic x scale x dose (0.3 to 1.8 by 0.05, and unknown) x frequency x route x phase:
 * the invariants that hold for every option of every source, branches included (hazards H19, H22).
 */
import { describe, expect, it } from 'vitest';
import { caseFacts } from '../../rules/case-facts.ts';
import { type ClinicalContext, FREQUENCIES, PHASES, SCALES } from '../../rules/clinical-context.ts';
import { DOSE_TABLES, doseModification } from '../../rules/dose-modification/index.ts';
import type { Option, Outcome } from '../../rules/outcome.ts';
import { optionsOf } from './case-of.ts';

const DOSES = [undefined, ...Array.from({ length: 31 }, (_, i) => Math.round((0.3 + i * 0.05) * 100) / 100)];
const PER_WEEK = { 'twice-weekly': 2, weekly: 1, 'every-2-weeks': 0.5 } as const;
const BSA = 1.83;
const TINY = 1e-9;

function* contexts(): Generator<ClinicalContext> {
  for (const dosePerBsa of DOSES)
    for (const frequency of [undefined, ...FREQUENCIES])
      for (const route of [undefined, 'SC', 'IV'] as const)
        for (const sensoryGrade of [0, 1, 2, 3, 4])
          for (const pain of [undefined, false, true])
            for (const autonomic of [undefined, 'none', 'mild', 'severe'] as const)
              for (const phase of PHASES)
                for (const scale of SCALES)
                  yield {
                    order: { drug: 'bortezomib', dosePerBsa, frequency, route },
                    assessment: { sensoryGrade, pain, autonomic, phase, scale },
                    patient: { bsaM2: BSA },
                  };
}

/** The first broken invariant of an option, or undefined. */
function broken(option: Option, { order }: ClinicalContext): string | undefined {
  const { dosePerBsa, frequency } = order;
  if (dosePerBsa === undefined) {
    if (option.dosePerBsa !== undefined || option.doseMg !== undefined) return 'numbers for an unknown dose';
  } else {
    if ((option.dosePerBsa ?? 0) > dosePerBsa + TINY) return 'mg/m2 above the order';
    if ((option.doseMg ?? 0) > Math.round(dosePerBsa * BSA * 100 + TINY) / 100 + TINY) return 'mg above the order';
    if (option.action === 'reduce-dose' && !((option.dosePerBsa ?? 9) < dosePerBsa))
      return 'reduction that is not lower';
    if (option.action === 'reduce-dose' && !((option.changePercent ?? 0) < 0)) return 'reduction without a change';
  }
  if ((option.changePercent ?? 0) > 0) return 'positive change';
  if (frequency !== undefined && option.frequency !== undefined) {
    if (PER_WEEK[option.frequency] > PER_WEEK[frequency]) return 'more often than the order';
    if (option.action === 'change-schedule' && option.frequency === frequency) return 'schedule change that is none';
  }
  if (option.verification === 'unverified' && option.action !== 'not-checked') return 'action from an unverified row';
  return undefined;
}

function checkOutcome(outcome: Outcome, context: ClinicalContext): string | undefined {
  for (const option of optionsOf(outcome)) {
    const fault = broken(option, context);
    if (fault !== undefined) return fault;
  }
  if (outcome.kind === 'card' && outcome.summary.length >= 140)
    return `summary of ${outcome.summary.length} characters`;
  if (
    outcome.kind === 'not-evaluated' &&
    outcome.missing.join() !== 'assessment.pain' &&
    !outcome.rule.endsWith('comparison')
  ) {
    return `missing ${outcome.missing}`;
  }
  return undefined;
}

describe('every combination', () => {
  it('has one outcome per source and never an option above the order', { timeout: 120_000 }, () => {
    const faults: string[] = [];
    let count = 0;
    for (const context of contexts()) {
      count++;
      const outcomes = doseModification(caseFacts(context));
      if (outcomes.length !== DOSE_TABLES.length + 1) faults.push('not one outcome per source');
      for (const outcome of outcomes) {
        const fault = checkOutcome(outcome, context);
        if (fault !== undefined && faults.length < 5)
          faults.push(`${fault}: ${outcome.rule} ${JSON.stringify(context)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(count).toBe(32 * 4 * 3 * 5 * 3 * 4 * 3 * 4);
  });
});
