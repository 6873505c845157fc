/** Everything that a text says, and what of it belongs to one mention of bortezomib. */
import { findIntervals } from './cycle-length.ts';
import { BOUND, type DoseCandidate, FROM, findDoses, LIST, RANGE, TO, WHOLE } from './dose-candidates.ts';
import { LEADS_TO_FIGURE } from './drug-names.ts';
import type { Evidence } from './evidence.ts';
import { findFrequencies } from './frequency.ts';
import { at, type Items, isMark } from './lexicon.ts';
import type { Attribution } from './mentions.ts';
import { findRegimens } from './regimen.ts';
import { findRoutes } from './route.ts';
import { findDays } from './schedule.ts';

const FOREIGN = 'an unknown word, perhaps of another drug, leads to the dose';

/** Whether a word that nobody knows stands right before the figure: the name of another drug, or 'later', 'target'. */
function isForeign(items: Items, attribution: Attribution, { from, unit, doubt }: DoseCandidate): boolean {
  const before = at(items, from - 1);
  if (doubt !== null || unit === 'm2' || before.kind !== 'word' || before.tags.length > 0) return false;
  if (TO.has(before.t) || FROM.has(before.t)) return false;
  return before.t.length > 3 && !attribution.named.has(from - 1) && !LEADS_TO_FIGURE.test(before.t);
}

/** Everything that was recognised in the text, before it is known what belongs to bortezomib. */
export function recognise(text: string, items: Items, attribution: Attribution) {
  const others = attribution.mentions.filter(({ drug }) => drug === 'other').map(({ from }) => at(items, from).t);
  return {
    doses: findDoses(items).map((dose) => (isForeign(items, attribution, dose) ? { ...dose, doubt: FOREIGN } : dose)),
    routes: findRoutes(items),
    days: findDays(items),
    intervals: findIntervals(items),
    frequencies: findFrequencies(items),
    regimens: findRegimens(text, items, others),
  };
}
export type Recognised = ReturnType<typeof recognise>;

/** What was recognised, by the mention of a drug that it belongs to. */
export function groupByOwner({ doses, routes, days, frequencies }: Recognised, { owner }: Attribution) {
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
export type ByOwner = ReturnType<typeof groupByOwner>;

/** 'Bortezomib (Velcade)': two names with nothing between them; what is said of the one is said of the other. */
function areOneName(items: Items, { mentions }: Attribution, m: number, k: number): boolean {
  const [first, second] = m < k ? [mentions[m], mentions[k]] : [mentions[k], mentions[m]];
  if (first?.drug !== 'bortezomib' || second?.drug !== 'bortezomib') return false;
  for (let i = first.next; i < second.from; i++) if (!isMark(items, i, '(/=,"[®:-')) return false;
  return true;
}

/** vial sizes, mg */
const VIALS = new Set([1, 2.5, 3.5]);

/** A dose that stands alone: two of them are no order ('first 1 mg/m2, second 0.7 mg/m2'), a vial size is a product. */
function saysOneDose(doses: readonly DoseCandidate[]): boolean {
  const inForce = doses.filter(({ role, doubt }) => role !== 'former' && doubt !== WHOLE);
  if (inForce.every(({ unit, value }) => unit === 'mg' && VIALS.has(value)) && inForce.length > 0) return false;
  const current = inForce.filter(({ role }) => role === 'current');
  const chosen = current.length > 0 ? current : inForce;
  return ['mg/m2', 'mg'].every(
    (unit) => new Set(chosen.filter((dose) => dose.unit === unit).map(({ value }) => value)).size < 2,
  );
}

/** What the text states about one mention of bortezomib. */
export function evidenceFor(
  items: Items,
  attribution: Attribution,
  all: Recognised,
  byOwner: ByOwner,
  m: number,
): Evidence {
  const near = [m - 1, m, m + 1].filter((k) => areOneName(items, attribution, m, k));
  const said = <F>(found: Map<number, F[]>) => near.flatMap((k) => found.get(k) ?? []);
  const days = said(byOwner.days);
  const doses = said(byOwner.doses).filter(({ unit }) => unit !== 'm2');
  // 'must be ≤ 2 mg/m2 per week', '1 mg - 20 mg'
  const bare = days.length + said(byOwner.routes).length === 0;
  const useless = (dose: DoseCandidate) => [BOUND, LIST, WHOLE, RANGE].includes(dose.doubt ?? '');
  if (doses.length > 0 && bare && doses.every(useless)) return 'none';
  // 'levels: 1.3 mg/m2, 1.0 mg/m2, 0.7 mg/m2', a table of doses by surface
  const figures = doses.filter(({ role }) => role !== 'strength').map(({ unit, value }) => `${value} ${unit}`);
  const areas = new Set(figures.filter((figure) => figure.endsWith('mg/m2')));
  if (days.length === 0 && (areas.size > 2 || new Set(figures).size - areas.size > 2)) return 'none';
  const listed = days.some(({ value }) => (value?.length ?? 0) > 1);
  // 'from 1.3 to 1 mg/m2, or from 1 to 0.7 mg/m2' is a rule
  const changedTo = new Set(
    doses.filter(({ role, unit }) => role === 'current' && unit === 'mg/m2').map(({ value }) => value),
  );
  if (changedTo.size > 1 && doses.filter(({ role }) => role === 'former').length > 1) return 'none';
  if (listed && doses.some(({ role }) => role !== 'strength')) return 'dose and days';
  const stated = doses.filter(({ role }) => role !== 'strength' && role !== 'rule' && role !== 'limit');
  if (stated.length > 0) {
    if (said(byOwner.routes).length + days.length + said(byOwner.frequencies).length > 0) return 'dose';
    return saysOneDose(stated) ? 'bare dose' : 'none';
  }
  if (days.some(({ value }) => value?.length !== 1)) return 'schedule';
  if (said(byOwner.frequencies).length > 0) return 'frequency';
  // a product with its strength and route is a catalogue line
  if (doses.some(({ role }) => role !== 'limit')) return 'none';
  if (said(byOwner.routes).length + days.length + all.regimens.length > 0) return 'weak';
  if (all.intervals.some(({ ofCycle }) => ofCycle)) return 'weak';
  const mention = attribution.mentions[m];
  const added = mention !== undefined && (isMark(items, mention.from - 1, '+') || isMark(items, mention.next, '+'));
  return added && items.some(({ t }) => t === 'mg') ? 'weak' : 'none';
}
