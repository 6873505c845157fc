/** Rows, columns and their headers: HTML tables with spans, `headers` and `scope`, ARIA grids, and rows made of blocks. */

import { plainText } from '../words/plain-text.ts';
import {
  attributeOf,
  elementById,
  isElement,
  isText,
  localNameOf,
  nearest,
  previousElementOf,
  queryAll,
  shownChildrenOf,
  shownElementsOf,
  shownIn,
  textContentOf,
  viewOf,
} from './dom.ts';
import { headsColumn } from './known-words.ts';
import { once } from './once.ts';
import { isOutOfSight } from './visibility.ts';

const CELL_ROLES = /^(?:cell|gridcell|columnheader|rowheader)$/;

export const isCell = (element: Element): boolean =>
  /^t[dh]$/.test(localNameOf(element)) || CELL_ROLES.test(attributeOf(element, 'role') ?? '');
export const isRow = (element: Element): boolean =>
  localNameOf(element) === 'tr' || attributeOf(element, 'role') === 'row';
const isGrid = (element: Element): boolean => /^(?:grid|table|treegrid)$/.test(attributeOf(element, 'role') ?? '');
/** A table, or a grid; a `table` that says it is none and holds rows of the grid around it is part of that grid. */
const isTable = (element: Element): boolean =>
  isGrid(element) ||
  (localNameOf(element) === 'table' &&
    !(
      /^(?:presentation|none)$/.test(attributeOf(element, 'role') ?? '') &&
      queryAll(element, '[role=row]').length > 0 &&
      nearest(shownIn(element), isGrid) !== null
    ));

interface Slot {
  element: Element;
  row: number;
  column: number;
}

export interface Table {
  element: Element;
  rows: Element[];
  /** cells by row number */
  cells: Slot[][];
  slots: Map<Element, Slot>;
  /** columns that the rows under the headers have */
  width: number;
  /** number of rows at the top that are headers */
  headerRows: number;
  /** headers from a table of its own above this one, as scrolling grids have them; by column */
  borrowed: string[];
  /** once it was asked: whether it arranges the page, whether it holds pairs of labels and values */
  layout?: boolean;
  pairs?: boolean;
}

/** The words of a header, label or heading as a reader sees them, without what is there for screen readers only. */
export function shortText(element: Element): string {
  const text = shownElementsOf(element, 1).length === 0 ? textUpTo(element, 400) : seenText(element, 0).trim();
  return text.slice(0, 160);
}

/** Text of what stands in an element and is not hidden there: sort descriptions and doubled words are no label. */
function seenText(element: Element, depth: number): string {
  if (depth > 12) return '';
  let text = '';
  for (const child of shownChildrenOf(element, 50)) {
    if (text.length > 400) break;
    if (isElement(child)) text += isOutOfSight(child) ? ' ' : seenText(child, depth + 1);
    else if (isText(child)) text += child.data.slice(0, 400);
  }
  return plainText(text);
}

/** An element's text, cut at a length; through slots and open shadow roots where it has none of its own. */
export function textUpTo(element: Element, length: number): string {
  const own = textContentOf(element) ?? '';
  const text = own.trim() === '' ? shownText(element, 0) : own;
  return plainText(text.slice(0, length)).trim();
}

/** Text that reaches an element through slots and open shadow roots. */
function shownText(element: Element, depth: number): string {
  if (depth > 12) return '';
  return shownChildrenOf(element, 50)
    .map((child) => (isElement(child) ? shownText(child, depth + 1) : (textContentOf(child) ?? '')))
    .join('');
}

const span = (element: Element, name: string): number =>
  Math.min(Math.max(Number.parseInt(attributeOf(element, name) ?? '1', 10) || 1, 1), 100);

function collectRows(element: Element, rows: Element[], depth: number): void {
  for (const child of shownElementsOf(element)) {
    if (rows.length > 20_000) return;
    if (isRow(child)) rows.push(child);
    else if (depth < 8 && !isTable(child) && !isCell(child)) collectRows(child, rows, depth + 1);
  }
}

function cellsIn(row: Element, depth = 0): Element[] {
  return shownElementsOf(row).flatMap((child) =>
    isCell(child) ? [child] : depth < 4 ? cellsIn(child, depth + 1) : [],
  );
}

