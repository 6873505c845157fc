/**
 * A reader of one page of one product: data, not code. Brittle on purpose: it matches the page it was written for or
 * nothing at all. A hospital's own mapping has the same shape.
 */
export interface Adapter {
  id: string;
  /** selectors that must each match this many elements for the adapter to apply */
  fingerprint: Readonly<Record<string, number>>;
}
