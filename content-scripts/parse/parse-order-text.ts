/** A line (or a few lines) of order text to its values. */
import { frequencyOfDays } from '../../rules/regimens.ts';
import { readCycleAndDay } from './cycle-and-day.ts';
import { type IntervalFound, resolveCycleLength } from './cycle-length.ts';
import type { DoseCandidate } from './dose-candidates.ts';
import { namesBortezomib } from './drug-names.ts';
import { resolveFrequency } from './frequency.ts';
import { kindOfMention } from './kind.ts';
import { at, type Found, has, type Items, isMark, readItems } from './lexicon.ts';
import { type Attribution, attribute } from './mentions.ts';
import { resolveDoses } from './order-doses.ts';
import type { OrderTextKind, ParsedField, ParsedOrder } from './parsed-order.ts';
import { spanOf } from './quantity.ts';
import { evidenceFor, groupByOwner, type Recognised, recognise } from './recognise.ts';
import { resolveRegimen } from './regimen.ts';
import { resolveRoute } from './route.ts';
import { resolveDays, TWO_SCHEDULES } from './schedule.ts';
import { findStatuses, resolveStatus, type StatusValue } from './status.ts';

function empty(kind: OrderTextKind): ParsedOrder {
  return {
    kind,
    drug: null,
    dosePerBsa: null,
    doseMg: null,
    route: null,
    days: null,
    cycleLengthDays: null,
    frequency: null,
    regimen: null,
    status: null,
    cycle: null,
    cycleDay: null,
    bsaM2: null,
    spans: {},
    reasons: {},
  };
}

/**
 * Reads order text. Values that belong to another drug, to a former dose, to the product or to a rule are left out;
 * where the text says two things, the field is null and `reasons` says why. For anything that is not an order every
 * field is null. Never throws; time grows with the length of the text.
 * @param besideFields the text stands in an order whose other values have labels of their own: a dose without route or
 *   time need then not be prose about the drug
 */
export function parseOrderText(text: string, { besideFields = false } = {}): ParsedOrder {
  if (!namesBortezomib(text)) return empty('other');
  const items = readItems(text);
  const attribution = attribute(text, items);
  const recognised = recognise(text, items, attribution);
  const byOwner = groupByOwner(recognised, attribution);
  const kinds = new Map<number, OrderTextKind>();
  for (const [m, mention] of attribution.mentions.entries()) {
    if (mention.drug !== 'bortezomib') continue;
    const evidence = evidenceFor(items, attribution, recognised, byOwner, m);
    const asFields = besideFields && evidence === 'bare dose' ? 'dose' : evidence;
    kinds.set(m, kindOfMention(items, attribution, mention, asFields));
  }
  const all = [...kinds.values()];
  if (!all.includes('order')) {
    const result = empty(all.includes('allergy') ? 'allergy' : all.includes('history') ? 'history' : 'other');
    return result;
  }
  const owned = (i: number) => kinds.get(attribution.owner[i] ?? -1) === 'order';
  const order = resolve(items, attribution, recognised, owned);
  // '| bortezomib | L01XG01 | IV, SC |': a product with the routes that there are
  const listed = saysNothing(order) && order.reasons.route !== undefined;
  return listed ? empty('other') : order;
}

const saysNothing = ({ dosePerBsa, doseMg, route, days, cycleLengthDays, frequency, regimen, reasons }: ParsedOrder) =>
  [dosePerBsa, doseMg, route, days, cycleLengthDays, frequency, regimen].every((value) => value === null) &&
  Object.keys(reasons).every((field) => field === 'route');

