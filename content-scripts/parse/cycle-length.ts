/** How long a cycle is. */
import { readNumbers } from './day-list.ts';
import { namesOtherDrug } from './drug-names.ts';
import {
  intervalDays,
  isAlternative,
  isDays,
  isEvery,
  NUMBER_WORDS,
  nextIsCycle,
  repeatedCount,
  weeksBefore,
  whole,
} from './length-of-time.ts';
import { at, type Found, has, type Items, isMark, readItems } from './lexicon.ts';
import { type CellReading, spanOf } from './quantity.ts';

const JOIN =
  /^(?:-|'|de|di|von|van|of|af|pa|a|:|=|\(|"|is|mit|med|met|con|com|en|i|der|length|duration|dauer|durata|duracion|duracao|duur|duree|lange|laenge|_|,|treatment|therapy|traitement|trattamento|tratamiento|tratamento|behandlung|behandeling|to|every|each|repeats?|is|therapeutique|terapeutico|treatment)$/;
const THERAPY = /^(?:treatment|therapy|traitement|trattamento|tratamiento|tratamento)$/;

export interface IntervalFound extends Found<number> {
  /** said with the word cycle, or at the end of a list of drugs: holds for the whole regimen */
  ofCycle: boolean;
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

const AGAIN = /^(?:wdh|wiederholung|wiederholen|repeat|rpt|herhaling|gentag|gentages|ripetere|repetir)$/;

/** 'J1=J22', 'Wiederholung Tag 22': the next cycle begins on day 22; the index after it, or -1. */
export function nextCycleAt(items: Items, i: number): number {
  if (AGAIN.test(at(items, i).t)) {
    let k = i + 1;
    while (k < i + 3 && (isMark(items, k, '.:') || /^(?:on|am|le|el|op|a)$/.test(at(items, k).t))) k++;
    if (isDays(items, k) && /^(?:22|29|36|43)$/.test(at(items, k + 1).t) && !isMark(items, k + 2, ',./-')) return k + 2;
  }
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
    // 'q28'
    if (
      read === null &&
      at(items, i).t === 'q' &&
      n > 14 &&
      LENGTHS.has(String(n)) &&
      !at(items, k).spaced &&
      !isMark(items, k + 1, '-/')
    )
      return { value: n, from: i, next: k + 1, ofCycle: false };
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
  const weeks = NUMBER_WORDS[/^(zwei|drei|vier|funf|sechs)(?=wochig)/.exec(at(items, i).t)?.[0] ?? ''];
  if (weeks !== undefined && (nextIsCycle(items, i + 1) || nextIsCycle(items, i + 2)))
    return { value: weeks * 7, from: i, next: i + 2, ofCycle: true };
  const n = whole(items, i);
  const weekly = isMark(items, i + 1, '-') ? i + 2 : i + 1;
  if (n > 0 && weeksBefore(items, weekly) === n) {
    const cycle = nextIsCycle(items, weekly + 1);
    return { value: n * 7, from: i, next: cycle ? weekly + 2 : weekly + 1, ofCycle: cycle };
  }
  if (n > 0) {
    const unit = isMark(items, i + 1, '-') ? i + 2 : i + 1;
    const read = intervalDays(items, n, unit);
    // '(days 1, 8, 15, 22 of 35)'
    if (read === null && at(items, i - 1).t === 'of' && LENGTHS.has(String(n)) && isDayBefore(items, i - 2))
      return { value: n, from: i, next: i + 1, ofCycle: true };
    if (read === null) return null;
    let k = read.next;
    while (k < read.next + 2 && (isMark(items, k, '-') || THERAPY.test(at(items, k).t))) k++;
    const value = isAlternative(items, i) ? null : read.days;
    // 'D1 and D8 of 21d'
    if (
      at(items, i - 1).t === 'of' &&
      at(items, i - 2).kind === 'number' &&
      value !== null &&
      LENGTHS.has(String(value))
    )
      return { value, from: i, next: read.next, ofCycle: true };
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

/** A number that a list of days ends with, or that a word for day stands before. */
const isDayBefore = (items: Items, i: number) =>
  at(items, i).kind === 'number' && (isDays(items, i - 1) || isMark(items, i - 1, ',') || has(items, i - 1, 'plain'));

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
  for (let k = i - 1; k > i - 20 && k >= 0; k--) {
    if (!rest && (isMark(items, k, ';') || at(items, k).kind === 'break' || namesOtherDrug(at(items, k).t)))
      return null;
    if (has(items, k, 'rest')) rest = true;
    if (rest && at(items, k).t === String((first ?? 0) - 1)) {
      return { value: last ?? null, from: i, next: range.next, ofCycle: true };
    }
  }
  return null;
}

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
