/** What the last collection relied on: the observer compares it before anything else when the page changes. */
import {
  attributeOf,
  checkVisibility,
  containsNode,
  isConnected,
  queryAll,
  shadowRootOf,
  textContentOf,
} from './collect/dom.ts';
import { shownElementOf } from './collect/locate.ts';
import { shownValueOf } from './collect/runs.ts';
import { noteValue } from './freshness.ts';

export interface Watched {
  /** number of the collection */
  serial: number;
  /** locators of everything that may say whose chart this is */
  identity: readonly string[];
  /** elements that make up the orders */
  orders: readonly Element[];
  /** the document and its open shadow roots */
  roots: readonly Node[];
}

interface Kept {
  element: WeakRef<Element>;
  looked: string;
}

let serial = -1;
/** by locator; several may name the same element */
let identity = new Map<string, Kept>();
let orders: Kept[] = [];
let roots: WeakRef<Node>[] = [];

/** How an element looks and what it says, its form controls' live values included. */
function lookOf(element: Element | undefined): string {
  if (!element || !isConnected(element)) return 'gone';
  const values = [...queryAll(element, 'input,select,textarea')].slice(0, 200).map(currentValueOf);
  const own = currentValueOf(element);
  const shown = checkVisibility(element) ? 'shown' : 'hidden';
  const marks = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'style') ?? ''}`;
  return [shown, marks, textIn(element), own, ...values].join('\u0001');
}

function currentValueOf(control: Element): string {
  const value = shownValueOf(control);
  if (value !== null) noteValue(control, value);
  return value ?? '';
}

/** Text of an element and of the open shadow roots in it. */
function textIn(element: Element): string {
  let text = (textContentOf(element) ?? '').slice(0, 5000);
  const inside = [element, ...queryAll(element, '*')].slice(0, 500);
  for (const host of inside) {
    const shadow = shadowRootOf(host);
    if (shadow) text += (textContentOf(shadow) ?? '').slice(0, 5000);
  }
  return text;
}

const keep = (element: Element): Kept => ({ element: new WeakRef(element), looked: lookOf(element) });
const changed = (kept: Kept): boolean => lookOf(kept.element.deref()) !== kept.looked;

/**
 * Remembers what a collection relied on, in place of what the one before did. Until the panel says which texts name the
 * patient, all that may do so count.
 */
export function watch(watched: Watched): void {
  serial = watched.serial;
  const seen = new Map<Element, Kept>();
  identity = new Map();
  for (const locator of watched.identity) {
    const element = shownElementOf(locator);
    if (!element) continue;
    const kept = seen.get(element) ?? keep(element);
    seen.set(element, kept);
    identity.set(locator, kept);
  }
  orders = watched.orders.map(keep);
  roots = watched.roots.map((root) => new WeakRef(root));
}

/** Of what may say whose chart it is, only these texts do, as the panel found for a collection. */
export function relyOn(collection: number, locators: readonly string[]): void {
  if (collection !== serial) return;
  const relied = new Set(locators);
  for (const locator of identity.keys()) if (!relied.has(locator)) identity.delete(locator);
}

/** What has changed since the last collection: whose chart it is, an order's own text or looks, or neither. */
export function whatChanged(): 'patient' | 'content' | null {
  if ([...new Set(identity.values())].some(changed)) return 'patient';
  return orders.some(changed) ? 'content' : null;
}

/** The element of the order that a node is part of. */
export function orderAround(node: Node): Element | null {
  for (const { element } of orders) {
    const order = element.deref();
    if (order && containsNode(order, node)) return order;
  }
  return null;
}

/** The document's open shadow roots as of the last collection. */
export function watchedRoots(): Node[] {
  return roots.flatMap((root) => root.deref() ?? []);
}
