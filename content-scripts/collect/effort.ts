/**
 * How much of a page is looked at, so that no page can hold the reader up. Counted, not timed: the same page is read to the
 * same extent each time, on every machine.
 */

/**
 * Looks at elements and texts in one part of a collection: whose chart it is, the orders, the labels. No layout of the
 * tests takes 3,000, a table of 160 orders takes 26,000. A page that is made to need more than this is read in part, and
 * that is said.
 */
const MOST_LOOKS = 200_000;

/** The page is too large, or too entangled, to be read whole. */
export class TooLarge extends Error {}

export class Effort {
  #looks = 0;
  /** something was left out that a person may see */
  leftOut = false;

  /** Starts another part: what was used up before does not count. */
  begin(): void {
    this.#looks = 0;
  }

  /** @throws TooLarge where more was looked at than may be */
  spend(looks = 1): void {
    this.#looks += looks;
    if (this.#looks > MOST_LOOKS) throw new TooLarge();
  }
}
