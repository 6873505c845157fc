/**
 * Locators: short names for pieces of page text, so that plain data can say where a value stands and 'show on page' can
 * find it again. Nodes are held weakly: a locator whose text has left the page resolves to nothing, never to other text.
 */
import { ageOf, forgetAges } from '../freshness.ts';
import type { Placed } from './collected-field.ts';
import { isConnected, newRange, ownerDocumentOf } from './dom.ts';

/** A stretch of one text node, by character offsets. */
export interface TextPart {
  node: Text;
  start: number;
  end: number;
}

interface Place {
  element: WeakRef<Element>;
  parts: { node: WeakRef<Text>; start: number; end: number; said: string }[];
}

/** of the collection that is being made, and after it of the two that were finished last */
let places = new Map<string, Place>();
let newest = places;
let older = places;
let collection = 0;

/** Starts a new collection; one that was not finished is forgotten. */
export function startLocators(): void {
  collection += 1;
  forgetAges();
  places = new Map();
}

/** Keeps the names of this collection, and until the next one is finished, those of the one before. */
export function finishLocators(): void {
  older = newest;
  newest = places;
}

const placeOf = (locator: string): Place | undefined =>
  places.get(locator) ?? newest.get(locator) ?? older.get(locator);

/** Names a piece of text, or a whole element where no parts are given, and says how old it is. */
export function nameLocator(element: Element, parts: TextPart[] = []): Placed {
  const locator = `${collection}.${places.size}`;
  places.set(locator, {
    element: new WeakRef(element),
    parts: parts.map(({ node, start, end }) => ({
      node: new WeakRef(node),
      start,
      end,
      said: node.data.slice(start, end),
    })),
  });
  const all = parts.length > 0 ? parts.map(({ node }) => ageOf(node)) : [ageOf(element)];
  return {
    locator,
    since: Math.max(0, ...all.map(({ since }) => since)),
    arrived: Math.max(0, ...all.map(({ arrived }) => arrived)),
  };
}

/** Ranges over exactly the located text, or over the form control; empty once it has left the page or changed. */
export function rangesOf(locator: string): Range[] {
  const place = placeOf(locator);
  const element = place?.element.deref();
  if (!place || !element || !isConnected(element)) return [];
  const ranges: Range[] = [];
  for (const part of place.parts) {
    const node = part.node.deref();
    if (!node || !isConnected(node) || node.data.slice(part.start, part.end) !== part.said) return [];
    const range = newRange(ownerDocumentOf(node));
    range.setStart(node, part.start);
    range.setEnd(node, part.end);
    ranges.push(range);
  }
  if (place.parts.length === 0) {
    const range = newRange(ownerDocumentOf(element));
    range.selectNode(element);
    ranges.push(range);
  }
  return ranges;
}

/** The element that holds the located text; null once either has changed. */
export function shownElementOf(locator: string): Element | null {
  return rangesOf(locator).length > 0 ? (placeOf(locator)?.element.deref() ?? null) : null;
}
