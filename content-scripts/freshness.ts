/**
 * When each piece of text came to this page. Only the roots of what was added are marked, so marking costs with the
 * change; a text is as old as the nearest marked node that it stands in, and what was there from the start is as old as
 * the request for the document: whoever asked for it asked for that patient. Text that is taken out and put back, moved, or written again word for word stays as old as it was.
 */
import { isText, nodeTypeOf, parentNodeOf, textContentOf } from './collect/dom.ts';

/** What a page does within this time after a keystroke is taken for its consequence, in ms. */
const AFTER_EDIT = 1000;

const marks = new WeakMap<Node, number>();
/** when a node was last put into the page, old or new */
const arrivals = new WeakMap<Node, number>();
/** where a node stood that was taken out */
const formerParents = new WeakMap<Node, Node>();
const values = new WeakMap<Element, { value: string; since: number | null }>();
let edit: { control: WeakRef<Node>; order: WeakRef<Node>; at: number } | null = null;

/**
 * When this document was asked for, in ms since 1970. By the clock of this moment: the one that `performance.timeOrigin`
 * comes from stands still while a computer sleeps.
 */
export const ASKED = Date.now() - performance.now();

/** How long after that the document had been parsed, in ms; 0 as long as it has not been, null where nobody says. */
function parsedAfter(): number | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation ? navigation.domInteractive : null;
}

/** When this document had been parsed, in ms since 1970; now, if it has not been. */
export function readyAt(): number {
  const after = parsedAfter();
  return after ? ASKED + after : Date.now();
}

let parsed = false;

const around = (node: Node): Node | null =>
  parentNodeOf(node) ??
  (nodeTypeOf(node) === 11 && 'host' in node ? (node as ShadowRoot).host : (formerParents.get(node) ?? null));

/** A node stands in no more than so many others, or went round in a circle. */
const MOST_STEPS = 1000;

/** ms since 1970 at which a node came to the page, or its own text last changed. */
function sinceOf(node: Node): number {
  const own = values.get(node as Element)?.since ?? 0;
  let steps = 0;
  for (let at: Node | null = node; at && steps < MOST_STEPS; at = around(at), steps += 1) {
    const mark = marks.get(at);
    if (mark !== undefined) return Math.max(mark, own);
  }
  return Math.max(ASKED, own);
}

export interface Age {
  /** ms since 1970 at which a node came to the page, or its own text last changed */
  since: number;
  /** ms since 1970 at which it was last put where it stands, be it old or new, or its own text last changed */
  arrived: number;
}

/** of nodes and of what they stand in, until anything changes */
let ages = new WeakMap<Node, Age>();

/** The page may have changed: ages are worked out anew. */
export function forgetAges(): void {
  ages = new WeakMap();
}

/** How old a node is. Many stand in the same: what that says of their age is worked out once. */
export function ageOf(node: Node): Age {
  const within: Node[] = [];
  let age: Age | undefined;
  for (let at: Node | null = node; at && !age && within.length < MOST_STEPS; at = around(at)) {
    age = ages.get(at);
    if (!age) within.push(at);
  }
  age ??= { since: ASKED, arrived: 0 };
  for (const at of within.reverse()) {
    age = { since: marks.get(at) ?? age.since, arrived: Math.max(age.arrived, arrivals.get(at) ?? 0) };
    ages.set(at, age);
  }
  const since = Math.max(age.since, values.get(node as Element)?.since ?? 0);
  return { since, arrived: Math.max(since, age.arrived) };
}

const textOf = (nodes: NodeList): string | null => {
  let text = '';
  for (const node of nodes) {
    if (!isText(node)) return null;
    text += textContentOf(node) ?? '';
  }
  return text;
};

/** Marks what mutations brought; while the document is still arriving, that is as old as the request for it. */
export function noteMutations(records: readonly MutationRecord[], now: number): void {
  parsed ||= parsedAfter() !== 0;
  const at = parsed ? now : ASKED;
  forgetAges();
  for (const { removedNodes, target } of records) for (const node of removedNodes) formerParents.set(node, target);
  for (const record of records) {
    const { type, target } = record;
    if (type === 'characterData') {
      if (record.oldValue !== textContentOf(target) && !followsEdit(target, at)) marks.set(target, at);
    } else if (type === 'childList') noteChildren(record, at);
  }
}

function noteChildren({ target, addedNodes, removedNodes }: MutationRecord, at: number): void {
  for (const node of addedNodes) arrivals.set(node, at);
  const unmarked = (nodes: NodeList) => [...nodes].filter((node) => !marks.has(node));
  const removed = unmarked(removedNodes);
  if (removed.length > 0) {
    const since = sinceOf(target);
    for (const node of removed) marks.set(node, since);
  }
  const added = unmarked(addedNodes);
  if (added.length === 0) return;
  const before = removedNodes[0];
  const said = before ? textOf(addedNodes) : null;
  const since =
    before && said !== null && said === textOf(removedNodes)
      ? sinceOf(before)
      : followsEdit(target, at)
        ? sinceOf(target)
        : at;
  for (const node of added) marks.set(node, since);
}

/** Remembers a form control's value, and when it came to differ unless the user typed it. */
export function noteValue(control: Element, value: string): void {
  const known = values.get(control);
  if (known?.value === value) return;
  const now = Date.now();
  const typed = edit !== null && now - edit.at < AFTER_EDIT && edit.control.deref() === control;
  values.set(control, { value, since: known && !typed ? now : (known?.since ?? null) });
}

/** The user types or chooses in `control`, which is part of the order shown in `order`: that does not renew the order. */
export function noteEdit(control: Node, order: Node): void {
  edit = { control: new WeakRef(control), order: new WeakRef(order), at: Date.now() };
}

function followsEdit(node: Node, at: number): boolean {
  const order = edit && at - edit.at < AFTER_EDIT ? edit.order.deref() : undefined;
  if (!order) return false;
  for (let up: Node | null = node; up; up = around(up)) if (up === order) return true;
  return false;
}
