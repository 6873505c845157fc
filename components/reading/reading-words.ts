/** The words for what was read: the names of the fields, and why a value is missing. */
import type {
  MissingStatus,
  ObservationReadings,
  OrderReading,
  PatientReading,
} from '../../content-scripts/page-reading.ts';
import { FREQUENCIES, ROUTES } from '../../rules/clinical-context.ts';
import { frequencyText, numberText, quantity, routeText } from '../../rules/quantity-text.ts';

export const ORDER_FIELDS: readonly [Exclude<keyof OrderReading, 'id' | 'text' | 'drug'>, string][] = [
  ['dosePerBsa', 'Dose per m²'],
  ['doseMg', 'Dose'],
  ['route', 'Route'],
  ['days', 'Days'],
  ['cycleLengthDays', 'Cycle length'],
  ['frequency', 'How often'],
  ['regimen', 'Regimen'],
  ['status', 'Status'],
  ['cycle', 'Cycle'],
  ['cycleDay', 'Cycle day'],
];

export const PATIENT_FIELDS: readonly [keyof PatientReading, string][] = [
  ['ageYears', 'Age'],
  ['sex', 'Sex'],
  ['heightCm', 'Height'],
  ['weightKg', 'Weight'],
  ['bsaM2', 'Body surface area'],
];

export const OBSERVATION_FIELDS: readonly [keyof ObservationReadings, string][] = [
  ['creatinineMgDl', 'Creatinine'],
  ['crClMlMin', 'Creatinine clearance'],
  ['bilirubinMgDl', 'Bilirubin'],
  ['bilirubinUlnMgDl', 'Bilirubin, upper limit'],
  ['plateletsPerNl', 'Platelets'],
  ['b12PgMl', 'Vitamin B12'],
  ['hba1cPercent', 'HbA1c'],
];

export const WHY_MISSING: Record<MissingStatus, string> = {
  empty: 'the field is empty',
  'not-found': 'not found on this page',
  ambiguous: 'can be read in more than one way',
  unparsed: 'not understood',
  'unit-missing': 'stands without a unit',
};

const UNITS: Partial<Record<string, string>> = {
  dosePerBsa: 'mg/m²',
  doseMg: 'mg',
  cycleLengthDays: 'days',
  ageYears: 'years',
  heightCm: 'cm',
  weightKg: 'kg',
  bsaM2: 'm²',
  creatinineMgDl: 'mg/dL',
  crClMlMin: 'mL/min',
  bilirubinMgDl: 'mg/dL',
  bilirubinUlnMgDl: 'mg/dL',
  plateletsPerNl: '× 10⁹/L',
  b12PgMl: 'pg/mL',
  hba1cPercent: '%',
};

/** A value that was read, in words with its unit: leading zero, no trailing zero, routes and frequencies in full. */
export function valueInWords(field: string, value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (field === 'route' && isOneOf(ROUTES_IN_WORDS, value)) return routeText(value);
  if (field === 'frequency' && isOneOf(FREQUENCIES, value)) return frequencyText(value);
  if (typeof value !== 'number') return String(value);
  const unit = UNITS[field];
  return unit ? quantity(value, unit) : numberText(value);
}

const ROUTES_IN_WORDS = [...ROUTES, 'intrathecal', 'other'] as const;

function isOneOf<T>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}
