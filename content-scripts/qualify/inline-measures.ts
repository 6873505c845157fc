/** Several measurements in one line of text: `Height 158 cm | Weight 61 kg | BSA 1.62 m2`. */
import type { CollectedField } from '../collect/collected-field.ts';
import { sexOf } from './age-and-sex.ts';
import { readResultDate } from './dates.ts';
import { type Measured, measureOf, readMeasured } from './observations.ts';
import type { Measure } from './units.ts';

const NUMBER = /(?<![\p{L}\d.,/-])\d+(?:[.,]\d+)*/gu;
/** What may stand before a label in the same breath: the unit or the sex that ends what was said before. */
const LEFT_OVER = /^(?:kg|cm|m|m2|m²|lbs?|in|g|%|y|y\.o\.|yo|years?|yrs?|años|anos|ans|anni|jaar|jahre|j\.?|år)$/i;
/** Not the patient's present weight or height, whatever label follows. */
const OTHER_WORDS = /ideal|adjust|target|dry|birth|previous|last|usual|lean|goal|change|loss|gain|urin/i;
const LONGEST_VALUE = 60;

function measureBefore(text: string, seams: readonly number[]): { measure: Measure; label: string } | null {
  const cut = Math.max(...['|', '·', '•', ';', ',', '(', ')', '–', '—'].map((mark) => text.lastIndexOf(mark))) + 1;
  for (const from of [cut, ...seams.filter((at) => at > cut)]) {
    if (OTHER_WORDS.test(text.slice(0, from).slice(cut))) return null;
    const words = text
      .slice(from)
      .replace(/[\s:=]+$/, '')
      .trim()
      .split(/\s+/);
    while (words.length > 1 && (LEFT_OVER.test(words[0] ?? '') || sexOf(words[0] ?? '') !== null)) words.shift();
    const label = words.join(' ');
    const measure = label.length <= 40 ? measureOf(label) : null;
    if (measure) return { measure, label };
  }
  return null;
}

const DATE_IN_BRACKETS = /\(\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}[^()]{0,12}\)/g;

/** Every measurement that a line of text says, each with its own label right before its number. */
export function measuresInText(field: CollectedField): Measured[] {
  const { text, seams } = field;
  const dates = [...text.matchAll(DATE_IN_BRACKETS)].map((match) => ({
    at: match.index,
    date: readResultDate(match[0].slice(1, -1).trim()),
  }));
  // a date between a label and its number parts neither
  const plain = text.replace(DATE_IN_BRACKETS, (date) => ' '.repeat(date.length));
  const found: { measure: Measure; label: string; at: number; from: number }[] = [];
  let from = 0;
  for (const match of plain.matchAll(NUMBER)) {
    const inside = seams.flatMap((at) => (at > from && at < match.index ? [at - from] : []));
    const said = measureBefore(plain.slice(from, match.index), inside);
    if (said) found.push({ ...said, at: match.index, from });
    from = match.index + match[0].length;
  }
  return found.map(({ measure, label, at, from: start }, index) => {
    const next = found[index + 1]?.from ?? plain.length;
    const end = Math.min(next, at + LONGEST_VALUE);
    // the unit of the last number before the next label belongs to this value
    const value = plain.slice(at, Math.max(end, at + 1)) + (/^\s*\S{1,8}/.exec(plain.slice(end))?.[0] ?? '');
    // the date stands between label and number, or after the number and before the next label
    const date = dates.find((one) => one.at >= start && one.at < at) ?? datesAfter(dates, at, found[index + 1]);
    return readMeasured(measure, value, { label, locator: field.locator, date: date?.date ?? null });
  });
}

/** The date that follows a value, unless it stands behind the next label. */
function datesAfter<D extends { at: number }>(
  dates: readonly D[],
  at: number,
  next: { at: number; from: number; label: string } | undefined,
): D | undefined {
  const after = dates.find((one) => one.at > at);
  if (!after || !next) return after;
  return after.at < next.at - next.label.length ? after : undefined;
}
