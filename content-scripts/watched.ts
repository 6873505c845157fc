/** What the last collection relied on: the observer compares it before anything else when the page changes. */
import { containsNode, nearest } from './collect/dom.ts';
import { type Kept, looksOther, saysOther } from './collect/looks.ts';

export interface Watched {
  /** number of the collection */
  serial: number;
  /** everything that may say whose chart this is, by locator; as it looked when it was collected */
  identity: ReadonlyMap<string, Kept>;
  /** what makes up the orders, as it looked when it was collected */
  orders: readonly Kept[];
}

let serial = -1;
/** by locator; several may name the same element */
let identity = new Map<string, Kept>();
let orders: readonly Kept[] = [];

/**
 * Remembers what a collection relied on, in place of what the one before did. Until the panel says which texts name the
 * patient, all that may do so count.
 */
export function watch(watched: Watched): void {
  serial = watched.serial;
  identity = new Map(watched.identity);
  orders = watched.orders;
}

/** Of what may say whose chart it is, only these texts do, as the panel found for a collection. */
export function relyOn(collection: number, locators: readonly string[]): void {
  if (collection !== serial) return;
  const relied = new Set(locators);
  for (const locator of identity.keys()) if (!relied.has(locator)) identity.delete(locator);
}

/**
 * What has changed since the last collection: whose chart it is, an order's own text or looks, or neither.
 * @param how by words alone, or by looks as well, for which the browser may have to work out the page's styles
 */
export function whatChanged(how: 'words' | 'looks'): 'patient' | 'content' | null {
  const differs = how === 'words' ? saysOther : looksOther;
  if ([...new Set(identity.values())].some(differs)) return 'patient';
  return orders.some(differs) ? 'content' : null;
}

/** Whether something that was read stands in one of these elements, or is one of them. */
export function standsIn(elements: ReadonlySet<Node>): boolean {
  if (elements.size === 0) return false;
  const read = new Set([...identity.values(), ...orders].map(({ element }) => element.deref()));
  return [...read].some((element) => element && nearest(element, (at) => elements.has(at)));
}

/** The element of the order that a node is part of. */
export function orderAround(node: Node): Element | null {
  for (const { element } of orders) {
    const order = element.deref();
    if (order && containsNode(order, node)) return order;
  }
  return null;
}
