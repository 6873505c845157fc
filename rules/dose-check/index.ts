/** The pharmacist's checks of the order, in a fixed order: what stops first. */
import { contraindicationCheck } from '../allergies.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { Outcome } from '../outcome.ts';
import { intervalCheck, productCheck, routeCheck } from './administration.ts';
import { bsaCheck, mgCheck, overDose, roundingCheck, type ToleranceBands, volumeCheck } from './amount.ts';
import { reductionsCheck, retreatmentCheck, scheduleCheck } from './course.ts';
import { hepaticCheck, renalCheck } from './organ-function.ts';

export function doseChecks(facts: CaseFacts, bands?: ToleranceBands): Outcome[] {
  return [
    routeCheck(facts),
    contraindicationCheck(facts),
    overDose(facts),
    intervalCheck(facts),
    mgCheck(facts, bands),
    roundingCheck(facts),
    bsaCheck(facts),
    volumeCheck(facts),
    productCheck(facts),
    hepaticCheck(facts),
    renalCheck(facts),
    scheduleCheck(facts),
    reductionsCheck(facts),
    retreatmentCheck(facts),
  ];
}
