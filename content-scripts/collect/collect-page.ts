/**
 * Collects one frame: where the drug is named and where labels stand, what stands together there, and what cannot be
 * read. In steps, so that a large page does not stop while it is read.
 */
import type { SiteMapping } from '../../mapping/shape.ts';
import { namedListEntryOf, namedPatientOf, namedResultOf } from '../adapters/collect-named.ts';
import { type FoundGroup, pairOrders } from '../adapters/pair-orders.ts';
import { type MappingRun, runMappings } from '../adapters/run-mapping.ts';
import { addressNames } from '../addressed.ts';
import { ASKED, readyAt } from '../freshness.ts';
import { LONGEST_LABEL, MOST_FIELDS, MOST_GROUPS, MOST_NAMED } from '../limits.ts';
import type { CollectedField, CollectedGroup } from './collected-field.ts';
import type { CollectedOrder, CollectedPage } from './collected-page.ts';
import { shownValueOf } from './controls.ts';
import {
  attributeOf,
  defaultViewOf,
  documentElementOf,
  isElement,
  isText,
  nearest,
  queryAll,
  shadowRootOf,
  shownIn,
  textContentOf,
} from './dom.ts';
import { TooLarge } from './effort.ts';
import { extentOf } from './extent.ts';
import { groupOf, type Sight } from './fields.ts';
import { holdsTheName, namesTheDrug, pattern, saysMeasure } from './known-words.ts';
import { Lists } from './lists.ts';
import { finishLocators, shownElementOf, startLocators } from './locate.ts';
import { type Kept, keep } from './looks.ts';
import type { NamedEntry } from './named-field.ts';
import { once } from './once.ts';
import { type Found, PageIndex } from './page-index.ts';
import { Surroundings } from './surroundings.ts';
import { Tables } from './table.ts';
import { collectSurroundings, originOfDocument } from './unreadable.ts';
import { type Visibility, visibilityOf } from './visibility.ts';

/** What was collected, and the elements whose changes the panel is told at once. */
export interface Collected {
  page: CollectedPage;
  /** what makes up the orders, as it looked when it was collected */
  orders: Kept[];
  /** everything that may say whose chart this is, by locator, as it looked when it was collected */
  identity: Map<string, Kept>;
}

const MOST_IDENTITIES = 40;
const MOST_MEASURES = 800;
const ids = new WeakMap<Element, string>();
let lastId = 0;
let serial = 0;

/** Stable while the element stays on the page; what the element shows is told apart in addition, see qualify/order.ts. */
function idOf(element: Element): string {
  return once(ids, element, () => {
    lastId += 1;
    return `order-${lastId}`;
  });
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
    asked: ASKED,
    ready: readyAt(),
    addressNames: addressNames(),
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
    named: { patients: [], results: [], lists: [] },
    health: [],
    whole: true,
  };
}

/**
 * Collects the frame's document in one go. Never throws: what goes wrong becomes an unreadable part.
 * @param mappings adapters and the hospital's own mapping; those for other addresses do nothing
 * @param index what is known of the page already
 */
export function collectPage(
  document: Document,
  mappings: readonly SiteMapping[] = [],
  index: PageIndex = new PageIndex(),
): Collected {
  const steps = collecting(document, mappings, index);
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
  return { page, orders: [], identity: new Map() };
}

/** Stands for a page that is too large for whose chart it is to be told: nothing of it is used either. */
function tooLargePage(document: Document): Collected {
  return { page: { ...emptyPage(document), whole: false }, orders: [], identity: new Map() };
}

/** The same in steps: between two of them the page may go on, and whoever runs them looks whether it has changed. */
export function* collecting(
  document: Document,
  mappings: readonly SiteMapping[],
  index: PageIndex,
): Generator<void, Collected> {
  startLocators();
  const page = emptyPage(document);
  const visibility = visibilityOf(document);
  const collected: Collected = { page, orders: [], identity: new Map() };
  if (!visibility) return collected;
  try {
    yield* collectInto(collected, yield* index.look(document), { document, visibility, mappings });
  } catch (error) {
    if (error instanceof TooLarge) return tooLargePage(document);
    throw error;
  }
  finishLocators();
  return collected;
}

interface Where {
  document: Document;
  visibility: Visibility;
  mappings: readonly SiteMapping[];
}

