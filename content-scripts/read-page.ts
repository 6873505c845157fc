/** Reads one frame: collect around what matters, qualify, and say for everything else why it is missing. */
import type { Adapter } from './adapters/adapter.ts';
import type { CollectedField, CollectedGroup } from './collect/collected-field.ts';
import { Surroundings } from './collect/context.ts';
import { attributeOf, defaultViewOf, documentElementOf, isElement, isText, shownIn, upwards } from './collect/dom.ts';
import { extentOf } from './collect/extent.ts';
import { groupOf, type Sight } from './collect/fields.ts';
import { elementOf, nodesOf, rangesOf, startLocators } from './collect/locate.ts';
import { scan } from './collect/scan.ts';
import { Tables } from './collect/table.ts';
import { originOfDocument, surroundingsOf } from './collect/unreadable.ts';
import { visibilityOf } from './collect/visibility.ts';
import { excludedAtAll, excludedHere, named, usable } from './frame-chart.ts';
import { arrivedAt, sinceOf } from './freshness.ts';
import type { FrameReading, Ignored, OrderReading } from './page-reading.ts';
import { namesBortezomib } from './parse/index.ts';
import { emptyReading } from './qualify/empty-reading.ts';
import { mergeOrders } from './qualify/merge-orders.ts';
import { type FoundOrder, qualifyOrder } from './qualify/order.ts';
import { type NamedPatient, readPatient } from './read-patient.ts';
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

/** Why text is left out that was there before the page named the patient that it names now. */
export const OF_FORMER =
  'it was on this page before the patient changed; if it belongs to this patient, choose Read again';

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
  if (found.names.length === 0 && found.labels.length === 0) {
    takeOver(reading, { ownKey: null, conflict: false, locators: [] });
    return reading;
  }
  const sight: Sight = { visibility, tables: new Tables() };
  const surroundings = new Surroundings(sight);
  const language = languageOf(document);
  const today = options.today ?? Math.floor(Date.now() / 86_400_000);
  const patient = readPatient(reading, found.labels, surroundings, { salt: options.salt, today, language });
  takeOver(reading, patient);
  const groups = groupsOf(found.names, sight);
  const orders: FoundOrder[] = [];
  const ignored: Ignored[] = [];
  for (const { group, elements } of groups.slice(0, MOST_ORDERS * 4)) {
    const [element] = elements;
    if (!element) continue;
    const result = qualifyOrder(group, idOf(element));
    if (!('order' in result)) ignored.push(result);
    else if (usable(sinceOfOrder(result.order))) orders.push(result);
    else
      ignored.push({
        text: result.order.text.slice(0, 200),
        reason: OF_FORMER,
        ...(result.order.drug.from ? { from: result.order.drug.from } : {}),
      });
  }
  const merged = mergeOrders(orders).slice(0, MOST_ORDERS);
  reading.orders = merged.map(({ order }) => order);
  reading.ignored.push(...ignored.slice(0, 100));
  const bsa = merged.flatMap((order) => order.bsa);
  const left = readSurroundings(reading, found.labels, surroundings, language, bsa, (locator) =>
    usable(sinceOfText(locator)),
  );
  if (left) reading.ignored.push({ text: 'other values and list entries', reason: OF_FORMER });
  reading.ignored.splice(MOST_IGNORED);
  watch({
    identity: patient.locators.flatMap((locator) => elementOf(locator)?.element ?? []),
    orders: groups.flatMap(({ elements }) => elements),
    roots: found.roots,
  });
  return reading;
}

const sinceOfText = (locator: string): number => Math.max(0, ...nodesOf(locator).map(sinceOf));

/** Takes over who is named, and says what of the page is left out for it. */
function takeOver(reading: FrameReading, { ownKey, conflict, locators }: NamedPatient): void {
  const contradicted = named(ownKey, conflict, Math.max(0, ...locators.flatMap(nodesOf).map(arrivedAt)));
  if (contradicted && !conflict) {
    reading.ignored.push({ text: reading.patientLabel ?? '', reason: 'the address names another patient' });
    reading.patientKey = null;
    reading.patientLabel = null;
    reading.patientConflict = true;
  }
  reading.excludedHere = excludedHere();
  reading.excluded = excludedAtAll();
}

/** When the newest of the values that make up an order came to the page. Its status may stand in a heading over many. */
function sinceOfOrder({ status: _, ...order }: OrderReading): number {
  const from = Object.values(order).flatMap((value) => (typeof value === 'object' && value.from ? [value.from] : []));
  return Math.max(0, ...from.map(({ locator }) => sinceOfText(locator)));
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
