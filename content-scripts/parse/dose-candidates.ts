/** Quantities in mg/m2, mg and m2, each with what the words around it say: dose, former dose, product strength, rule. */
import { MODAL } from './evidence.ts';
import { at, has, type Items, isMark } from './lexicon.ts';
import { type Decimal, isPowerOfMetre, readDecimal, readUnit, type UnitKind } from './quantity.ts';
import { isDrawnUp, isStrength, namedAsDose } from './strength.ts';
import { unitBehind, unitInLabel } from './unit-apart.ts';

export type DoseRole = 'current' | 'plain' | 'former' | 'strength' | 'rule' | 'limit';

/** A quantity that may be a dose, with what the words around it say about it. */
export interface DoseCandidate {
  unit: 'mg/m2' | 'mg' | 'm2';
  value: number;
  from: number;
  next: number;
  role: DoseRole;
  /** why it must not be used */
  doubt: string | null;
  /** the mention of a drug that it belongs to and the sentence that it stands in, where they are known */
  place?: string;
}

/** why a figure with ≤ or ± before it may not be used */
export const BOUND = 'a bound, not a dose';
export const WHOLE = 'a dose for a whole week or cycle';
export const RANGE = 'a range or a choice of doses';
/** why the last figure of '1.3; 1.0; 0.7 mg/m2' may not be used */
export const LIST = 'one of a list of doses';
export const TO = new Set(['to', 'a', 'auf', 'naar', 'til', 'au', 'para', 'tot', 'at', 'all', 'ad']);
export const FROM = new Set(['from', 'de', 'da', 'von', 'van', 'fra', 'du', 'desde', 'vom']);
const RANGE_WORDS = new Set([
  'to',
  'or',
  'bis',
  'a',
  'au',
  'o',
  'ou',
  'oder',
  'tot',
  'til',
  'and',
  'y',
  'e',
  'und',
  'et',
  '/',
  '-',
  '~',
  '±',
  'of',
]);
const FILLERS = new Set([
  '(',
  ':',
  '=',
  '"',
  'the',
  'a',
  'of',
  'at',
  'la',
  'el',
  'le',
  'der',
  'die',
  'il',
  'is',
  'was',
  'dosis',
  'dose',
  ',',
  '[',
  '*',
  'en',
  'de',
  'dosi',
]);

/** 'approx. 1.3 mg/m2' */
const ABOUT =
  /^(?:approx|approximately|about|circa|ca|etwa|ungefahr|environ|aproximadamente|aproximada|cerca|ongeveer|omtrent)$/;
/** 'decreased by 0.3 mg/m2' */
const BY = /^(?:by|um|en|em|met|med|with)$/;
const CHANGE = /^(?:increas|aument|augment|erhoh|raise|escalat|verho|oge)/;

/** The number that ends directly before item i, or null. */
export function numberBefore(items: Items, i: number): Decimal | null {
  for (const k of [i - 3, i - 2, i - 1]) {
    const number = readDecimal(items, k);
    if (number !== null && number.next === i && !isPowerOfMetre(items, k)) return number;
  }
  return null;
}

/** Nearest item before i that is not a filler, at most six back. */
function cueBefore(items: Items, i: number): number {
  let k = i - 1;
  while (k > i - 7 && k >= 0 && (FILLERS.has(at(items, k).t) || has(items, k, 'dose'))) k--;
  return k;
}

function doubtOf(items: Items, number: Decimal): string | null {
  if (number.doubt !== null) return number.doubt;
  const before = at(items, number.from - 1);
  // the number of a code name is none: 'PS-341 1.3 mg/m2'
  if (before.kind === 'number' && !/^(?:341|681239)$/.test(before.t)) return 'two numbers beside each other';
  if (isMark(items, number.from - 1, '.,·') && at(items, number.from - 2).kind === 'number' && number.decimals === 0) {
    return 'a decimal mark stands apart from its digits';
  }
  // '1;3', '1..3', '1_3': digits with something odd between them
  const glued = before.kind === 'mark' && !at(items, number.from).spaced && !before.spaced;
  if (glued && ".,·';:_".includes(before.t) && /^[0-9.,·]/.test(at(items, number.from - 2).t))
    return 'digits joined by an unusual mark';
  // 'q1.3 mg/m2'
  if (before.kind === 'word' && before.t.length === 1 && !at(items, number.from).spaced)
    return 'a letter stands at the number';
  const sign = before.t === '=' ? at(items, number.from - 2) : before;
  if (
    sign.t !== '' &&
    ('<>≤≥±~≈'.includes(sign.t) ||
      ABOUT.test(isMark(items, number.from - 1, '.') ? at(items, number.from - 2).t : before.t))
  )
    return BOUND;
  if (BY.test(before.t)) {
    for (let k = number.from - 2; k > number.from - 6; k--)
      if (has(items, k, 'reduced', 'rule') || CHANGE.test(at(items, k).t)) return 'the amount of a change, not a dose';
    // 'um 0,3 mg/m2 reduziert'
    for (let k = number.next; /^(?:by|um)$/.test(before.t) && k < number.next + 7; k++)
      if (has(items, k, 'reduced')) return 'the amount of a change, not a dose';
  }
  return null;
}

