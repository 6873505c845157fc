/** The dose after a hold: the lowest of what the source says, the order, and any other labelled limit; once weekly at most. */
import type { CaseFacts } from '../case-facts.ts';
import type { Frequency } from '../clinical-context.ts';
import { numbersFor, type OrderedDose, roundDown } from '../dose-calculation.ts';
import type { Option } from '../outcome.ts';
import { frequencyText, perBsaText } from '../quantity-text.ts';
import type { DoseTable, Restart } from './dose-table.ts';
import { doseText } from './dose-text.ts';

export interface RestartFor {
  /** dose and frequency, with mg and mL where known */
  readonly words: string;
  /** the same without mL, for a summary */
  readonly inShort: string;
  readonly option: Partial<Option>;
  readonly notes: readonly string[];
}

/** Once weekly, or what the order already has if that is less often; undefined where that has no name. */
function onceWeeklyAtMost({ frequency, rarerThanWeekly }: OrderedDose): Frequency | undefined {
  if (frequency === 'every-2-weeks') return frequency;
  return frequency === undefined && rarerThanWeekly === true ? undefined : 'weekly';
}

/** The restart of one source for one order; in words, without numbers, when the ordered dose is not known. */
export function restartFor(restart: Restart, table: DoseTable, { ordered, cap }: CaseFacts): RestartFor {
  const option: Partial<Option> = {};
  const notes: string[] = [];
  let often = '';
  if (restart.weekly) {
    const frequency = onceWeeklyAtMost(ordered);
    if (frequency !== undefined) option.frequency = frequency;
    often = ` ${frequency === undefined ? 'on the ordered days' : frequencyText(frequency)}`;
  } else {
    notes.push('This source does not say how often bortezomib is given after the hold.');
  }
  if (table.restartWhen !== undefined) option.restartWhen = table.restartWhen;
  if (ordered.perBsa === undefined) {
    if (restart.dosePerBsa === undefined) {
      return { words: `half the earlier dose${often}`, inShort: `half the earlier dose${often}`, option, notes };
    }
    const dose = perBsaText(restart.dosePerBsa);
    return { words: `${dose}, or the earlier dose if that was lower,${often}`, inShort: dose + often, option, notes };
  }
  const wanted = restart.dosePerBsa ?? roundDown((ordered.perBsa * (restart.percentOfOrder ?? 100)) / 100, 2);
  const target = Math.min(wanted, ordered.perBsa, cap?.dosePerBsa ?? Number.POSITIVE_INFINITY);
  const numbers = numbersFor(target, ordered);
  return {
    words: doseText(numbers) + often,
    // Summaries are short: how often is said there only where it has a name.
    inShort: doseText(numbers, false) + (option.frequency === undefined ? '' : often),
    option: { ...option, ...numbers },
    notes,
  };
}
