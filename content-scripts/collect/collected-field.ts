/** A piece of visible page text with its labels, by where each label stood: what collect/ hands to qualify/. No DOM. */
import type { NamedOrder } from './named-field.ts';

export type LabelPlace =
  | 'label'
  | 'aria'
  | 'legend'
  | 'term'
  | 'column-header'
  | 'row-header'
  | 'group'
  | 'placeholder';

export interface FieldLabel {
  text: string;
  from: LabelPlace;
}

/** A piece of page text by its name, with its age. */
export interface Placed {
  /** names the text for 'show on page' */
  locator: string;
  /** ms since 1970 at which its newest part came to the page, or last changed */
  since: number;
  /** ms since 1970 at which its newest part was last put where it stands, be it old or new */
  arrived: number;
}

export interface CollectedField extends Placed {
  /** the value as the user sees it; empty for an empty form control */
  text: string;
  /** a form control's live value, or text */
  control: boolean;
  /** labels by structure, nearest first; what merely stands before is the field before in the group */
  labels: FieldLabel[];
  /** the text is itself the label of a form control */
  isLabel: boolean;
  /** crossed out */
  struck: boolean;
  /** the text of a button */
  button: boolean;
  /** fields with the same number stand in the same block of text */
  block: number;
  /** fields with the same number stand in the same table or grid cell; -1 outside of tables */
  cell: number;
  /** a mapping says that it is none of the order's values: the strength of a vial, a former dose */
  aside?: boolean;
  /** its text is longer than is collected */
  cut?: true | undefined;
  /** offsets in the text where an inline element begins or ends, e.g. a bold label */
  seams: number[];
}

export interface SectionHeading extends Placed {
  text: string;
  /** a heading by its element or role; otherwise short text that stands where a heading would */
  proper: boolean;
  /** said to screen readers only: it tells what kind of section this is, and no value is read from it */
  unseen?: boolean | undefined;
}

/** Fields that stand together: one order, one row of results, one banner. */
export interface CollectedGroup {
  fields: CollectedField[];
  /** headings that the group stands under, innermost first */
  headings: SectionHeading[];
  /** crossed out as a whole, greyed out as a whole */
  struck: boolean;
  greyed: boolean;
  /** contains form controls that can be edited and something to send them off with */
  form: boolean;
  /** names the whole group */
  locator: string;
  /** groups with the same number stand in the same table or list */
  list: number;
  /** the same entry with the roles that a mapping gives its fields */
  named?: NamedOrder;
}