/** '1.0-1.3 mg/m2', '1 or 1.3 mg/m2', '0.7 to 1 mg/m2' (but not 'from 1.3 to 1 mg/m2'). */
function isRange(items: Items, number: Decimal): boolean {
  const link = at(items, number.from - 1);
  if (!RANGE_WORDS.has(link.t) || link.t === 'of') return false;
  const earlier = numberBefore(items, number.from - 1);
  if (earlier === null || (earlier.decimals === 0 && number.decimals === 0 && link.t === '/')) return false;
  const head = at(items, earlier.from - 1);
  if (FROM.has(head.t) && TO.has(link.t)) return false;
  if (has(items, earlier.from - 1, 'day', 'dayLetter', 'cycle')) return false;
  // 'days 1, 4, 8 and 11 1.3': the earlier number belongs to a list of days
  return !(earlier.decimals === 0 && isMark(items, earlier.from - 1, ',-'));
}

/** '1.3; 1.0; 0.7 mg/m2': bare figures of the size of a dose lead to this one. */
function endsList(items: Items, number: Decimal): boolean {
  if (!isMark(items, number.from - 1, ',;')) return false;
  const earlier = numberBefore(items, number.from - 1);
  return earlier !== null && earlier.decimals > 0 && earlier.value <= 2 && number.decimals > 0;
}

/** '(was 1 mg/m2 twice weekly)': the bracket around the quantity begins with a word for former. */
function opensAsFormer(items: Items, from: number): boolean {
  for (let k = from - 1; k > from - 8 && k >= 0; k--) {
    if (at(items, k).kind === 'break' || isMark(items, k, ')]') || has(items, k, 'now')) return false;
    if (isMark(items, k, '([')) return has(items, k + 1, 'former');
  }
  return false;
}

/** 'may be reduced', 'to be reduced', 'will be lowered': not yet. */
const isStillToCome = (items: Items, i: number) =>
  [i - 1, i - 2, i - 3].some(
    (k) =>
      has(items, k, 'consider', 'if') ||
      MODAL.test(at(items, k).t) ||
      /^(?:be|will|ser|sera|etre|essere|werden|worden|blive)$/.test(at(items, k).t),
  );

/** How many arrows lead to the quantity at an item, up to two: '1.3 mg/m2 → 1.0 mg/m2 → 0.7 mg/m2'. */
function stepsBefore(items: Items, from: number): number {
  let steps = 0;
  let gap = 0;
  for (let k = from - 1; k >= 0 && steps < 2 && gap < 8 && at(items, k).kind !== 'break'; k--, gap++) {
    if (at(items, k).t !== '→') continue;
    steps++;
    gap = 0;
  }
  return steps;
}

/** '1.3 mg/m2 → 2.25 mg': what comes of the dose, not what replaces it. */
function leadsToOtherUnit(items: Items, arrow: number, unit: string): boolean {
  const number = readDecimal(items, has(items, arrow + 1, 'dose') ? arrow + 2 : arrow + 1);
  const other = number === null ? undefined : readUnit(items, number.next)?.kind;
  return unit === 'mg/m2' && other === 'mg';
}

/** '75 % =', '25 % dose reduction =' */
function isShareBefore(items: Items, i: number): boolean {
  for (let k = i - 1; k > i - 4; k--) if (at(items, k).t === '%') return true;
  return false;
}

