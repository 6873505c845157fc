/** A line (or a few lines) of order text to its values. */
import { frequencyOfDays } from '../../rules/regimens.ts';
import { readCycleAndDay } from './cycle-and-day.ts';
import { BSA_RANGE, bareNewDose, changesDose, DOSE_MG_RANGE, DOSE_PER_BSA_RANGE, resolveDose } from './dose.ts';
import { BOUND, type DoseCandidate, findDoses } from './dose-candidates.ts';
import { namesBortezomib } from './drug-names.ts';
import type { Evidence } from './evidence.ts';
import {
  findFrequencies,
  findIntervals,
  type IntervalFound,
  resolveCycleLength,
  resolveFrequency,
} from './interval.ts';
import { kindOfMention } from './kind.ts';
import { at, type Found, has, type Items, isMark, readItems } from './lexicon.ts';
import { type Attribution, attribute } from './mentions.ts';
import type { OrderTextKind, ParsedField, ParsedOrder } from './parsed-order.ts';
import { spanOf } from './quantity.ts';
import { findRegimens, resolveRegimen } from './regimen.ts';
import { findRoutes, resolveRoute } from './route.ts';
import { findDays, resolveDays, TWO_SCHEDULES } from './schedule.ts';
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

/** Everything that was recognised in the text, before it is known what belongs to bortezomib. */
function recognise(text: string, items: Items, attribution: Attribution) {
  const others = attribution.mentions.filter(({ drug }) => drug === 'other').map(({ from }) => at(items, from).t);
  return {
    doses: findDoses(items),
    routes: findRoutes(items),
    days: findDays(items),
    intervals: findIntervals(items),
    frequencies: findFrequencies(items),
    regimens: findRegimens(text, items, others),
  };
}
type Recognised = ReturnType<typeof recognise>;

function groupByOwner({ doses, routes, days, frequencies }: Recognised, { owner }: Attribution) {
  const group = <F extends { from: number }>(found: readonly F[]) => {
    const groups = new Map<number, F[]>();
    for (const one of found) {
      const m = owner[one.from] ?? -1;
      const same = groups.get(m);
      if (same === undefined) groups.set(m, [one]);
      else same.push(one);
    }
    return groups;
  };
  return { doses: group(doses), routes: group(routes), days: group(days), frequencies: group(frequencies) };
}
type ByOwner = ReturnType<typeof groupByOwner>;

/**
 * Reads order text. Values that belong to another drug, to a former dose, to the product or to a rule are left out;
 * where the text says two things, the field is null and `reasons` says why. For anything that is not an order every
 * field is null. Never throws; time grows with the length of the text.
 */
export function parseOrderText(text: string): ParsedOrder {
  if (!namesBortezomib(text)) return empty('other');
  const items = readItems(text);
  const attribution = attribute(text, items);
  const recognised = recognise(text, items, attribution);
  const byOwner = groupByOwner(recognised, attribution);
  const kinds = new Map<number, OrderTextKind>();
  for (const [m, mention] of attribution.mentions.entries()) {
    if (mention.drug !== 'bortezomib') continue;
    kinds.set(m, kindOfMention(items, attribution, mention, evidenceFor(items, attribution, recognised, byOwner, m)));
  }
  const all = [...kinds.values()];
  if (!all.includes('order')) {
    const result = empty(all.includes('allergy') ? 'allergy' : all.includes('history') ? 'history' : 'other');
    return result;
  }
  const owned = (i: number) => kinds.get(attribution.owner[i] ?? -1) === 'order';
  return resolve(items, attribution, recognised, owned);
}

