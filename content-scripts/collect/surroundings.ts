/** The fields around labels of patient data and results: small groups, each read once. */

import { LONGEST_LABEL, MOST_CHARACTERS, MOST_FIELDS } from '../limits.ts';
import { plainText } from '../words/plain-text.ts';
import type { CollectedField } from './collected-field.ts';
import type { CollectedIdentity, CollectedMeasure } from './collected-page.ts';
import {
  countIn,
  hasAttribute,
  localNameOf,
  nearest,
  previousElementOf,
  shownIn,
  textContentOf,
  upwards,
} from './dom.ts';
import { fieldsOf, type Sight } from './fields.ts';
import { type Kind, kindOf } from './known-words.ts';
import { noteValues } from './looks.ts';
import { once } from './once.ts';
import { type Run, runsOf } from './runs.ts';
import { isCell, isRow } from './table.ts';

interface Around {
  container: Element;
  /** index of the field that holds the label */
  at: number;
  /** the container is a row of a table with column headers */
  row: boolean;
}

/** A table, list or block with more runs than this is not what stands around one label. */
const MOST_RUNS = 60;
/** More rows below one label are not collected. */
export const MOST_ROWS = 200;
/** A banner is not larger than this. */
const MOST_RUNS_OF_BANNER = 40;

/** Index of the run that a text node is part of; -1 where it is in none. */
const indexOf = (runs: readonly Run[], node: Text): number =>
  runs.findIndex((run) => run.parts.some((part) => part.node === node));

/** An element that gives what stands in it no label. */
const isPlainBox = (element: Element): boolean =>
  /^(?:div|span)$/.test(localNameOf(element)) && !hasAttribute(element, 'role');

export class Surroundings {
  readonly sight: Sight;
  /** what goes to the panel, each container once */
  readonly containers: CollectedField[][] = [];
  /** texts that stand before a block, by block */
  readonly texts: string[][] = [];
  /** everything that was asked for has been collected */
  whole = true;
  #characters = 0;
  readonly #numbers = new Map<Element, number>();
  /** elements of which only the beginning was sent */
  readonly #begun = new Map<Element, { runs: Run[]; number: number }>();
  readonly #textsBefore = new Map<Element, number>();
  readonly #runs = new Map<Element, { runs: Run[]; whole: boolean }>();
  readonly #kinds = new Map<string, Kind | null>();

  constructor(sight: Sight) {
    this.sight = sight;
  }