function roleOf(items: Items, from: number, next: number, unit: 'mg/m2' | 'mg' | 'm2', struck: boolean): DoseRole {
  if (struck) return 'former';
  if (opensAsFormer(items, from)) return 'former';
  const before = at(items, from - 1);
  const cue = cueBefore(items, from);
  const arrow = isMark(items, next, ')') ? next + 1 : next;
  if (at(items, arrow).t === '→' && !leadsToOtherUnit(items, arrow, unit)) return 'former';
  // '1.3 → 1.0 → 0.7 mg/m2' is a ladder of doses
  if (before.t === '→') {
    // 'Grade 3 → 0.7 mg/m2'
    if ([from - 2, from - 3].some((k) => has(items, k, 'grade'))) return 'rule';
    return stepsBefore(items, from) > 1 ? 'rule' : 'current';
  }
  if (TO.has(before.t)) {
    for (let k = from - 2; k > from - 14 && k >= 0 && at(items, k).kind !== 'break'; k--) {
      if (has(items, k, 'rule') && !has(items, k, 'reduced')) return 'rule';
      if (has(items, k, 'reduced') && isStillToCome(items, k)) return 'rule';
      if (has(items, k, 'reduced') || at(items, k).t === 'from') return 'current';
    }
  }
  if (FROM.has(before.t)) {
    if (before.t === 'from') return 'former';
    for (let k = from - 2; k > from - 6; k--) if (has(items, k, 'reduced')) return 'former';
    for (let k = next; k < next + 4; k++)
      if (TO.has(at(items, k).t) && at(items, k + 1).kind === 'number') return 'former';
  }
  if (has(items, cue, 'limit') || (isMark(items, cue, '.') && has(items, cue - 1, 'limit'))) return 'limit';
  // '75 % = 1 mg/m2; 50 % = 0.7 mg/m2', but '1.3 mg/m2 at 75 % = 1 mg/m2'
  if (before.t === '=' && !has(items, from - 4, 'plain') && isShareBefore(items, from - 1)) return 'rule';
  if (has(items, cue, 'now') || before.t === '=') return 'current';
  if (has(items, cue, 'former') && unit !== 'm2') return 'former';
  for (let k = from - 1; k > from - 14 && k >= 0; k--) {
    if (at(items, k).kind === 'break' || isMark(items, k, ';') || readUnit(items, k)?.kind === 'mg/m2') break;
    if (has(items, k, 'rule') && !has(items, k, 'held')) return 'rule';
  }
  return 'plain';
}

/** Finds every quantity in mg/m2, mg or m2. `hint` is the unit of a labelled cell that holds only the number. */
export function findDoses(items: Items, hint?: 'mg/m2' | 'mg'): DoseCandidate[] {
  const found: DoseCandidate[] = [];
  let struck = false;
  for (let i = 0; i < items.length; i++) {
    if (at(items, i).t === '~~') struck = !struck;
    const number = readDecimal(items, i);
    if (number === null) continue;
    // a cell border or line break may stand between the number and its unit
    const border = at(items, number.next).kind === 'break' || isMark(items, number.next, '|');
    const place = border ? number.next + 1 : number.next;
    // the label of the next field ('unit: mg/m2') is not itself a unit
    const direct = border && has(items, place, 'unitLabel') ? null : readUnit(items, place);
    const unit = direct ?? unitBehind(items, number.next);
    const kind = unit?.kind ?? unitInLabel(items, i) ?? hint ?? null;
    const next = unit?.next ?? number.next;
    i = next - 1;
    const candidate = kind === null ? null : classify(items, number, next, kind, struck);
    if (candidate === null) continue;
    // 'instead of 2.3 mg (1.3 mg/m2)'
    const last = found.at(-1);
    if (last?.role === 'former' && isMark(items, last.next, '(=') && candidate.from === last.next + 1)
      candidate.role = 'former';
    found.push(candidate);
  }
  return found;
}

/** 'total per cycle 9.2 mg', 'cumulative dose: 10.4 mg/m2' */
function isWhole(items: Items, from: number): boolean {
  let k = from - 1;
  while (k > from - 4 && (isMark(items, k, ':=') || has(items, k, 'dose'))) k--;
  if (/^(?:cumulative|cumul|cumulee|kumulativ|kumulative)$/.test(at(items, k).t)) return true;
  return has(items, k, 'cycle') && /^(?:per|pro|par|por|pr|each)$/.test(at(items, k - 1).t);
}

function classify(items: Items, number: Decimal, next: number, kind: UnitKind, struck: boolean): DoseCandidate | null {
  const { from, value } = number;
  const ladder = at(items, from - 1).t === '→' && stepsBefore(items, from) > 1;
  const listed = ladder || endsList(items, number) ? LIST : null;
  const doubt = doubtOf(items, number) ?? (isRange(items, number) ? RANGE : listed);
  const base = { value, from, next };
  if (kind === 'mg/m2/period') return { ...base, unit: 'mg/m2', role: 'plain', doubt: WHOLE };
  if ((kind === 'mg/m2' || kind === 'mg') && isWhole(items, from))
    return { ...base, unit: kind, role: 'plain', doubt: WHOLE };
  if (kind === 'mg/m2') return { ...base, unit: 'mg/m2', role: roleOf(items, from, next, 'mg/m2', struck), doubt };
  if (kind === 'm2') return { ...base, unit: 'm2', role: roleOf(items, from, next, 'm2', struck), doubt };
  if (kind === 'mg/mL' && isDrawnUp(items, number))
    return { ...base, unit: 'mg', role: roleOf(items, from, next, 'mg', struck), doubt };
  if (kind === 'mg/mL') return { ...base, unit: 'mg', role: 'strength', doubt };
  if (kind !== 'mg') return null;
  // the 0.1 mg that are billed
  const billed = value < 0.3;
  const strength = billed || isStrength(items, from, next, value) || (value === 3.5 && !namedAsDose(items, from));
  const role = strength ? 'strength' : roleOf(items, from, next, 'mg', struck);
  return { ...base, unit: 'mg', role, doubt };
}
