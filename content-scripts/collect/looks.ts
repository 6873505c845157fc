/** How an element looks and what it says, to be compared later. */

import { noteValue } from '../freshness.ts';
import { shownValueOf } from './controls.ts';
import { attributeOf, checkVisibility, isConnected, queryAll, shadowRootOf, textContentOf } from './dom.ts';

export interface Kept {
  element: WeakRef<Element>;
  words: string;
  looks: string;
}

/** Remembers how an element looks now. */
export const keep = (element: Element): Kept => ({
  element: new WeakRef(element),
  words: wordsOf(element),
  looks: looksOf(element),
});

/** Whether it has gone or says something else, which costs the browser no look at the page. */
export const saysOther = (kept: Kept): boolean => wordsOf(kept.element.deref()) !== kept.words;

/** Whether it no longer looks so, or says something else. */
export const looksOther = (kept: Kept): boolean => saysOther(kept) || looksOf(kept.element.deref()) !== kept.looks;

/** Its own text and marks, the live values of form controls included. */
function wordsOf(element: Element | undefined): string {
  if (!element || !isConnected(element)) return 'gone';
  const marks = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'style') ?? ''}`;
  return [marks, beginningOf(element), ...noteValues(element)].join('\u0001');
}

/** Whether it is shown, and what the open shadow roots in it say. */
function looksOf(element: Element | undefined): string {
  if (!element || !isConnected(element)) return 'gone';
  const inside = [element, ...queryAll(element, '*')].slice(0, 500);
  const roots = inside.flatMap((host) => shadowRootOf(host) ?? []);
  return [checkVisibility(element) ? 'shown' : 'hidden', ...roots.map(beginningOf)].join('\u0001');
}

const beginningOf = (node: Node): string => (textContentOf(node) ?? '').slice(0, 5000);

/** The live values of the form controls in an element, each noted with the time at which it came to differ. */
export function noteValues(element: Element): string[] {
  return [element, ...queryAll(element, 'input,select,textarea')].slice(0, 200).map(currentValueOf);
}

function currentValueOf(control: Element): string {
  const value = shownValueOf(control);
  if (value !== null) noteValue(control, value);
  return value ?? '';
}
