/**
 * Contexts whose values exclude each other. They are refused, because one of the values is wrong and nothing tells which.
 * A dose in mg that does not fit its mg/m2 is not refused: it is a real ordering error, and a dose-check card's finding.
 */
import type { ClinicalContext } from './clinical-context.ts';
import { hoursBetween } from './instant.ts';
import { frequencyOfDays } from './regimens.ts';

/** What is wrong with an input: where it stands in the context, and why it is refused. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
}

function scheduleFaults({ days, cycleLengthDays, cycleDay, frequency }: ClinicalContext['order']): Fault[] {
  const faults: Fault[] = [];
  days?.forEach((day, index) => {
    const before = days[index - 1];
    if (before !== undefined && day <= before) {
      faults.push({ path: `order.days[${index}]`, reason: `day ${day} does not come after day ${before}` });
    }
    if (cycleLengthDays !== undefined && day > cycleLengthDays) {
      faults.push({
        path: `order.days[${index}]`,
        reason: `day ${day} does not exist in a cycle of ${cycleLengthDays} days (order.cycleLengthDays)`,
      });
    }
  });
  if (cycleDay !== undefined && cycleLengthDays !== undefined && cycleDay > cycleLengthDays) {
    faults.push({
      path: 'order.cycleDay',
      reason: `day ${cycleDay} does not exist in a cycle of ${cycleLengthDays} days (order.cycleLengthDays)`,
    });
  }
  const ofDays = days === undefined ? undefined : frequencyOfDays(days);
  if (frequency !== undefined && ofDays !== undefined && frequency !== ofDays) {
    faults.push({ path: 'order.frequency', reason: `'${frequency}' contradicts order.days, which are ${ofDays}` });
  }
  return faults;
}

/** Every pair of values that cannot both be true; an empty list when there is none. */
export function contradictionsOf({ order, patient = {} }: ClinicalContext): Fault[] {
  const faults = scheduleFaults(order);
  if (order.previousDoseAt !== undefined && order.plannedAt !== undefined) {
    const hours = hoursBetween(order.previousDoseAt, order.plannedAt);
    if (hours !== undefined && hours <= 0) {
      faults.push({ path: 'order.previousDoseAt', reason: 'the previous dose is not before order.plannedAt' });
    }
  }
  if (patient.sex === 'male' && patient.pregnant === true) {
    faults.push({ path: 'patient.pregnant', reason: "true contradicts patient.sex 'male'" });
  }
  if (patient.sex === 'male' && patient.breastFeeding === true) {
    faults.push({ path: 'patient.breastFeeding', reason: "true contradicts patient.sex 'male'" });
  }
  return faults;
}
