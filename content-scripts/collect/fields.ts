/** Runs with their labels: the records that qualify/ works on. */
import { MOST_FIELD_LABELS } from '../limits.ts';
import type { CollectedField, CollectedGroup, FieldLabel } from './collected-field.ts';
import { isEditable, isTick, labelTextOf } from './controls.ts';
import {
  attributeOf,
  isElement,
  localNameOf,
  nearest,
  previousElementOf,
  shownElementsOf,
  shownIn,
  upwards,
  viewOf,
} from './dom.ts';
import { ariaLabelOf, headingsOf } from './headings.ts';
import { nameLocator } from './locate.ts';
import { type Run, runsOf } from './runs.ts';
import { isCell, isRow, shortText, type Tables } from './table.ts';
import type { Visibility } from './visibility.ts';

/** What one reading needs at every step. */
export interface Sight {
  visibility: Visibility;
  tables: Tables;
  /** whether an element holds more than an order, as far as that is known */
  large: Map<Element, boolean>;
  /** the fields that mappings name */
  named: Map<Element, CollectedField>;
}

function controlLabels(control: Element): FieldLabel[] {
  const labels: FieldLabel[] = [];
  const say = (text: string | null, from: FieldLabel['from']) => {
    if (text?.trim()) labels.push({ text: text.trim().slice(0, 200), from });
  };
  if (!isTick(control)) {
    say(labelTextOf(control), 'label');
    say(ariaLabelOf(control), 'aria');
    say(attributeOf(control, 'placeholder'), 'placeholder');
  }
  return labels;
}

/** Labels given by structure to whatever stands in `element`, nearest first, up to and with the container. */
function structuralLabels(
  element: Element,
  container: Element,
  sight: Sight,
  headers: Map<Element, string>,
): FieldLabel[] {
  const labels: FieldLabel[] = [];
  const say = (text: string | undefined, from: FieldLabel['from']) => {
    if (text) labels.push({ text: text.slice(0, 200), from });
  };
  for (const at of upwards(element)) {
    const name = localNameOf(at);
    if (name === 'dd') {
      let term = previousElementOf(at);
      while (term && localNameOf(term) === 'dd') term = previousElementOf(term);
      if (term && localNameOf(term) === 'dt') say(shortText(term), 'term');
    }
    if (isCell(at)) {
      const { columns, rows } = sight.tables.headersOf(at);
      for (const text of rows) say(text, 'row-header');
      for (const text of columns) say(text, 'column-header');
    }
    say(headers.get(at), 'column-header');
    if (at !== container) {
      if (name === 'fieldset') {
        const legend = shownElementsOf(at, 50).find((child) => localNameOf(child) === 'legend');
        if (legend) say(shortText(legend), 'legend');
      } else if (/^(?:group|radiogroup|combobox|textbox|spinbutton|listbox)$/.test(attributeOf(at, 'role') ?? ''))
        say(ariaLabelOf(at), 'group');
    }
    if (at === container) break;
  }
  return labels;
}

/** The fields of some runs. Cells and blocks are numbered in the order in which they stand. */
export function fieldsOf(runs: Run[], container: Element, sight: Sight): CollectedField[] {
  const cells: Element[] = [];
  const headers = isRow(container) ? new Map<Element, string>() : sight.tables.headersOfBlocks(container);
  return runs.map((run) => {
    const holder = run.parts[0] ? (shownIn(run.parts[0].node) ?? run.element) : run.element;
    let cell = -1;
    sight.visibility.climb(holder);
    for (const at of upwards(holder)) {
      if (isCell(at) || headers.has(at)) {
        cell = cells.indexOf(at);
        if (cell < 0) cell = cells.push(at) - 1;
        break;
      }
      if (at === container) break;
    }
    return {
      ...nameLocator(run.element, run.parts),
      text: run.text,
      control: run.control,
      labels: [
        ...(run.control ? controlLabels(run.element) : []),
        ...structuralLabels(holder, container, sight, headers),
      ].slice(0, MOST_FIELD_LABELS),
      isLabel: run.isLabel,
      struck: run.struck,
      ...(run.aside ? { aside: true } : {}),
      ...(run.cut ? { cut: true } : {}),
      button: run.button,
      block: run.block,
      cell,
      seams: run.seams,
    };
  });
}

/** More text than this is no order, and is not collected to its end. */
const LONGEST_GROUP = 20_000;

function runsOfOrder(element: Element, { visibility }: Sight, aside: ReadonlySet<Element>): Run[] {
  let length = 0;
  const enough = (runs: readonly Run[]) => {
    length += runs[runs.length - 1]?.text.length ?? 0;
    return length > LONGEST_GROUP;
  };
  const runs = runsOf(element, visibility, { aside, enough });
  const last = runs[runs.length - 1];
  if (last && length > LONGEST_GROUP) last.cut = true;
  return runs;
}

/** One group of fields from the elements of an order (usually one; a row with its detail rows is several). */
export function groupOf(
  elements: Element[],
  sight: Sight,
  aside: ReadonlySet<Element> = new Set(),
): CollectedGroup | null {
  const first = elements[0];
  if (!first) return null;
  let block = 0;
  let cell = 0;
  const fields = elements.flatMap((element) => {
    const collected = fieldsOf(runsOfOrder(element, sight, aside), element, sight);
    for (const field of collected) {
      field.block += block;
      if (field.cell >= 0) field.cell += cell;
    }
    block = (collected.at(-1)?.block ?? block) + 1;
    cell = Math.max(cell, ...collected.map((field) => field.cell + 1));
    return collected;
  });
  if (fields.length === 0) return null;
  return {
    fields,
    headings: headingsOf(first, sight.visibility),
    struck: fields.every((field) => field.struck || field.text === ''),
    greyed: isGreyed(first),
    form: elements.some(isEditable),
    locator: nameLocator(first).locator,
    list: listNumber(first),
  };
}

const lists: WeakRef<Element>[] = [];

/** Number of the table, list or parent that an element stands in. */
function listNumber(element: Element): number {
  const list = nearest(shownIn(element), (at) => /^(?:table|ul|ol|dl)$/.test(localNameOf(at))) ?? shownIn(element);
  if (!list) return -1;
  const known = lists.findIndex((ref) => ref.deref() === list);
  return known >= 0 ? known : lists.push(new WeakRef(list)) - 1;
}

/** Dimmed as a whole: half transparent, or said to be disabled. */
function isGreyed(element: Element): boolean {
  const view = viewOf(element);
  let seen = 1;
  for (const at of upwards(element)) {
    if (!isElement(at) || !view) break;
    if (attributeOf(at, 'aria-disabled') === 'true') return true;
    seen *= Number.parseFloat(view.getComputedStyle(at).opacity) || 1;
  }
  return seen < 0.7;
}
