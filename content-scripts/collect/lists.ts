/** What stands under a section heading: one entry per row, list item or block, until the next heading. */
import { LONGEST_LABEL } from '../limits.ts';
import { labelPart } from '../words/label-words.ts';
import type { CollectedList, FieldAt } from './collected-page.ts';
import { attributeOf, localNameOf, nearest, queryAll, shownIn, upwards } from './dom.ts';
import { headingsOf } from './headings.ts';
import { orderRoleOf, pattern, sectionOf, statusOf } from './known-words.ts';
import type { Run } from './runs.ts';
import type { Surroundings } from './surroundings.ts';
import { blockRowHeaders, isCell, isRow } from './table.ts';

const MOST_ITEMS = 300;
const MOST_ROWS = 200;

export class Lists {
  readonly #around: Surroundings;
  readonly #blockRows = new Map<Element, boolean>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The entries under a heading; null where the text opens no list. */
  under(node: Text): CollectedList | null {
    const parent = shownIn(node);
    if (!parent || !this.#around.sight.visibility.sees(parent, node)) return null;
    const heading = node.data.trim().slice(0, LONGEST_LABEL);
    const rows = this.#rowsUnder(parent, node);
    if (rows) return { kind: 'list', heading, section: 'medications', ...rows };
    const part = labelPart(node.data);
    const section = sectionOf(part) ?? (orderRoleOf(part) === 'drug' ? 'medications' : null);
    if (!section || !pattern('listed').test(section)) return null;
    if (nearest(parent, (at) => localNameOf(at) === 'dd')) return null;
    // a label beside its one value, not a heading over many
    if (nearest(parent, (at) => isCell(at) || /^(?:dt|label)$/.test(localNameOf(at)))) {
      const around = this.#around.around(node);
      if (!around || section !== 'medications' || around.at + 1 >= this.#around.runs(around.container).length)
        return null;
      const value: FieldAt = [this.#around.containerOf(around.container), around.at + 1];
      return { kind: 'list', heading, section, items: [[value]], headings: [] };
    }
    let level = 0;
    for (const container of upwards(parent)) {
      level += 1;
      if (level > 8 || localNameOf(container) === 'html' || queryAll(container, '*').length > 4000) break;
      const runs = this.#around.runs(container);
      const at = this.#around.indexOf(container, node);
      if (at < 0) break;
      const after = runs.slice(at + 1);
      // a filter or a button in the bar of the heading is not yet what stands under it
      const content = after.filter(
        (run) => !run.button && !run.isLabel && run.text.length > 2 && !run.text.endsWith(':'),
      );
      if (content.length > 0)
        return { kind: 'list', heading, section, items: this.#items(container, at + 1), headings: [] };
    }
    return null;
  }

  /** All fields of a container, as one entry. */
  #entry(element: Element): FieldAt[] {
    const container = this.#around.containerOf(element);
    return this.#around.runs(element).map((_, index) => [container, index]);
  }

  /** A column headed 'Medication' lists what its rows name. */
  #rowsUnder(parent: Element, node: Text): Pick<CollectedList, 'items' | 'headings'> | null {
    const cell = nearest(parent, isCell);
    const table = cell && this.#around.sight.tables.of(cell);
    const slot = cell && table?.slots.get(cell);
    if (!table || !slot || slot.row >= table.headerRows || orderRoleOf(labelPart(node.data)) !== 'drug') return null;
    const rows = table.rows.slice(table.headerRows, table.headerRows + MOST_ROWS);
    return {
      items: rows.map((row) => this.#entry(row)),
      headings: headingsOf(table.element, this.#around.sight.visibility),
    };
  }

  /** 'Allergen' over a column opens no section of its own and is no entry. */
  #isColumnHeader(run: Run): boolean {
    const cell = nearest(run.element, isCell);
    const table = cell && this.#around.sight.tables.of(cell);
    const slot = cell && table?.slots.get(cell);
    return table !== null && slot != null && slot.row < table.headerRows;
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

  #items(container: Element, from: number): FieldAt[][] {
    const runs = this.#around.runs(container);
    const items: FieldAt[][] = [];
    let last: Element | number | null = null;
    let listed = false;
    const start = tagOfHeading(runs[from - 1]);
    for (let index = from; index < runs.length && items.length < MOST_ITEMS; index += 1) {
      const run = runs[index];
      if (!run) break;
      if (this.#isColumnHeader(run)) continue;
      const heading = nearest(
        run.element,
        (at) => /^h[1-6]$/.test(localNameOf(at)) || attributeOf(at, 'role') === 'heading',
      );
      const next = tagOfHeading(run);
      if (start && next && next <= start) break;
      const opens =
        statusOf(run.text) === null && sectionOf(labelPart(run.text)) !== null && orderRoleOf(run.text) === 'unknown';
      const holder = run.parts[0] ? shownIn(run.parts[0].node) : run.element;
      // 'Polyneuropathy due to drugs' among other entries of a list is one of them
      const among = listed && nearest(holder, (at) => localNameOf(at) === 'li') !== null;
      if ((heading || (run.text.length <= 40 && !among)) && opens && !run.control) break;
      const row = this.#blockRowOf(holder);
      if (row) {
        if (row !== last) items.push(this.#entry(row));
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
      const field: FieldAt = [this.#around.containerOf(container), index];
      if (key === last || chip) items.at(-1)?.push(field);
      else items.push([field]);
      if (!chip) last = key;
    }
    return items;
  }
}

/** `h2` for a run in a second-level heading. */
function tagOfHeading(run: Run | undefined): string | null {
  const heading = run ? nearest(run.element, (at) => /^h[1-6]$/.test(localNameOf(at))) : null;
  return heading && localNameOf(heading);
}
