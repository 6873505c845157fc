/**
 * What comes below a row that the order already meets: named with the source that offers it, as further options.
 * The label tables are silent there; IMWG works by levels and by schedule, and below 0.7 mg/m2 nothing is labelled.
 */
import type { CaseFacts } from '../case-facts.ts';
import { isLower, LOWEST_LEVEL, nextLevelBelow, numbersFor } from '../dose-calculation.ts';
import type { Option } from '../outcome.ts';
import { perBsaText } from '../quantity-text.ts';
import { doseText } from './dose-text.ts';

/** Options below the order: the next level, once weekly while that is still a lever, and stopping when neither is left. */
export function nextSteps({ ordered }: CaseFacts): Option[] {
  const options: Option[] = [];
  const { perBsa, frequency } = ordered;
  if (perBsa === undefined) return options;
  const twiceWeekly = frequency === 'twice-weekly';
  const level = nextLevelBelow(perBsa);
  if (level !== undefined && isLower(level, ordered)) {
    const numbers = numbersFor(level, ordered);
    options.push({
      tier: twiceWeekly ? 'guideline' : 'label',
      source: twiceWeekly ? 'imwg-2012' : 'eu-smpc',
      verification: 'primary',
      action: 'reduce-dose',
      label: twiceWeekly
        ? `next level down: ${doseText(numbers)} (IMWG 2012: one dose level down)`
        : `next level of the label's dose ladder (1.3, 1, 0.7 mg/m²): ${doseText(numbers)}; the neuropathy table itself names no step here`,
      ...numbers,
      ...(frequency === undefined ? {} : { frequency }),
    });
  }
  if (twiceWeekly) {
    const numbers = numbersFor(perBsa, ordered);
    options.push({
      tier: 'guideline',
      source: 'imwg-2012',
      verification: 'primary',
      action: 'change-schedule',
      label: `once weekly at ${doseText(numbers)} (IMWG 2012: once weekly if the order is twice weekly)`,
      ...numbers,
      frequency: 'weekly',
    });
  }
  if (level === undefined && !twiceWeekly) {
    options.push({
      tier: 'guideline',
      source: 'nhs-pad-2016',
      verification: 'primary',
      action: 'discontinue',
      label: `no labelled level below ${perBsaText(LOWEST_LEVEL)}: discontinuing to be weighed${
        frequency === undefined ? ' if the order is already once weekly' : ''
      }; in one national protocol a third reduction means stopping`,
    });
  }
  return options;
}
