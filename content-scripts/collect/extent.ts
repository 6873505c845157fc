/**
 * How far an order reaches on the page: from the place where the drug is named to the row, list entry, form or card that
 * belongs to it, and never into another drug's.
 */
import { fold } from '../parse/tokens.ts';
import { shownValueOf } from './controls.ts';
import {
  attributeOf,
  countIn,
  eachShownChildOf,
  isElement,
  localNameOf,
  matches,
  nearest,
  nextElementOf,
  previousElementOf,
  queryAll,
  shownElementsOf,
  shownIn,
  upwards,
} from './dom.ts';
import type { Sight } from './fields.ts';
import {
  analyteOf,
  namesOtherDrug,
  namesSomething,
  namesTheDrug,
  orderRoleOf,
  patientRoleOf,
  pattern,
  statusOf,
} from './known-words.ts';
import { once } from './once.ts';
import { runsOf } from './runs.ts';
import { isCell, isRow, shortText, type Table, textUpTo } from './table.ts';

/** An order and what belongs to it is not longer than this. */
const LONGEST_ORDER = 2500;
const MOST_FIELDS = 80;
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading],legend,caption,summary';
const looksLikeValue = (text: string): boolean => pattern('orderValue').test(text);

const namesAnotherDrug = (text: string): boolean =>
  text
    .slice(0, LONGEST_ORDER)
    .split(/[^\p{L}\p{N}-]+/u)
    .some((word) => word.length > 2 && namesOtherDrug(fold(word)));

const textOf = (element: Element): string => textUpTo(element, LONGEST_ORDER + 1);

/** The visible elements that make up the order named at `hit`, outermost form; null when it is not visible. */
export function extentOf(hit: Text | Element, sight: Sight): Element[] {
  const start = isElement(hit) ? hit : shownIn(hit);
  if (!start) return [];
  const row = nearest(start, isRow);
  const table = row && sight.tables.of(row);
  if (row && table && !isLayout(table)) return tableExtent(start, row, table, sight);
  const term = nearest(start, (at) => /^d[td]$/.test(localNameOf(at)));
  if (term) return termExtent(term, sight);
  return [climb(start, sight)];
}

/** A table that only arranges the page: marked so, or with another table or a form's worth of controls inside a cell. */
function isLayout(table: Table): boolean {
  table.layout ??= worksAsLayout(table);
  return table.layout;
}

function worksAsLayout(table: Table): boolean {
  if (/^(?:presentation|none)$/.test(attributeOf(table.element, 'role') ?? '')) return true;
  const cells = table.cells.flat();
  return (
    table.headerRows === 0 &&
    table.borrowed.length === 0 &&
    cells.some(({ element }) => textOf(element).length > 800 || matchesInside(element))
  );
}

const matchesInside = (cell: Element): boolean => queryAll(cell, 'table,form,h1,h2,h3').length > 0;

/** A table of pairs (label | value, one or two pairs a row) describes one thing; any other, one thing a row. */
function isPairs(table: Table): boolean {
  table.pairs ??= holdsPairs(table);
  return table.pairs;
}

function holdsPairs(table: Table): boolean {
  if (table.borrowed.length > 2) return false;
  if (table.headerRows > 0 && table.cells.length > table.headerRows) {
    const heads = table.cells[0] ?? [];
    if (heads.length > 2) return false;
  }
  let pairs = 0;
  let rows = 0;
  for (const line of table.cells.slice(table.headerRows, 60)) {
    if (line.length < 2 || line.length > 6) continue;
    rows += 1;
    const first = line[0] && shortText(line[0].element);
    if (first && orderRoleOf(first) !== 'unknown' && statusOf(first) === null) pairs += 1;
  }
  return pairs >= 2 && pairs * 2 >= rows;
}

function tableExtent(start: Element, row: Element, table: Table, sight: Sight): Element[] {
  const cell = nearest(start, isCell);
  const slot = cell ? table.slots.get(cell) : undefined;
  if (!slot) return [row];
  if (isPairs(table)) return pairsExtent(slot.row, table, sight);
  if (slot.row < table.headerRows && slot.column > 0) {
    // drugs across, their details below
    sight.visibility.effort.spend(table.slots.size);
    const column = table.cells.flatMap((line) => line.filter((other) => other.column === slot.column));
    return column.map((other) => other.element);
  }
  const elements = [row];
  const single = (table.cells[slot.row] ?? []).length === 1;
  const inner = (line: number) => table.cells[line] ?? [];
  for (let index = slot.row + 1; index < table.rows.length && elements.length < 8; index += 1) {
    const next = table.rows[index];
    const cells = inner(index);
    if (!next || cells.length === 0) break;
    const text = textOf(next);
    // cells that the name's own row reaches down to, a detail row across all columns, or the rows under a name row
    const spanned =
      (cells[0]?.column ?? 0) > 0 && inner(slot.row).some((other) => reaches(other.element, index - slot.row));
    // a row that names the drug again is another order, unless both have a body of the table to themselves
    const again = namesTheDrug(text) && !ownBody(row, next);
    const detail = cells.length === 1 && inner(slot.row).length > 1 && !again && hasDetails(next, text);
    const under = single && cells.length > 1;
    if (!(spanned || detail || under) || namesAnotherDrug(text) || namesTheDrug(text) === under) {
      if (!(spanned || detail) || namesAnotherDrug(text)) break;
    }
    elements.push(next);
  }
  return elements;
}

