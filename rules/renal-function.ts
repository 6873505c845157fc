/** Renal function for drug dosing: creatinine clearance as read, or by Cockcroft-Gault when its inputs were read. */
import type { Patient } from './clinical-context.ts';

export interface CreatinineClearance {
  /** mL/min */
  readonly mlMin: number;
  readonly from: 'read' | 'cockcroft-gault';
}

/** Cockcroft-Gault 1976, mL/min: (140 - age) x kg / (72 x creatinine in mg/dL), x 0.85 for women. */
export function cockcroftGault(
  ageYears: number,
  weightKg: number,
  creatinineMgDl: number,
  sex: 'female' | 'male',
): number {
  return (((140 - ageYears) * weightKg) / (72 * creatinineMgDl)) * (sex === 'female' ? 0.85 : 1);
}

/** The clearance that age, weight, sex and creatinine give, whatever was read; undefined where one of them is missing. */
export function calculatedClearance({ ageYears, weightKg, creatinineMgDl, sex }: Patient): number | undefined {
  if (ageYears === undefined || weightKg === undefined || creatinineMgDl === undefined || sex === undefined)
    return undefined;
  return cockcroftGault(ageYears, weightKg, creatinineMgDl, sex);
}

/** The clearance that dosing rests on, or the inputs that are missing for it. A read value stands before a calculated one. */
export function creatinineClearance(patient: Patient): CreatinineClearance | readonly string[] {
  if (patient.crClMlMin !== undefined) return { mlMin: patient.crClMlMin, from: 'read' };
  const { ageYears, weightKg, creatinineMgDl, sex } = patient;
  const calculated = calculatedClearance(patient);
  if (calculated !== undefined) return { mlMin: calculated, from: 'cockcroft-gault' };
  if (creatinineMgDl === undefined) return ['patient.crClMlMin'];
  const missing = ['patient.crClMlMin'];
  if (ageYears === undefined) missing.push('patient.ageYears');
  if (weightKg === undefined) missing.push('patient.weightKg');
  if (sex === undefined) missing.push('patient.sex');
  return missing;
}
