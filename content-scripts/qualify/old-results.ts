/** From which age on a result is shown as old, with its date. The value is used all the same: the clinician decides. */
import type { Reading } from '../page-reading.ts';
import type { DateText } from './dates.ts';
import type { Measure } from './units.ts';

/**
 * Days after which a result counts as old: what changes within a cycle after a month, what moves slowly after half a
 * year. A convention of this reader, not of a guideline.
 */
const OLD_AFTER_DAYS: Partial<Record<Measure, number>> = {
  creatinine: 30,
  crCl: 30,
  bilirubin: 30,
  platelets: 30,
  b12: 180,
  hba1c: 180,
};

/**
 * The reading with its date where it is old; as it is where it is not, has no date, or is a body measure. A date that
 * can be read two ways counts with the later one of those that are not in the future.
 * @param today days since 1970
 */
export function flaggedWhenOld<T>(
  reading: Reading<T>,
  measure: Measure,
  date: DateText | null,
  today: number,
): Reading<T> {
  const limit = OLD_AFTER_DAYS[measure];
  const past = date?.days.filter((day) => day <= today) ?? [];
  if (reading.status !== 'read' || limit === undefined || past.length === 0) return reading;
  const day = Math.max(...past);
  if (today - day <= limit) return reading;
  return { ...reading, old: { date: new Date(day * 86_400_000).toISOString().slice(0, 10), days: today - day } };
}
