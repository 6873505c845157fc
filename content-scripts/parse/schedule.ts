/** Days of the cycle, and which cycle and day it is. */
import { at, has, type Items, isMark, readItems } from './lexicon.ts';
import { type CellReading, isPowerOfMetre, readUnit, spanOf } from './quantity.ts';

export interface Found<T> {
  value: T | null;
  from: number;
  next: number;
  /** why there is no value although the text says something */
  reason?: string;
}

const LIST_WORDS = new Set([
  'and',
  'y',
  'e',
  'ed',
  'et',
  'und',
  'og',
  'en',
  'u',
  '&',
  '+',
  ',',
  '/',
  ';',
  '.',
  '|',
  '"',
  '-',
  '--',
  '·',
  'then',
  'ed',
]);
const RANGE_WORDS = new Set([
  'to',
  'through',
  'thru',
  'bis',
  'a',
  'au',
  'al',
  'ate',
  'tot',
  'til',
  '-',
  '~',
  'hasta',
  'fino',
]);
const ORDINAL = /^(?:st|nd|rd|th|er|e|eme|º|ª|°|o|a)$/;

const ARTICLES = /^(?:on|am|i|les|los|el|le|dem|nei|nos)$/;

interface DayNumbers {
  numbers: number[];
  next: number;
  range: boolean;
}

/** A number before a day word counts days ('10 days'), unless it is the 2 of a square metre. */
function isCounted(items: Items, i: number): boolean {
  return at(items, i - 1).kind === 'number' && !isPowerOfMetre(items, i - 1);
}

/** 'days', and the letters that stand for it where a number follows: 'D1', 'J 1', 'gg 1'. */
const isDayWord = (items: Items, i: number) =>
  has(items, i, 'day') ||
  (has(items, i, 'dayLetter') &&
    at(items, i + 1).kind === 'number' &&
    (!at(items, i + 1).spaced || !isCounted(items, i)));

/** Index after an ordinal's ending at k: '1st', '1.' of '1., 4. und 8. Tag'. */
function afterOrdinal(items: Items, k: number): number {
  if (ORDINAL.test(at(items, k).t) && !at(items, k).spaced) return k + 1;
  const list = LIST_WORDS.has(at(items, k + 1).t) || has(items, k + 1, 'day');
  return isMark(items, k, '.') && list && at(items, k + 1).kind !== 'number' ? k + 1 : k;
}

/** longer lists are no days of a cycle, and reading on from every number would take quadratic time */
const MAX_DAYS = 40;

interface Link {
  next: number;
  hyphen: boolean;
  range: boolean;
}

/** What joins two days of a list, from k on: commas, 'and', another 'day', the bars of a grid; null where the list ends. */
function readLink(items: Items, k: number, prefixed: boolean): Link | null {
  const link: Link = { next: k, hyphen: false, range: false };
  let bar = false;
  while (link.next < k + 7) {
    const { t } = at(items, link.next);
    const day = isDayWord(items, link.next);
    // in a bare list a word for day ends it: 'am 1., 4. und 8. Tag'
    if (day && !prefixed) return null;
    const joins = day || LIST_WORDS.has(t) || RANGE_WORDS.has(t) || ARTICLES.test(t);
    if (!joins || (t === '.' && at(items, link.next + 1).spaced)) break;
    if (t === '|') bar = true;
    if (t === '-') link.hyphen = true;
    else if (RANGE_WORDS.has(t)) link.range = true;
    if (day) link.hyphen = false;
    link.next++;
  }
  if (at(items, link.next).kind !== 'number') return null;
  if (link.next === k) return continuesBySpace(items, k) ? link : null;
  return bar && !isDayWord(items, link.next - 1) ? null : link;
}

/**
 * '1, 4, 8 and 11', 'D1, D4', '1-4-8-11', '1.4.8.11', 'Day 1 -- -- Day 4', starting at a number. `prefixed`: a word for
 * day stands before it, so that '…, 11, 21-day cycle' ends before the 21.
 */