function resolve(
  items: Items,
  attribution: Attribution,
  recognised: Recognised,
  owned: (i: number) => boolean,
): ParsedOrder {
  const order = empty('order');
  const note = <T>(field: ParsedField, found: Found<T> | null): T | null => {
    if (found === null) return null;
    if (found.value === null) order.reasons[field] = found.reason ?? 'ambiguous';
    else order.spans[field] = spanOf(items, found.from, found.next);
    return found.value;
  };
  const inForce = notStruckOrFormer(items);
  const mine = <F extends { from: number }>(found: readonly F[]) =>
    found.filter(({ from }) => owned(from) && inForce(from));
  order.drug = 'bortezomib';
  const name = attribution.mentions.find(({ drug, from }) => drug === 'bortezomib' && owned(from));
  if (name !== undefined) order.spans.drug = spanOf(items, name.from, name.from + 1);
  const doses = recognised.doses
    .filter(({ from }) => owned(from))
    .map((dose) => ({ ...dose, place: `${attribution.owner[dose.from]} ${attribution.sentence[dose.from]}` }));
  const isBound = (dose: DoseCandidate) => isBoundToName(items, attribution, dose);
  const isNobodys = (i: number) => (attribution.owner[i] ?? -1) < 0;
  resolveDoses(items, doses, recognised.doses, owned, isBound, isNobodys, order);
  order.route = note('route', resolveRoute(items, mine(recognised.routes)));
  if (order.route === 'other') {
    order.route = null;
    delete order.spans.route;
    order.reasons.route = 'a route that bortezomib is not given by';
  }
  const days = resolveDays(mine(recognised.days));
  order.days = note('days', days);
  const intervals = intervalsOf(items, attribution, recognised, owned).filter(({ from }) => inForce(from));
  if (days?.reason === TWO_SCHEDULES) {
    if (intervals.length > 0) order.reasons.cycleLengthDays = TWO_SCHEDULES;
    order.reasons.frequency = TWO_SCHEDULES;
  } else {
    order.cycleLengthDays = note('cycleLengthDays', resolveCycleLength(intervals));
    resolveHowOften(mine(recognised.frequencies), order, days, note);
  }
  order.regimen = note('regimen', resolveRegimen(regimensOf(attribution, recognised, owned)));
  order.status = note('status', statusOf(items, attribution, owned));
  readCycle(items, order);
  return order;
}

/** 'bortezomib 2.6 mg/m2', 'Velcade (bortezomib) SC: 2.6 mg/m2': between name and quantity stands nothing that means anything. */
function isBoundToName(items: Items, { mentions }: Attribution, { from, unit }: DoseCandidate): boolean {
  if (unit === 'm2') return false;
  let k = from - 1;
  while (isMark(items, k, '(:=|-,"') || has(items, k, 'sc', 'iv', 'dose')) k--;
  const last = mentions.findLast((mention) => mention.from < from);
  return last !== undefined && last.drug === 'bortezomib' && (k === last.next - 1 || k === last.next);
}

/** Regimens that are not only named where bortezomib is told of ('s/p VTd with bortezomib in 2018'). */
function regimensOf({ mentions, sentence }: Attribution, { regimens }: Recognised, owned: (i: number) => boolean) {
  const ours = mentions.filter(({ drug }) => drug === 'bortezomib');
  const ordered = new Set(ours.filter(({ from }) => owned(from)).map((mention) => mention.sentence));
  const told = new Set(ours.filter(({ from }) => !owned(from)).map((mention) => mention.sentence));
  return regimens.filter(({ from }) => {
    const its = sentence[from] ?? -1;
    return ordered.has(its) || !told.has(its);
  });
}

/** Tells values in force from those struck out or introduced as former ('was days 1, 4', 'from twice weekly to …'). */
function notStruckOrFormer(items: Items): (from: number) => boolean {
  const struck: boolean[] = [];
  let inside = false;
  let former = false;
  for (const [i, { t }] of items.entries()) {
    if (t === '~~') inside = !inside;
    // everything in '(was 1 mg/m2 twice weekly)' is former
    if ((t === '(' || t === '[') && (has(items, i + 1, 'former') || at(items, i + 1).t === 'from')) former = true;
    if (t === ')' || t === ']' || has(items, i, 'now') || at(items, i).kind === 'break') former = false;
    struck[i] = inside || former;
  }
  return (from) => {
    const k = isMark(items, from - 1, '(:') ? from - 2 : from - 1;
    return !struck[from] && !has(items, k, 'former') && at(items, k).t !== 'from';
  };
}

