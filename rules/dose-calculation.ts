/**
 * Dose arithmetic: what the order gives in mg per m2, mg and mL, and what a lower dose would be.
 * Two things hold for every number: it is never above the order, and rounding never cancels a reduction.
 */
import { mosteller } from './body-surface-area.ts';
import { type ClinicalContext, FREQUENCIES, type Frequency } from './clinical-context.ts';
import { frequencyOfDays, isRarerThanWeekly } from './regimens.ts';

/** Labelled levels, mg/m2, highest first. 0.5 exists only in the hepatic table. */
export const DOSE_LADDER = [1.3, 1, 0.7] as const;
export const LOWEST_LEVEL = 0.7;
export const HIGHEST_LABELLED_DOSE = 1.3;

/** Consecutive doses are at least this far apart (US label 2; EU SmPC 4.2). */
export const MINIMUM_INTERVAL_HOURS = 72;

/** Concentration of the product as given, mg/mL (US label 2.9 and 2.10; EU SmPC 4.2). */
export const CONCENTRATION = { SC: 2.5, IV: 1 } as const;

const TINY = 1e-9;
/**
 * A dose per m2 calculated from mg this close (as a fraction) to a labelled level may be that level rounded to a vial.
 * From above it is taken for the level, so that a rounding remainder is no 'reduction'; it is never lifted to one.
 */
export const SAME_LEVEL = 0.05;

export const round = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round((value + TINY) * factor) / factor;
};
export const roundDown = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.floor((value + TINY) * factor) / factor;
};
export const isAbove = (a: number, b: number): boolean => a > b + TINY;

/** How mg per (mg/m2) is known for this patient. */
export type MgBasis = 'bsa-read' | 'ordered-mg' | 'bsa-mosteller';

export interface OrderedDose {
  /** mg/m2; undefined when it was neither read nor could be calculated */
  readonly perBsa?: number;
  /** true when mg/m2 was calculated from mg and body surface area */
  readonly perBsaCalculated: boolean;
  /** mg as ordered */
  readonly mg?: number;
  /** m2 by which a dose per m2 becomes mg */
  readonly bsaM2?: number;
  readonly mgBasis?: MgBasis;
  readonly concentrationMgMl?: number;
  readonly frequency?: Frequency;
  /** the days are rarer than once weekly, whether or not that has a named frequency */
  readonly rarerThanWeekly?: boolean;
}

/** When a stated frequency and the days disagree, the rarer one: no option may then be more frequent than either. */
function rarer(a: Frequency | undefined, b: Frequency | undefined): Frequency | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return FREQUENCIES.indexOf(a) >= FREQUENCIES.indexOf(b) ? a : b;
}

/** Order and patient as the dose arithmetic sees them. Only what was read counts; nothing is assumed. */
export function orderedDose({ order, patient }: ClinicalContext): OrderedDose {
  const bsaRead = patient?.bsaM2;
  const height = patient?.heightCm;
  const weight = patient?.weightKg;
  const bsaCalculated = height !== undefined && weight !== undefined ? mosteller(height, weight) : undefined;

  let perBsa = order.dosePerBsa;
  const perBsaCalculated = perBsa === undefined && order.doseMg !== undefined && bsaRead !== undefined;
  if (perBsa === undefined && order.doseMg !== undefined && bsaRead !== undefined) {
    const exact = order.doseMg / bsaRead;
    perBsa =
      DOSE_LADDER.find((level) => exact >= level && exact <= level * (1 + SAME_LEVEL)) ??
      Math.max(roundDown(exact, 2), 0.01);
  }

  let bsaM2: number | undefined;
  let mgBasis: MgBasis | undefined;
  if (bsaRead !== undefined) [bsaM2, mgBasis] = [bsaRead, 'bsa-read'];
  else if (order.dosePerBsa !== undefined && order.doseMg !== undefined) {
    [bsaM2, mgBasis] = [order.doseMg / order.dosePerBsa, 'ordered-mg'];
  } else if (bsaCalculated !== undefined) [bsaM2, mgBasis] = [bsaCalculated, 'bsa-mosteller'];

  const route = order.route;
  return {
    perBsa,
    perBsaCalculated,
    mg: order.doseMg,
    bsaM2,
    mgBasis,
    concentrationMgMl: route === 'SC' || route === 'IV' ? CONCENTRATION[route] : undefined,
    rarerThanWeekly: order.days !== undefined && isRarerThanWeekly(order.days, order.cycleLengthDays),
    frequency: rarer(order.frequency, order.days === undefined ? undefined : frequencyOfDays(order.days)),
  };
}

/** mg for a dose per m2, 2 decimals, never above the mg of the order; undefined when nothing tells the patient's size. */
export function mgFor(dosePerBsa: number, ordered: OrderedDose): number | undefined {
  if (ordered.bsaM2 === undefined) return undefined;
  const mg = round(dosePerBsa * ordered.bsaM2, 2);
  return ordered.mg === undefined ? mg : Math.min(mg, ordered.mg);
}

/** Whether a dose per m2 is lower than the order, in mg/m2 and, where mg is known, in mg as it would be shown. */
export function isLower(dosePerBsa: number, ordered: OrderedDose): boolean {
  if (ordered.perBsa === undefined || !isAbove(ordered.perBsa, dosePerBsa)) return false;
  const mg = mgFor(dosePerBsa, ordered);
  return mg === undefined || ordered.mg === undefined || isAbove(ordered.mg, mg);
}

/** The next labelled level below a dose, or undefined at the lowest. Off-ladder doses go to the level below them. */
export function nextLevelBelow(dosePerBsa: number): number | undefined {
  return DOSE_LADDER.find((level) => isAbove(dosePerBsa, level));
}

export interface DoseNumbers {
  dosePerBsa: number;
  doseMg?: number;
  volumeMl?: number;
  concentrationMgMl?: number;
  changePercent?: number;
}

/** The numbers of one dose for this order: mg/m2, mg, mL at the concentration of the route, change in percent (0 or less). */
export function numbersFor(dosePerBsa: number, ordered: OrderedDose): DoseNumbers {
  const numbers: DoseNumbers = { dosePerBsa };
  const doseMg = mgFor(dosePerBsa, ordered);
  if (doseMg !== undefined) {
    numbers.doseMg = doseMg;
    if (ordered.concentrationMgMl !== undefined) {
      numbers.volumeMl = round(doseMg / ordered.concentrationMgMl, 2);
      numbers.concentrationMgMl = ordered.concentrationMgMl;
    }
  }
  if (ordered.perBsa !== undefined) {
    const change = round((dosePerBsa / ordered.perBsa - 1) * 100, 1);
    numbers.changePercent = Math.min(change, 0);
  }
  return numbers;
}
