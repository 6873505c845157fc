/** Numbers as they are written in charts, and the unit that stands with them. */

import { namesBortezomib } from './drug-names.ts';
import { at, has, type Items, isMark, readItems } from './lexicon.ts';
import type { TextSpan } from './parsed-order.ts';

/** A number in the text; `doubt` says why it may not be used although it was found. */
export interface Decimal {
  value: number;
  decimals: number;
  /** index of the first item, and of the first item after it */
  from: number;
  next: number;
  doubt: string | null;
}

/** with the apostrophe that is written in Spain: 1'3 */
const DECIMAL_MARKS = ".,·'";

/**
 * Reads a number at an item. Decimal comma, point and middle dot count; a group of three digits after the mark could
 * be thousands and is doubtful, as is a number with two marks or with a leading zero before other digits.
 */
export function readDecimal(items: Items, i: number): Decimal | null {
  let from = i;
  let whole = '0';
  let next = i;
  if (at(items, i).kind === 'number') {
    whole = at(items, i).t;
    next = i + 1;
  } else if (!isMark(items, i, '.,') || at(items, i + 1).kind !== 'number' || at(items, i + 1).spaced) return null;
  else if (at(items, i - 1).kind === 'number' && !at(items, i).spaced) return null;
  // `'Bortezomib',1.3` and `Bortezomib,1.3,mg/m2`: the mark separates columns
  if (from === i && next === i && isMark(items, i - 1, '"\')]') && !at(items, i).spaced) return null;
  let fraction = '';
  if (
    isMark(items, next, DECIMAL_MARKS) &&
    (!at(items, next).spaced || next === i) &&
    at(items, next + 1).kind === 'number' &&
    !at(items, next + 1).spaced
  ) {
    fraction = at(items, next + 1).t;
    next += 2;
  }
  if (from === i && at(items, i - 1).kind === 'number') from = i;
  let doubt: string | null = null;
  // 'l.3', 'O.7': a scanned digit became a letter
  const letterBefore = next === i + 2 && from === i && at(items, i).kind === 'mark' && !at(items, i).spaced;
  const again =
    isMark(items, next, DECIMAL_MARKS) &&
    !at(items, next).spaced &&
    at(items, next + 1).kind === 'number' &&
    !at(items, next + 1).spaced;
  if (again && letterBefore && at(items, i).t === ',') return null;
  if (again) doubt = 'more than one decimal mark';
  else if (letterBefore && at(items, i - 1).kind === 'word') doubt = 'a letter may stand for a digit';
  else if (fraction.length >= 3) doubt = 'could be thousands or a decimal fraction';
  else if (whole.length > 1 && whole.startsWith('0')) doubt = 'leading zero';
  else if (whole.length > 6) doubt = 'too many digits';
  return { value: Number(`${whole}.${fraction || '0'}`), decimals: fraction.length, from, next, doubt };
}

export type UnitKind = 'mg/m2' | 'mg/m2/period' | 'mg' | 'mg/mL' | 'm2' | '%' | 'other';
export interface Unit {
  kind: UnitKind;
  next: number;
}

const MILLIGRAM = /^(?:mgs?|mgr|milligram[a-z]*|miligram[a-z]*|milligrammi|毫克|밀리그램)$/;
const OTHER_MASS =
  /^(?:g|gr|gram[a-z]*|mcg|ug|μg|microgram[a-z]*|kg|ng|ui|iu|ie|units?|meq|mmol|auc|miu|mu|gy|tabs?|tablets?|mg\w+)$/;