/** Whether two rows stand together in a `tbody` that begins with the first of them, beside other ones. */
function ownBody(first: Element, other: Element): boolean {
  const body = shownIn(first);
  if (!body || localNameOf(body) !== 'tbody' || shownIn(other) !== body) return false;
  const table = shownIn(body);
  const bodies = table ? shownElementsOf(table).filter((child) => localNameOf(child) === 'tbody').length : 0;
  return bodies > 1 && shownElementsOf(body)[0] === first;
}

const reaches = (cell: Element, down: number): boolean =>
  Number.parseInt(attributeOf(cell, 'rowspan') ?? '1', 10) > down;

const hasDetails = (row: Element, text: string): boolean =>
  text.length > 3 && queryAll(row, HEADING).length === 0 && (looksLikeValue(text) || namesTheDrug(text));

/** From the row that says the drug to the row that says the next one. */
function pairsExtent(at: number, table: Table, sight: Sight): Element[] {
  const says = (index: number) => {
    sight.visibility.effort.spend();
    const first = table.cells[index]?.[0];
    return first !== undefined && orderRoleOf(shortText(first.element)) === 'drug';
  };
  let from = at;
  while (from > 0 && !says(from)) from -= 1;
  if (!says(from)) return [table.element];
  let next = from + 1;
  while (next < table.rows.length && !says(next)) next += 1;
  if (from <= 2 && next >= table.rows.length) return [table.element];
  return table.rows.slice(from, next);
}

/** A definition list that describes one order; or, where each drug is a term, the term with its definitions. */
function termExtent(at: Element, sight: Sight): Element[] {
  const list = nearest(at, (element) => localNameOf(element) === 'dl');
  if (!list) return [at];
  const isTerm = (element: Element) => localNameOf(element) === 'dt';
  let term: Element | null = at;
  while (term && !isTerm(term)) term = previousElementOf(term);
  if (!term) return [at];
  const group = shownIn(term) === list ? null : shownIn(term);
  const label = shortText(term);
  if (orderRoleOf(label) === 'unknown' && namesTheDrug(label)) {
    const elements = [term];
    for (let next = nextElementOf(term); next && !isTerm(next); next = nextElementOf(next)) elements.push(next);
    return elements;
  }
  const terms = [...queryAll(list, 'dt')];
  sight.visibility.effort.spend(terms.length);
  const drugs = terms.filter((other) => orderRoleOf(shortText(other)) === 'drug');
  if (drugs.length <= 1) return [list];
  if (group) return [group];
  const elements: Element[] = [];
  for (let next: Element | null = term; next; next = nextElementOf(next)) {
    if (next !== term && isTerm(next) && orderRoleOf(shortText(next)) === 'drug') break;
    elements.push(next);
  }
  return elements;
}

/** An entry, a form or a dialog: what stands outside of it belongs to something else. */
const endsAt = (element: Element): boolean =>
  /^(?:li|article|dialog|form)$/.test(localNameOf(element)) ||
  /^(?:listitem|article|dialog|form)$/.test(attributeOf(element, 'role') ?? '');

function climb(start: Element, sight: Sight): Element {
  let extent = start;
  if (endsAt(start)) return start;
  let inForm = shownValueOf(start) !== null;
  for (const parent of upwards(shownIn(start))) {
    const name = localNameOf(parent);
    // a card's header holds little more than the drug; a page's header is another matter
    if (name === 'header' && textOf(parent).length > 160) break;
    if (/^(?:body|html|main|nav|footer|td|th)$/.test(name) || attributeOf(parent, 'role') === 'main') break;
    // a row under column headers made of blocks
    if (sight.tables.headersOfBlocks(extent).size > 0) break;
    if (!mayGrow(extent, parent, inForm, sight)) break;
    extent = parent;
    inForm ||= name === 'form' || name === 'fieldset';
    if (endsAt(parent)) break;
  }
  return extent;
}

/** Whether an element holds more than an order; an ancestor of many names is asked once. */
function isLarge(element: Element, { large }: Sight): boolean {
  return once(large, element, () => countIn(element) > 1500 || textOf(element).length > LONGEST_ORDER);
}

