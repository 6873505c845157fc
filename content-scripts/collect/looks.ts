/** How an element looks and what it says, to be compared later. */

import { noteValue } from '../freshness.ts';
import { attributeOf, checkVisibility, isConnected, queryAll, shadowRootOf, textContentOf } from './dom.ts';
import { shownValueOf } from './runs.ts';

export interface Kept {
  element: WeakRef<Element>;
  looked: string;
}

/** Remembers how an element looks now. */
export const keep = (element: Element): Kept => ({ element: new WeakRef(element), looked: lookOf(element) });

/** Whether it no longer looks so. */
export const hasChanged = (kept: Kept): boolean => lookOf(kept.element.deref()) !== kept.looked;

/** Looks and text, the live values of form controls included. */
function lookOf(element: Element | undefined): string {
  if (!element || !isConnected(element)) return 'gone';
  const values = noteValues(element);
  const shown = checkVisibility(element) ? 'shown' : 'hidden';
  const marks = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'style') ?? ''}`;
  return [shown, marks, textIn(element), ...values].join('\u0001');
}

/** The live values of the form controls in an element, each noted with the time at which it came to differ. */
export function noteValues(element: Element): string[] {
  return [element, ...queryAll(element, 'input,select,textarea')].slice(0, 200).map(currentValueOf);
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
