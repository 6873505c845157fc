/** Days of the cycle on which the drug is given. */
import { readCycleAndDay } from './cycle-and-day.ts';
import { nextCycleAt } from './cycle-length.ts';
import { isCounted, isDayWord, readNumbers, toDays } from './day-list.ts';
import { at, type Found, has, type Items, isMark, readItems } from './lexicon.ts';
import { type CellReading, isPowerOfMetre, readUnit, spanOf } from './quantity.ts';

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
    const again = nextCycleAt(items, i);
    if (again > 0) {
      i = again - 1;
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

const LEFT_OUT =
  /^(?:omit|omitting|omitted|skip|skipped|skipping|hold|held|missed|miss|no|not|without|except|sin|sans|sauf|senza|sem|zonder|uden|ohne|ausser|auslassen|entfallt|omitir|omettre|omettere|overslaan)$/;

/** 'omit day 22', 'D8 held': a day on which it is not given. */
const isLeftOut = (items: Items, i: number, next: number) =>
  [i - 1, i - 2, next].some((k) => LEFT_OUT.test(at(items, k).t));

/** 'cycle_days', 'cycle (days)', 'cycle_length_days' */
function ofCycle(items: Items, i: number): boolean {
  let k = i - 1;
  while (
    k > i - 5 &&
    (at(items, k).kind === 'mark' || /^(?:length|duration|dauer|durata|duree|duur)$/.test(at(items, k).t))
  )
    k--;
  return has(items, k, 'cycle');
}

function daysAfterWord(items: Items, i: number): Found<number[]> | null {
  let k = i + 1;
  while (
    k < i + 8 &&
    (isMark(items, k, ':([=.#\'"') ||
      at(items, k).t === '_' ||
      has(items, k, 'cycle') ||
      /^(?:do|del|of|du|des|no|nr|s|of the)$/.test(at(items, k).t))
  )
    k++;
  if (at(items, k).kind !== 'number') return null;
  const numbers = readNumbers(items, k, true);
  if (numbers === null) return null;
  // 'cycle_days: 21', 'cycle (days): 21' is the length of the cycle
  if (ofCycle(items, i) && numbers.numbers.length === 1) return null;
  // 'repeat on day 22', 'reprise à J35' is the next cycle
  const head = isMark(items, i - 1, '.:') || has(items, i - 1, 'plain') ? i - 2 : i - 1;
  if (
    numbers.numbers.length === 1 &&
    /^(?:wdh|repeat|rpt|hernemen|hervatten|reprise|wiederholung|ripresa|reinicio|herhaling|gentag)$/.test(
      at(items, head).t,
    )
  )
    return null;
  if (isLeftOut(items, i, numbers.next)) return null;
  // 'rest on days 12-21'
  const spare = numbers.range || numbers.numbers.length === 1;
  for (let r = i - 1; spare && r > i - 8; r--) if (has(items, r, 'rest')) return null;
  for (let r = numbers.next; r < numbers.next + 2; r++) if (has(items, r, 'rest')) return null;
  // '21 days (3 weeks)'
  if (numbers.numbers.length === 1 && isCounted(items, i) && has(items, k + 1, 'week')) return null;
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
    const numbers = readNumbers(items, i, true);
    let rest = numbers?.next ?? 0;
    while (rest < items.length && at(items, rest).kind !== 'number' && at(items, rest).kind !== 'word') rest++;
    if (numbers !== null && rest >= items.length) found = toDays(numbers, i);
  }
  if (found === null) return { value: null, reason: 'unparsed', text };
  if (found.value === null) return { value: null, reason: 'ambiguous', text };
  return { value: found.value, span: spanOf(items, found.from, found.next) };
}