const isHeaderCell = (cell: Element): boolean =>
  attributeOf(cell, 'role') === 'columnheader' ||
  (localNameOf(cell) === 'th' && !/^row/.test(attributeOf(cell, 'scope') ?? '') && attributeOf(cell, 'role') === null);

/** Tables of one reading; each is laid out once. */
export class Tables {
  readonly #tables = new Map<Element, Table>();
  readonly #texts = new Map<Element, string>();
  readonly #blockRows = new Map<Element, Map<Element, string>>();

  /** The table that a cell or row belongs to. */
  of(element: Element): Table | null {
    const row = nearest(element, isRow);
    const owner = row && nearest(shownIn(row), isTable);
    if (!owner) return null;
    const known = this.#tables.get(owner);
    if (known) return known;
    const table = layOut(owner);
    this.#tables.set(owner, table);
    if (table.headerRows === 0) table.borrowed = this.#headersAbove(table);
    return table;
  }

  /** Headers in a table of their own: nothing but header cells, as many as this table's rows have cells, right above. */
  #headersAbove({ element, cells }: Table): string[] {
    const width = cells.find((line) => line.length > 1)?.length;
    if (width === undefined) return [];
    let at: Element | null = element;
    for (let level = 0; at && level < 4; level += 1, at = shownIn(at)) {
      const before = previousElementOf(at);
      if (!before) continue;
      const head = isTable(before) ? before : onlyTableIn(before);
      const first = head && rowsOf(head)[0];
      const other = first && this.of(first);
      if (!other || other === this.#tables.get(element)) continue;
      const line = other.cells[0] ?? [];
      return other.rows.length === 1 && other.headerRows === 1 && line.length === width
        ? line.map((slot) => shortText(slot.element))
        : [];
    }
    return [];
  }

