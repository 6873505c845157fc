/** What stands under a section heading: one entry per row, list item or block, until the next heading. */
import { LONGEST_LABEL } from '../limits.ts';
import { labelPart } from '../words/label-words.ts';
import type { CollectedList, FieldAt } from './collected-page.ts';
import { countIn, localNameOf, nearest, shownIn, upwards } from './dom.ts';
import { Entries } from './entries.ts';
import { headingsOf } from './headings.ts';
import { orderRoleOf, pattern, sectionOf } from './known-words.ts';
import { MOST_ROWS, type Surroundings } from './surroundings.ts';
import { isCell } from './table.ts';

export class Lists {
  readonly #around: Surroundings;

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
      if (level > 8 || localNameOf(container) === 'html' || countIn(container) > 4000) break;
      const list = new Entries(node, this.#around.sight.tables);
      const runs = this.#around.runsUntil(container, (run, index) => list.take(run, index));
      // the words of a tab are part of nothing that a larger element shows
      if (!list.hasHeading) break;
      if (!list.hasContent) continue;
      this.#around.whole &&= list.isWhole;
      const items = list.entries.map((entry) => [
        ...(entry.row ? this.#entry(entry.row) : []),
        ...entry.runs.map((index): FieldAt => [this.#around.containerOfFirst(container, runs), index]),
      ]);
      return { kind: 'list', heading, section, items, headings: [] };
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
    const { table } = this.#around.sight.tables.headerAt(parent) ?? {};
    if (!table || orderRoleOf(labelPart(node.data)) !== 'drug') return null;
    this.#around.whole &&= table.rows.length <= table.headerRows + MOST_ROWS;
    const rows = table.rows.slice(table.headerRows, table.headerRows + MOST_ROWS);
    return {
      items: rows.map((row) => this.#entry(row)),
      headings: headingsOf(table.element, this.#around.sight.visibility),
    };
  }
}
