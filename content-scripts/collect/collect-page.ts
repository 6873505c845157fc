/**
 * Collects one frame: where the drug is named and where labels stand, what stands together there, and what cannot be
 * read. In steps, so that a large page does not stop while it is read.
 */
import { LONGEST_LABEL, MOST_FIELDS, MOST_GROUPS } from '../limits.ts';
import type { CollectedGroup } from './collected-field.ts';
import type { CollectedOrder, CollectedPage } from './collected-page.ts';
import { attributeOf, defaultViewOf, documentElementOf, isElement, isText, shownIn, upwards } from './dom.ts';
import { extentOf } from './extent.ts';
import { groupOf, type Sight } from './fields.ts';
import { kindOf, namesTheDrug, pattern, saysMeasure } from './known-words.ts';
import { Lists } from './lists.ts';
import { startLocators } from './locate.ts';
import { MOST_LABELS, scan } from './scan.ts';
import { Surroundings } from './surroundings.ts';
import { Tables } from './table.ts';
import { originOfDocument, surroundingsOf } from './unreadable.ts';
import { visibilityOf } from './visibility.ts';

/** What was collected, and the elements that the panel is to be told about as soon as they change. */
export interface Collected {
  page: CollectedPage;
  /** elements that make up the orders */
  orders: Element[];
  /** locators of everything that may say whose chart this is */
  identity: string[];
  /** the document and its open shadow roots */
  roots: Node[];
}

const MOST_IDENTITIES = 40;
const MOST_MEASURES = 800;
const ids = new WeakMap<Element, string>();
let lastId = 0;
let serial = 0;

/** Stable while the element stays on the page; what the element shows is told apart in addition, see qualify/order.ts. */
function idOf(element: Element): string {
  const known = ids.get(element);
  if (known) return known;
  lastId += 1;
  const id = `order-${lastId}`;
  ids.set(element, id);
  return id;
}

const isTop = (document: Document): boolean => {
  const view = defaultViewOf(document);
  return view !== null && view.top === view;
};

const languageOf = (document: Document): string => {
  const root = documentElementOf(document);
  return ((root && attributeOf(root, 'lang')) ?? '').slice(0, LONGEST_LABEL);
};

function emptyPage(document: Document): CollectedPage {
  serial += 1;
  return {
    serial,
    origin: originOfDocument(document),
    top: isTop(document),
    language: languageOf(document),
    unreadable: [],
    childFrames: [],
    containers: [],
    orders: [],
    identities: [],
    labels: [],
    over: [],
    dates: [],
    whole: true,
  };
}

/** Collects the frame's document in one go. Never throws: what goes wrong becomes an unreadable part. */
export function collectPage(document: Document): Collected {
  const steps = collecting(document);
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  } catch {
    return unreadablePage(document);
  }
}

/** Stands for a page on which reading went wrong: nothing of it is used, and that is said. */
export function unreadablePage(document: Document): Collected {
  const page = emptyPage(document);
  page.unreadable.push({ kind: 'frame', label: 'this page could not be read' });
  return { page, orders: [], identity: [], roots: [] };
}

/** The same in steps: between two of them the page may go on, and whoever runs them looks whether it has changed. */
export function* collecting(document: Document): Generator<void, Collected> {
  startLocators();
  const page = emptyPage(document);
  const visibility = visibilityOf(document);
  if (!visibility) return { page, orders: [], identity: [], roots: [] };
  const found = scan(document);
  const collected: Collected = { page, orders: [], identity: [], roots: found.roots };
  Object.assign(page, surroundingsOf(document, found.special, visibility));
  const sight: Sight = { visibility, tables: new Tables() };
  const around = new Surroundings(sight);
  page.containers = around.containers;
  page.over = around.texts;
  for (const node of found.labels)
    if (page.identities.length < MOST_IDENTITIES && kindOf(node.data) === 'identity') {
      const identity = around.identityAt(node);
      if (identity) page.identities.push(identity);
      yield;
    }
  const said = page.identities.flatMap(({ levels }) => levels.flatMap((level) => page.containers[level] ?? []));
  collected.identity = [...new Set(said.map(({ locator }) => locator))];
  for (const { order, elements } of groupsOf(found.names, sight, around)) {
    page.orders.push(order);
    collected.orders.push(...elements);
    yield;
  }
  yield* collectLabels(page, found.labels, around);
  page.dates = datesIn(found.labels);
  page.whole = around.whole && found.labels.length < MOST_LABELS;
  return collected;
}

function* collectLabels(page: CollectedPage, labels: readonly Text[], around: Surroundings): Generator<void> {
  const lists = new Lists(around);
  let measures = 0;
  for (const node of labels) {
    const kind = kindOf(node.data);
    if (saysMeasure(kind, node.data)) {
      const measure = measures < MOST_MEASURES ? around.measureAt(node) : null;
      if (measure) page.labels.push(measure);
      measures += 1;
      if (measures > MOST_MEASURES) around.whole = false;
    } else if (kind === 'section') {
      const list = lists.under(node);
      if (list) page.labels.push(list);
    }
    yield;
  }
}

const datesIn = (labels: readonly Text[]): string[] => [
  ...new Set(labels.flatMap((node) => pattern('date').exec(node.data.slice(0, 200))?.[0] ?? [])),
];

/** One group for every place that names the drug, each place in one group only. */
function* groupsOf(
  names: readonly (Text | Element)[],
  sight: Sight,
  around: Surroundings,
): Generator<{ order: CollectedOrder; elements: Element[] }> {
  const taken = new Set<Element>();
  let count = 0;
  for (const hit of names) {
    if (count >= MOST_GROUPS) return;
    const holder = isElement(hit) ? hit : shownIn(hit);
    if (!holder || [...upwards(holder)].some((at) => taken.has(at))) continue;
    const visible = isText(hit) ? sight.visibility.sees(holder, hit) : sight.visibility.sees(holder);
    if (!visible) continue;
    const elements = extentOf(hit, sight);
    const [first] = elements;
    if (!first || elements.some((element) => taken.has(element))) continue;
    const group = groupOf(elements, sight);
    if (!group?.fields.some((field) => namesTheDrug(field.text))) continue;
    for (const element of elements) taken.add(element);
    count += 1;
    yield { order: orderOf(first, group, around), elements };
  }
}

function orderOf(element: Element, group: CollectedGroup, around: Surroundings): CollectedOrder {
  const place = idOf(element);
  const fits = group.fields.length <= MOST_FIELDS && around.hasRoomFor(group.fields);
  const text = fits ? '' : group.fields.map((field) => field.text).join(' ');
  return { place, group: fits ? group : null, text: text.slice(0, LONGEST_LABEL) };
}
