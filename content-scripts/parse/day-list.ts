/** Lists of days: '1, 4, 8 and 11', 'D1 D4', '1-4-8-11', in the ways that orders write them. */
import { isDate } from './calendar.ts';
import { at, type Found, has, type Items, isMark } from './lexicon.ts';
import { isPowerOfMetre, readUnit } from './quantity.ts';

const AND = /^(?:and|y|e|ed|et|und|og|en|u|&|then)$/;
const LIST_MARKS = ',+/;.|"-·#';
const RANGE_WORDS = /^(?:to|through|thru|bis|a|au|al|ate|tot|til|-|~|hasta|fino)$/;
const ORDINAL = /^(?:st|nd|rd|th|er|e|eme|º|ª|°|o|a)$/;
const ARTICLES = /^(?:on|am|i|les|los|el|le|dem|nei|nos)$/;

/** What joins two numbers into a range. */
export const joinsRange = (items: Items, i: number) => RANGE_WORDS.test(at(items, i).t);
const joinsList = (items: Items, i: number) => AND.test(at(items, i).t) || isMark(items, i, LIST_MARKS);

export interface DayNumbers {
  numbers: number[];
  next: number;
  range: boolean;
  /** the list seems to go on behind its last number, in a way that cannot be read */
  unfinished: boolean;
}

/** A number before a day word counts days ('10 days'), unless it is the 2 of a square metre. */
export function isCounted(items: Items, i: number): boolean {
  return at(items, i - 1).kind === 'number' && !isPowerOfMetre(items, i - 1);
}

/** 'days', and the letters that stand for it where a number follows: 'D1', 'J 1', 'gg 1'. */
export const isDayWord = (items: Items, i: number) =>
  has(items, i, 'day') ||
  (has(items, i, 'dayLetter') &&
    at(items, i + 1).kind === 'number' &&
    !isGradeLetter(items, i) &&
    (!at(items, i + 1).spaced || !isCounted(items, i)));

/** 'G2 PN', 'neuropatia G1', 'G62.0': a grade or a diagnosis; the Italian 'g 1, g 4' has more days than one. */
const isGradeLetter = (items: Items, i: number) =>
  at(items, i).t === 'g' &&
  !joinsDays(items, i + 2) &&
  !(joinsDays(items, i - 1) && at(items, i - 2).kind === 'number');
const joinsDays = (items: Items, i: number) => isMark(items, i, ',/+-') || /^(?:g|e|ed)$/.test(at(items, i).t);

/** Index after an ordinal's ending at k: '1st', '1.' of '1., 4. und 8. Tag'. */
function afterOrdinal(items: Items, k: number): number {
  if (ORDINAL.test(at(items, k).t) && !at(items, k).spaced) return k + 1;
  const list = joinsList(items, k + 1) || has(items, k + 1, 'day');
  return isMark(items, k, '.') && list && at(items, k + 1).kind !== 'number' ? k + 1 : k;
}

/** longer lists are no days of a cycle, and reading on from every number would take quadratic time */
const MAX_DAYS = 40;

interface Link {
  next: number;
  hyphen: boolean;
  range: boolean;
}

/** A line break belongs to a list when a comma or 'and' stands on either side of it. */
const breaksList = (items: Items, k: number) =>
  at(items, k).kind === 'break' &&
  [k - 1, k + 1].some((side) => AND.test(at(items, side).t) || isMark(items, side, ',')) &&
  k + 1 < items.length;

/** What joins two days of a list, from k on: commas, 'and', another 'day', the bars of a grid; null where the list ends. */
function readLink(items: Items, k: number, prefixed: boolean): Link | null {
  const link: Link = { next: k, hyphen: false, range: false };
  let bar = false;
  while (link.next < k + 7) {
    const { t } = at(items, link.next);
    const day = isDayWord(items, link.next);
    // in a bare list a word for day ends it: 'am 1., 4. und 8. Tag'
    if (day && !prefixed) return null;
    const range = joinsRange(items, link.next);
    // 'day 1, on day 4', but 'day 1 on 12 May'
    const article = ARTICLES.test(t) && (link.next > k || isDayWord(items, link.next + 1));
    const joins = day || range || joinsList(items, link.next) || article || breaksList(items, link.next);
    // '15 u. 22'
    const abbreviated = t === '.' && AND.test(at(items, link.next - 1).t);
    if (!joins || (t === '.' && at(items, link.next + 1).spaced && !abbreviated)) break;
    if (t === '|') bar = true;
    if (t === '-') link.hyphen = true;
    else if (range) link.range = true;
    if (day) link.hyphen = false;
    link.next++;
  }
  if (at(items, link.next).kind !== 'number' || link.next === k) return null;
  return bar && !isDayWord(items, link.next - 1) ? null : link;
}

/** Whether the number at k is something else than the next day: a quantity, a length of time, a count of cycles. */
function isNoDay(items: Items, k: number, prefixed: boolean): boolean {
  const decimal = isMark(items, k + 1, '.,·') && at(items, k + 2).kind === 'number' && !at(items, k + 2).spaced;
  const unit = readUnit(items, k + 1) ?? (decimal ? readUnit(items, k + 3) : null);
  if (unit !== null && !isDayWord(items, k + 1)) return true;
  // '2 times per week', but '11 x 4 cycles' is day 11
  if (has(items, k + 1, 'times') && at(items, k + 2).kind !== 'number') return true;
  return at(items, k).t.length > 2 || (prefixed && isLength(items, k));
}

/**
 * Reads the numbers of a list that starts at an item. `prefixed`: a word for day stands before it, so that
 * '…, 11, 21-day cycle' ends before the 21, and 'd 1 4 8 11' may do without commas.
 */