function readNumbers(items: Items, i: number, prefixed = false): DayNumbers | null {
  const numbers: number[] = [];
  let hyphens = 0;
  let range = false;
  let next = i;
  let k = i;
  while (at(items, k).kind === 'number' && at(items, k).t.length <= 2 && numbers.length < MAX_DAYS) {
    const decimal = isMark(items, k + 1, '.,·') && at(items, k + 2).kind === 'number' && !at(items, k + 2).spaced;
    const quantity = readUnit(items, k + 1) !== null && !isDayWord(items, k + 1);
    // '…, 11, 1.3 mg/m2': a quantity is not a day
    if (numbers.length > 0 && (quantity || (decimal && readUnit(items, k + 3) !== null))) break;
    if (numbers.length > 0 && prefixed && isLength(items, k)) break;
    numbers.push(Number(at(items, k).t));
    next = afterOrdinal(items, k + 1);
    const link = readLink(items, next, prefixed);
    if (link === null) break;
    if (link.hyphen) hyphens++;
    range ||= link.range;
    k = link.next;
  }
  if (numbers.length === 0) return null;
  // '1-4-8-11' is a list; one hyphen, or one among commas, may be a range
  if (hyphens === 1 || (hyphens > 0 && hyphens < numbers.length - 1)) range = true;
  return { numbers, next, range };
}

/** '21 days', '21-day': a length of time. */
function isLength(items: Items, k: number): boolean {
  const unit = isMark(items, k + 1, '-') ? k + 2 : k + 1;
  // '…, 11, 21d'
  const letter = has(items, unit, 'dayLetter') && !at(items, unit).spaced && at(items, unit + 1).kind !== 'number';
  if (letter || has(items, unit, 'ofDays', 'ofWeeks')) return true;
  return has(items, unit, 'day', 'week') && !(has(items, unit, 'day') && at(items, unit + 1).kind === 'number');
}

/** 'd 1 4 8 11': a bare number that is neither a quantity nor the length of something goes on with the list. */
const continuesBySpace = (items: Items, k: number) =>
  at(items, k).kind === 'number' &&
  Number(at(items, k).t) > Number(at(items, k - 1).t) &&
  !isMark(items, k + 1, '.,·%') &&
  !has(items, k + 1, 'times') &&
  !isLength(items, k) &&
  readUnit(items, k + 1) === null;

const ascending = (days: readonly number[]) => days.every((day, k) => k === 0 || day > (days[k - 1] ?? 0));

function toDays(found: DayNumbers, from: number): Found<number[]> {
  const { numbers, next, range } = found;
  if (range) return { value: null, from, next, reason: 'a range of days' };
  if (!ascending(numbers)) return { value: null, from, next, reason: 'days not in ascending order' };
  if (numbers.some((day) => day < 1 || day > 84)) return { value: null, from, next, reason: 'a day outside the cycle' };
  if (numbers.some((day, k) => k > 0 && day - (numbers[k - 1] ?? 0) < 2)) {
    return { value: null, from, next, reason: 'days in a row: not how bortezomib is given' };
  }
  return { value: numbers, from, next };
}

/** 'C3D8', 'cycle 3 day 8', 'cycle 3 of 8', 'Zyklus 2, Tag 1'. */
export interface CycleAndDay {
  cycle: number | null;
  cycleDay: number | null;
}

