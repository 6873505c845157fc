/**
 * A reader of one product's pages: data, never code. What this project ships for a product (an adapter) and what a
 * hospital makes for its own screens (a mapping) have this one shape and are run by the same code. Brittle on purpose:
 * it fits the page that it was made for or steps aside. The format for people: docs/site-mapping.md.
 */
import type { OrderStatus } from '../rules/clinical-context.ts';

/** The only version of the format there is. A reader refuses every other. */
export const MAPPING_FORMAT = 1;

/** Between two selectors: what follows is looked for inside the open shadow roots of what was found. */
export const INTO_SHADOW = ' >>> ';

export interface SiteMapping {
  format: typeof MAPPING_FORMAT;
  /** names the mapping in a value's provenance */
  id: string;
  /** what people call it */
  name: string;
  pages: MappedPage[];
}

/** One kind of document: a screen, or one frame of it. */
export interface MappedPage {
  name: string;
  /** the addresses at which it is found; one of them is enough */
  addresses: Address[];
  /** each must be there and visible, or nothing of this page is used */
  requires: Place[];
  patient?: PatientArea;
  orders?: OrderArea[];
  results?: ResultArea[];
  lists?: ListArea[];
}

/** `*` stands for any characters. The path is the address after the host, with query and fragment. */
export interface Address {
  host: string;
  path: string;
}

/** Elements on the page; only those count that fulfil every condition. */
export interface Place {
  /** CSS; ` >>> ` goes on inside an open shadow root */
  select: string;
  /** the element shows these words; upper and lower case are the same */
  says?: string;
  /** the element right before it shows these words and no others: a label beside or above a value */
  beside?: string;
  /** something inside the element is there and shows the words: a heading */
  has?: { select: string; says?: string };
}

/** A value inside a row, a card or a form. */
export interface FieldPlace extends Place {
  /** may be missing in some entries; otherwise an entry without it is not read by the mapping */
  optional?: boolean;
  /** the unit of a bare number, where the page does not show it beside the value */
  unit?: string;
}

export const PATIENT_PARTS = ['name', 'identifier', 'birthDate', 'age', 'sex'] as const;
export type PatientPart = (typeof PATIENT_PARTS)[number];

export interface PatientArea {
  /** the banner; where several fit, none is used */
  area: Place;
  fields: Partial<Record<PatientPart, FieldPlace>>;
}

export const AREA_KINDS = ['form', 'rows', 'card'] as const;
export const HELD_IN_AREA = ['orders', 'drafts', 'catalogue', 'history'] as const;

export interface OrderArea {
  name: string;
  /** form and card: every area is one entry; rows: every element that `each` finds in it is one */
  kind: (typeof AREA_KINDS)[number];
  area: Place;
  each?: string;
  /** what the entries are; only 'orders' are ever used, the others are told to be something else */
  holds: (typeof HELD_IN_AREA)[number];
  /** the status of every entry in the area, e.g. because of its heading */
  status?: OrderStatus;
  fields: { drug: FieldPlace } & Partial<Record<OrderField, FieldPlace>>;
}

export const ORDER_FIELDS = [
  'drug',
  'dosePerBsa',
  'doseMg',
  'dose',
  'unit',
  'route',
  'days',
  'cycleLength',
  'frequency',
  'regimen',
  'status',
  'cycle',
  'cycleDay',
  'cycleAndDay',
  'instructions',
  'change',
  'bsa',
  'product',
  'not-in-force',
  'irrelevant',
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

export const RESULT_FIELDS = ['name', 'value', 'unit', 'range', 'date'] as const;
export type ResultField = (typeof RESULT_FIELDS)[number];

export const MEASURES = [
  'creatinine',
  'crCl',
  'bilirubin',
  'platelets',
  'b12',
  'hba1c',
  'height',
  'weight',
  'bsa',
] as const;

export interface ResultArea {
  name: string;
  area: Place;
  each: string;
  /** what every entry measures, where the page does not name it in words that are known */
  measure?: (typeof MEASURES)[number];
  /** the date of all results of one area, looked for in the area */
  collected?: Place;
  fields: { value: FieldPlace } & Partial<Record<ResultField, FieldPlace>>;
}

export const LIST_KINDS = ['medications', 'problems', 'allergies'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export interface ListArea {
  name: string;
  kind: ListKind;
  area: Place;
  each: string;
  fields: { entry: FieldPlace; status?: FieldPlace };
}