/** What the text states about one mention of bortezomib. */
function evidenceFor(items: Items, attribution: Attribution, all: Recognised, byOwner: ByOwner, m: number): Evidence {
  // 'Bortezomib (Velcade)': what is said of the one name is said of the other
  const near = [m - 1, m, m + 1].filter((k) => attribution.mentions[k]?.drug === 'bortezomib');
  const said = <F>(found: Map<number, F[]>) => near.flatMap((k) => found.get(k) ?? []);
  const days = said(byOwner.days);
  const doses = said(byOwner.doses).filter(({ unit }) => unit !== 'm2');
  // 'must be ≤ 2 mg/m2 per week'
  const bare = days.length + said(byOwner.routes).length === 0;
  if (doses.length > 0 && bare && doses.every(({ doubt }) => doubt === BOUND)) return 'none';
  const listed = days.some(({ value }) => (value?.length ?? 0) > 1);
  // 'from 1.3 to 1 mg/m2, or from 1 to 0.7 mg/m2' is a rule
  const changedTo = new Set(
    doses.filter(({ role, unit }) => role === 'current' && unit === 'mg/m2').map(({ value }) => value),
  );
  if (changedTo.size > 1 && doses.filter(({ role }) => role === 'former').length > 1) return 'none';
  if (listed && doses.some(({ role }) => role !== 'strength')) return 'dose and days';
  if (doses.some(({ role }) => role !== 'strength' && role !== 'rule')) return 'dose';
  if (days.some(({ value }) => value?.length !== 1)) return 'schedule';
  if (said(byOwner.frequencies).length > 0) return 'frequency';
  // a product with its strength and route is a catalogue line
  if (doses.length > 0) return 'none';
  if (said(byOwner.routes).length + days.length + all.regimens.length > 0) return 'weak';
  if (all.intervals.some(({ ofCycle }) => ofCycle)) return 'weak';
  const mention = attribution.mentions[m];
  const added = mention !== undefined && (isMark(items, mention.from - 1, '+') || isMark(items, mention.next, '+'));
  return added && items.some(({ t }) => t === 'mg') ? 'weak' : 'none';
}

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
  const doses = recognised.doses.filter(({ from }) => owned(from));
  resolveDoses(items, doses, recognised.doses, owned, order);
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
  order.regimen = note('regimen', resolveRegimen(recognised.regimens));
  order.status = note('status', statusOf(items, attribution, owned));
  readCycle(items, owned, order);
  return order;
}

/** Tells values in force from those struck out or introduced as former ('was days 1, 4', 'from twice weekly to …'). */
function notStruckOrFormer(items: Items): (from: number) => boolean {
  const struck: boolean[] = [];
  let inside = false;
  let former = false;
  for (const [i, { t }] of items.entries()) {
    if (t === '~~') inside = !inside;
    // everything in '(was 1 mg/m2 twice weekly)' is former
    if ((t === '(' || t === '[') && has(items, i + 1, 'former')) former = true;
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

function resolveDoses(
  items: Items,
  doses: readonly DoseCandidate[],
  all: readonly DoseCandidate[],
  owned: (i: number) => boolean,
  order: ParsedOrder,
): void {
  const of = (unit: DoseCandidate['unit']) => doses.filter((dose) => dose.unit === unit);
  const [first] = doses;
  const last = doses.at(-1);
  let changed = false;
  for (let i = 0; i < items.length && first !== undefined && last !== undefined; i++) {
    if (owned(i) && changesDose(items, i, i + 1)) changed = true;
  }
  const set = (field: 'dosePerBsa' | 'doseMg' | 'bsaM2', resolved: ReturnType<typeof resolveDose>) => {
    if (resolved.value === null) {
      if (resolved.reason !== null) order.reasons[field] = resolved.reason;
      return;
    }
    order[field] = resolved.value;
    order.spans[field] = spanOf(items, resolved.candidate.from, resolved.candidate.next);
  };
  const drop = (field: 'dosePerBsa' | 'doseMg', reason: string) => {
    if (order[field] === null) return;
    order[field] = null;
    delete order.spans[field];
    order.reasons[field] = reason;
  };
  set('dosePerBsa', resolveDose(of('mg/m2'), DOSE_PER_BSA_RANGE, changed));
  set(
    'doseMg',
    resolveDose(
      of('mg').filter(({ role }, _, list) => role !== 'strength' || list.every((other) => other.role === 'strength')),
      DOSE_MG_RANGE,
      changed,
    ),
  );
  set(
    'bsaM2',
    resolveDose(
      all.filter(({ unit }) => unit === 'm2'),
      BSA_RANGE,
      false,
    ),
  );
  if (bareNewDose(items, doses)) {
    drop('dosePerBsa', 'the new dose stands without a unit');
    drop('doseMg', 'the new dose stands without a unit');
  }
  crossCheck(order, drop);
}

/** mg, mg/m2 and m2 of one sentence have to fit each other. */
function crossCheck(order: ParsedOrder, drop: (field: 'dosePerBsa' | 'doseMg', reason: string) => void): void {
  const { dosePerBsa, doseMg, bsaM2 } = order;
  if (dosePerBsa === null || doseMg === null) return;
  const surface = doseMg / dosePerBsa;
  if (bsaM2 !== null && Math.abs(surface - bsaM2) > 0.1 * bsaM2) {
    drop('doseMg', 'mg, mg/m2 and body surface area do not fit each other');
    drop('dosePerBsa', 'mg, mg/m2 and body surface area do not fit each other');
  } else if (surface < 1 || surface > 3) drop('doseMg', 'mg and mg/m2 do not fit each other');
}

function readCycle(items: Items, owned: (i: number) => boolean, order: ParsedOrder): void {
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
  void owned;
}
