/** Values that the clinician enters or corrects by hand: which ones, and what counts as a number. */
import { FREQUENCIES, Order, Patient, ROUTES } from '../../rules/clinical-context.ts';
import { frequencyText, routeText } from '../../rules/quantity-text.ts';
import { t } from '../words.ts';

/** Entered by hand; in the panel always marked as such, and gone with the other answers. */
export interface EnteredValues {
  dosePerBsa?: number;
  doseMg?: number;
  route?: (typeof ROUTES)[number];
  frequency?: (typeof FREQUENCIES)[number];
  bsaM2?: number;
  ageYears?: number;
  weightKg?: number;
  heightCm?: number;
  crClMlMin?: number;
}

export type NumberField = Exclude<keyof EnteredValues, 'route' | 'frequency'>;

export type EntryError = 'notANumber' | 'outOfRange';

export const NUMBER_FIELDS: readonly NumberField[] = [
  'dosePerBsa',
  'doseMg',
  'bsaM2',
  'ageYears',
  'weightKg',
  'heightCm',
  'crClMlMin',
];

export const ROUTE_CHOICES = ROUTES.filter((route) => route !== 'either').map(
  (route) => [route, routeText(route)] as const,
);
export const FREQUENCY_CHOICES = FREQUENCIES.map((frequency) => [frequency, frequencyText(frequency)] as const);

/** The input of the rules that a number becomes. */
export function inputOf(field: NumberField): string {
  return field === 'dosePerBsa' || field === 'doseMg' ? `order.${field}` : `patient.${field}`;
}

/** At most two decimals and no thousands separator, so that 1,300 can never become 1.3. */
const PLAIN_NUMBER = /^\d{1,3}(?:[.,]\d{1,2})?$/;

/**
 * The number that was typed, if it is one and the rules accept it there.
 * @returns undefined for an empty field; what is wrong with anything else that is not a usable number
 */
export function enteredNumber(field: NumberField, typed: string): number | undefined | { error: EntryError } {
  const text = typed.trim();
  if (text === '') return undefined;
  if (!PLAIN_NUMBER.test(text)) return { error: 'notANumber' };
  const value = Number(text.replace(',', '.'));
  const schema = field === 'dosePerBsa' || field === 'doseMg' ? Order.shape[field] : Patient.shape[field];
  return schema.safeParse(value).success ? value : { error: 'outOfRange' };
}

/** The names of what was entered by hand, as the note lists them. */
export function enteredNames(entered: EnteredValues): string[] {
  const fields: readonly (keyof EnteredValues)[] = [...NUMBER_FIELDS, 'route', 'frequency'];
  return fields.filter((field) => entered[field] !== undefined).map((field) => t(`fieldsInText.${field}`));
}
