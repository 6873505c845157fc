/**
 * What one frame's reader collects and sends: pieces of visible text with their labels, and where to look among them for
 * what. It says nothing about what any of it means; qualify/ does. No DOM.
 */
import type { FrameReading, Unreadable } from '../page-reading.ts';
import type { CollectedField, CollectedGroup, SectionHeading } from './collected-field.ts';
import type { NamedParts, ReaderHealth } from './named-field.ts';

/** A field by the index of its container and its own in it. */
export type FieldAt = readonly [container: number, field: number];

/** A group that names the drug. */
export interface CollectedOrder {
  /** names the element; the same as long as the element stays on the page */
  place: string;
  /** null where more stands together than belongs to one order */
  group: CollectedGroup | null;
  /** the beginning of its text where there is no group */
  text: string;
}

/** Where a label stands that belongs to a banner. */
export interface CollectedIdentity {
  /** containers from the smallest around the label outwards */
  levels: number[];
  /** the smallest is a row of a table with column headers */
  row: boolean;
}

/** Where a label stands that may have a result or a body measure beside it. */
export interface CollectedMeasure {
  kind: 'measure';
  /** the text with the label */
  text: string;
  around: { container: number; at: number; row: boolean } | null;
  /** where the label heads a column: the cell below it, and its row */
  below: { cell: number; row: number }[];
  /** indices of texts that stand over it and may hold a date, nearest first */
  over: number[];
}

/** What stands under a heading. */
export interface CollectedList {
  kind: 'list';
  heading: string;
  section: string;
  items: FieldAt[][];
  /** headings that a table of entries stands under itself */
  headings: SectionHeading[];
}

export interface CollectedPage {
  /** counts up with each collection of this reader */
  serial: number;
  /** when this document was asked for, in ms since 1970: what was there from the start is as old as that */
  asked: number;
  /** when it had been parsed, in ms since 1970 */
  ready: number;
  /** the patient that its address names by number or code; null: nobody */
  addressNames: string | null;
  origin: string;
  top: boolean;
  /** language that the document says it is in */
  language: string;
  unreadable: Unreadable[];
  childFrames: FrameReading['childFrames'];
  /** fields that stand together, each container once */
  containers: CollectedField[][];
  orders: CollectedOrder[];
  identities: CollectedIdentity[];
  /** in the order in which they stand on the page */
  labels: (CollectedMeasure | CollectedList)[];
  /** texts before a block, by block */
  over: string[][];
  /** dates in figures, as this page writes them */
  dates: string[];
  /** what a hospital's mapping or an adapter names */
  named: NamedParts;
  /** what became of the mappings that are for this address */
  health: ReaderHealth[];
  /** false where there is more than was collected */
  whole: boolean;
}
