/** Finds the elements that a place in a mapping names. */

import { INTO_SHADOW, type Place } from '../../mapping/shape.ts';
import { isTick } from '../collect/controls.ts';
import { checkVisibility, isElement, previousElementOf, queryAll, shadowRootOf } from '../collect/dom.ts';
import { shortText, textUpTo } from '../collect/table.ts';
import type { Visibility } from '../collect/visibility.ts';

/** More elements than this are not looked at: a place that fits so many names nothing in particular. */
const MOST_PLACES = 400;
/** characters of an element that are searched for words */
const SEARCHED = 2000;

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
const asLabel = (text: string): string => folded(text).replace(/[\s:*]+$/, '');

/** The visible elements inside `root` that fulfil a place's conditions, in page order. */
export function placesIn(root: Node, place: Place, visibility: Visibility): Element[] {
  return selected(root, place.select).filter((element) => isPlace(element, place, visibility));
}

function isPlace(element: Element, { says, beside, has }: Place, visibility: Visibility): boolean {
  if (!stands(element, visibility)) return false;
  if (says !== undefined && !folded(textUpTo(element, SEARCHED)).includes(folded(says))) return false;
  if (beside !== undefined) {
    const before = previousElementOf(element);
    if (!before || asLabel(shortText(before)) !== asLabel(beside)) return false;
  }
  if (!has) return true;
  return selected(element, has.select).some(
    (inner) =>
      stands(inner, visibility) &&
      (has.says === undefined || folded(textUpTo(inner, SEARCHED)).includes(folded(has.says))),
  );
}

/**
 * Not hidden by itself or by what it stands in. A box without a size may still hold what is seen; a check box or radio
 * button is often made invisible and drawn by what stands around it.
 */
const stands = (element: Element, visibility: Visibility): boolean =>
  visibility.shows(element) &&
  (checkVisibility(element) || visibility.display(element) === 'contents' || isTick(element));

function selected(root: Node, selector: string): Element[] {
  // the entry is itself the field; a query inside it would not find it
  if (selector === ':scope') return isElement(root) ? [root] : [];
  let roots: Node[] = [root];
  let found: Element[] = [];
  for (const part of selector.split(INTO_SHADOW)) {
    found = roots.flatMap((from) => all(from, part)).slice(0, MOST_PLACES);
    roots = found.flatMap((host) => shadowRootOf(host) ?? []);
  }
  return found;
}

/** A selector that this browser does not know finds nothing. */
function all(root: Node, selector: string): Element[] {
  try {
    return [...queryAll(root, selector)].slice(0, MOST_PLACES);
  } catch {
    return [];
  }
}