/** Reads cycle (and day) at an item; null where none stands. */
export function readCycleAndDay(items: Items, i: number): (CycleAndDay & { next: number }) | null {
  const letter = at(items, i).t === 'c' && at(items, i + 1).kind === 'number' && !at(items, i + 1).spaced;
  if (!letter && !has(items, i, 'cycle')) return null;
  let k = i + 1;
  while (!letter && k < i + 3 && (isMark(items, k, ':#.') || at(items, k).t === 'no' || at(items, k).t === 'nr')) k++;
  if (at(items, k).kind !== 'number' || at(items, k).t.length > 2) return null;
  const cycle = Number(at(items, k).t);
  k++;
  // 'cycles 1-4', 'cycles 1 to 4', 'cycle 5+' name a range of cycles
  if (
    isMark(items, k, '-+') ||
    RANGE_WORDS.has(at(items, k).t) ||
    (isMark(items, k, ',') && at(items, k + 1).kind === 'number')
  ) {
    if (at(items, k + 1).kind === 'number' || isMark(items, k, '+')) {
      return { cycle: null, cycleDay: null, next: isMark(items, k, '+') ? k + 1 : k + 2 };
    }
  }
  if (has(items, k, 'day', 'week') && at(items, k + 1).kind !== 'number') return null;
  if (
    (at(items, k).t === 'of' ||
      at(items, k).t === '/' ||
      at(items, k).t === 'de' ||
      at(items, k).t === 'von' ||
      at(items, k).t === 'di' ||
      at(items, k).t === 'van' ||
      at(items, k).t === 'af') &&
    at(items, k + 1).kind === 'number' &&
    !isDayWord(items, k + 2)
  )
    k += 2;
  let d = k;
  while (d < k + 3 && isMark(items, d, ',-:/;(')) d++;
  if (isDayWord(items, d)) {
    const numbers = at(items, d + 1).kind === 'number' ? readNumbers(items, d + 1) : null;
    if (numbers !== null && numbers.numbers.length === 1 && !numbers.range) {
      return { cycle: valid(cycle, 60), cycleDay: valid(numbers.numbers[0] ?? 0, 84), next: numbers.next };
    }
  }
  return { cycle: valid(cycle, 60), cycleDay: null, next: k };
}

const valid = (n: number, max: number) => (n >= 1 && n <= max ? n : null);

const KNOWN_GRIDS = new Set([
  '1,4,8,11',
  '1,8,15,22',
  '1,8,15',
  '1,8,22,29',
  '1,4,8,11,22,25,29,32',
  '1,4,8,11,15,18,22,25',
  '1,8,15,22,29',
]);

/** '8, 21 day cycle', but not 'am 1. und 8. Tag, Zyklus von 21 Tagen'. */
const isLengthOfCycle = (items: Items, i: number) => has(items, i, 'cycle') && at(items, i + 2).kind !== 'number';

/** Finds every statement of days; a single day after a cycle number is that cycle's day, not the schedule. */
export function findDays(items: Items): Found<number[]>[] {
  const found: Found<number[]>[] = [];
  for (let i = 0; i < items.length; i++) {
    const cycle = readCycleAndDay(items, i);
    if (cycle !== null) {
      i = cycle.next - 1;
      continue;
    }
    if (isDayWord(items, i)) {
      const statement = daysAfterWord(items, i);
      if (statement !== null) {
        found.push(statement);
        i = statement.next - 1;
      }
      continue;
    }
    const glued = isPowerOfMetre(items, i) || (!at(items, i).spaced && at(items, i - 1).kind === 'word');
    if (at(items, i).kind !== 'number' || at(items, i - 1).kind === 'number' || glued) continue;
    const numbers = readNumbers(items, i);
    if (numbers === null) continue;
    // 'on the 1st, 4th, 8th and 11th day', 'am 1., 4., 8. und 11. Tag'
    const postfixed =
      numbers.numbers.length > 1 && has(items, numbers.next, 'day') && !isLengthOfCycle(items, numbers.next + 1);
    const grid = !numbers.range && KNOWN_GRIDS.has(numbers.numbers.join(',')) && !isMark(items, i - 1, '.,/');
    if (postfixed || grid) found.push(toDays(numbers, i));
    i = Math.max(i, postfixed ? numbers.next : numbers.next - 1);
  }
  return found;
}