/** Whether what stands beside `extent` in `parent` belongs to the same order. */
function mayGrow(extent: Element, parent: Element, inForm: boolean, sight: Sight): boolean {
  if (shownElementsOf(parent, 2).length < 2) return true;
  const own = nearest(extent, (at) => shownIn(at) === parent) ?? extent;
  const isOther = (child: Element) => {
    sight.visibility.effort.spend();
    return child !== own && (isLarge(child, sight) || textOf(child) !== '') && sight.visibility.shows(child);
  };
  const hasControls = (child: Element) => queryAll(child, 'input,select,textarea').length > 0;
  if (isLarge(parent, sight)) {
    // of many, one is enough
    let alone = true;
    eachShownChildOf(parent, (child) => {
      alone = !(isElement(child) && (isOther(child) || hasControls(child)));
      return alone;
    });
    return alone;
  }
  const children = shownElementsOf(parent);
  const others = children.filter(isOther);
  if (others.length === 0 && !children.some(hasControls)) return true;
  const ownIsHeading = matches(own, HEADING) || queryAll(own, HEADING).length > 0;
  for (const other of others) {
    const text = textOf(other);
    if (isInline(other) && isInline(own)) continue;
    if (!ownIsHeading && !inForm && (matches(other, HEADING) || queryAll(other, HEADING).length > 0)) return false;
    if (ownIsHeading && queryAll(other, 'table').length > 0 && !inForm) return false;
    if (namesAnotherDrug(text) || (!inForm && namesSomething(text) && !namesTheDrug(text))) return false;
    if (namesTheDrug(text) && isEntryLike(own) && isEntryLike(other) && sameKind(own, other)) return false;
    const apart = /^(?:table|dl|ul|ol|nav|section|article|aside|form)$/.test(localNameOf(other));
    if (apart && !ownIsHeading && !inForm && !isDetails(other)) return false;
  }
  if (others.some((other) => saysPatientOrResult(other))) return false;
  const alike = others.filter((other) => sameKind(own, other));
  if (alike.length === 0 || inForm) return !holdsMore(parent, MOST_FIELDS, sight);
  const fields = alike.filter((other) => isField(other) || isPiece(other));
  // a list of entries, each with its own name, stays apart; a row of values or a list of fields belongs together
  return (fields.length > 0 && fields.length * 2 >= alike.length) || (alike.length < 3 && !holdsMore(own, 0, sight));
}

/** A definition list that says nothing but an order's fields and names no drug: the details of the name over it. */
function isDetails(element: Element): boolean {
  if (localNameOf(element) !== 'dl') return false;
  const roles = [...queryAll(element, 'dt')].map((term) => orderRoleOf(shortText(term)));
  return roles.length > 0 && roles.every((role) => role !== 'unknown' && role !== 'drug');
}

const isInline = (element: Element): boolean =>
  /^(?:span|b|strong|i|em|a|small|sup|sub|label|mark|u|code|abbr|time|font|s|del|ins|button|input|select)$/.test(
    localNameOf(element),
  );

const kindOf = (element: Element): string =>
  `${localNameOf(element)}.${(attributeOf(element, 'class') ?? '').split(/\s+/)[0]}.${attributeOf(element, 'role') ?? ''}`;
const sameKind = (a: Element, b: Element): boolean => kindOf(a) === kindOf(b);
const isEntryLike = (element: Element): boolean => textOf(element).length > 8;

const firstWords = (element: Element): string => {
  const text = textOf(element);
  const child = shownElementsOf(element, 1)[0];
  return child ? textOf(child) || text : text;
};

/** `Dose: 1.3 mg/m2`, or a labelled pair of elements. */
function isField(element: Element): boolean {
  const text = textOf(element);
  const label = /^([^:]{1,50}):/.exec(text)?.[1];
  return (label !== undefined && orderRoleOf(label) !== 'unknown') || orderRoleOf(firstWords(element)) !== 'unknown';
}

/** A short value of an order by itself: a dose, a route, a status, a label. */
function isPiece(element: Element): boolean {
  const text = textOf(element);
  if (text.length > 120 || namesSomething(text)) return false;
  return looksLikeValue(text) || statusOf(text) !== null || orderRoleOf(text) !== 'unknown';
}

function saysPatientOrResult(element: Element): boolean {
  const text = firstWords(element).slice(0, 60);
  const label = /^([^:]{1,40}):/.exec(text)?.[1] ?? text;
  const role = patientRoleOf(label);
  return (role !== 'unknown' && role !== 'bsa' && role !== 'name') || analyteOf(label) !== null;
}

/** Whether an element holds more runs than that. */
const holdsMore = (element: Element, most: number, sight: Sight): boolean =>
  runsOf(element, sight.visibility, { enough: ({ length }) => length > most }).length > most;
