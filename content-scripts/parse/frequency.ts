/** How often the drug is given. */
import type { Frequency } from '../../rules/clinical-context.ts';
import {
  intervalDays,
  isAlternative,
  isEvery,
  nextIsCycle,
  repeatedCount,
  weeksBefore,
  whole,
} from './length-of-time.ts';
import { at, type Found, has, type Items, isMark, readItems } from './lexicon.ts';
import { type CellReading, isPowerOfMetre, spanOf } from './quantity.ts';

/** Every statement of frequency; null with a reason where the word means two things. */
export function findFrequencies(items: Items): Found<Frequency>[] {
  const found: Found<Frequency>[] = [];
  for (let i = 0; i < items.length; i++) {
    const read = readFrequency(items, i);
    if (read === null) continue;
    found.push(read);
    i = read.next - 1;
  }
  return found;
}

const PER_WORDS = new Set([
  'per',
  'a',
  'each',
  'every',
  'par',
  'por',
  'pro',
  'la',
  'alla',
  'al',
  'om',
  'i',
  '/',
  'x',
  '×',
  'in',
  'der',
  'die',
  'de',
  'ogni',
  'cada',
  'pr',
  'en',
  'na',
  'à',
  'l',
  'the',
  '-',
  'each',
  'a cada',
  'in der',
  'elke',
  'hver',
  'jede',
  'chaque',
]);

/** Index of a word for week after at most three linking words, else -1. */
function weekAfter(items: Items, i: number): number {
  let k = i;
  while (k < i + 3 && (PER_WORDS.has(at(items, k).t) || isMark(items, k, '.'))) k++;
  return has(items, k, 'week', 'weekly') || (at(items, k).t === 'w' && isMark(items, k - 1, '/')) ? k : -1;
}

/** 'two injections per week', '2 doses SC a week': a count of doses, which 'per week' alone would hide. */
function dosesPerWeek(items: Items, i: number, n: number): Found<Frequency> | null {
  const decimal = isMark(items, i - 1, '.,·') && at(items, i - 2).kind === 'number';
  if (decimal || isPowerOfMetre(items, i)) return null;
  let k = i + 1;
  while (k < i + 4 && !has(items, k, 'dose', 'injection') && at(items, k).kind === 'word') k++;
  if (!has(items, k, 'dose', 'injection')) return null;
  for (let w = k + 1; w < k + 6 && at(items, w).kind === 'word'; w++) {
    const week = at(items, w).t === 'per week' ? w : weekAfter(items, w);
    if (week < 0 || (week === w && at(items, w).t !== 'per week') || at(items, week + 1).kind === 'number') continue;
    const from = i;
    if (n > 2) return { value: null, from, next: week + 1, reason: `${n} doses a week` };
    return { value: n === 2 ? 'twice-weekly' : 'weekly', from, next: week + 1 };
  }
  return null;
}

function readFrequency(items: Items, i: number): Found<Frequency> | null {
  const one = (value: Frequency, next: number): Found<Frequency> =>
    isAlternative(items, i) ? { value: null, from: i, next, reason: 'a choice of two' } : { value, from: i, next };
  if (has(items, i, 'ambiguousWeekly'))
    return { value: null, from: i, next: i + 1, reason: `"${at(items, i).t}" means two things` };
  if (has(items, i, 'twiceWeekly')) return one('twice-weekly', i + 1);
  if (has(items, i, 'everyTwoWeeks')) return one('every-2-weeks', i + 1);
  if (has(items, i, 'once') || has(items, i, 'twice')) {
    const week = weekAfter(items, i + 1);
    if (week < 0) return null;
    return one(has(items, i, 'twice') ? 'twice-weekly' : 'weekly', week + 1);
  }
  const repeated = repeatedCount(items, i);
  if (repeated > 0) {
    const n = whole(items, i);
    if (n === 7) return one('weekly', repeated + 1);
    return n === 14 || n === 15 ? one('every-2-weeks', repeated + 1) : null;
  }
  const ofUnit = !at(items, i).spaced && at(items, i - 1).kind === 'word';
  const n = ofUnit ? 0 : whole(items, i);
  const counted = n > 0 ? dosesPerWeek(items, i, n) : null;
  if (counted !== null) return counted;
  if (n > 0 && (has(items, i + 1, 'times') || isMark(items, i + 1, '/') || isMark(items, i + 1, '×x'))) {
    const week = weekAfter(items, i + 2);
    if (week > 0) {
      if (n <= 2) return one(n === 2 ? 'twice-weekly' : 'weekly', week + 1);
      return { value: null, from: i, next: week + 1, reason: `${n} times a week` };
    }
  }
  if (isEvery(items, i)) {
    const read = intervalDays(items, whole(items, i + 1), isMark(items, i + 2, '-.') ? i + 3 : i + 2);
    if (read === null || nextIsCycle(items, read.next)) return null;
    if (read.days === 7) return one('weekly', read.next);
    // 'cada 15 días' and 'tous les 15 jours' mean a fortnight
    if (read.days === 14 || read.days === 15) return one('every-2-weeks', read.next);
    return null;
  }
  if (has(items, i, 'weekly')) {
    // '3-weekly', '4 weekly': every so many weeks
    if (weeksBefore(items, i) > 0)
      return { value: null, from: i, next: i + 1, reason: 'every so many weeks, not weekly' };
    // '每周2次': the count stands behind
    const count = /^[次회]/.test(at(items, i + 2).t) ? whole(items, i + 1) : 1;
    if (count > 2) return { value: null, from: i, next: i + 3, reason: `${count} times a week` };
    return one(count === 2 ? 'twice-weekly' : 'weekly', count === 2 ? i + 3 : i + 1);
  }
  return null;
}

/** The one frequency among several statements; different ones are ambiguous. */
export function resolveFrequency(found: readonly Found<Frequency>[]): Found<Frequency> | null {
  const said = found.filter(({ value }) => value !== null);
  const [first] = said;
  if (first === undefined) return found[0] ?? null;
  if (said.some(({ value }) => value !== first.value))
    return { ...first, value: null, reason: 'two different frequencies' };
  return first;
}

/** Frequency in a labelled cell. */
export function parseFrequency(text: string): CellReading<Frequency> {
  if (text.trim() === '') return { value: null, reason: 'absent' };
  const items = readItems(text);
  const found = resolveFrequency(findFrequencies(items));
  if (found === null) return { value: null, reason: 'unparsed', text };
  if (found.value === null) return { value: null, reason: 'ambiguous', text };
  return { value: found.value, span: spanOf(items, found.from, found.next) };
}