function daysAfterWord(items: Items, i: number): Found<number[]> | null {
  let k = i + 1;
  while (
    k < i + 8 &&
    (isMark(items, k, ':([=.\'"') ||
      at(items, k).t === '_' ||
      has(items, k, 'cycle') ||
      /^(?:do|del|of|du|des|no|nr|s|of the)$/.test(at(items, k).t))
  )
    k++;
  if (at(items, k).kind !== 'number') return null;
  const numbers = readNumbers(items, k, true);
  if (numbers === null) return null;
  // 'cycle_days: 21', 'cycle (days): 21' is the length of the cycle
  const ofCycle = has(items, i - 1, 'cycle') || (at(items, i - 1).kind === 'mark' && has(items, i - 2, 'cycle'));
  if (ofCycle && numbers.numbers.length === 1) return null;
  // 'rest on days 12-21'
  // 'repeat on day 22' is the next cycle
  if (
    numbers.numbers.length === 1 &&
    /^(?:wdh|repeat|rpt|reprise|wiederholung)$/.test(at(items, isMark(items, i - 1, '.:') ? i - 2 : i - 1).t)
  )
    return null;
  const spare = numbers.range || numbers.numbers.length === 1;
  for (let r = i - 1; spare && r > i - 8; r--) if (has(items, r, 'rest')) return null;
  for (let r = numbers.next; r < numbers.next + 2; r++) if (has(items, r, 'rest')) return null;
  // '10-day rest', '21-day cycle', 'day 1 to 21' and '5 days 40 mg' are not days of bortezomib
  if (readUnit(items, k + 1) !== null && numbers.numbers.length === 1) return null;
  if (isCounted(items, i) && !has(items, i, 'dayLetter') && !isMark(items, i + 1, ':([')) {
    if (numbers.numbers.length === 1) return null;
    return { value: null, from: i, next: numbers.next, reason: 'a number stands before the word for day' };
  }
  return toDays(numbers, i);
}

export const TWO_SCHEDULES = 'two different lists of days';
const sameDays = (a: readonly number[], b: readonly number[]) => a.join() === b.join();

/** The one list of days among several statements; two different ones are ambiguous. */
export function resolveDays(found: readonly Found<number[]>[]): Found<number[]> | null {
  const [first] = found;
  if (first === undefined) return null;
  const values = found.filter(({ value }) => value !== null);
  const [chosen] = values;
  if (chosen === undefined) return first;
  if (found.length > values.length)
    return { value: null, from: first.from, next: first.next, reason: found.find(({ reason }) => reason)?.reason };
  for (const { value } of values) {
    if (!sameDays(value ?? [], chosen.value ?? []))
      return { value: null, from: first.from, next: first.next, reason: TWO_SCHEDULES };
  }
  return chosen;
}

/** Days of the cycle in a labelled cell; a cell under a 'days' label may hold just '1, 4, 8, 11'. */
export function parseDays(text: string): CellReading<number[]> {
  if (text.trim() === '') return { value: null, reason: 'absent' };
  const items = readItems(text);
  let found = resolveDays(findDays(items));
  if (found === null) {
    let i = 0;
    while (i < items.length && at(items, i).kind === 'mark') i++;
    const numbers = readNumbers(items, i);
    let rest = numbers?.next ?? 0;
    while (rest < items.length && at(items, rest).kind !== 'number' && at(items, rest).kind !== 'word') rest++;
    if (numbers !== null && rest >= items.length) found = toDays(numbers, i);
  }
  if (found === null) return { value: null, reason: 'unparsed', text };
  if (found.value === null) return { value: null, reason: 'ambiguous', text };
  return { value: found.value, span: spanOf(items, found.from, found.next) };
}

/** Cycle and day in a labelled cell: 'C3D8', 'Cycle 3 of 8', '3' is left to the caller's own number parser. */
export function parseCycleAndDay(text: string): CellReading<CycleAndDay> {
  if (text.trim() === '') return { value: null, reason: 'absent' };
  const items = readItems(text);
  for (let i = 0; i < items.length; i++) {
    const read = readCycleAndDay(items, i);
    if (read !== null && (read.cycle !== null || read.cycleDay !== null)) {
      return { value: { cycle: read.cycle, cycleDay: read.cycleDay }, span: spanOf(items, i, read.next) };
    }
  }
  return { value: null, reason: 'unparsed', text };
}
