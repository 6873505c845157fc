/** Values that the clinician enters or corrects by hand: which ones, in which unit, and what counts as a number. */
import { FREQUENCIES, Order, Patient, ROUTES } from '../../rules/clinical-context.ts';
import { frequencyText, routeText } from '../../rules/quantity-text.ts';

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

type NumberField = Exclude<keyof EnteredValues, 'route' | 'frequency'>;

export interface NumberEntry {
  field: NumberField;
  name: string;
  unit: string;
  group: 'order' | 'patient';
}

export const NUMBER_ENTRIES: readonly NumberEntry[] = [
  { field: 'dosePerBsa', name: 'Dose per m²', unit: 'mg/m²', group: 'order' },
  { field: 'doseMg', name: 'Dose', unit: 'mg', group: 'order' },
  { field: 'bsaM2', name: 'Body surface area', unit: 'm²', group: 'patient' },
  { field: 'ageYears', name: 'Age', unit: 'years', group: 'patient' },
  { field: 'weightKg', name: 'Weight', unit: 'kg', group: 'patient' },
  { field: 'heightCm', name: 'Height', unit: 'cm', group: 'patient' },
  { field: 'crClMlMin', name: 'Creatinine clearance', unit: 'mL/min', group: 'patient' },
];

export const ROUTE_CHOICES = ROUTES.filter((route) => route !== 'either').map(
  (route) => [route, routeText(route)] as const,
);
export const FREQUENCY_CHOICES = FREQUENCIES.map((frequency) => [frequency, frequencyText(frequency)] as const);

/** At most two decimals and no thousands separator, so that 1,300 can never become 1.3. */
const PLAIN_NUMBER = /^\d{1,3}(?:[.,]\d{1,2})?$/;

/**
 * The number that was typed, if it is one and the rules accept it there.
 * @returns undefined for an empty field; an error in words for anything else that is not a usable number
 */
export function enteredNumber(field: NumberField, typed: string): number | undefined | { error: string } {
  const text = typed.trim();
  if (text === '') return undefined;
  if (!PLAIN_NUMBER.test(text)) return { error: 'not a number with at most two decimals' };
  const value = Number(text.replace(',', '.'));
  const schema = field === 'dosePerBsa' || field === 'doseMg' ? Order.shape[field] : Patient.shape[field];
  return schema.safeParse(value).success ? value : { error: 'outside the range that can be evaluated' };
}

/** The names of what was entered by hand, as the note lists them. */
export function enteredNames(entered: EnteredValues): string[] {
  const names: readonly (readonly [keyof EnteredValues, string])[] = [
    ...NUMBER_ENTRIES.map(({ field, name }) => [field, name.toLowerCase()] as const),
    ['route', 'route'],
    ['frequency', 'how often'],
  ];
  return names.filter(([field]) => entered[field] !== undefined).map(([, name]) => name);
}