const SQUARE = /^(?:sqm|mq|qm|msq|sqmt|m2|㎡)$/;
const SQUARE_WORD = /^(?:square|squared|quadrat[aoe]|cuadrado|quadrado|carre|vierkante|kvadrat|sq)$/;
const METRE = /^(?:m|mt|meter|meters|metre|metres|metro|metros|mètre)$/;
const WHOLE_AREA = /^(?:quadratmeter|kvadratmeter|平方米|제곱미터)/;
const PER = /^(?:\/|per|por|pro|par|pr|al|a|je)$/;
/** words that also stand between a dose in mg and something else */
const LINK = /^(?:al|a|je|por|par)$/;
const EACH = /^(?:cada|each|every)$/;
const VOLUME = /^(?:ml|cc|l|millilit[a-z]*|vial[a-z]*|amp[a-z]*|fl|flacon[a-z]*|frasco)$/;

/** Whether the number at an item is the 2 of m2. */
export function isPowerOfMetre(items: Items, i: number): boolean {
  let k = i - 1;
  while (k > i - 5 && isMark(items, k, '^([{')) k--;
  return METRE.test(at(items, k).t);
}

/** Reads an area unit (m2 in any spelling); returns the index after it, or -1. */
function readSquareMetre(items: Items, i: number): number {
  const { t } = at(items, i);
  // 'mg/(m^2)'
  if (t === '(' && METRE.test(at(items, i + 1).t)) {
    const inside = readSquareMetre(items, i + 1);
    return isMark(items, inside, ')') ? inside + 1 : isMark(items, inside - 1, ')') ? inside : -1;
  }
  if (SQUARE.test(t) || WHOLE_AREA.test(t)) return i + 1;
  if (SQUARE_WORD.test(t) && METRE.test(at(items, i + 1).t)) return i + 2;
  if (!METRE.test(t)) return -1;
  if (SQUARE_WORD.test(at(items, i + 1).t)) return i + 2;
  // pages set the raised 2 on a line of its own
  let k = at(items, i + 1).kind === 'break' && at(items, i + 2).t === '2' && METRE.test(t) ? i + 2 : i + 1;
  if (k === i + 2) return k + 1;
  while (k < i + 5 && isMark(items, k, '^([{$*_-')) k++;
  if (at(items, k).t !== '2' || (at(items, k).spaced && k > i + 1 && !isMark(items, k - 1, '([{^'))) return -1;
  k++;
  while (k < i + 8 && k > i + 2 && isMark(items, k, ')]}$') && !at(items, k).spaced) k++;
  return k;
}

function period(items: Items, i: number): boolean {
  return (isMark(items, i, '/') || at(items, i).t === 'per') && has(items, i + 1, 'week', 'cycle', 'month', 'weekly');
}

/** Reads the unit that stands at an item; null where none does. */
export function readUnit(items: Items, i: number): Unit | null {
  const { t, kind } = at(items, i);
  if (t === '%') return { kind: '%', next: i + 1 };
  const surface = readSquareMetre(items, i);
  if (surface > 0) return { kind: 'm2', next: surface };
  if (kind !== 'word') return null;
  if (!MILLIGRAM.test(t)) return OTHER_MASS.test(t) ? { kind: 'other', next: i + 1 } : null;
  const apart = areaBehindName(items, i + 1);
  if (apart !== null) return apart;
  let k = i + 1;
  const slash = isMark(items, k, '/_·') || PER.test(at(items, k).t);
  if (slash) k++;
  while (slash && k < i + 4 && (isMark(items, k, '.') || EACH.test(at(items, k).t))) k++;
  // 'mg m-2' and 'mg m2' need no slash
  const area = readSquareMetre(items, k);
  if (area > 0) return endOfArea(items, area);
  if (!slash && at(items, i + 1).t === 'm') return { kind: 'other', next: i + 2 };
  if (!slash || LINK.test(at(items, i + 1).t)) return { kind: 'mg', next: i + 1 };
  const volume = readDecimal(items, k);
  if (VOLUME.test(at(items, k).t)) return { kind: 'mg/mL', next: k + 1 };
  if (volume !== null && VOLUME.test(at(items, volume.next).t)) return { kind: 'mg/mL', next: volume.next + 1 };
  if (has(items, k, 'dose') || has(items, k, 'day')) return { kind: 'mg', next: k + 1 };
  // 'mg per via sottocutanea', 'mg per os'
  if (!isMark(items, i + 1, '/') && (at(items, k).t === 'via' || has(items, k, 'otherRoute')))
    return { kind: 'mg', next: i + 1 };
  // per something that is not known: no unit is better than a wrong one
  return { kind: 'other', next: k };
}

