/**
 * Locators: short names for pieces of page text, so that plain data can say where a value stands and 'show on page' can
 * find it again. Nodes are held weakly: a locator whose text has left the page resolves to nothing, never to other text.
 */
import { ageOf, forgetAges } from '../freshness.ts';
import type { Placed } from './collected-field.ts';
import { isConnected, newRange, ownerDocumentOf } from './dom.ts';
import { once } from './once.ts';

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

/** by the texts of a run: what stands in an element stands in all that it stands in */
const named = new WeakMap<readonly TextPart[], Placed>();

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
export const nameLocator = (element: Element, parts: readonly TextPart[] = []): Placed =>
  once(named, parts, () => newLocator(element, parts));

function newLocator(element: Element, parts: readonly TextPart[]): Placed {
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

/** The element and the texts that a locator names; null once any of them has left the page or changed. */
function standing(locator: string): { element: Element; parts: TextPart[] } | null {
  const place = placeOf(locator);
  const element = place?.element.deref();
  if (!place || !element || !isConnected(element)) return null;
  const parts: TextPart[] = [];
  for (const { node: ref, start, end, said } of place.parts) {
    const node = ref.deref();
    if (!node || !isConnected(node) || node.data.slice(start, end) !== said) return null;
    parts.push({ node, start, end });
  }
  return { element, parts };
}

/** Ranges over exactly the located text, or over the form control; empty once it has left the page or changed. */
export function rangesOf(locator: string): Range[] {
  const found = standing(locator);
  if (!found) return [];
  const { element, parts } = found;
  const document = ownerDocumentOf(element);
  if (parts.length > 0)
    return parts.map(({ node, start, end }) => {
      const range = newRange(document);
      range.setStart(node, start);
      range.setEnd(node, end);
      return range;
    });
  const range = newRange(document);
  range.selectNode(element);
  return [range];
}

/** The element that holds the located text; null once either has changed. Makes no range, which the browser would keep up to date. */
export const shownElementOf = (locator: string): Element | null => standing(locator)?.element ?? null;
