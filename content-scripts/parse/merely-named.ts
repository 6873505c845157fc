/**
 * Lines in which bortezomib stands with a route, a frequency or a regimen and is nonetheless only named: blank forms,
 * comments and names in programs, rows of results, diagnoses. A dose or a list of days outweighs all of them.
 */
import type { Sentence } from './evidence.ts';
import { at, has, type Items, isMark } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { readDecimal, readUnit } from './quantity.ts';

/** Whether the line around a mention without dose and days is no order. */
export function isMerelyNamed(items: Items, sentence: Sentence, mention: Mention): boolean {
  return isComment(items, mention.from) || isRowOfResults(items, sentence, mention) || isCause(items, mention);
}

/** 'bortezomib ____ mg/m2', '[ ] SC [ ] IV', 'weekly dose (mg/m²)': a unit without its number, a box to tick. */
export function isBlankForm(items: Items, { from, next }: Sentence): boolean {
  for (let i = from; i < next; i++) {
    if (isMark(items, i, '[') && isMark(items, i + 1, ']')) return true;
    if (isMark(items, i, '_') && isMark(items, i + 1, '_')) return true;
    if (readUnit(items, i)?.kind !== 'mg/m2') continue;
    let k = i - 1;
    while (k > i - 4 && isMark(items, k, '(["')) k--;
    if (at(items, k).kind === 'number' || hasNumber(items, i + 4, next) || hasNumber(items, from, i)) continue;
    return true;
  }
  return false;
}

function hasNumber(items: Items, from: number, next: number): boolean {
  for (let i = from; i < next; i++) if (at(items, i).kind === 'number') return true;
  return false;
}

/** '// …', '-- …', '/* …': a comment in a program. */
function isComment(items: Items, from: number): boolean {
  let k = from - 1;
  while (k >= 0 && at(items, k).kind !== 'break') {
    const twice = at(items, k).t === at(items, k - 1).t && !at(items, k).spaced;
    if (twice && isMark(items, k, '/-') && at(items, k + 1).spaced && !isMark(items, k - 2, '-/:')) {
      const first = k - 2 < 0 || at(items, k - 2).kind === 'break';
      if (first || isMark(items, k - 2, ',;)}]')) return true;
    }
    k--;
  }
  return false;
}

/** '| Bortezomib IV weekly | 6.3 % |', 'BTZ_KA : 24 : bortezomib SC …': figures without a unit of a dose, or shares. */
function isRowOfResults(items: Items, { from, next }: Sentence, mention: Mention): boolean {
  let figures = 0;
  for (let i = from; i < next; i++) {
    if (i >= mention.from && i < mention.next) continue;
    const number = readDecimal(items, i);
    if (number === null) continue;
    if (at(items, number.next).t === '%' && number.value < 100 && !isShareOfDose(items, number.next)) return true;
    const cell = isMark(items, i - 1, '|[,:') && isMark(items, number.next, '|],:');
    if (cell && (number.decimals > 0 || number.value > 60)) figures++;
    i = number.next - 1;
  }
  return figures > 1;
}

/** '75 % dose', '80 % of the full dose', '25 % reduction' */
function isShareOfDose(items: Items, i: number): boolean {
  for (let k = i + 1; k < i + 5; k++) if (has(items, k, 'dose', 'reduced', 'rule')) return true;
  for (let k = i - 2; k > i - 7; k--) if (has(items, k, 'dose', 'reduced', 'rule')) return true;
  return false;
}

const DUE_TO =
  /^(?:due|secondary|wegen|durch|debido|debida|due a|causa|dovuta|dovuto|devido|devida|door|grund|af|pga)$/;

/** 'polyneuropathy due to bortezomib': what the drug did. */
function isCause(items: Items, mention: Mention): boolean {
  for (let k = mention.from - 1; k > mention.from - 3; k--)
    if (DUE_TO.test(at(items, k).t) || (at(items, k).t === '/' && at(items, k - 1).t === '2'))
      return !has(items, k, 'cycle');
  return false;
}
