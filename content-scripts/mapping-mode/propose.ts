/**
 * From elements that an administrator clicked to places in a mapping. Selectors are built of what a page's makers name
 * (ids, classes, test ids, roles) and of positions, never of text, numbers or titles: those may be a patient's.
 */
import { finder } from '@medv/finder';
import type { EntryKind, FoundPart, NoProposal } from '../../mapping/draft.ts';
import { selectorFault } from '../../mapping/selector.ts';
import type { FieldPlace, Place } from '../../mapping/shape.ts';
import { placesIn } from '../adapters/places.ts';
import {
  attributeOf,
  containsNode,
  localNameOf,
  nearest,
  parentNodeOf,
  previousElementOf,
  queryAll,
  rootNodeOf,
  shownIn,
  upwards,
} from '../collect/dom.ts';
import { isRow, shortText } from '../collect/table.ts';
import type { Visibility } from '../collect/visibility.ts';

/** An element that was clicked, for one of the fields. */
export interface Clicked {
  role: string;
  element: Element;
}

const FINDING_MS = 500;
/** attributes whose values a page's makers choose */
const MAKERS_ATTRIBUTES = /^(?:name|role|type|data-(?:testid|test-id|test|qa|cy|field|column|col|name|id-name|slot))$/;

/** A name that a person chose, without a number of anything and without a build's random letters. */
const isMakersName = (name: string): boolean =>
  name.length <= 60 && /^[A-Za-z][\w-]*$/.test(name) && !/\d{2}/.test(name) && !/_{3}|:/.test(name) && vowels(name);

/** `jzTJKtCPC` and `css-x7qz` are made by machines: words have vowels among few consonants. */
const vowels = (name: string): boolean =>
  name
    .split(/[-_]+|(?<=[a-z])(?=[A-Z])|\d/)
    .filter((word) => word.length > 4)
    .every((word) => !/[^aeiouy]{5,}/i.test(word));

/** A selector that fits this element alone inside `root`; null where none may be used. An id fits no other row. */
function selectorOf(element: Element, root: Element, among: 'rows' | 'page' = 'page'): string | null {
  try {
    const found = finder(element, {
      root,
      idName: (name) => among === 'page' && isMakersName(name),
      className: isMakersName,
      attr: (name, value) => MAKERS_ATTRIBUTES.test(name) && isMakersName(value),
      timeoutMs: FINDING_MS,
    });
    return selectorFault(found) === null ? found : null;
  } catch {
    return null;
  }
}