export function readNumbers(items: Items, i: number, prefixed = false): DayNumbers | null {
  const numbers: number[] = [];
  let hyphens = 0;
  let spaces = 0;
  let slashed = false;
  let range = false;
  let doubtful = false;
  let next = i;
  let k = i;
  while (at(items, k).kind === 'number' && numbers.length < MAX_DAYS) {
    if (numbers.length === 0 ? at(items, k).t.length > 2 : isNoDay(items, k, prefixed)) break;
    const count =
      has(items, k + 1, 'cycle', 'dose') && at(items, k + 2).kind !== 'number' && at(items, k + 3).kind !== 'number';
    // '1, 4, 8, 11, 6 cycles'
    if (count && Number(at(items, k).t) <= (numbers.at(-1) ?? 0)) break;
    if (count && numbers.length > 0 && isMark(items, k - 1, ',;')) doubtful = true;
    numbers.push(Number(at(items, k).t));
    next = afterOrdinal(items, k + 1);
    const link = readLink(items, next, prefixed);
    // 'J1 J4 J8 J11 J1=J22' ends before the sign that tells when the next cycle begins
    if (link !== null && isMark(items, link.next + 1, '=')) break;
    // 'day 1, 12 May' ends before the date; 'days 4, 8 and 11 May' are dates themselves
    if (link !== null && isDate(items, link.next)) {
      if (numbers.length > 1) doubtful = true;
      break;
    }
    if (link === null) {
      if (!prefixed || spaces !== numbers.length - 1 || at(items, next).kind !== 'number') break;
      if (Number(at(items, next).t) <= Number(at(items, k).t)) break;
      spaces++;
      k = next;
      continue;
    }
    // '1, 4, 8, 11/28': the one slash may lead to the length of the cycle
    if (numbers.length > 1 && isMark(items, next, '/') && !slashed && /^(?:21|28|35|42)$/.test(at(items, link.next).t))
      break;
    slashed = isMark(items, next, '/');
    if (link.hyphen) hyphens++;
    range ||= link.range;
    k = link.next;
  }
  if (numbers.length === 0) return null;
  // '1-4-8-11' is a list; one hyphen, or one among commas, may be a range
  if (hyphens === 1 || (hyphens > 0 && hyphens < numbers.length - 1)) range = true;
  // 'day 1 15 March', 'day 1 4/12/24'
  const after = at(items, next);
  const dated = after.kind === 'word' && (after.tags.length === 0 || has(items, next, 'consider'));
  if (spaces > 0 && (spaces < numbers.length - 1 || (spaces === 1 && dated))) doubtful = true;
  return { numbers, next, range, unfinished: doubtful || goesOn(items, next, prefixed) };
}

/** '1, 4, (8), 11', '1, 4, 8, …', '1, 8, 15 22': what was read is not the whole list. */
function goesOn(items: Items, next: number, prefixed: boolean): boolean {
  let k = next;
  while (
    k < next + 4 &&
    (isMark(items, k, ',&+/') || AND.test(at(items, k).t) || (AND.test(at(items, k - 1).t) && isMark(items, k, '.')))
  )
    k++;
  const joined = k > next;
  if (/^(?:etc|usw|ecc|enz|osv)$/.test(at(items, k).t) || (isMark(items, k, '.') && isMark(items, k + 1, '.')))
    return true;
  // '1, 4, 8 and (optional) 11'
  if (joined && isMark(items, k, '(')) return true;
  while (joined && k < next + 5 && isMark(items, k, '[*~')) k++;
  const number = at(items, k);
  if (number.kind !== 'number' || (!joined && isMark(items, k + 1, '/-.:)'))) return false;
  if (isMark(items, k - 1, '/')) {
    const letter = /^[dj]$/.test(at(items, k + 1).t) && at(items, k + 2).kind !== 'number';
    return !letter && !isLength(items, k);
  }
  if (has(items, k + 1, 'cycle', 'dose')) return false;
  return number.t.length <= 2 && !isNoDay(items, k, prefixed) && !isMark(items, k + 1, '%:');
}

/** '21 days', '21-day', '21d': a length of time. */
function isLength(items: Items, k: number): boolean {
  const unit = isMark(items, k + 1, '-') ? k + 2 : k + 1;
  const close = !at(items, unit).spaced || has(items, unit + 1, 'rest', 'cycle');
  const letter = has(items, unit, 'dayLetter') && close && at(items, unit + 1).kind !== 'number';
  if (letter || has(items, unit, 'ofDays', 'ofWeeks')) return true;
  if (unit === k + 2 && has(items, unit, 'weekly')) return true;
  return has(items, unit, 'day', 'week') && !(has(items, unit, 'day') && at(items, unit + 1).kind === 'number');
}

/** The days of bortezomib that a list can mean, or why it cannot: 1 to 84, ascending, never two days in a row. */
export function toDays({ numbers, next, range, unfinished }: DayNumbers, from: number): Found<number[]> {
  const gaps = numbers.slice(1).map((day, k) => day - (numbers[k] ?? 0));
  let reason: string | null = null;
  if (range) reason = 'a range of days';
  else if (unfinished) reason = 'the list of days is not complete';
  else if (gaps.some((gap) => gap <= 0)) reason = 'days not in ascending order';
  else if (numbers.some((day) => day < 1 || day > 84)) reason = 'a day outside the cycle';
  else if (gaps.some((gap) => gap < 2)) reason = 'days in a row: not how bortezomib is given';
  return reason === null ? { value: numbers, from, next } : { value: null, from, next, reason };
}
