/** Days as columns: 'D1', 'D4', … over cells with a tick or a dose in the order's row. */
import type { CollectedField } from '../collect/collected-field.ts';
import { fold } from '../parse/tokens.ts';
import type { Candidate } from './reading.ts';

const DAY_HEADER = /^(?:d|day|tag|t|j|jour|dia|giorno|g|dag) ?\.?(\d{1,2})$/;
/** Over several columns with nothing but the number of the day. */
const DAYS_OVER =
  /^(?:(?:cycle |treatment )?days?|zyklustage?|therapietage?|tage?|jours?|dias?|giorn[oi]|dag(?:en|e)?)$/;
const GIVEN = /^(?:x|✓|✔|☑|●|•|■|yes|ja|oui|si|sim|\d{1,2}(?:[.,]\d{1,3})?\s*mg(?:\s?\/\s?m[2²])?)$/i;
const NOT_GIVEN = /^(?:|[-–—]|no|nein|non|nao|nee|nej|0|☐|□)$/i;

const dayOf = (field: CollectedField): number | null => {
  const headers = field.labels.flatMap(({ text, from }) => (from === 'column-header' ? [fold(text).trim()] : []));
  for (const [index, header] of headers.entries()) {
    // '4' under 'Day'
    const bare = /^\d{1,2}$/.test(header) && DAYS_OVER.test(headers[index + 1] ?? '') ? header : undefined;
    const day = DAY_HEADER.exec(header)?.[1] ?? bare;
    if (day) return Number(day);
  }
  return null;
};

/** The days whose column is marked in the row; a mark that is not understood leaves them open. */
export function daysOfColumns(fields: readonly CollectedField[]): Candidate<number[]> | null {
  const marked = fields.flatMap((field) => {
    const day = dayOf(field);
    return day === null || field.button ? [] : [{ day, field }];
  });
  const [first] = marked;
  if (!first) return null;
  const at = { text: marked.map(({ field }) => field.text).join(' '), label: null, locator: first.field.locator };
  const unclear = marked.some(({ field }) => field.struck || !(GIVEN.test(field.text) || NOT_GIVEN.test(field.text)));
  if (unclear) return { value: null, missing: 'ambiguous', reason: 'day columns with other marks than a dose', ...at };
  const days = [...new Set(marked.filter(({ field }) => GIVEN.test(field.text)).map(({ day }) => day))];
  return days.length > 0 ? { value: days.sort((a, b) => a - b), ...at } : null;
}