/** '1,3 mg Bortezomib / m2', '1.3 mg of bortezomib per m2': the name of the drug stands inside the unit. */
function areaBehindName(items: Items, i: number): Unit | null {
  let k = /^(?:of|de|di|von|van|af|d)$/.test(at(items, i).t) ? i + 1 : i;
  if (isMark(items, k, "'")) k++;
  if (!namesBortezomib(at(items, k).t)) return null;
  k++;
  if (!isMark(items, k, '/') && !PER.test(at(items, k).t)) return null;
  const area = readSquareMetre(items, k + 1);
  return area > 0 ? endOfArea(items, area) : null;
}

function endOfArea(items: Items, end: number): Unit {
  if (period(items, end)) return { kind: 'mg/m2/period', next: end + 2 };
  if (isMark(items, end, '/') && has(items, end + 1, 'dose', 'day', 'dayLetter'))
    return { kind: 'mg/m2', next: end + 2 };
  if (isMark(items, end, '/') && /^(?:h|hr|min|kg)$/.test(at(items, end + 1).t))
    return { kind: 'other', next: end + 2 };
  return { kind: 'mg/m2', next: end };
}

export const spanOf = (items: Items, from: number, next: number): TextSpan => ({
  start: at(items, from).start,
  end: at(items, next - 1).end,
});

/** What a labelled cell or a piece of text says about one field. */
export type CellReading<T> =
  | { value: T; span: TextSpan }
  | { value: null; reason: 'absent' | 'ambiguous' | 'unparsed' | 'unit-missing'; text?: string };

/**
 * Reads the one number of a labelled cell such as a laboratory result, whatever is glued to it
 * ('1.4 ↑', '8.2 Low'). A bound ('<0.2'), a range or several numbers are not one number: ambiguous.
 * Unlike a dose, a figure with one thousands group and no other reading ('150,000') is read as such.
 */
export function parseQuantity(text: string): CellReading<number> {
  const items = readItems(text);
  let found: { value: number; from: number; next: number } | null = null;
  for (let i = 0; i < items.length; i++) {
    const number = readDecimal(items, i);
    if (number === null) continue;
    const grouped = thousands(text, items, number);
    if (found !== null || (number.doubt !== null && grouped === null))
      return { value: null, reason: 'ambiguous', text };
    if (isMark(items, i - 1, '<>≤≥~≈')) return { value: null, reason: 'ambiguous', text };
    const negative = isMark(items, i - 1, '-') && !at(items, i).spaced && at(items, i - 1).spaced;
    found = grouped ?? { value: negative ? -number.value : number.value, from: i, next: number.next };
    i = found.next - 1;
    const unit = readUnit(items, found.next);
    if (unit !== null) i = unit.next - 1;
  }
  if (found === null) return { value: null, reason: text.trim() === '' ? 'absent' : 'unparsed', text };
  return { value: found.value, span: spanOf(items, found.from, found.next) };
}

/** '1,234,567' and '150,000': groups of three with a comma, and 100 or more before a single group. */
function thousands(text: string, items: Items, number: Decimal) {
  if (number.doubt === null) return null;
  const { start } = spanOf(items, number.from, number.next);
  const run = /^[1-9]\d{0,2}(?:,\d{3})+(?![\d.,])/.exec(text.slice(start, start + 20))?.[0];
  if (run === undefined || run.length < 7) return null;
  let next = number.from;
  while (at(items, next).end < start + run.length && next < items.length) next++;
  return { value: Number(run.replaceAll(',', '')), from: number.from, next: next + 1 };
}