  /** What a text could be the label of; many are asked for more than once, and tables repeat them. */
  kindOf(text: string): Kind | null {
    return once(this.#kinds, text, () => kindOf(text));
  }

  /** The runs in an element; with a limit, at least one more than that where there are more. */
  runs(element: Element, most = Number.POSITIVE_INFINITY): Run[] {
    const known = this.#runs.get(element);
    if (known && (known.whole || known.runs.length > most)) return known.runs;
    const runs = runsOf(element, this.sight.visibility, { enough: ({ length }) => length > most });
    this.#runs.set(element, { runs, whole: runs.length <= most });
    return runs;
  }

  /** The runs in an element up to the one with which `enough` is content. */
  runsUntil(element: Element, enough: (run: Run, index: number) => boolean): Run[] {
    const known = this.#runs.get(element);
    if (known?.whole) {
      const last = known.runs.findIndex(enough);
      return last < 0 ? known.runs : known.runs.slice(0, last + 1);
    }
    let stopped = false;
    const runs = runsOf(element, this.sight.visibility, {
      enough(all) {
        stopped = enough(all[all.length - 1] as Run, all.length - 1);
        return stopped;
      },
    });
    if (!stopped) this.#runs.set(element, { runs, whole: true });
    this.whole &&= runs.length <= MOST_FIELDS;
    return runs;
  }

  /** Number of an element among the containers that are sent; one for which there is no room is sent empty. */
  containerOf(element: Element): number {
    return once(this.#numbers, element, () => this.#send(fieldsOf(this.runs(element), element, this.sight)));
  }

  /** The same of the first runs of an element alone; all of it for another list in the same element. */
  containerOfFirst(element: Element, runs: Run[]): number {
    const begun = this.#begun.get(element);
    if (begun?.runs === runs) return begun.number;
    if (this.#runs.get(element)?.whole === true || begun) return this.containerOf(element);
    const number = this.#send(fieldsOf(runs, element, this.sight));
    this.#begun.set(element, { runs, number });
    return number;
  }

  #send(fields: CollectedField[]): number {
    const fits = fields.length <= MOST_FIELDS && this.hasRoomFor(fields);
    this.whole &&= fits;
    return this.containers.push(fits ? fields : []) - 1;
  }

  /** Takes the room that fields need from what is left of it; whether there was enough. */
  hasRoomFor(fields: readonly CollectedField[]): boolean {
    const said = (field: CollectedField) =>
      field.labels.reduce((sum, label) => sum + label.text.length, field.text.length + 4 * field.seams.length + 100);
    const needed = fields.reduce((sum, field) => sum + said(field), 0);
    if (this.#characters + needed > MOST_CHARACTERS) return false;
    this.#characters += needed;
    return true;
  }

  /** The row of a label in a table, or the smallest element that holds more than the label. */
  around(node: Text): Around | null {
    const parent = shownIn(node);
    if (!parent || !this.sight.visibility.sees(parent, node)) return null;
    this.sight.visibility.climb(parent);
    const row = nearest(parent, isRow);
    const table = row && this.sight.tables.of(row);
    const cell = nearest(parent, isCell);
    const inRow = row && table && cell ? this.runs(row, MOST_RUNS) : [];
    if (row && table && inRow.length <= MOST_RUNS) {
      const at = indexOf(inRow, node);
      if (at >= 0 && inRow.length > 1)
        return { at, container: row, row: table.headerRows > 0 || table.borrowed.length > 0 };
    }
    let level = 0;
    for (const container of upwards(parent)) {
      level += 1;
      if (level > 9 || localNameOf(container) === 'html' || countIn(container) > 600) break;
      if (this.sight.visibility.display(container) === 'inline') continue;
      const runs = this.runs(container, MOST_RUNS);
      const at = indexOf(runs, node);
      if (at < 0 || runs.length > MOST_RUNS) break;
      // a text with a figure says its value itself
      if (runs.length > at + 1 || /\d/.test(runs[at]?.text ?? '')) return { at, container, row: false };
    }
    return null;
  }

  /** What stands around a label of a banner: a banner is a little larger than the line on which the birth date stands. */
  identityAt(node: Text): CollectedIdentity | null {
    const around = this.around(node);
    if (!around) return null;
    let { container } = around;
    noteValues(container);
    let level = this.containerOf(container);
    const levels = [level];
    while (levels.length <= 5 && !around.row) {
      const parent = shownIn(container);
      if (!parent || /^(?:body|html|main)$/.test(localNameOf(parent))) break;
      const runs = this.runs(parent, MOST_RUNS_OF_BANNER);
      if (runs.length > MOST_RUNS_OF_BANNER) break;
      noteValues(parent);
      const only = countIn(parent) === countIn(container) + 1 && runs.length === this.runs(container).length;
      // a plain box around another and nothing else says the same
      if (!only || !isPlainBox(parent) || !isPlainBox(container)) level = this.containerOf(parent);
      levels.push(level);
      container = parent;
    }
    return { levels, row: around.row };
  }

  /** What stands around, below and over a label of a result. */
  measureAt(node: Text): CollectedMeasure | null {
    const below = this.#below(node);
    const around = below.length > 0 ? null : this.around(node);
    if (below.length === 0 && !around) return null;
    if (around && this.runs(around.container, MOST_RUNS)[around.at]?.cut) this.whole = false;
    return {
      kind: 'measure',
      text: node.data.slice(0, LONGEST_LABEL),
      around: around && { container: this.containerOf(around.container), at: around.at, row: around.row },
      below,
      over: this.#over(node),
    };
  }

  /** Values below a label that heads a column, each with its row. */
  #below(node: Text): CollectedMeasure['below'] {
    const { table, column } = this.sight.tables.headerAt(shownIn(node)) ?? {};
    if (!table) return [];
    this.whole &&= table.cells.length <= table.headerRows + MOST_ROWS;
    return table.cells.slice(table.headerRows, table.headerRows + MOST_ROWS).flatMap((line, index) => {
      const under = line.find((other) => other.column === column);
      const row = table.rows[index + table.headerRows];
      if (!under || !row || this.runs(under.element, 0).length === 0) return [];
      return [{ cell: this.containerOf(under.element), row: this.containerOf(row) }];
    });
  }

  /** Texts that stand over a table or block of results and may say its date, nearest first. */
  #over(node: Text): number[] {
    const over: number[] = [];
    let level = 0;
    const start = nearest(shownIn(node), (at) => localNameOf(at) === 'table') ?? shownIn(node);
    for (const at of upwards(start)) {
      level += 1;
      if (level > 5 || /^(?:body|main|html)$/.test(localNameOf(at))) break;
      const number = this.#before(at);
      if (number >= 0) over.push(number);
    }
    return over;
  }

  /** Number of the short texts with figures right before an element; -1 where there are none. */
  #before(element: Element): number {
    return once(this.#textsBefore, element, () => this.#sendTextsBefore(element));
  }

  #sendTextsBefore(element: Element): number {
    const texts: string[] = [];
    let sibling = previousElementOf(element);
    for (let step = 0; sibling && step < 4; step += 1, sibling = previousElementOf(sibling)) {
      const text = plainText((textContentOf(sibling) ?? '').slice(0, 240));
      if (text.length < 220 && /\p{N}/u.test(text) && this.kindOf(text) !== 'identity') texts.push(text);
    }
    return texts.length > 0 ? this.texts.push(texts) - 1 : -1;
  }
}
