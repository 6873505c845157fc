/** What a product holds, told apart from what the patient gets. */
import { at, has, type Items, isMark } from './lexicon.ts';
import { type Decimal, readDecimal, readUnit } from './quantity.ts';

const STRENGTHS = new Set([1, 2, 2.5, 3, 3.5, 10]);

/** A vial, powder or concentration: what the product is, not what the patient gets. */
export function isStrength(items: Items, from: number, next: number, value: number): boolean {
  let end = next;
  // '1 mg, 2 mg and 3.5 mg powder'
  while (STRENGTHS.has(value) && end < next + 16) {
    const other = isMark(items, end, ',/') || has(items, end, 'plain') ? readDecimal(items, end + 1) : null;
    if (other === null || !STRENGTHS.has(other.value) || readUnit(items, other.next)?.kind !== 'mg') break;
    end = other.next + 1;
  }
  for (let k = end; k < end + 4; k++) {
    if (isFilled(items, k, value)) break;
    if (has(items, k, 'vial')) return true;
    if (has(items, k, 'injection')) return STRENGTHS.has(value);
    const skip = isMark(items, k, '/,-()') || has(items, k, 'plain');
    if (!skip || at(items, k).kind === 'number') break;
  }
  // '2.35 mg = 0.94 mL', '2.4 mg (0.96 mL)': what is drawn up
  if (isMark(items, next, '=(') && !STRENGTHS.has(value)) {
    const volume = readDecimal(items, next + 1);
    if (volume !== null && /^m(?:l|illilit)/.test(at(items, volume.next).t)) return false;
  }
  if (isMark(items, next, '/') && (at(items, next + 1).kind === 'number' || has(items, next + 1, 'vial'))) return true;
  for (let k = from - 1; k > from - 4; k--) {
    if (isFilled(items, k, value)) continue;
    if (has(items, k, 'vial')) return true;
    if (!(has(items, k, 'plain') || isMark(items, k, ':('))) break;
  }
  return false;
}

/** 'syringe 2.3 mg': what was drawn up for one patient, unless it is the size of a vial. */
const isFilled = (items: Items, i: number, value: number) =>
  /^(?:syringe|syringes)$/.test(at(items, i).t) && !STRENGTHS.has(value);

/** Whether the number is named as a dose: 'dose 2.36 mg', '= 2.36 mg', 'total dose: 2.36 mg'. */
export const namedAsDose = (items: Items, from: number) => {
  for (let k = from - 1; k > from - 5; k--) {
    if (has(items, k, 'dose') || isMark(items, k, '=')) return true;
    if (!(isMark(items, k, ':("') || has(items, k, 'plain', 'now'))) return false;
  }
  return false;
};

/** '2.3 mg / 0.92 mL': a dose with its volume at one of the two concentrations that bortezomib is made up to. */
export function isDrawnUp(items: Items, { value, next }: Decimal): boolean {
  if (STRENGTHS.has(value)) return false;
  for (let k = next + 1; k < next + 4; k++) {
    const volume = isMark(items, k - 1, '/') ? readDecimal(items, k) : null;
    if (volume === null || volume.value === 0 || volume.doubt !== null) continue;
    const concentration = value / volume.value;
    return [1, 2.5].some((made) => Math.abs(concentration - made) < 0.03 * made);
  }
  return false;
}
