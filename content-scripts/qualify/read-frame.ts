/** One frame's reading from what its reader collected; for everything that is not used, the reason. Pure. */
import type { CollectedField } from '../collect/collected-field.ts';
import type { CollectedPage } from '../collect/collected-page.ts';
import type { FrameReading, Ignored, OrderReading, Unreadable } from '../page-reading.ts';
import { emptyReading } from './empty-reading.ts';
import { afterReading, excludedAtAll, excludedHere, type FrameChart } from './frame-chart.ts';
import { type Identity, labelOf, patientKeyOf } from './identity.ts';
import { mergeOrders } from './merge-orders.ts';
import { type FoundOrder, qualifyOrder } from './order.ts';
import { canBeSame, patientOfRow } from './patient-of-row.ts';
import { type NamedPatient, readPatient } from './read-patient.ts';
import { readSurroundings } from './read-surroundings.ts';
import { GENERIC } from './reading.ts';
import { isUsable } from './whose-chart.ts';

export interface ReadOptions {
  /** makes patient keys worthless outside this session */
  salt: string;
  /** today as days since 1970, for ages from birth dates */
  today: number;
  /** when the page was collected, in ms since 1970 */
  at: number;
}

export interface ReadFrame {
  reading: FrameReading;
  /** whose chart it is after this reading */
  chart: FrameChart;
  /** locators of the texts that say so: the page tells at once when one of them changes */
  reliedOn: string[];
}

/** Why text is left out that was there before the page named the patient that it names now. */
const OF_FORMER = 'it was on this page before the patient changed; if it belongs to this patient, choose Read again';

/** Why an order is left out in whose row another patient is named. */
const OF_ANOTHER = 'its row names another patient, or rows beside it do';

const MOST_ORDERS = 40;
const MOST_IGNORED = 200;

/** When each collected text came to the page. */
export type Ages = ReadonlyMap<string, { since: number; arrived: number }>;

function agesOf(page: CollectedPage): Ages {
  const ages = new Map<string, { since: number; arrived: number }>();
  const groups = page.orders.flatMap(({ group }) => group ?? []);
  const placed = [
    ...page.containers.flat(),
    ...groups.flatMap(({ fields, headings }) => [...fields, ...headings]),
    ...namedIn(page),
  ];
  for (const { locator, since, arrived } of placed) ages.set(locator, { since, arrived });
  return ages;
}

/** Everything that a mapping names. */
function namedIn({ orders, named }: CollectedPage): CollectedField[] {
  const entries = [
    ...orders.flatMap(({ group }) => group?.named ?? []),
    ...named.patients,
    ...named.results,
    ...named.lists,
  ];
  return entries.flatMap(({ fields }) => fields.map(({ field }) => field));
}

/** Said where more stands on a page than its reader collects. */
const TOO_LARGE: Unreadable = { kind: 'too-large', label: 'this page is too large to be read whole' };

