/**
 * Locators: short names for pieces of page text, so that plain data can say where a value stands and 'show on page' can
 * find it again. Nodes are held weakly: a locator whose text has left the page resolves to nothing, never to other text.
 */
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

let places = new Map<string, Place>();
let reading = 0;

/** Starts a new reading: locators of the reading before stay valid for a while longer, older ones do not. */
export function startLocators(): void {
  reading += 1;
  const kept = new Map<string, Place>();
  for (const [locator, place] of places) if (locator.startsWith(`${reading - 1}.`)) kept.set(locator, place);
  places = kept;
}

/** Names a piece of text, or a whole element where no parts are given. */
export function nameLocator(element: Element, parts: TextPart[] = []): string {
  const locator = `${reading}.${places.size}`;
  places.set(locator, {
    element: new WeakRef(element),
    parts: parts.map(({ node, start, end }) => ({
      node: new WeakRef(node),
      start,
      end,
      said: node.data.slice(start, end),
    })),
  });
  return locator;
}

/** The text nodes that hold the located text, or the form control; empty once they are gone. */
export function nodesOf(locator: string): Node[] {
  const place = places.get(locator);
  const nodes = place?.parts.length ? place.parts.map(({ node }) => node.deref()) : [place?.element.deref()];
  return nodes.flatMap((node) => node ?? []);
}

/** Ranges over exactly the located text, or over the form control; empty once it has left the page or changed. */
export function rangesOf(locator: string): Range[] {
  const place = places.get(locator);
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

/** The element that holds the located text and the rectangles of exactly that text; null once either has changed. */
export function elementOf(locator: string): { element: Element; rects: DOMRect[] } | null {
  const element = places.get(locator)?.element.deref();
  const ranges = rangesOf(locator);
  if (!element || ranges.length === 0) return null;
  return { element, rects: ranges.flatMap((range) => [...range.getClientRects()]) };
}