/** What is proposed for one element inside `root`: beside its label where it has one, else by its own names. */
export function proposePlace(
  element: Element,
  root: Element,
  visibility: Visibility,
  among: 'rows' | 'page' = 'page',
): Place | null {
  const fits = (place: Place) => {
    const found = placesIn(root, place, visibility);
    return found.length === 1 && found[0] === element;
  };
  const own = selectorOf(element, root, among);
  if (own !== null && /^[#[.]|^[a-z]+[.#[]/.test(own) && !/:nth/.test(own) && fits({ select: own }))
    return { select: own };
  const label = labelBefore(element);
  if (label) {
    const beside = { select: localNameOf(element), beside: label };
    if (fits(beside)) return beside;
  }
  return own !== null && fits({ select: own }) ? { select: own } : null;
}

/** The words of a label right before an element: a term, a header, a text that ends with a colon. */
function labelBefore(element: Element): string | null {
  const before = previousElementOf(element);
  if (!before) return null;
  const text = shortText(before);
  const labels = /^(?:dt|th|label)$/.test(localNameOf(before)) || /:\s*\*?$/.test(text);
  if (!labels || text.length > 40 || /\d{2}/.test(text)) return null;
  return text.replace(/[\s:*]+$/, '') || null;
}

/** An entry with its fields, from the fields of one entry. */
export function proposeEntry(
  clicked: readonly Clicked[],
  kind: EntryKind,
  visibility: Visibility,
): FoundPart | NoProposal {
  const [first] = clicked;
  if (!first) return { fault: 'nothing' };
  const tree = rootNodeOf(first.element);
  if (tree !== first.element.ownerDocument || clicked.some(({ element }) => rootNodeOf(element) !== tree))
    return { fault: 'shadow' };
  const common = commonOf(clicked.map(({ element }) => element));
  const body = common?.ownerDocument.body;
  if (!common || !body || common === body) return { fault: 'apart' };
  const entry = entryOf(common, kind);
  const fields: Record<string, FieldPlace> = {};
  const among = kind === 'rows' ? 'rows' : 'page';
  for (const { role, element } of clicked) {
    const place = element === entry ? { select: ':scope' } : proposePlace(element, entry, visibility, among);
    if (!place) return { fault: 'no-selector', role };
    fields[role] = place;
  }
  return kind === 'rows' ? rowsOf(entry, fields, visibility) : blockOf(entry, fields, body, visibility);
}

/** The smallest element that holds all of them. */
function commonOf(elements: readonly Element[]): Element | null {
  const [first, ...rest] = elements;
  if (!first) return null;
  // one field alone does not say how far its entry reaches
  const start = rest.length === 0 ? shownIn(first) : first;
  return nearest(start, (at) => rest.every((element) => containsNode(at, element)));
}

const isEntry = (element: Element): boolean =>
  isRow(element) ||
  /^(?:li|article)$/.test(localNameOf(element)) ||
  /^(?:listitem|article)$/.test(attributeOf(element, 'role') ?? '');

function entryOf(common: Element, kind: EntryKind): Element {
  if (kind === 'form') return nearest(common, (at) => localNameOf(at) === 'form') ?? common;
  if (kind === 'card') return common;
  const named = nearest(common, isEntry);
  if (named) return named;
  for (const at of upwards(common)) {
    if (/^(?:body|main)$/.test(localNameOf(at))) break;
    if (alikeOf(at).length > 1) return at;
  }
  return common;
}

/** Elements beside this one, itself included, that are made alike. */
function alikeOf(element: Element): Element[] {
  const parent = parentNodeOf(element);
  const siblings = parent ? [...queryAll(parent, `:scope > ${CSS.escape(localNameOf(element))}`)] : [];
  const names = makersClasses(element).join(' ');
  return siblings.filter((other) => makersClasses(other).join(' ') === names);
}

const makersClasses = (element: Element): string[] =>
  (attributeOf(element, 'class') ?? '').split(/\s+/).filter(isMakersName).sort();

const isList = (element: Element): boolean =>
  /^(?:table|ul|ol|dl)$/.test(localNameOf(element)) ||
  /^(?:table|grid|treegrid|list|rowgroup)$/.test(attributeOf(element, 'role') ?? '');

function rowsOf(row: Element, fields: Record<string, FieldPlace>, visibility: Visibility): FoundPart | NoProposal {
  const list = nearest(shownIn(row), isList) ?? shownIn(row);
  const body = row.ownerDocument.body;
  const select = list && list !== body ? selectorOf(list, body) : 'body';
  if (!list || select === null) return { fault: 'no-selector' };
  const path: string[] = [];
  for (const at of upwards(row)) {
    if (at === list) break;
    path.unshift(at === row ? `${localNameOf(at)}${sharedClass(row)}` : localNameOf(at));
  }
  const each = `:scope > ${path.join(' > ')}`;
  const area = { select };
  const entries = placesIn(list, { select: each }, visibility);
  if (!entries.includes(row)) return { fault: 'no-selector' };
  return { area, each, fields };
}

/** A class that the row shares with most of its siblings, for rows that stand among others. */
function sharedClass(row: Element): string {
  const alike = alikeOf(row);
  const name = makersClasses(row).find((one) => alike.every((other) => makersClasses(other).includes(one)));
  return name ? `.${CSS.escape(name)}` : '';
}

function blockOf(
  block: Element,
  fields: Record<string, FieldPlace>,
  body: Element,
  visibility: Visibility,
): FoundPart | NoProposal {
  const alike = alikeOf(block);
  const parent = shownIn(block);
  const around = parent && parent !== body ? selectorOf(parent, body) : 'body';
  const name = `${localNameOf(block)}${sharedClass(block)}`;
  // cards beside each other are entries of one area; a single one is named by itself
  const select = alike.length > 1 && around !== null ? `${around} > ${name}` : selectorOf(block, body);
  if (select === null || selectorFault(select) !== null) return { fault: 'no-selector' };
  const found = placesIn(body.ownerDocument, { select }, visibility);
  if (!found.includes(block)) return { fault: 'no-selector' };
  return { area: { select }, fields };
}