/** Reads one frame. `frame`: whose chart it was so far. */
export function readFrame(page: CollectedPage, frame: FrameChart, options: ReadOptions): ReadFrame {
  const reading = emptyReading(page.origin, page.top);
  reading.unreadable = page.unreadable;
  reading.childFrames = page.childFrames;
  reading.asked = page.asked;
  reading.health = page.health;
  const ages = agesOf(page);
  const patient = readPatient(reading, page, { ...options, ownSalt: frame.salt });
  const chart = takeOver(reading, page, patient, frame, ages, options.at);
  const excluded = excludedAtAll(chart);
  const since = (locator: string) => ages.get(locator)?.since ?? 0;
  const usable = (time: number) => isUsable(time, excluded);
  const orders: FoundOrder[] = [];
  const ignored: Ignored[] = [];
  const whose = page.orders.map(({ group }) => group && patientOfRow(group.fields, options.today));
  const ofOthers = othersAmong(whose, patient.identity);
  const only = whose.find((row) => row !== null && !ofOthers.has(row));
  if (only && patient.identity === null) {
    // nobody is named but in the rows: whoever stands in another frame is then held against the rows
    reading.patientKey = patientKeyOf(only, options.salt);
    reading.patientLabel = reading.patientKey && labelOf(only);
  }
  for (const [index, { place, group, text }] of page.orders.entries()) {
    const result = group
      ? qualifyOrder(group, place)
      : { text, reason: 'more stands together here than belongs to one order' };
    if (!('order' in result)) ignored.push(result);
    else if (ofOthers.has(whose[index] ?? null))
      ignored.push({ text: result.order.text.slice(0, 200), reason: OF_ANOTHER });
    else if (usable(sinceOfOrder(result.order, since))) orders.push(result);
    else
      ignored.push({
        text: result.order.text.slice(0, 200),
        reason: OF_FORMER,
        ...(result.order.drug.from ? { from: result.order.drug.from } : {}),
      });
  }
  const all = mergeOrders(orders);
  const merged = all.slice(0, MOST_ORDERS);
  if (!page.whole || all.length > MOST_ORDERS) reading.unreadable = [...page.unreadable, TOO_LARGE];
  reading.orders = merged.map(({ order }) => order);
  reading.adapter = merged[0]?.order.drug.from?.adapter ?? appliedTo(page) ?? GENERIC;
  reading.ignored.push(...ignored.slice(0, 100));
  const bsa = merged.flatMap((order) => order.bsa);
  // among rows of several patients, lists and results are anybody's
  const ofSeveral = patient.identity === null && ofOthers.size > 0;
  const left = !ofSeveral && readSurroundings(reading, page, bsa, options.today, (locator) => usable(since(locator)));
  if (left) reading.ignored.push({ text: 'other values and list entries', reason: OF_FORMER });
  reading.ignored.splice(MOST_IGNORED);
  return { reading, chart, reliedOn: patient.locators };
}

/** Whose rows are not this patient's; where nobody is named outside of the rows and they name several, nobody's are. */
function othersAmong(rows: readonly (Identity | null)[], named: Identity | null): Set<Identity | null> {
  const people = rows.filter((row) => row !== null);
  const several = named === null && people.some((one) => people.some((other) => !canBeSame(one, other)));
  return new Set(people.filter((row) => several || (named !== null && !canBeSame(row, named))));
}

/** The mapping that fits this page, where one does. */
const appliedTo = ({ health }: CollectedPage): string | undefined =>
  health.find(({ state }) => state === 'applied')?.mapping;

/** Takes over who is named, and says what of the page is left out for it. */
function takeOver(
  reading: FrameReading,
  { asked, ready, addressNames }: CollectedPage,
  { ownKey, conflict, locators }: NamedPatient,
  before: FrameChart,
  ages: Ages,
  at: number,
): FrameChart {
  const arrived = Math.max(0, ...locators.map((locator) => ages.get(locator)?.arrived ?? 0));
  const found = { key: ownKey, conflict, since: arrived, addressNames };
  const { frame, contradicts, since } = afterReading(before, found, at);
  if (contradicts && !conflict) {
    reading.ignored.push({ text: reading.patientLabel ?? '', reason: 'the address names another patient' });
    reading.patientKey = null;
    reading.patientLabel = null;
    reading.patientConflict = true;
  }
  if (reading.patientKey !== null) reading.named = { since: since <= asked ? ready : since, asked: since };
  reading.excludedHere = excludedHere(frame);
  reading.heeded = frame.heeded;
  return frame;
}

/** When the newest of the values that make up an order came to the page. Its status may stand in a heading over many. */
function sinceOfOrder({ status: _, ...order }: OrderReading, since: (locator: string) => number): number {
  const from = Object.values(order).flatMap((value) => (typeof value === 'object' && value.from ? [value.from] : []));
  return Math.max(0, ...from.map(({ locator }) => since(locator)));
}