/** @throws TooLarge where it cannot be told whose chart the page shows, or what its mapping names */
function* collectInto(collected: Collected, found: Found, where: Where): Generator<void> {
  const { document, visibility, mappings } = where;
  const { page } = collected;
  const { effort } = visibility;
  yield* asFarAsItGoes(page, collectSurroundings(page, document, found.special, visibility));
  const sight: Sight = { visibility, tables: new Tables(), large: new Map(), named: new Map() };
  const around = new Surroundings(sight);
  page.containers = around.containers;
  page.over = around.texts;
  effort.begin();
  for (const node of found.labels)
    if (around.kindOf(node.data) === 'identity') {
      if (page.identities.length >= MOST_IDENTITIES) {
        page.whole = false;
        break;
      }
      const identity = around.identityAt(node);
      if (identity) {
        page.identities.push(identity);
        keepTexts(
          identity.levels.flatMap((level) => page.containers[level] ?? []),
          collected.identity,
        );
      }
      yield;
    }
  effort.begin();
  const run = runMappings(document, visibility, { mappings, namesDrug });
  page.health = run.health;
  collectNamed(page, run, around);
  const byMapping = page.named.patients.flatMap(({ fields }) => fields.map(({ field }) => field));
  keepTexts(byMapping, collected.identity);
  effort.begin();
  const groups: FoundGroup[] = [];
  const looks = new Map<Element, Kept>();
  yield* asFarAsItGoes(page, collectGroups(found.names, sight, looks, groups));
  effort.begin();
  const paired = run.orders.length > 0 ? pairOrders(groups, run.orders, sight, page.health) : groups;
  page.whole &&= paired.length <= MOST_GROUPS;
  for (const { group, elements } of paired.slice(0, MOST_GROUPS)) {
    const [first] = elements;
    if (first) page.orders.push(orderOf(first, group, around));
    collected.orders.push(...elements.map((element) => looks.get(element) ?? keep(element)));
  }
  effort.begin();
  yield* asFarAsItGoes(page, collectLabels(page, found.labels, around));
  page.dates = datesIn(found.labels);
  page.whole &&= around.whole && found.whole && !effort.leftOut;
}

/** Runs steps until they end, or until the page proves to be too large for more, which is said. */
function* asFarAsItGoes(page: CollectedPage, steps: Generator<void>): Generator<void> {
  try {
    yield* steps;
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    page.whole = false;
  }
}

/** Remembers how the texts look that may say whose chart it is. */
function keepTexts(fields: readonly CollectedField[], into: Map<string, Kept>): void {
  const kept = new Map<Element, Kept>();
  for (const { locator } of fields) {
    const element = into.has(locator) ? null : shownElementOf(locator);
    if (!element) continue;
    into.set(
      locator,
      once(kept, element, () => keep(element)),
    );
  }
}

function* collectLabels(page: CollectedPage, labels: readonly Text[], around: Surroundings): Generator<void> {
  const lists = new Lists(around);
  let measures = 0;
  for (const node of labels) {
    const kind = around.kindOf(node.data);
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
function* collectGroups(
  names: readonly (Text | Element)[],
  sight: Sight,
  looks: Map<Element, Kept>,
  groups: FoundGroup[],
): Generator<void> {
  const taken = new Set<Element>();
  for (const hit of names) {
    yield;
    sight.visibility.effort.spend();
    const holder = isElement(hit) ? hit : shownIn(hit);
    if (!holder || nearest(holder, (at) => taken.has(at))) continue;
    const visible = isText(hit) ? sight.visibility.sees(holder, hit) : sight.visibility.sees(holder);
    if (!visible) continue;
    const elements = extentOf(hit, sight);
    const [first] = elements;
    if (!first || elements.some((element) => taken.has(element))) continue;
    for (const element of elements) looks.set(element, keep(element));
    const group = groupOf(elements, sight);
    if (!group?.fields.some((field) => namesTheDrug(field.text))) continue;
    for (const element of elements) taken.add(element);
    // one more than is sent, which says that there are more
    if (groups.push({ group, elements }) > MOST_GROUPS) return;
  }
}

function orderOf(element: Element, group: CollectedGroup, around: Surroundings): CollectedOrder {
  const place = idOf(element);
  const fits =
    group.fields.length <= MOST_FIELDS &&
    around.hasRoomFor([...group.fields, ...(group.named?.fields ?? []).map(({ field }) => field)]);
  const text = fits ? '' : group.fields.map((field) => field.text).join(' ');
  return { place, group: fits ? group : null, text: text.slice(0, LONGEST_LABEL) };
}

/** Whether an element's text, that of open shadow roots in it or a form control's value names the drug. */
function namesDrug(element: Element): boolean {
  const inside = [element, ...queryAll(element, '*')].slice(0, MOST_INSIDE);
  const roots = inside.flatMap((host) => shadowRootOf(host) ?? []);
  const texts = [element, ...roots].map((root) => (textContentOf(root) ?? '').slice(0, LONGEST_ENTRY));
  const values = inside.flatMap((control) => shownValueOf(control) ?? []);
  return [...texts, ...values].some(holdsTheName);
}

/** Longer text is no entry of one order. */
const LONGEST_ENTRY = 5000;
const MOST_INSIDE = 500;

/** What mappings name, as far as there is room for it. */
function collectNamed(page: CollectedPage, run: MappingRun, around: Surroundings): void {
  const fitting = <Entry, Named extends NamedEntry>(entries: Entry[], named: (entry: Entry, sight: Sight) => Named) => {
    const all = entries.slice(0, MOST_NAMED).map((entry) => named(entry, around.sight));
    const kept = all.filter(({ fields }) => around.hasRoomFor(fields.map(({ field }) => field)));
    page.whole &&= kept.length === entries.length;
    return kept;
  };
  page.named = {
    patients: fitting(run.patients, namedPatientOf),
    results: fitting(run.results, namedResultOf),
    lists: fitting(run.lists, namedListEntryOf),
  };
}
