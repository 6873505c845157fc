/** The fields around labels of patient data, results and sections: small groups, each read once. */

import { type DateText, readDate } from '../qualify/dates.ts';
import { governing } from '../qualify/governing.ts';
import { saysIdentity } from '../qualify/identity.ts';
import { orderRoleOf, patientRoleOf } from '../qualify/labels.ts';
import { analyteOf, measureOf } from '../qualify/observations.ts';
import { type Section, sectionOf } from '../qualify/sections.ts';
import { statusOf } from '../qualify/status.ts';
import type { CollectedField } from './collected-field.ts';
import {
  attributeOf,
  localNameOf,
  nearest,
  previousElementOf,
  queryAll,
  shownIn,
  textContentOf,
  upwards,
} from './dom.ts';
import { fieldsOf, type Sight } from './fields.ts';
import { headingsOf } from './headings.ts';
import { plainText, type Run, runsOf } from './runs.ts';
import { blockRowHeaders, isCell, isRow } from './table.ts';

export interface Around {
  fields: CollectedField[];
  /** index of the field that holds the label */
  at: number;
  container: Element;
  /** the container is a row of a table with column headers */
  row: boolean;
}

const MOST_RUNS = 60;

/** The words of a text that could be a label: what stands before a colon or a figure. */
export const labelPart = (text: string): string => {
  const plain = plainText(text.slice(0, 120)).trim();
  return (/^((?:b-?12|a1c|[^:\d])*)/i.exec(plain)?.[1] ?? plain).trim();
};

export type Kind = 'measure' | 'identity' | 'section';

/** What a text node could be the label of; null for most. */
export function kindOf(text: string): Kind | null {
  const part = labelPart(text);
  if (measureOf(part) !== null || analyteOf(plainText(text).trim()) !== null) return 'measure';
  const role = patientRoleOf(part);
  if (role !== 'unknown' && role !== 'name') return 'identity';
  if (
    /\b(?:dob|mrn|d\.o\.b|birth|n[ée]e? le|geb\.|nasc|nac\.)|^\W*\d{1,3} ?[mfvwk]\b|\d[ -]?(?:y|j|yrs?|years?|yo|ans|años|anni|anos|jahre|jaar|år)\b/i.test(
      text,
    ) &&
    /\d/.test(text) &&
    text.length < 200
  )
    return 'identity';
  if (text.length < 300 && saysIdentity(text)) return 'identity';
  return part.length <= 60 && (sectionOf(part) !== null || orderRoleOf(part) === 'drug') ? 'section' : null;
}

export class Surroundings {
  readonly #sight: Sight;
  readonly #runs = new Map<Element, Run[]>();
  readonly #fields = new Map<Element, CollectedField[]>();
  readonly #blockRows = new Map<Element, boolean>();

  constructor(sight: Sight) {
    this.#sight = sight;
  }

