/** The dose in force among all quantities of a text, and doses in labelled cells. */
import { type DoseCandidate, type DoseRole, findDoses, numberBefore, TO, WHOLE } from './dose-candidates.ts';
import { at, has, type Item, type Items, isMark, readItems } from './lexicon.ts';
import { type CellReading, readDecimal, readUnit, spanOf } from './quantity.ts';

/** Doses of bortezomib that are taken as read, mg/m2. */
export const DOSE_PER_BSA_RANGE = [0.3, 2] as const;
/** mg per administration */
export const DOSE_MG_RANGE = [0.3, 5] as const;
export const BSA_RANGE = [0.4, 3] as const;

/** What the clinical context can hold: up to 5 mg/m2 and 20 mg. */
const isStatable = ({ unit, value }: DoseCandidate) => value <= (unit === 'mg/m2' ? 5 : 20);

export type Resolution = { value: number; candidate: DoseCandidate } | { value: null; reason: string | null };

/**
 * The one dose in force among candidates of one unit: a dose marked as current wins, former and rule doses never count,
 * two different ones are ambiguous. `changed` says that the text speaks of a percentage or dose level besides.
 * @param isBound whether nothing stands between the name and the quantity: then an amount outside the usual range is
 *   read too, as far as the clinical context can hold it
 */
export function resolveDose(
  candidates: readonly DoseCandidate[],
  range: readonly [number, number],
  changed: boolean,
  isBound: (candidate: DoseCandidate) => boolean = () => false,
): Resolution {
  const inForce = candidates.filter(({ role }) => role === 'current' || role === 'plain');
  const current = inForce.filter(({ role }) => role === 'current');
  const chosen = current.length > 0 ? current : inForce;
  // 'now 1 mg/m2' outweighs what its own order says besides, not another order
  const [now] = current;
  if (now !== undefined && inForce.some(({ value, place }) => value !== now.value && place !== now.place))
    return { value: null, reason: 'two different doses' };
  // an order that changes the dose says it once, in the words of a rule; two are a rule's ladder
  const [only, second] = candidates;
  const [first] = chosen.length === 0 && only?.role === 'rule' && second === undefined ? [only] : chosen;
  if (first === undefined) {
    const [other] = candidates;
    if (other === undefined) return { value: null, reason: null };
    return { value: null, reason: REASON_BY_ROLE[other.role] };
  }
  // the sum of a cycle says nothing against the single dose
  const single = chosen.filter(({ doubt }) => doubt !== WHOLE);
  if (single.length > 0 && single.length < chosen.length)
    return resolveDose(
      candidates.filter(({ doubt }) => doubt !== WHOLE),
      range,
      changed,
      isBound,
    );
  const doubtful = [first, ...chosen].find(({ doubt }) => doubt !== null);
  if (doubtful !== undefined) return { value: null, reason: doubtful.doubt };
  if (chosen.some(({ value }) => value !== first.value)) return { value: null, reason: 'two different doses' };
  if (first.value < range[0]) return { value: null, reason: 'outside the plausible range' };
  if (first.value > range[1]) {
    // an overdose has to reach the rules as it stands, if it cannot be anything else
    if (candidates.length > 1 || !isBound(first) || !isStatable(first))
      return { value: null, reason: 'outside the plausible range' };
  }
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
  limit: 'a limit, not a dose',
};

const NOT_A_CHANGE =
  /^(?:nacl|sodium|saline|dextrose|glucose|glucosa|glukose|natrium|cloruro|chlorure|cloreto|natriumchlorid|ns|d|w|physiol[a-z]*|kochsalz[a-z]*)$/;

const PERCENT = /^(?:percent|pct|prozent|procent|pour cent)$/;
const PART = /^(?:half|halbe|halben|mezza|meia|media|demi|halve|halv|½|¾|three-quarters?|quarters?)$/;

/** 'half dose', '1.3 mg/m2 x 0.75' */
function isShare(items: Items, i: number): boolean {
  if (PART.test(at(items, i).t)) return [i + 1, i + 2].some((k) => has(items, k, 'dose'));
  const factor = isMark(items, i, '×*') || at(items, i).t === 'x' ? readDecimal(items, i + 1) : null;
  return factor !== null && factor.decimals > 0 && factor.value < 1 && readUnit(items, factor.next) === null;
}

/** Whether a percentage or a dose level between two items changes the dose ('-25 %', 'at 75 %', 'dose level -1'). */
export function changesDose(items: Items, from: number, next: number): boolean {
  for (let i = from; i < next; i++) {
    if (at(items, i).t === 'dl' && at(items, i + 1).t === '-') return true;
    if (
      /^dose levels?$/.test(at(items, i).t) ||
      (has(items, i, 'dose') && /^(?:level|nivel|stufe|niveau|livello)$/.test(at(items, i + 1).t))
    )
      return true;
    if (isShare(items, i)) return true;
    if (at(items, i).t !== '%' && !PERCENT.test(at(items, i).t)) continue;
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
  const resolved = resolveDose(candidates, range, changesDose(items, 0, items.length), () => unit === 'mg/m2');
  if (resolved.value !== null) {
    return { value: resolved.value, span: spanOf(items, resolved.candidate.from, resolved.candidate.next) };
  }
  if (candidates.length > 0) return { value: null, reason: 'ambiguous', text };
  const numbers = items.some((item: Item) => item.kind === 'number');
  return { value: null, reason: !numbers ? 'unparsed' : all.length > 0 ? 'absent' : 'unit-missing', text };
}

/**
 * Dose per body surface area, mg/m2, in a labelled cell. `unitInLabel`: the label carries the unit, so that a bare
 * number counts. Only 0.3 to 5 mg/m2 is returned: an overdose is, what no label holds is not.
 */
export function parseDosePerBsa(text: string, unitInTheLabel = false): CellReading<number> {
  return parseCell(text, 'mg/m2', DOSE_PER_BSA_RANGE, unitInTheLabel);
}

/** Dose in mg per administration in a labelled cell; a vial size or concentration is not one. Only 0.3 to 5 mg. */
export function parseDoseMg(text: string, unitInTheLabel = false): CellReading<number> {
  return parseCell(text, 'mg', DOSE_MG_RANGE, unitInTheLabel);
}
