/** Route of administration. */
import type { Route } from '../../rules/clinical-context.ts';
import { at, type Found, has, type Items, isMark, readItems } from './lexicon.ts';
import { type CellReading, readDecimal, readUnit, spanOf } from './quantity.ts';

export type RouteValue = Route | 'intrathecal' | 'other';

const OR_WORDS = new Set(['or', 'o', 'ou', 'oder', 'of', 'eller', '/', '_', 'and / or', 'u', 'od']);
const ROMAN_FOUR =
  /^(?:grade|stage|phase|class|type|grado|grad|estadio|estagio|stade|stadium|stadio|fase|klasse|iss|cycle|nyha|level)$/;

function statementAt(items: Items, i: number): Exclude<RouteValue, 'either'> | null {
  if (has(items, i, 'intrathecal')) return 'intrathecal';
  if (has(items, i, 'sc')) return isBodySurface(items, i) ? null : 'SC';
  if (has(items, i, 'iv')) return ROMAN_FOUR.test(at(items, i - 1).t) ? null : 'IV';
  return has(items, i, 'otherRoute') ? 'other' : null;
}

/** 'SC 1,75 m2' is superficie corporal, not subcutaneous. */
function isBodySurface(items: Items, i: number): boolean {
  if (at(items, i).t !== 'sc') return false;
  let k = i + 1;
  while (k < i + 4 && isMark(items, k, ':=(')) k++;
  const number = readDecimal(items, k);
  return number !== null && readUnit(items, number.next)?.kind === 'm2';
}

function isExcluded(items: Items, i: number): boolean {
  for (let k = i - 1; k > i - 5 && k >= 0; k--) {
    if (at(items, k).kind === 'break' || isMark(items, k, ';,.')) return false;
    if (has(items, k, 'negation') || /^(?:fatal|never|from|former|previously)$/.test(at(items, k).t)) return true;
    if (has(items, k, 'sc', 'iv') && !OR_WORDS.has(at(items, i - 1).t)) return false;
  }
  return false;
}

/** Every statement of a route, warnings and former routes left out. */
export function findRoutes(items: Items): Found<RouteValue>[] {
  const found: Found<RouteValue>[] = [];
  for (let i = 0; i < items.length; i++) {
    const value = statementAt(items, i);
    if (value !== null && !isExcluded(items, i)) found.push({ value, from: i, next: i + 1 });
  }
  return found;
}

/** The one route; subcutaneous and intravenous offered as alternatives are 'either', any other mixture is ambiguous. */
export function resolveRoute(items: Items, found: readonly Found<RouteValue>[]): Found<RouteValue> | null {
  const [first] = found;
  if (first === undefined) return null;
  const other = found.find(({ value }) => value !== first.value);
  if (other === undefined) return first;
  const values = new Set(found.map(({ value }) => value));
  if (values.size === 2 && values.has('SC') && values.has('IV')) {
    for (let k = first.next; k < other.from; k++) {
      if (OR_WORDS.has(at(items, k).t) && other.from - first.next <= 7)
        return { value: 'either', from: first.from, next: other.next };
    }
  }
  return { ...first, value: null, reason: 'two different routes' };
}

/** Route in a labelled cell. */
export function parseRoute(text: string): CellReading<RouteValue> {
  if (text.trim() === '') return { value: null, reason: 'absent' };
  const items = readItems(text);
  const found = resolveRoute(items, findRoutes(items));
  if (found === null) return { value: null, reason: 'unparsed', text };
  if (found.value === null) return { value: null, reason: 'ambiguous', text };
  return { value: found.value, span: spanOf(items, found.from, found.next) };
}
