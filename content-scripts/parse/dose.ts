/** Dose per body surface area, dose in mg, body surface area: found, told apart, and resolved to the one in force. */
import { at, has, type Item, type Items, isMark, readItems } from './lexicon.ts';
import {
  type CellReading,
  type Decimal,
  isPowerOfMetre,
  readDecimal,
  readUnit,
  spanOf,
  type UnitKind,
} from './quantity.ts';

export type DoseRole = 'current' | 'plain' | 'former' | 'strength' | 'rule';

/** A quantity that may be a dose, with what the words around it say about it. */
export interface DoseCandidate {
  unit: 'mg/m2' | 'mg' | 'm2';
  value: number;
  from: number;
  next: number;
  role: DoseRole;
  /** why it must not be used */
  doubt: string | null;
}

/** Doses of bortezomib that are taken as read, mg/m2. */
export const DOSE_PER_BSA_RANGE = [0.3, 2] as const;
/** mg per administration */
export const DOSE_MG_RANGE = [0.3, 5] as const;
export const BSA_RANGE = [0.4, 3] as const;
const STRENGTHS = new Set([1, 2, 2.5, 3, 3.5, 10]);
const TO = new Set(['to', 'a', 'auf', 'naar', 'til', 'au', 'para', 'tot', 'at', 'all', 'ad']);
const FROM = new Set(['from', 'de', 'da', 'von', 'van', 'fra', 'du', 'desde', 'vom']);
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