  /** Column headers for a row made of plain blocks, by its parts; none for anything else. */
  headersOfBlocks(row: Element): Map<Element, string> {
    return once(this.#blockRows, row, () => blockRowHeaders(row));
  }

  /** The header over a column that an element stands in; null where it stands in none. */
  headerAt(element: Element | null): { table: Table; column: number } | null {
    const cell = nearest(element, isCell);
    const table = cell && this.of(cell);
    const slot = cell && table?.slots.get(cell);
    return table && slot && slot.row < table.headerRows ? { table, column: slot.column } : null;
  }

  /** Texts of the headers above a cell, lowest first, then those left of it in its row. */
  headersOf(cell: Element): { columns: string[]; rows: string[] } {
    const table = this.of(cell);
    const slot = table?.slots.get(cell);
    if (!table || !slot) return { columns: [], rows: [] };
    const named = (attributeOf(cell, 'headers') ?? '').split(/\s+/).map((id) => elementById(cell, id));
    const columns: string[] = named.filter(isElement).map(shortText);
    if (columns.length === 0) {
      // a cell across several columns answers to none of their headers
      const wide = span(cell, 'colspan');
      for (let row = Math.min(table.headerRows, slot.row) - 1; row >= 0; row -= 1) {
        const above = table.cells[row]?.filter((other) => other.column <= slot.column).at(-1);
        const across = above ? span(above.element, 'colspan') : 0;
        // what lies over all columns is a title and says nothing about this one
        const title = above?.column === 0 && across > 1 && across >= table.width;
        if (above && !title && wide <= across && slot.column < above.column + across)
          columns.push(this.#textOf(above.element) || undrawnText(above.element));
      }
      if (wide === 1) columns.push(table.borrowed[slot.column] ?? '');
    }
    const rows = (table.cells[slot.row] ?? [])
      .filter((other) => other.column < slot.column && isRowHeader(other.element, slot.row, table))
      .map((other) => this.#textOf(other.element))
      .reverse();
    return { columns: columns.filter(Boolean), rows: rows.filter(Boolean) };
  }

  /** Text of a header, put together once for all cells under it or beside it. */
  #textOf(header: Element): string {
    return once(this.#texts, header, () => shortText(header));
  }
}

/** A header that keeps its place but is not drawn is drawn by a copy that stays when the table is scrolled. */
const undrawnText = (cell: Element): string =>
  viewOf(cell)?.getComputedStyle(cell).visibility === 'hidden' ? textUpTo(cell, 160).slice(0, 160) : '';

const isRowHeader = (cell: Element, row: number, table: Table): boolean =>
  attributeOf(cell, 'role') === 'rowheader' || (localNameOf(cell) === 'th' && row >= table.headerRows);

const rowsOf = (element: Element): Element[] => {
  const rows: Element[] = [];
  collectRows(element, rows, 0);
  return rows;
};

/** The one table in an element that holds little else. */
function onlyTableIn(element: Element): Element | null {
  const tables = queryAll(element, 'table,[role=grid],[role=table],[role=treegrid]');
  return tables.length === 1 ? (tables[0] ?? null) : null;
}

function layOut(element: Element): Table {
  const rows = rowsOf(element);
  const slots = new Map<Element, Slot>();
  const cells: Slot[][] = [];
  const taken: number[] = [];
  rows.forEach((row, index) => {
    const line: Slot[] = [];
    let column = 0;
    for (const cell of cellsIn(row)) {
      const place = Number.parseInt(attributeOf(cell, 'aria-colindex') ?? '', 10);
      if (place > 0) column = place - 1;
      else while ((taken[column] ?? 0) > index) column += 1;
      const slot = { element: cell, row: index, column };
      slots.set(cell, slot);
      line.push(slot);
      const down = span(cell, 'rowspan');
      for (let across = span(cell, 'colspan'); across > 0; across -= 1) {
        if (down > 1) taken[column] = index + down;
        column += 1;
      }
    }
    cells.push(line);
  });
  const headerRows = countHeaderRows(element, rows, cells);
  const width = cells.slice(headerRows).reduce((most, line) => Math.max(most, (line.at(-1)?.column ?? -1) + 1), 0);
  return { element, rows, cells, slots, width, headerRows, borrowed: [] };
}

function countHeaderRows(element: Element, rows: Element[], cells: Slot[][]): number {
  let count = 0;
  while (count < rows.length) {
    const row = rows[count];
    const line = cells[count] ?? [];
    const group = row && shownIn(row);
    const inHead = group && /^thead$/.test(localNameOf(group));
    if (!inHead && !(line.length > 0 && line.every((slot) => isHeaderCell(slot.element)))) break;
    count += 1;
  }
  // a first row of plain cells is a header when most of it are known labels; every other one is a row of pairs
  const first = (cells[0] ?? []).map((slot) => slot.element);
  if (count === 0 && rows.length > 1 && first.length > 1 && first.every((cell) => shortText(cell) !== '')) {
    const known = knownLabels(first);
    const second = (cells[1] ?? []).map((slot) => slot.element);
    if (known >= 2 && known * 3 >= first.length * 2 && (first.length > 2 || knownLabels(second) === 0)) count = 1;
  }
  return element === rows[0] ? 0 : count;
}

const knownLabels = (cells: Element[]): number => cells.filter((cell) => headsColumn(shortText(cell))).length;

/** A row made of blocks has no more parts than this. */
const MOST_COLUMNS = 200;

/**
 * Column headers for a row made of plain blocks: a row before it, with as many parts, at least two of them known labels
 * and none of them anything else than words.
 */
function blockRowHeaders(row: Element): Map<Element, string> {
  const parts = shownElementsOf(row, MOST_COLUMNS + 1);
  const headers = new Map<Element, string>();
  if (parts.length < 2 || parts.length > MOST_COLUMNS) return headers;
  const list = shownIn(row);
  const over = list && previousElementOf(list);
  const before = previousElementOf(row);
  const near = [before, before && previousElementOf(before), list && shownElementsOf(list, 1)[0], over];
  for (const candidate of [...near, ...(over ? shownElementsOf(over, 4) : [])]) {
    const names = candidate && candidate !== row ? shownElementsOf(candidate, parts.length + 1) : [];
    if (names.length !== parts.length || knownLabels(names) < 2) continue;
    names.forEach((name, index) => {
      const part = parts[index];
      if (part) headers.set(part, shortText(name));
    });
    break;
  }
  return headers;
}
