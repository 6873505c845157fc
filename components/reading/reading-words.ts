/** The names of the fields that can be read, their units, and a value in words. */
import type { ObservationReadings, OrderReading, PatientReading } from '../../content-scripts/page-reading.ts';
import { FREQUENCIES, ORDER_STATUSES, ROUTES } from '../../rules/clinical-context.ts';
import { frequencyText, numberText, quantity, routeText } from '../../rules/quantity-text.ts';
import { asKey, t } from '../words.ts';

type OrderField = Exclude<keyof OrderReading, 'id' | 'text' | 'drug'>;
export type FieldName = OrderField | keyof PatientReading | keyof ObservationReadings;

export const ORDER_FIELDS: readonly OrderField[] = [
  'dosePerBsa',
  'doseMg',
  'route',
  'days',
  'cycleLengthDays',
  'frequency',
  'regimen',
  'status',
  'cycle',
  'cycleDay',
];

export const PATIENT_FIELDS: readonly (keyof PatientReading)[] = ['ageYears', 'sex', 'heightCm', 'weightKg', 'bsaM2'];

export const OBSERVATION_FIELDS: readonly (keyof ObservationReadings)[] = [
  'creatinineMgDl',
  'crClMlMin',
  'bilirubinMgDl',
  'bilirubinUlnMgDl',
  'plateletsPerNl',
  'b12PgMl',
  'hba1cPercent',
];

const UNITS: Partial<Record<FieldName, string>> = {
  dosePerBsa: 'mg/m²',
  doseMg: 'mg',
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

/** The unit of a field, as it stands after the number; undefined where the field has none. */
export function unitOf(field: FieldName): string | undefined {
  if (field === 'cycleLengthDays') return t('units.days');
  if (field === 'ageYears') return t('units.years');
  return UNITS[field];
}

/** A value that was read, in words with its unit: leading zero, no trailing zero, routes and frequencies in full. */
export function valueInWords(field: FieldName, value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (field === 'route' && isOneOf(ROUTES_IN_WORDS, value)) return routeText(value);
  if (field === 'frequency' && isOneOf(FREQUENCIES, value)) return frequencyText(value);
  if (field === 'status' && isOneOf(ORDER_STATUSES, value)) return t(`orderStatus.${asKey(value)}`);
  if (field === 'sex' && isOneOf(SEXES, value)) return t(`sex.${value}`);
  if (typeof value !== 'number') return String(value);
  const unit = unitOf(field);
  return unit ? quantity(value, unit) : numberText(value);
}

const SEXES = ['female', 'male'] as const;
const ROUTES_IN_WORDS = [...ROUTES, 'intrathecal', 'other'] as const;

function isOneOf<T>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}
