/**
 * Brings together what a mapping names and what the generic reader finds in the same place, so that there is one group
 * for one order.
 */

import type { OrderArea } from '../../mapping/shape.ts';
import type { CollectedGroup } from '../collect/collected-field.ts';
import { upwards } from '../collect/dom.ts';
import { groupOf, type Sight } from '../collect/fields.ts';
import type { NamedOrder, ReaderHealth } from '../collect/named-field.ts';
import { namedOrderOf } from './collect-named.ts';
import type { FoundEntry } from './run-mapping.ts';

/** A group that names the drug, with the elements that it is made of. */
export interface FoundGroup {
  group: CollectedGroup;
  elements: Element[];
}

/** Roles whose text is none of the order's values. */
const ASIDE = /^(?:product|not-in-force|irrelevant)$/;

const holds = (outer: Element, inner: Element): boolean => [...upwards(inner)].includes(outer);
const overlap = (a: Element, b: Element): boolean => holds(a, b) || holds(b, a);

/**
 * The groups with the entries that belong to them. Where the generic reader takes several entries for one group, each
 * entry is one; where it finds several groups in one entry, the mapping does not fit there, and that is noted. What is no
 * order as a whole (a form that is being filled in) is one group, whatever the generic reader finds in it.
 */
export function pairOrders(
  groups: readonly FoundGroup[],
  entries: readonly FoundEntry<OrderArea>[],
  sight: Sight,
  health: readonly ReaderHealth[],
): FoundGroup[] {
  const groupsIn = new Map(entries.map((entry) => [entry, groups.filter((group) => isIn(group, entry))]));
  const usable = entries.filter((entry, index) => {
    const first = entries.findIndex((other) => overlap(other.element, entry.element)) === index;
    const single = (groupsIn.get(entry)?.length ?? 0) <= 1 || entry.area.holds !== 'orders';
    if (first && !single)
      health
        .find(({ mapping }) => mapping === entry.mapping)
        ?.missing.push(`${entry.area.name}: an entry holds more than one order`);
    return first && single;
  });
  const taken = new Set<FoundEntry<OrderArea>>();
  const paired = groups.flatMap((group) => {
    const own = usable.filter((entry) => isIn(group, entry));
    if (own.length === 0) return [group];
    const anew = own.filter((entry) => !taken.has(entry));
    for (const entry of own) taken.add(entry);
    return anew.flatMap((entry) => {
      const alone = own.length === 1 && groupsIn.get(entry)?.length === 1;
      return named(alone ? group.elements : [entry.element], entry, sight) ?? [];
    });
  });
  const alone = usable.filter((entry) => groupsIn.get(entry)?.length === 0);
  return [...paired, ...alone.flatMap((entry) => named([entry.element], entry, sight) ?? [])];
}

const isIn = ({ elements }: FoundGroup, { element }: FoundEntry<OrderArea>): boolean =>
  elements.some((one) => overlap(one, element));

function named(elements: Element[], entry: FoundEntry<OrderArea>, sight: Sight): FoundGroup | null {
  const aside = new Set(entry.fields.filter(({ role }) => ASIDE.test(role)).flatMap((field) => field.elements));
  const group = groupOf(elements, sight, aside);
  const order: NamedOrder = namedOrderOf(entry, sight);
  return group && { group: { ...group, named: order }, elements };
}
