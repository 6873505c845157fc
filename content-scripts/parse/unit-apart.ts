/** Units that stand apart from their number: in brackets, in the next field or column, in the label before it. */
import { at, has, type Items, isMark } from './lexicon.ts';
import { readUnit, type Unit, type UnitKind } from './quantity.ts';

/** The unit that belongs to a number ending before item i and does not follow it directly, or null. */
export const unitBehind = (items: Items, i: number) =>
  unitInBrackets(items, i) ?? unitInNextField(items, i) ?? unitInNextColumn(items, i);

/** Unit that another field states: `"dose": 1.3, "unit": "mg/m2"`; returns the unit and the index after it. */
function unitInNextField(items: Items, i: number): { kind: UnitKind; next: number } | null {
  let k = i;
  while (k < i + 4 && isMark(items, k, '",\'}')) k++;
  while (k < i + 6 && at(items, k).kind === 'break') k++;
  while (k < i + 8 && isMark(items, k, '"\'')) k++;
  // 'dose_unit'
  while (k < i + 10 && (has(items, k, 'dose') || at(items, k).t === '_')) k++;
  if (!has(items, k, 'unitLabel')) return null;
  for (let u = k + 1; u < k + 8; u++) {
    const unit = readUnit(items, u);
    if (unit !== null && (unit.kind === 'mg/m2' || unit.kind === 'mg')) return unit;
    if (at(items, u).kind === 'number' || at(items, u).kind === 'break') return null;
  }
  return null;
}

/** '1.3 [mg/m2]' */
function unitInBrackets(items: Items, i: number): Unit | null {
  const unit = isMark(items, i, '[(') ? readUnit(items, i + 1) : null;
  return unit !== null && isMark(items, unit.next, '])') ? { ...unit, next: unit.next + 1 } : null;
}

/** Unit in a column of its own: `1.3,'mg/m2',`, `1.3;mg/m2;`. */
function unitInNextColumn(items: Items, i: number): Unit | null {
  if (!isMark(items, i, ',;')) return null;
  const unit = readUnit(items, isMark(items, i + 1, '"\'') ? i + 2 : i + 1);
  if (unit === null || (unit.kind !== 'mg/m2' && unit.kind !== 'mg')) return null;
  return isMark(items, unit.next, '"\';,') ? unit : null;
}

/** Unit in the label before the number: 'Dose (mg/m2): 1.3'. */
export function unitInLabel(items: Items, i: number): UnitKind | null {
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
