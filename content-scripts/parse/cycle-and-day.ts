/** Which cycle, and which day of it. */
import { isDayWord, joinsRange, readNumbers } from './day-list.ts';
import { at, has, type Items, isMark, readItems } from './lexicon.ts';
import { type CellReading, spanOf } from './quantity.ts';

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
  if (isMark(items, k, '-+') || joinsRange(items, k) || (isMark(items, k, ',') && at(items, k + 1).kind === 'number')) {
    if (at(items, k + 1).kind === 'number' || isMark(items, k, '+')) {
      return { cycle: null, cycleDay: null, next: isMark(items, k, '+') ? k + 1 : k + 2 };
    }
  }
  if (has(items, k, 'day', 'week') && at(items, k + 1).kind !== 'number') return null;
  const of = /^(?:of|\/|de|von|di|van|af|sur)$/.test(at(items, k).t);
  if (of && at(items, k + 1).kind === 'number' && !isDayWord(items, k + 2)) k += 2;
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
