/** Dates as they stand on charts. A date that could be two days has two readings; nothing is guessed. */
import { fold } from '../parse/tokens.ts';

const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen|janv)/,
  /^(?:feb|fev)/,
  /^(?:mar|maa|mrt|mae)/,
  /^(?:apr|abr|avr)/,
  /^(?:may|mai|mag|mei|maj)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|ago|aou)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|dic|dez)/,
];

const monthOf = (word: string): number => MONTHS.findIndex((pattern) => pattern.test(word)) + 1;

/** Days since 1970 of a calendar day, or null when there is no such day. */
function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return month >= 1 && month <= 12 && date.getUTCDate() === day && year >= 1900 && year < 2200
    ? time / 86_400_000
    : null;
}

export interface DateText {
  /** every day that the text can mean, as days since 1970; two where day and month cannot be told apart */
  days: number[];
  start: number;
  end: number;
}

const ISO = /(?<!\d)(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)/;
/** A date in figures whose day and month may change places. */
export const NUMERIC = /(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)/;
const DAY_WORD = /(?<!\d)(\d{1,2})\.?[-/ ](?:de |di )?([a-z]{3,10})\.?,?[-/ ](?:de |del )?(\d{4})(?!\d)/;
const WORD_DAY = /(?<![a-z])([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/;
const YEAR_WORD_DAY = /(?<!\d)(\d{4})[- ]([a-z]{3,10})\.?[- ](\d{1,2})(?!\d)/;
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;

/** The first full date in a text. */
export function readDate(text: string): DateText | null {
  const folded = fold(text.slice(0, 300));
  const at = (match: RegExpExecArray, ...days: (number | null)[]): DateText | null => {
    const possible = [...new Set(days.filter((day) => day !== null))];
    return possible.length > 0 ? { days: possible, start: match.index, end: match.index + match[0].length } : null;
  };
  const n = (part: string | undefined) => Number(part);
  let match = ISO.exec(folded);
  if (match) return at(match, dayNumber(n(match[1]), n(match[2]), n(match[3])));
  match = NUMERIC.exec(folded);
  if (match) {
    const year = n(match[3]);
    // 05.11.1950 is written day first wherever dots are used
    if (match[0].includes('.')) return at(match, dayNumber(year, n(match[2]), n(match[1])));
    return at(match, dayNumber(year, n(match[2]), n(match[1])), dayNumber(year, n(match[1]), n(match[2])));
  }
  match = DAY_WORD.exec(folded);
  if (match) return at(match, dayNumber(n(match[3]), monthOf(match[2] ?? ''), n(match[1])));
  match = WORD_DAY.exec(folded);
  if (match) return at(match, dayNumber(n(match[3]), monthOf(match[1] ?? ''), n(match[2])));
  match = YEAR_WORD_DAY.exec(folded);
  if (match) return at(match, dayNumber(n(match[1]), monthOf(match[2] ?? ''), n(match[3])));
  match = COMPACT.exec(folded);
  return match ? at(match, dayNumber(n(match[1]), n(match[2]), n(match[3]))) : null;
}

const SHORT_YEAR = /^\D{0,12}(\d{1,2})([/.])(\d{1,2})\2(\d{2})(?:[\s,]+\d{1,2}[:h.]?\d{2}.{0,8})?$/;

const SHORT_YEAR_WORD = /^\D{0,12}(\d{1,2})[-/. ]([a-z]{3,10})\.?[-/ ](\d{2})(?:[\s,]+\d{1,2}[:h.]?\d{2}.{0,8})?$/;

/** A date over or beside results, where a year may have two figures; such a year is in this century. */
export function readResultDate(text: string): DateText | null {
  const short = SHORT_YEAR.exec(text.trim());
  if (!short) {
    const word = SHORT_YEAR_WORD.exec(fold(text.trim()));
    const day = word && dayNumber(2000 + Number(word[3]), monthOf(word[2] ?? ''), Number(word[1]));
    return day ? { days: [day], start: 0, end: text.length } : readDate(text);
  }
  const full = `${short[1]}${short[2]}${short[3]}${short[2]}20${short[4]}`;
  const date = readDate(full);
  return date && { ...date, start: 0, end: text.length };
}

export type DateOrder = 'day-first' | 'month-first';

/** Which of its two readings a date has, where the page's way of writing dates is known. */
export function resolveDate(date: DateText, order: DateOrder | null): DateText {
  const [dayFirst, monthFirst] = date.days;
  if (order === null || dayFirst === undefined || monthFirst === undefined) return date;
  return { ...date, days: [order === 'day-first' ? dayFirst : monthFirst] };
}

/** Languages in which the month never comes first. */
const DAY_FIRST = /^(?:es|fr|de|it|pt|nl|da|en-(?:gb|au|nz|ie|za|in))\b/i;

/**
 * How a page writes dates such as 03/04/2026: as its other dates show that can only be read one way; else as its language
 * does. English alone says nothing, and dates that contradict each other neither.
 */
export function dateOrderOf(texts: Iterable<string>, language: string): DateOrder | null {
  const seen = new Set<DateOrder>();
  for (const text of texts) {
    const match = NUMERIC.exec(text);
    if (!match) continue;
    if (Number(match[1]) > 12) seen.add('day-first');
    else if (Number(match[2]) > 12) seen.add('month-first');
  }
  if (seen.size > 1) return null;
  const [shown] = seen;
  return shown ?? (DAY_FIRST.test(language) ? 'day-first' : null);
}

/** Full years from a day to a later one, both in days since 1970. */
export function yearsBetween(birth: number, today: number): number {
  const from = new Date(birth * 86_400_000);
  const to = new Date(today * 86_400_000);
  const had =
    to.getUTCMonth() > from.getUTCMonth() ||
    (to.getUTCMonth() === from.getUTCMonth() && to.getUTCDate() >= from.getUTCDate());
  return to.getUTCFullYear() - from.getUTCFullYear() - (had ? 0 : 1);
}

/**
 * Index of the newest of some dates; null when that depends on which is day and which is month, when two are equally
 * new, or when one has no date.
 */
export function newestOf(dates: readonly (DateText | null)[]): number | null {
  const orders = [0, -1].map((reading) => {
    const days = dates.map((date) => date?.days.at(reading) ?? null);
    if (days.some((day) => day === null)) return null;
    const newest = Math.max(...days.map((day) => day ?? 0));
    const indices = days.flatMap((day, index) => (day === newest ? [index] : []));
    return indices.length === 1 ? indices[0] : null;
  });
  return orders[0] !== null && orders[0] === orders[1] ? (orders[0] ?? null) : null;
}