/** Status of the bortezomib order; one that ends the line behind another drug may mean either and is said to. */
function statusOf(items: Items, attribution: Attribution, owned: (i: number) => boolean): Found<StatusValue> | null {
  const ownSentences = new Set(attribution.mentions.filter(({ from }) => owned(from)).map(({ sentence }) => sentence));
  const mine: Found<StatusValue>[] = [];
  for (const found of findStatuses(items)) {
    const sentence = attribution.sentence[found.from] ?? -1;
    if (found.value === 'conditional' && !ownSentences.has(sentence)) continue;
    if (owned(found.from) || (attribution.owner[found.from] ?? -1) < 0) mine.push(found);
    else if (found.value !== 'active' && ownSentences.has(sentence) && isMark(items, found.from - 1, '-([|:')) {
      mine.push({ ...found, value: null, reason: 'may belong to another drug' });
    }
  }
  const unclear = mine.find(({ value }) => value === null);
  return unclear ?? resolveStatus(items, mine);
}

const BONE_AGENT = /dron(?:ic|at|zuur|saure)|^denosumab|^zometa|^xgeva|^prolia|^aredia/;

/** Cycle lengths that hold for bortezomib: its own, those said of the cycle, and one at the end of a list of drugs. */
function intervalsOf(
  items: Items,
  attribution: Attribution,
  recognised: Recognised,
  owned: (i: number) => boolean,
): IntervalFound[] {
  return recognised.intervals.filter(({ from, ofCycle, value }) => {
    if (owned(from) || ofCycle) return true;
    const owner = attribution.owner[from] ?? -1;
    if ((value ?? 0) < 21) return false;
    // bone agents have an interval of their own
    const name = attribution.mentions[owner];
    if (name !== undefined && BONE_AGENT.test(at(items, name.from).t)) return false;
    if (isMark(items, from - 1, ';') || at(items, from - 1).kind === 'break') return true;
    return recognised.days.some((days) => days.from < from && attribution.owner[days.from] === owner);
  });
}

function resolveHowOften(
  frequencies: Recognised['frequencies'],
  order: ParsedOrder,
  days: Found<number[]> | null,
  note: <T>(field: ParsedField, found: Found<T> | null) => T | null,
): void {
  const said = resolveFrequency(frequencies);
  const derived = order.days === null ? undefined : frequencyOfDays(order.days);
  if (said !== null && said.value !== null && derived !== undefined && said.value !== derived) {
    order.reasons.frequency = 'the words and the days disagree';
    return;
  }
  if (said?.value == null && derived !== undefined && days !== null) {
    order.frequency = note('frequency', { ...days, value: derived });
    return;
  }
  order.frequency = note('frequency', said);
}

/** The one cycle and day that the text names; two different ones are none. */
function readCycle(items: Items, order: ParsedOrder): void {
  const seen = new Set<string>();
  for (let i = 0; i < items.length; i++) {
    const read = readCycleAndDay(items, i);
    if (read === null || read.cycle === null) continue;
    seen.add(`${read.cycle}/${read.cycleDay}`);
    if (seen.size > 1) {
      order.cycle = null;
      order.cycleDay = null;
      delete order.spans.cycle;
      delete order.spans.cycleDay;
      order.reasons.cycle = 'two different cycles or days';
      return;
    }
    order.cycle = read.cycle;
    order.cycleDay = read.cycleDay;
    order.spans.cycle = spanOf(items, i, read.next);
    if (read.cycleDay !== null) order.spans.cycleDay = spanOf(items, i, read.next);
    i = read.next - 1;
  }
}
