/** How long a cycle is, and how often the drug is given. */
import type { Frequency } from '../../rules/clinical-context.ts';
import { readNumbers } from './day-list.ts';
import { namesOtherDrug } from './drug-names.ts';
import { at, type Found, has, type Items, isMark, readItems } from './lexicon.ts';
import { type CellReading, isPowerOfMetre, spanOf } from './quantity.ts';

const NUMBER_WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eine: 1,
  une: 1,
  una: 1,
  uma: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  duas: 2,
  quatro: 4,
  twee: 2,
  drie: 3,
  vijf: 5,
  fire: 4,
  fem: 5,
};

/** A whole number in digits or words at an item; 0 where there is none. */
function whole(items: Items, i: number): number {
  const { kind, t } = at(items, i);
  if (kind === 'number') return t.length <= 3 ? Number(t) : 0;
  return NUMBER_WORDS[t] ?? 0;
}

const isDays = (items: Items, i: number) => has(items, i, 'day', 'ofDays') || /^[dj]$/.test(at(items, i).t);
const isWeeks = (items: Items, i: number) => has(items, i, 'week', 'ofWeeks') || at(items, i).t === 'w';
const isEvery = (items: Items, i: number) => has(items, i, 'every');
const JOIN =
  /^(?:-|'|de|di|von|van|of|af|pa|a|:|=|\(|"|is|mit|med|met|con|com|en|i|der|length|duration|dauer|durata|duracion|duracao|duur|duree|lange|laenge|_|,|treatment|therapy|traitement|trattamento|tratamiento|tratamento|behandlung|behandeling|to|every|each|repeats?|is)$/;

const OR = /^(?:or|o|ou|oder|of|eller|-|to|a|bis|\/|u)$/;
/** '21 or 28 days', 'once or twice a week', '1-2 times': a choice, not a statement. */
const isAlternative = (items: Items, i: number) => {
  const before = at(items, i - 2);
  // 'of' is Dutch for or, but 'day 11 of 21 days' is English
  if (at(items, i - 1).t === 'of' && !['21', '28', '35', '42'].includes(before.t)) return false;
  return OR.test(at(items, i - 1).t) && (before.kind === 'number' || has(items, i - 2, 'once', 'twice'));
};

const THERAPY = /^(?:treatment|therapy|traitement|trattamento|tratamiento|tratamento)$/;

export interface IntervalFound extends Found<number> {
  /** said with the word cycle, or at the end of a list of drugs: holds for the whole regimen */
  ofCycle: boolean;
}

/** '21/21 dias', '15 - 15 dias': Brazilian for every so many days; the index of the word for days, or -1. */
function repeatedCount(items: Items, i: number): number {
  const { kind, t } = at(items, i);
  if (kind !== 'number' || !isMark(items, i + 1, '/') || at(items, i + 2).t !== t) return -1;
  return isDays(items, i + 3) ? i + 3 : -1;
}

function intervalDays(items: Items, n: number, unit: number): { days: number; next: number } | null {
  if (n <= 0) return null;
  if (isDays(items, unit)) return { days: n, next: unit + 1 };
  if (isWeeks(items, unit)) return { days: n * 7, next: unit + 1 };
  return null;
}

/** '21-day cycle', 'every 3 weeks', 'q21d', 'Zyklus von 21 Tagen', 'duracao_ciclo_dias: 7', '(cycle = 28 days)'. */
export function findIntervals(items: Items): IntervalFound[] {
  const found: IntervalFound[] = [];
  for (let i = 0; i < items.length; i++) {
    const read = readInterval(items, i);
    if (read === null) continue;
    found.push(read);
    i = read.next - 1;
  }
  return found;
}

/** 'J1=J22': the next cycle begins on day 22; the index after it, or -1. */
export function nextCycleAt(items: Items, i: number): number {
  if (!isDays(items, i) || at(items, i + 1).t !== '1' || !isMark(items, i + 2, '=')) return -1;
  return isDays(items, i + 3) && at(items, i + 4).kind === 'number' ? i + 5 : -1;
}

function readInterval(items: Items, i: number): IntervalFound | null {
  const again = nextCycleAt(items, i);
  if (again > 0) {
    const days = Number(at(items, again - 1).t) - 1;
    const value = LENGTHS.has(String(days)) ? days : null;
    return { value, from: i, next: again, ofCycle: true, reason: 'not clear on which day the next cycle begins' };
  }
  if (isEvery(items, i)) {
    let k = i + 1;
    while (k < i + 3 && isMark(items, k, '-')) k++;
    const n = whole(items, k);
    const unit = isMark(items, k + 1, '-.') ? k + 2 : k + 1;
    const read = intervalDays(items, n, unit);
    if (read === null) return null;
    const cycle = nextIsCycle(items, read.next) || has(items, i - 1, 'cycle');
    return {
      value: read.days,
      from: i,
      next: nextIsCycle(items, read.next) ? read.next + 1 : read.next,
      ofCycle: cycle,
    };
  }
  const repeated = repeatedCount(items, i);
  if (repeated > 0) return { value: whole(items, i), from: i, next: repeated + 1, ofCycle: false };
  if (isMark(items, i, '/') && at(items, i - 1).kind === 'number' && LENGTHS.has(at(items, i + 1).t)) {
    // 'D1, 4, 8, 11 / 21 d'
    const read = intervalDays(items, whole(items, i + 1), i + 2);
    if (read !== null) return { value: read.days, from: i + 1, next: read.next, ofCycle: true };
  }
  const rest = restAfter(items, i);
  if (rest !== null) return rest;
  const n = whole(items, i);
  if (n > 0) {
    const unit = isMark(items, i + 1, '-') ? i + 2 : i + 1;
    const read = intervalDays(items, n, unit);
    if (read === null) return null;
    let k = read.next;
    while (k < read.next + 2 && (isMark(items, k, '-') || THERAPY.test(at(items, k).t))) k++;
    const value = isAlternative(items, i) ? null : read.days;
    if (has(items, k, 'cycle')) return { value, from: i, next: k + 1, ofCycle: true, reason: 'a choice of two' };
    return null;
  }
  if (!has(items, i, 'cycle')) return null;
  let k = i + 1;
  let unitFirst = false;
  while (
    k < i + 9 &&
    (JOIN.test(at(items, k).t) || (isDays(items, k) && (isMark(items, k - 1, '_(') || isMark(items, k + 1, ')":='))))
  ) {
    if (isDays(items, k)) unitFirst = true;
    k++;
    if (isMark(items, k, ')')) k++;
  }
  const length = whole(items, k);
  if (unitFirst && at(items, i - 1).kind !== 'number' && length >= 7 && !isDays(items, k + 1))
    return { value: length, from: i, next: k + 1, ofCycle: true };
  // 'cycle_length: 21'
  if (
    LENGTHS.has(at(items, k).t) &&
    isMark(items, k - 1, ':="\'') &&
    /^(?:length|duration)$/.test(lastWord(items, k)) &&
    !intervalDays(items, length, k + 1)
  )
    return { value: length, from: i, next: k + 1, ofCycle: true };
  const read = intervalDays(items, length, isMark(items, k + 1, '-') ? k + 2 : k + 1);
  // 'cycle 2 days 1, 4' is not a length, 'cycle 42 days' is
  if (read === null || (k === i + 1 && (length < 7 || at(items, read.next).kind === 'number'))) return null;
  return { value: read.days, from: i, next: read.next, ofCycle: true };
}

/** cycle lengths in use, days */
const LENGTHS = new Set(['14', '21', '28', '35', '42']);

function lastWord(items: Items, k: number): string {
  let w = k - 1;
  while (w > k - 5 && at(items, w).kind === 'mark') w--;
  return at(items, w).t;
}

/** 'days 1, 4, 8 and 11, followed by a 10-day rest period (days 12 to 21)': the rest ends with the cycle. */
function restAfter(items: Items, i: number): IntervalFound | null {
  if (!has(items, i, 'day') || at(items, i + 1).kind !== 'number') return null;
  const range = readNumbers(items, i + 1, true);
  const [first, last] = range?.numbers ?? [];
  if (range?.range !== true || range.numbers.length !== 2 || !LENGTHS.has(String(last))) return null;
  let rest = false;
  for (let k = i - 1; k > i - 14 && k >= 0; k--) {
    if (!rest && (isMark(items, k, ';') || at(items, k).kind === 'break' || namesOtherDrug(at(items, k).t)))
      return null;
    if (has(items, k, 'rest')) rest = true;
    if (rest && at(items, k).t === String((first ?? 0) - 1)) {
      return { value: last ?? null, from: i, next: range.next, ofCycle: true };
    }
  }
  return null;
}

const nextIsCycle = (items: Items, i: number) => has(items, i, 'cycle');

/** The one cycle length among several statements. 7 to 84 days; 'every 7 days' and 'every 2 weeks' are frequencies. */
export function resolveCycleLength(found: readonly IntervalFound[]): Found<number> | null {
  const lengths = found.filter(({ value, ofCycle }) => ofCycle || (value ?? 0) > 15);
  const [first] = lengths;
  if (first === undefined) return null;
  if (first.value === null) return first;
  if (lengths.some(({ value }) => value !== first.value))
    return { ...first, value: null, reason: 'two different cycle lengths' };
  const days = first.value ?? 0;
  if (days < 7 || days > 84) return { ...first, value: null, reason: 'outside the plausible range' };
  return first;
}

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

/** Cycle length in days in a labelled cell; with `inDays` the label carries the unit and a bare number counts. */
export function parseCycleLength(text: string, inDays = false): CellReading<number> {
  if (text.trim() === '') return { value: null, reason: 'absent' };
  const items = readItems(text);
  const found = resolveCycleLength(findIntervals(items).map((interval) => ({ ...interval, ofCycle: true })));
  if (found?.value != null) return { value: found.value, span: spanOf(items, found.from, found.next) };
  if (found !== null) return { value: null, reason: 'ambiguous', text };
  const numbers = items.filter(({ kind }) => kind === 'number');
  const [number] = numbers;
  if (number === undefined) return { value: null, reason: 'unparsed', text };
  if (numbers.length > 1) return { value: null, reason: 'ambiguous', text };
  const i = items.indexOf(number);
  const read =
    intervalDays(items, whole(items, i), i + 1) ??
    (inDays && items.length === 1 ? { days: Number(number.t), next: i + 1 } : null);
  if (read === null) return { value: null, reason: 'unit-missing', text };
  if (read.days < 7 || read.days > 84) return { value: null, reason: 'ambiguous', text };
  return { value: read.days, span: spanOf(items, i, read.next) };
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