/** The number that ends directly before item i, or null. */
function numberBefore(items: Items, i: number): Decimal | null {
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
  if (before.kind === 'number') return 'two numbers beside each other';
  if (isMark(items, number.from - 1, '.,·') && at(items, number.from - 2).kind === 'number' && number.decimals === 0) {
    return 'a decimal mark stands apart from its digits';
  }
  if ('<>≤≥±~'.includes(before.t) && before.t !== '') return 'a bound, not a dose';
  if (has(items, number.from - 1, 'limit') || has(items, number.from - 2, 'limit')) return 'a limit, not a dose';
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

function roleOf(items: Items, from: number, next: number, unit: 'mg/m2' | 'mg' | 'm2', struck: boolean): DoseRole {
  if (struck) return 'former';
  const before = at(items, from - 1);
  const cue = cueBefore(items, from);
  if (at(items, next).t === '→' || (isMark(items, next, ')') && at(items, next + 1).t === '→')) return 'former';
  if (before.t === '→') return 'current';
  if (TO.has(before.t)) {
    for (let k = from - 2; k > from - 14 && k >= 0 && at(items, k).kind !== 'break'; k--) {
      if (has(items, k, 'rule') && !has(items, k, 'reduced')) return 'rule';
      if (has(items, k, 'reduced') || at(items, k).t === 'from') return 'current';
    }
  }
  if (FROM.has(before.t)) {
    if (before.t === 'from') return 'former';
    for (let k = from - 2; k > from - 6; k--) if (has(items, k, 'reduced')) return 'former';
    for (let k = next; k < next + 4; k++)
      if (TO.has(at(items, k).t) && at(items, k + 1).kind === 'number') return 'former';
  }
  if (has(items, cue, 'now') || before.t === '=') return 'current';
  if (has(items, cue, 'former') && unit !== 'm2') return 'former';
  for (let k = from - 1; k > from - 14 && k >= 0; k--) {
    if (at(items, k).kind === 'break' || isMark(items, k, ';') || readUnit(items, k)?.kind === 'mg/m2') break;
    if (has(items, k, 'rule') && !has(items, k, 'held')) return 'rule';
  }
  return 'plain';
}

/** A vial, powder or concentration: what the product is, not what the patient gets. */
function isStrength(items: Items, from: number, next: number, value: number): boolean {
  for (let k = next; k < next + 4; k++) {
    if (has(items, k, 'vial')) return true;
    if (has(items, k, 'injection')) return STRENGTHS.has(value);
    const skip = isMark(items, k, '/,-()') || has(items, k, 'plain');
    if (!skip || at(items, k).kind === 'number') break;
  }
  if (isMark(items, next, '/') && (at(items, next + 1).kind === 'number' || has(items, next + 1, 'vial'))) return true;
  for (let k = from - 1; k > from - 4; k--) {
    if (has(items, k, 'vial')) return true;
    if (!(has(items, k, 'plain') || isMark(items, k, ':('))) break;
  }
  return false;
}

/** Whether the number is named as a dose: 'dose 2.36 mg', '= 2.36 mg', 'total dose: 2.36 mg'. */
const namedAsDose = (items: Items, from: number) => {
  for (let k = from - 1; k > from - 5; k--) {
    if (has(items, k, 'dose') || isMark(items, k, '=')) return true;
    if (!(isMark(items, k, ':("') || has(items, k, 'plain', 'now'))) return false;
  }
  return false;
};

/** Unit that another field states: `"dose": 1.3, "unit": "mg/m2"`; returns the unit and the index after it. */
function unitInNextField(items: Items, i: number): { kind: UnitKind; next: number } | null {
  let k = i;
  while (k < i + 4 && isMark(items, k, '",\'}')) k++;
  while (k < i + 6 && at(items, k).kind === 'break') k++;
  while (k < i + 8 && isMark(items, k, '"\'')) k++;
  if (!has(items, k, 'unitLabel')) return null;
  for (let u = k + 1; u < k + 8; u++) {
    const unit = readUnit(items, u);
    if (unit !== null && (unit.kind === 'mg/m2' || unit.kind === 'mg')) return unit;
    if (at(items, u).kind === 'number' || at(items, u).kind === 'break') return null;
  }
  return null;
}

/** Unit in the label before the number: 'Dose (mg/m2): 1.3'. */
function unitInLabel(items: Items, i: number): UnitKind | null {
  let k = i - 1;
  while (k > i - 6 && isMark(items, k, ')]:=|"')) k--;
  if (k === i - 1) return null;
  for (let u = k; u > k - 9; u--) {
    const unit = readUnit(items, u);
    if (unit === null || unit.next !== k + 1) continue;
    if (at(items, u - 1).kind === 'number') return null;
    if (
      unit.kind === 'mg/m2' ||
      (unit.kind === 'mg' && isMark(items, u - 1, '([')) ||
      (unit.kind === 'm2' && isMark(items, u - 1, '(['))
    )
      return unit.kind;
  }
  return null;
}

/** Finds every quantity in mg/m2, mg or m2. `hint` is the unit of a labelled cell that holds only the number. */
export function findDoses(items: Items, hint?: 'mg/m2' | 'mg'): DoseCandidate[] {
  const found: DoseCandidate[] = [];
  let struck = false;
  for (let i = 0; i < items.length; i++) {
    if (at(items, i).t === '~~') struck = !struck;
    const number = readDecimal(items, i);
    if (number === null) continue;
    const direct = readUnit(items, number.next);
    const unit = direct ?? unitInNextField(items, number.next);
    const kind = unit?.kind ?? unitInLabel(items, i) ?? hint ?? null;
    const next = unit?.next ?? number.next;
    i = next - 1;
    const candidate = kind === null ? null : classify(items, number, next, kind, struck);
    if (candidate !== null) found.push(candidate);
  }
  return found;
}

function classify(items: Items, number: Decimal, next: number, kind: UnitKind, struck: boolean): DoseCandidate | null {
  const { from, value } = number;
  const doubt = doubtOf(items, number) ?? (isRange(items, number) ? 'a range or a choice of doses' : null);
  const base = { value, from, next };
  if (kind === 'mg/m2/period')
    return { ...base, unit: 'mg/m2', role: 'plain', doubt: 'a dose for a whole week or cycle' };
  if (kind === 'mg/m2') return { ...base, unit: 'mg/m2', role: roleOf(items, from, next, 'mg/m2', struck), doubt };
  if (kind === 'm2') return { ...base, unit: 'm2', role: roleOf(items, from, next, 'm2', struck), doubt };
  if (kind === 'mg/mL') return { ...base, unit: 'mg', role: 'strength', doubt };
  if (kind !== 'mg') return null;
  const strength = isStrength(items, from, next, value) || (value === 3.5 && !namedAsDose(items, from));
  const role = strength ? 'strength' : roleOf(items, from, next, 'mg', struck);
  return { ...base, unit: 'mg', role, doubt };
}

export type Resolution = { value: number; candidate: DoseCandidate } | { value: null; reason: string | null };

/**
 * The one dose in force among candidates of one unit: a dose marked as current wins, former and rule doses never count,
 * two different ones are ambiguous. `changed` says that the text speaks of a percentage or dose level besides.
 */
export function resolveDose(
  candidates: readonly DoseCandidate[],
  range: readonly [number, number],
  changed: boolean,
): Resolution {
  const inForce = candidates.filter(({ role }) => role === 'current' || role === 'plain');
  const current = inForce.filter(({ role }) => role === 'current');
  const chosen = current.length > 0 ? current : inForce;
  // an order that changes the dose says it once, in the words of a rule; two are a rule's ladder
  const [only, second] = candidates;
  const [first] = chosen.length === 0 && only?.role === 'rule' && second === undefined ? [only] : chosen;
  if (first === undefined) {
    const [other] = candidates;
    if (other === undefined) return { value: null, reason: null };
    return { value: null, reason: REASON_BY_ROLE[other.role] };
  }
  const doubtful = [first, ...chosen].find(({ doubt }) => doubt !== null);
  if (doubtful !== undefined) return { value: null, reason: doubtful.doubt };
  if (chosen.some(({ value }) => value !== first.value)) return { value: null, reason: 'two different doses' };
  if (first.value < range[0] || first.value > range[1]) return { value: null, reason: 'outside the plausible range' };
  const former = candidates.some(({ role }) => role === 'former');
  if (changed && current.length === 0 && !former)
    return { value: null, reason: 'changed by a percentage or dose level' };
  return { value: first.value, candidate: first };
}

const REASON_BY_ROLE: Record<DoseRole, string> = {
  current: '',
  plain: '',
  former: 'only the former dose is stated',
  strength: 'a product strength, not a dose',
  rule: 'a rule for changing the dose',
};

const NOT_A_CHANGE =
  /^(?:nacl|sodium|saline|dextrose|glucose|glucosa|glukose|natrium|cloruro|chlorure|cloreto|natriumchlorid|ns|d|w|physiol[a-z]*|kochsalz[a-z]*)$/;

/** Whether a percentage or a dose level between two items changes the dose ('-25 %', 'at 75 %', 'dose level -1'). */
export function changesDose(items: Items, from: number, next: number): boolean {
  for (let i = from; i < next; i++) {
    if (at(items, i).t === 'dl' && at(items, i + 1).t === '-') return true;
    if (
      /^dose levels?$/.test(at(items, i).t) ||
      (has(items, i, 'dose') && /^(?:level|nivel|stufe|niveau|livello)$/.test(at(items, i + 1).t))
    )
      return true;
    if (at(items, i).t !== '%') continue;
    const number = numberBefore(items, i);
    if (number === null || number.value === 100 || number.value < 1) continue;
    if (!NOT_A_CHANGE.test(at(items, i + 1).t)) return true;
  }
  return false;
}

/** Whether any candidate's number is followed by a bare number that may be the new dose: 'reduced from 1.3 mg/m2 to 1'. */
export function bareNewDose(items: Items, candidates: readonly DoseCandidate[]): boolean {
  return candidates.some(({ next }) => {
    let k = next;
    while (
      k < next + 4 &&
      (isMark(items, k, '),') || has(items, k, 'reduced', 'sc', 'iv') || at(items, k).t === 'dose')
    )
      k++;
    if (at(items, k).t !== '→' && !TO.has(at(items, k).t) && !has(items, k, 'now')) return false;
    const number = readDecimal(items, k + 1);
    return (
      number !== null &&
      number.value <= 2 &&
      readUnit(items, number.next) === null &&
      (number.decimals > 0 || at(items, k).t === '→' || has(items, k, 'now'))
    );
  });
}

function parseCell(
  text: string,
  unit: 'mg/m2' | 'mg',
  range: readonly [number, number],
  hint: boolean,
): CellReading<number> {
  if (text.trim() === '') return { value: null, reason: 'absent' };
  const items = readItems(text);
  const all = findDoses(items, hint ? unit : undefined);
  const candidates = all.filter((candidate) => candidate.unit === unit);
  if (bareNewDose(items, all)) return { value: null, reason: 'unit-missing', text };
  const resolved = resolveDose(candidates, range, changesDose(items, 0, items.length));
  if (resolved.value !== null) {
    return { value: resolved.value, span: spanOf(items, resolved.candidate.from, resolved.candidate.next) };
  }
  if (candidates.length > 0) return { value: null, reason: 'ambiguous', text };
  const numbers = items.some((item: Item) => item.kind === 'number');
  return { value: null, reason: !numbers ? 'unparsed' : all.length > 0 ? 'absent' : 'unit-missing', text };
}

/**
 * Dose per body surface area, mg/m2, in a labelled cell. `unitInLabel`: the label carries the unit, so that a bare
 * number counts. Only 0.3 to 2 mg/m2 is returned.
 */
export function parseDosePerBsa(text: string, unitInTheLabel = false): CellReading<number> {
  return parseCell(text, 'mg/m2', DOSE_PER_BSA_RANGE, unitInTheLabel);
}

/** Dose in mg per administration in a labelled cell; a vial size or concentration is not one. Only 0.3 to 5 mg. */
export function parseDoseMg(text: string, unitInTheLabel = false): CellReading<number> {
  return parseCell(text, 'mg', DOSE_MG_RANGE, unitInTheLabel);
}
