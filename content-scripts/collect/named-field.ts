/** What a mapping names on a page: fields with their roles, as plain data. No DOM. */
import type { ListKind, OrderArea } from '../../mapping/shape.ts';
import type { OrderStatus } from '../../rules/clinical-context.ts';
import type { CollectedField } from './collected-field.ts';

/** A value with the role that a mapping gives it. Where it says several, each is a field of its own. */
export interface NamedField {
  role: string;
  field: CollectedField;
  /** the unit of a bare number, by the mapping */
  unit?: string;
}

/** An entry of an area that a mapping describes. */
export interface NamedEntry {
  /** id of the mapping */
  mapping: string;
  /** what the mapping calls the area */
  area: string;
  fields: NamedField[];
}

/** An entry that names the drug; the group that it belongs to holds the same text without roles. */
export interface NamedOrder extends NamedEntry {
  holds: OrderArea['holds'];
  /** of every entry in the area */
  status?: OrderStatus;
}

/** One row of results. */
export interface NamedResult extends NamedEntry {
  /** what every row of the area measures */
  measure?: string;
  /** the date over the area */
  collected?: CollectedField;
}

/** One entry of a list. */
export interface NamedListEntry extends NamedEntry {
  kind: ListKind;
}

/** What mappings name on one page, apart from orders, which carry it with their group. */
export interface NamedParts {
  patients: NamedEntry[];
  results: NamedResult[];
  lists: NamedListEntry[];
}

/** What became of one page that a mapping describes and that this address belongs to. */
export interface ReaderHealth {
  /** id of the mapping */
  mapping: string;
  /** what people call the mapping and the page */
  name: string;
  page: string;
  /** stepped-aside: something that must be there is not, and nothing of the mapping was used */
  state: 'applied' | 'stepped-aside';
  /** names of the parts that match */
  matched: string[];
  /** parts that no longer match, each with what is wrong */
  missing: string[];
}
