/** Reads one frame: collect around what matters, qualify, and say for everything else why it is missing. */
import type { Adapter } from './adapters/adapter.ts';
import type { CollectedField, CollectedGroup } from './collect/collected-field.ts';
import { Surroundings } from './collect/context.ts';
import { attributeOf, defaultViewOf, documentElementOf, isElement, isText, shownIn, upwards } from './collect/dom.ts';
import { extentOf } from './collect/extent.ts';
import { groupOf, type Sight } from './collect/fields.ts';
import { elementOf, rangesOf, startLocators } from './collect/locate.ts';
import { scan } from './collect/scan.ts';
import { Tables } from './collect/table.ts';
import { originOfDocument, surroundingsOf } from './collect/unreadable.ts';
import { visibilityOf } from './collect/visibility.ts';
import type { FrameReading, Ignored } from './page-reading.ts';
import { namesBortezomib } from './parse/index.ts';
import { emptyReading } from './qualify/empty-reading.ts';
import { mergeOrders } from './qualify/merge-orders.ts';
import { type FoundOrder, qualifyOrder } from './qualify/order.ts';
import { readSurroundings } from './read-surroundings.ts';
import { watch } from './watched.ts';

export { elementOf, rangesOf };

export interface ReadOptions {
  /** makes patient keys worthless outside this session */
  salt: string;
  /** readers of known pages, tried before the generic one */
  adapters?: readonly Adapter[];
  /** today as days since 1970, for ages from birth dates */
  today?: number;
}

const MOST_ORDERS = 40;
const MOST_IGNORED = 200;
const ids = new WeakMap<Element, string>();
let lastId = 0;

/** Stable while the element stays on the page; what the element shows is told apart in addition, see `qualifyOrder`. */
function idOf(element: Element): string {
  const known = ids.get(element);
  if (known) return known;
  lastId += 1;
  const id = `order-${lastId}`;
  ids.set(element, id);
  return id;
}

/** Reads the frame's document. Never throws: what goes wrong becomes an unreadable part. */
export function readFrame(document: Document, options: ReadOptions): FrameReading {
  try {
    return read(document, options);
  } catch {
    const reading = emptyReading(originOfDocument(document), isTop(document));
    reading.unreadable.push({ kind: 'frame', label: 'this page could not be read' });
    return reading;
  }
}

const isTop = (document: Document): boolean => {
  const view = defaultViewOf(document);
  return view !== null && view.top === view;
};

const languageOf = (document: Document): string => {
  const root = documentElementOf(document);
  return (root && attributeOf(root, 'lang')) ?? '';
};

function read(document: Document, options: ReadOptions): FrameReading {
  startLocators();
  const reading = emptyReading(originOfDocument(document), isTop(document));
  const visibility = visibilityOf(document);
  if (!visibility) return reading;
  const found = scan(document);
  watch({ identity: [], orders: [], roots: found.roots });
  Object.assign(reading, surroundingsOf(document, found.special, visibility));
  if (found.names.length === 0 && found.labels.length === 0) return reading;
  const sight: Sight = { visibility, tables: new Tables() };
  const surroundings = new Surroundings(sight);
  const groups = groupsOf(found.names, sight);
  const orders: FoundOrder[] = [];
  const ignored: Ignored[] = [];
  for (const { group, elements } of groups.slice(0, MOST_ORDERS * 4)) {
    const [element] = elements;
    if (!element) continue;
    const result = qualifyOrder(group, idOf(element));
    if ('order' in result) orders.push(result);
    else ignored.push(result);
  }
  const merged = mergeOrders(orders).slice(0, MOST_ORDERS);
  reading.orders = merged.map(({ order }) => order);
  reading.ignored = ignored.slice(0, 100);
  const today = options.today ?? Math.floor(Date.now() / 86_400_000);
  const bsa = merged.flatMap((order) => order.bsa);
  const identity = readSurroundings(reading, found.labels, surroundings, {
    salt: options.salt,
    today,
    language: languageOf(document),
    bsa,
  });
  reading.ignored.splice(MOST_IGNORED);
  watch({
    identity: identity.flatMap((locator) => elementOf(locator)?.element ?? []),
    orders: groups.flatMap(({ elements }) => elements),
    roots: found.roots,
  });
  return reading;
}

/** One group for every place that names the drug, each place in one group only. */
function groupsOf(names: readonly (Text | Element)[], sight: Sight): { group: CollectedGroup; elements: Element[] }[] {
  const taken = new Set<Element>();
  const groups: { group: CollectedGroup; elements: Element[] }[] = [];
  for (const hit of names) {
    const holder = isElement(hit) ? hit : shownIn(hit);
    if (!holder || [...upwards(holder)].some((at) => taken.has(at))) continue;
    const visible = isText(hit) ? sight.visibility.sees(holder, hit) : sight.visibility.sees(holder);
    if (!visible) continue;
    const elements = extentOf(hit, sight);
    if (elements.some((element) => taken.has(element))) continue;
    const group = groupOf(elements, sight);
    if (!group?.fields.some((field: CollectedField) => namesBortezomib(field.text))) continue;
    for (const element of elements) taken.add(element);
    groups.push({ group, elements });
  }
  return groups;
}
