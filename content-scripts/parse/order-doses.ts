/** Dose per area, dose in mg and body surface area of an order, each by itself and against each other. */
import { BSA_RANGE, bareNewDose, changesDose, DOSE_MG_RANGE, DOSE_PER_BSA_RANGE, resolveDose } from './dose.ts';
import type { DoseCandidate } from './dose-candidates.ts';
import type { Items } from './lexicon.ts';
import type { ParsedOrder } from './parsed-order.ts';
import { spanOf } from './quantity.ts';

/** Fills the doses of an order from its own candidates; the body surface area may stand anywhere in the text. */
export function resolveDoses(
  items: Items,
  doses: readonly DoseCandidate[],
  all: readonly DoseCandidate[],
  owned: (i: number) => boolean,
  isBound: (dose: DoseCandidate) => boolean,
  isNobodys: (i: number) => boolean,
  order: ParsedOrder,
): void {
  const of = (unit: DoseCandidate['unit']) => doses.filter((dose) => dose.unit === unit);
  const [first] = doses;
  const last = doses.at(-1);
  let changed = false;
  for (let i = 0; i < items.length && first !== undefined && last !== undefined; i++) {
    if (owned(i) && changesDose(items, i, i + 1)) changed = true;
  }
  const set = (field: 'dosePerBsa' | 'doseMg' | 'bsaM2', resolved: ReturnType<typeof resolveDose>) => {
    if (resolved.value === null) {
      if (resolved.reason !== null) order.reasons[field] = resolved.reason;
      return;
    }
    order[field] = resolved.value;
    order.spans[field] = spanOf(items, resolved.candidate.from, resolved.candidate.next);
  };
  const drop = (field: 'dosePerBsa' | 'doseMg', reason: string) => {
    if (order[field] === null) return;
    order[field] = null;
    delete order.spans[field];
    order.reasons[field] = reason;
  };
  set('dosePerBsa', resolveDose(of('mg/m2'), DOSE_PER_BSA_RANGE, changed, isBound));
  set(
    'doseMg',
    resolveDose(
      of('mg').filter(({ role }, _, list) => role !== 'strength' || list.every((other) => other.role === 'strength')),
      DOSE_MG_RANGE,
      changed,
      isBound,
    ),
  );
  set(
    'bsaM2',
    resolveDose(
      all.filter(({ unit }) => unit === 'm2'),
      BSA_RANGE,
      false,
    ),
  );
  if (bareNewDose(items, doses)) {
    drop('dosePerBsa', 'the new dose stands without a unit');
    drop('doseMg', 'the new dose stands without a unit');
  }
  // '1.3 mg/m2; 1 mg/m2; bortezomib 0.7 mg/m2': doses that no drug is named with, beside another one
  const { dosePerBsa } = order;
  const stray = all.some(
    ({ unit, value, role, from }) =>
      unit === 'mg/m2' && value <= DOSE_PER_BSA_RANGE[1] && value !== dosePerBsa && role === 'plain' && isNobodys(from),
  );
  if (dosePerBsa !== null && stray) drop('dosePerBsa', 'another dose without the name of a drug stands beside it');
  crossCheck(order, drop);
}

/** mg, mg/m2 and m2 of one sentence have to fit each other. */
function crossCheck(order: ParsedOrder, drop: (field: 'dosePerBsa' | 'doseMg', reason: string) => void): void {
  const { dosePerBsa, doseMg, bsaM2 } = order;
  if (dosePerBsa === null || doseMg === null) return;
  const surface = doseMg / dosePerBsa;
  if (bsaM2 !== null && Math.abs(surface - bsaM2) > 0.1 * bsaM2) {
    drop('doseMg', 'mg, mg/m2 and body surface area do not fit each other');
    drop('dosePerBsa', 'mg, mg/m2 and body surface area do not fit each other');
  } else if (surface < 1 || surface > 3) drop('doseMg', 'mg and mg/m2 do not fit each other');
}
