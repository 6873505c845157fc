/** Cuts what follows a heading into entries, run by run, until the next heading. */
import { labelPart } from '../words/label-words.ts';
import { attributeOf, localNameOf, nearest, shownIn, upwards } from './dom.ts';
import { orderRoleOf, sectionOf, statusOf } from './known-words.ts';
import type { Run } from './runs.ts';
import { isRow, type Tables } from './table.ts';

const MOST_ENTRIES = 300;

/** The runs of an entry by their indices; or a whole row made of blocks, with what stands after it. */
export interface Entry {
  row: Element | null;
  runs: number[];
}

export class Entries {
  readonly entries: Entry[] = [];
  readonly #label: Text;
  readonly #tables: Tables;
  #found = false;
  #hasContent = false;
  #ended = false;
  #start: string | null = null;
  #last: Element | number | null = null;
  #listed = false;
  #ofLinks = false;

  constructor(label: Text, tables: Tables) {
    this.#label = label;
    this.#tables = tables;
  }

  /** Whether the label is part of what was taken. */
  get hasHeading(): boolean {
    return this.#found;
  }

  /** Something stands after the label other than a filter or a button in the bar of the heading. */
  get hasContent(): boolean {
    return this.#hasContent;
  }

  /** False where there are more entries than are taken. */
  get isWhole(): boolean {
    return this.entries.length < MOST_ENTRIES;
  }

  /** Takes the next run; whether no more is needed. */
  take(run: Run, index: number): boolean {
    if (!this.#found) {
      this.#found = run.parts.some((part) => part.node === this.#label);
      this.#start = this.#found ? tagOfHeading(run) : null;
      this.#ofLinks = this.#found && this.#start === null && isLinkInBar(shownIn(this.#label));
      return false;
    }
    this.#hasContent ||= !run.button && !run.isLabel && run.text.length > 2 && !run.text.endsWith(':');
    this.#ended ||= this.entries.length >= MOST_ENTRIES || !this.#add(run, index);
    return this.#ended && this.#hasContent;
  }

  /** False where the run opens something else. */
  #add(run: Run, index: number): boolean {
    // 'Allergen' over a column opens no section of its own and is no entry
    if (this.#tables.headerAt(run.element)) return true;
    const heading = nearest(
      run.element,
      (at) => /^h[1-6]$/.test(localNameOf(at)) || attributeOf(at, 'role') === 'heading',
    );
    const next = tagOfHeading(run);
    if (this.#start && next && next <= this.#start) return false;
    const opens =
      statusOf(run.text) === null && sectionOf(labelPart(run.text)) !== null && orderRoleOf(run.text) === 'unknown';
    const holder = run.parts[0] ? shownIn(run.parts[0].node) : run.element;
    // 'Polyneuropathy due to drugs' among other entries of a list is one of them
    const among = this.#listed && nearest(holder, (at) => localNameOf(at) === 'li') !== null;
    if ((heading || (run.text.length <= 40 && !among)) && opens && !run.control) return false;
    const row = this.#blockRowOf(holder);
    if (row) {
      if (row !== this.#last) this.entries.push({ row, runs: [] });
      this.#last = row;
      return true;
    }
    const item = nearest(
      holder,
      (at) => isRow(at) || localNameOf(at) === 'li' || attributeOf(at, 'role') === 'listitem',
    );
    // what stands after a list or table is no longer part of it
    if (!item && this.#listed) return false;
    this.#listed ||= item !== null;
    // a link in a bar of links is no heading: what it opens is a list or table
    if (!item && this.#ofLinks) return false;
    const key = item ?? run.block;
    const chip = statusOf(run.text) !== null && this.entries.length > 0;
    if (key === this.#last || chip) this.entries.at(-1)?.runs.push(index);
    else this.entries.push({ row: null, runs: [index] });
    if (!chip) this.#last = key;
    return true;
  }

  /** The row made of blocks that an element stands in, under column headers made of blocks. */
  #blockRowOf(element: Element | null): Element | null {
    let level = 0;
    for (const at of upwards(element)) {
      level += 1;
      if (level > 4 || isRow(at)) return null;
      if (this.#tables.headersOfBlocks(at).size > 0) return at;
    }
    return null;
  }
}

/** A link among others: in a bar of tabs or a list of places to go to. */
const isLinkInBar = (element: Element | null): boolean =>
  nearest(element, (at) => localNameOf(at) === 'a') !== null &&
  nearest(element, (at) => /^(?:li|nav)$/.test(localNameOf(at))) !== null;

/** `h2` for a run in a second-level heading. */
function tagOfHeading(run: Run): string | null {
  const heading = nearest(run.element, (at) => /^h[1-6]$/.test(localNameOf(at)));
  return heading && localNameOf(heading);
}
