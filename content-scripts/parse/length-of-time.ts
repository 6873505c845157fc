/** Lengths of time: whole numbers in digits and words, with the words for day and week of eight languages. */
import { at, has, type Items, isMark } from './lexicon.ts';
import { isPowerOfMetre } from './quantity.ts';

/** small numbers as words */
export const NUMBER_WORDS: Record<string, number> = {
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
  sechs: 6,
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
export function whole(items: Items, i: number): number {
  const { kind, t } = at(items, i);
  if (kind === 'number') return t.length <= 3 ? Number(t) : 0;
  return NUMBER_WORDS[t] ?? 0;
}

export const isDays = (items: Items, i: number) => has(items, i, 'day', 'ofDays') || /^[dj]$/.test(at(items, i).t);
const isWeeks = (items: Items, i: number) => has(items, i, 'week', 'ofWeeks') || at(items, i).t === 'w';
export const isEvery = (items: Items, i: number) => has(items, i, 'every');
const OR = /^(?:or|o|ou|oder|of|eller|-|to|a|bis|\/|u)$/;
/** '21 or 28 days', 'once or twice a week', '1-2 times': a choice, not a statement. */
export const isAlternative = (items: Items, i: number) => {
  const before = at(items, i - 2);
  // 'of' is Dutch for or, but 'day 11 of 21 days' is English
  if (at(items, i - 1).t === 'of' && !['21', '28', '35', '42'].includes(before.t)) return false;
  return OR.test(at(items, i - 1).t) && (before.kind === 'number' || has(items, i - 2, 'once', 'twice'));
};

/** '21/21 dias', '15 - 15 dias': Brazilian for every so many days; the index of the word for days, or -1. */
export function repeatedCount(items: Items, i: number): number {
  const { kind, t } = at(items, i);
  if (kind !== 'number' || !isMark(items, i + 1, '/') || at(items, i + 2).t !== t) return -1;
  return isDays(items, i + 3) ? i + 3 : -1;
}

/** A number of days at a unit of time; the index after the unit. */
export function intervalDays(items: Items, n: number, unit: number): { days: number; next: number } | null {
  if (n <= 0) return null;
  if (isDays(items, unit)) return { days: n, next: unit + 1 };
  if (isWeeks(items, unit)) return { days: n * 7, next: unit + 1 };
  return null;
}

/** A word for cycle that names no cycle: 'q2w cycles 3-6' is no length of a cycle. */
export const nextIsCycle = (items: Items, i: number) => has(items, i, 'cycle') && at(items, i + 1).kind !== 'number';

/** The number of '3-weekly' and '3 weekly', at the word for weekly; 0 where it is none: 'days 1, 8 weekly', '1 weekly'. */
export function weeksBefore(items: Items, i: number): number {
  if (
    !/^(?:weekly|wkly|wochentlich|wekelijks|ugentlig|ugentligt|settimanale|semanal|hebdomadaire)$/.test(at(items, i).t)
  )
    return 0;
  const hyphen = isMark(items, i - 1, '-');
  const k = hyphen ? i - 2 : i - 1;
  const weeks = whole(items, k);
  if (weeks < 2 || weeks > 8 || isPowerOfMetre(items, k)) return 0;
  return hyphen || (at(items, k - 1).kind === 'word' && !has(items, k - 1, 'day', 'dayLetter', 'times')) ? weeks : 0;
}