  runs(element: Element): Run[] {
    const known = this.#runs.get(element);
    if (known) return known;
    const runs = runsOf(element, this.#sight.visibility);
    this.#runs.set(element, runs);
    return runs;
  }

  fields(element: Element): CollectedField[] {
    const known = this.#fields.get(element);
    if (known) return known;
    const fields = fieldsOf(this.runs(element), element, this.#sight);
    this.#fields.set(element, fields);
    return fields;
  }

  #indexOf(element: Element, node: Text): number {
    return this.runs(element).findIndex((run) => run.parts.some((part) => part.node === node));
  }

  /** The row of a label in a table, or the smallest element that holds more than the label. */
  around(node: Text): Around | null {
    const parent = shownIn(node);
    if (!parent || !this.#sight.visibility.sees(parent, node)) return null;
    const row = nearest(parent, isRow);
    const table = row && this.#sight.tables.of(row);
    const cell = nearest(parent, isCell);
    if (row && table && cell && this.runs(row).length <= MOST_RUNS) {
      const at = this.#indexOf(row, node);
      const fields = this.fields(row);
      if (at >= 0 && fields.length > 1)
        return { fields, at, container: row, row: table.headerRows > 0 || table.borrowed.length > 0 };
    }
    let level = 0;
    for (const container of upwards(parent)) {
      level += 1;
      if (level > 9 || localNameOf(container) === 'html' || queryAll(container, '*').length > 600) break;
      if (this.#sight.visibility.display(container) === 'inline') continue;
      const runs = this.runs(container);
      const at = this.#indexOf(container, node);
      if (at < 0 || runs.length > MOST_RUNS) break;
      const complete = /\d/.test(runs[at]?.text ?? '') && runs.length > 0;
      if (runs.length > at + 1 || complete) return { fields: this.fields(container), at, container, row: false };
    }
    return null;
  }

  /** Values below a label that heads a column, with the date in each row. */
  below(node: Text): { value: CollectedField; rest: CollectedField[]; row: CollectedField[] }[] {
    const cell = nearest(shownIn(node), isCell);
    const table = cell && this.#sight.tables.of(cell);
    const slot = cell && table?.slots.get(cell);
    if (!table || !slot || slot.row >= table.headerRows) return [];
    return table.cells.slice(table.headerRows, table.headerRows + 200).flatMap((line, index) => {
      const under = line.find((other) => other.column === slot.column);
      const row = table.rows[index + table.headerRows];
      if (!under || !row) return [];
      const [value, ...rest] = this.fields(under.element);
      return value ? [{ value, rest, row: this.fields(row) }] : [];
    });
  }

  /** The date that stands over a table or block of results: in a heading, or beside a word such as 'Collected'. */
  dateOver(node: Text): DateText | null {
    let level = 0;
    const start = nearest(shownIn(node), (at) => localNameOf(at) === 'table') ?? shownIn(node);
    for (const at of upwards(start)) {
      level += 1;
      if (level > 5 || /^(?:body|main|html)$/.test(localNameOf(at))) return null;
      let sibling = previousElementOf(at);
      for (let step = 0; sibling && step < 4; step += 1, sibling = previousElementOf(sibling)) {
        const text = plainText((textContentOf(sibling) ?? '').slice(0, 240));
        const date = text.length < 220 && kindOf(text) !== 'identity' ? readDate(text) : null;
        if (date) return date;
      }
    }
    return null;
  }

  /** What stands under a section heading: one entry per row, list item or block, until the next heading. */
  under(node: Text): { section: Section; heading: string; items: CollectedField[][] } | null {
    const parent = shownIn(node);
    if (!parent || !this.#sight.visibility.sees(parent, node)) return null;
    const rows = this.#rowsUnder(parent, node);
    if (rows) return rows;
    const section =
      sectionOf(labelPart(node.data)) ?? (orderRoleOf(labelPart(node.data)) === 'drug' ? 'medications' : null);
    if (!section) return null;
    if (nearest(parent, (at) => localNameOf(at) === 'dd')) return null;
    // a label beside its one value, not a heading over many
    if (nearest(parent, (at) => isCell(at) || /^(?:dt|label)$/.test(localNameOf(at)))) {
      const around = this.around(node);
      const value = around?.fields[around.at + 1];
      return value && section === 'medications' ? { section, heading: node.data.trim(), items: [[value]] } : null;
    }
    let level = 0;
    for (const container of upwards(parent)) {
      level += 1;
      if (level > 8 || localNameOf(container) === 'html' || queryAll(container, '*').length > 4000) break;
      const runs = this.runs(container);
      const at = this.#indexOf(container, node);
      if (at < 0) break;
      const after = runs.slice(at + 1);
      // a filter or a button in the bar of the heading is not yet what stands under it
      const content = after.filter(
        (run) => !run.button && !run.isLabel && run.text.length > 2 && !run.text.endsWith(':'),
      );
      if (content.length === 0) continue;
      const fields = this.fields(container);
      return { section, heading: node.data.trim(), items: this.#items(runs, fields, at + 1) };
    }
    return null;
  }

  /** The row made of blocks that an element stands in, under column headers made of blocks. */
  #blockRowOf(element: Element | null): Element | null {
    let level = 0;
    for (const at of upwards(element)) {
      level += 1;
      if (level > 4 || isRow(at)) return null;
      let known = this.#blockRows.get(at);
      if (known === undefined) {
        known = blockRowHeaders(at).size > 0;
        this.#blockRows.set(at, known);
      }
      if (known) return at;
    }
    return null;
  }

  /** A column headed 'Medication' lists what its rows name. */
  #rowsUnder(parent: Element, node: Text): { section: Section; heading: string; items: CollectedField[][] } | null {
    const cell = nearest(parent, isCell);
    const table = cell && this.#sight.tables.of(cell);
    const slot = cell && table?.slots.get(cell);
    if (!table || !slot || slot.row >= table.headerRows || orderRoleOf(labelPart(node.data)) !== 'drug') return null;
    const over = governing(headingsOf(table.element, this.#sight.visibility))?.section;
    if (over !== undefined && /^(?:past|history|catalogue|draft|allergies|notes|results)$/.test(over))
      return { section: over, heading: node.data.trim(), items: [] };
    const rows = table.rows.slice(table.headerRows, table.headerRows + 200);
    return { section: 'medications', heading: node.data.trim(), items: rows.map((row) => this.fields(row)) };
  }

  /** 'Allergen' over a column opens no section of its own and is no entry. */
  #isColumnHeader(run: Run): boolean {
    const cell = nearest(run.element, isCell);
    const table = cell && this.#sight.tables.of(cell);
    const slot = cell && table?.slots.get(cell);
    return table !== null && slot != null && slot.row < table.headerRows;
  }

  #items(runs: Run[], fields: CollectedField[], from: number): CollectedField[][] {
    const items: CollectedField[][] = [];
    let last: Element | number | null = null;
    let listed = false;
    const headingOf = (run: Run | undefined) =>
      run ? nearest(run.element, (at) => /^h[1-6]$/.test(localNameOf(at))) : null;
    const start = headingOf(runs[from - 1]);
    for (let index = from; index < runs.length && items.length < 300; index += 1) {
      const run = runs[index];
      const field = fields[index];
      if (!run || !field) break;
      if (this.#isColumnHeader(run)) continue;
      const heading = nearest(
        run.element,
        (at) => /^h[1-6]$/.test(localNameOf(at)) || attributeOf(at, 'role') === 'heading',
      );
      const next = headingOf(run);
      if (start && next && localNameOf(next) <= localNameOf(start)) break;
      const opens =
        statusOf(run.text) === null && sectionOf(labelPart(run.text)) !== null && orderRoleOf(run.text) === 'unknown';
      const holder = run.parts[0] ? shownIn(run.parts[0].node) : run.element;
      // 'Polyneuropathy due to drugs' among other entries of a list is one of them
      const among = listed && nearest(holder, (at) => localNameOf(at) === 'li') !== null;
      if ((heading || (run.text.length <= 40 && !among)) && opens && !run.control) break;
      const row = this.#blockRowOf(holder);
      if (row) {
        if (row !== last) items.push(this.fields(row));
        last = row;
        continue;
      }
      const item = nearest(
        holder,
        (at) => isRow(at) || localNameOf(at) === 'li' || attributeOf(at, 'role') === 'listitem',
      );
      // what stands after a list or table is no longer part of it
      if (item) listed = true;
      else if (listed) break;
      const key = item ?? run.block;
      const chip = statusOf(run.text) !== null && items.length > 0;
      if (key === last || chip) items.at(-1)?.push(field);
      else items.push([field]);
      if (!chip) last = key;
    }
    return items;
  }
}
