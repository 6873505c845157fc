/** What the rules share about one case: the context, and what is derived from it once. Nothing here is assumed. */
import { type ReadAllergy, readAllergies } from './allergies.ts';
import type { Assessment, ClinicalContext, Order, Patient, Setting } from './clinical-context.ts';
import { conditionsIn, type FoundCondition } from './conditions.ts';
import { type OrderedDose, orderedDose, round } from './dose-calculation.ts';
import { type Recognised, readMedications } from './medications.ts';
import { type Regimen, regimenNamed } from './regimens.ts';
import { type CreatinineClearance, creatinineClearance } from './renal-function.ts';
import type { SourceId } from './sources.ts';

/** A dose that another labelled rule sets above the neuropathy row; the lower of the two wins. */
export interface DoseCap {
  readonly dosePerBsa: number;
  readonly reason: string;
  readonly source: SourceId;
  readonly section: string;
}

export interface CaseFacts {
  readonly context: ClinicalContext;
  readonly order: Order;
  readonly assessment: Assessment;
  readonly patient: Patient;
  readonly setting: Setting;
  readonly ordered: OrderedDose;
  readonly regimen: Regimen | undefined;
  /** bilirubin as a multiple of its upper limit of normal, when both were given */
  readonly bilirubinTimesUln: number | undefined;
  readonly cap: DoseCap | undefined;
  /** the limit that would hold if this were cycle 1; only while the cycle is not known */
  readonly capInCycle1: DoseCap | undefined;
  /** the known drugs of the medication list; undefined when no list was read, which is not an empty list */
  readonly medications: readonly Recognised[] | undefined;
  /** the same, with every entry that names a drug again */
  readonly medicationEntries: readonly Recognised[];
  /** entries of the medication list in which no known drug was recognised */
  readonly unrecognised: readonly string[];
  /** the known conditions of the problem list; undefined when no list was read */
  readonly conditions: readonly FoundCondition[] | undefined;
  /** creatinine clearance, or the names of the inputs that are missing for it */
  readonly crCl: CreatinineClearance | readonly string[];
  /** entries of the allergy list that name something; undefined when no list was read, which is not an empty list */
  readonly allergies: readonly ReadAllergy[] | undefined;
}

/** The clearance in mL/min, or undefined. */
export function crClOf({ crCl }: CaseFacts): number | undefined {
  return 'mlMin' in crCl ? crCl.mlMin : undefined;
}

export const HEPATIC_START_DOSE = 0.7;
export const HEPATIC_THRESHOLD = 1.5;

/** The limits that hold in a given cycle, the lowest of them; the hepatic start dose is one of cycle 1 only. */
function capIn(cycle: number | undefined, order: Order, bilirubinTimesUln: number | undefined): DoseCap | undefined {
  const caps: DoseCap[] = [];
  if (bilirubinTimesUln !== undefined && bilirubinTimesUln > HEPATIC_THRESHOLD && cycle === 1) {
    caps.push({
      dosePerBsa: HEPATIC_START_DOSE,
      reason: 'start dose in cycle 1 with bilirubin above 1.5 times the upper limit of normal',
      source: 'us-pi-label',
      section: '2.8',
    });
  }
  if (order.retreatment === true && order.lastToleratedDosePerBsa !== undefined) {
    caps.push({
      dosePerBsa: order.lastToleratedDosePerBsa,
      reason: 'last tolerated dose, at which retreatment starts',
      source: 'us-pi-label',
      section: '2.6',
    });
  }
  return caps.sort((a, b) => a.dosePerBsa - b.dosePerBsa)[0];
}

export function caseFacts(context: ClinicalContext): CaseFacts {
  const { order, assessment = {}, patient = {}, setting = {} } = context;
  const { bilirubinMgDl, bilirubinUlnMgDl } = patient;
  // Rounded, so that 2.1 of 1.4 is exactly 1.5 times and not a hair above the threshold.
  const bilirubinTimesUln =
    bilirubinMgDl === undefined || bilirubinUlnMgDl === undefined
      ? undefined
      : round(bilirubinMgDl / bilirubinUlnMgDl, 6);
  const medications = patient.medications === undefined ? undefined : readMedications(patient.medications);
  return {
    context,
    order,
    assessment,
    patient,
    setting,
    ordered: orderedDose(context),
    allergies: patient.allergies === undefined ? undefined : readAllergies(patient.allergies),
    regimen: order.regimen === undefined ? undefined : regimenNamed(order.regimen),
    bilirubinTimesUln,
    cap: capIn(order.cycle, order, bilirubinTimesUln),
    capInCycle1: order.cycle === undefined ? capIn(1, order, bilirubinTimesUln) : undefined,
    medications: medications?.found,
    medicationEntries: medications?.entries ?? [],
    unrecognised: medications?.unrecognised ?? [],
    conditions: patient.problems === undefined ? undefined : conditionsIn(patient.problems),
    crCl: creatinineClearance(patient),
  };
}
