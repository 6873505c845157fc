/** The headings that an element stands under, innermost first. */

import { plainText } from '../words/plain-text.ts';
import type { SectionHeading } from './collected-field.ts';
import {
  attributeOf,
  elementById,
  isElement,
  localNameOf,
  matches,
  previousElementOf,
  queryAll,
  shownElementsOf,
  shownIn,
  textContentOf,
} from './dom.ts';
import { sectionOf } from './known-words.ts';
import { nameLocator } from './locate.ts';
import { isInFloatingPanel } from './scrolled-under.ts';
import { isCell, isRow, shortText } from './table.ts';
import type { Visibility } from './visibility.ts';

const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading],legend,caption,summary';
/** siblings looked at before each level; what a heading governs begins nearer than that or is a long list */
const NEAREST = 250;

/** Text of ARIA labels: the elements named by aria-labelledby, else aria-label. */
export function ariaLabelOf(element: Element): string {
  const named = (attributeOf(element, 'aria-labelledby') ?? '')
    .split(/\s+/)
    .slice(0, 5)
    .map((id) => elementById(element, id))
    .filter(isElement)
    .map(shortText)
    .join(' ');
  return named || plainText(attributeOf(element, 'aria-label') ?? '').trim();
}

/** A heading, or a bar that holds a heading and little else; a section with a heading of its own governs only itself. */
function headingIn(element: Element, visibility: Visibility): Element | null {
  if (!visibility.shows(element)) return null;
  if (matches(element, HEADING)) return element;
  const inside = queryAll(element, HEADING);
  if (inside.length === 0 || inside.length > 3) return null;
  const heading = inside[inside.length - 1];
  if (!heading || /^(?:legend|caption|summary)$/.test(localNameOf(heading)) || !visibility.shows(heading)) return null;
  const all = plainText((textContentOf(element) ?? '').slice(0, 400)).trim();
  return all.length <= shortText(heading).length + 40 ? heading : null;
}

/** What a list offers to choose from is no heading over what follows it. */
const holdsControl = (element: Element): boolean =>
  matches(element, 'select,textarea') || queryAll(element, 'select,textarea').length > 0;

/** A table row with a single cell stands over the rows after it. */
const singleCell = (row: Element): Element | null => {
  const cells = shownElementsOf(row, 2);
  return cells.length === 1 ? (cells[0] ?? null) : null;
};

export function headingsOf(element: Element, visibility: Visibility): SectionHeading[] {
  const headings: SectionHeading[] = [];
  const push = (from: Element, text: string, proper: boolean, unseen = false) => {
    const words = text.trim().slice(0, 120);
    if (words && headings.length < 12)
      headings.push({ text: words, proper, ...(unseen ? { unseen } : {}), ...nameLocator(from) });
  };
  for (let at: Element | null = element; at; at = shownIn(at)) {
    visibility.effort.spend();
    const name = localNameOf(at);
    if (name === 'body' || name === 'html') break;
    if (/^(?:alert|note|log|tooltip)$/.test(attributeOf(at, 'role') ?? '')) push(at, 'Alert', true);
    if (at !== element) {
      const label =
        /^(?:section|article|aside|nav|table|fieldset|form|dialog|ul|ol|dl)$/.test(name) || attributeOf(at, 'role');
      if (label && !/^(?:row|cell|gridcell)$/.test(attributeOf(at, 'role') ?? ''))
        push(at, ariaLabelOf(at), true, true);
      const first = name === 'table' || name === 'fieldset' || name === 'details' ? shownElementsOf(at, 1)[0] : null;
      if (first && /^(?:caption|legend|summary)$/.test(localNameOf(first))) push(first, shortText(first), true);
    }
    // the cell to the left, in a row of values or in a table that arranges the page, is not over this one
    if (isCell(at)) continue;
    let sibling = previousElementOf(at);
    let short = 0;
    for (let step = 0; sibling && step < NEAREST; step += 1, sibling = previousElementOf(sibling)) {
      visibility.effort.spend();
      if (!visibility.shows(sibling)) continue;
      if (isRow(at)) {
        const cell = singleCell(sibling);
        // among rows of one cell each, only words that open a section do
        if (cell && (!singleCell(at) || sectionOf(shortText(cell)) !== null)) {
          push(cell, shortText(cell), true);
          break;
        }
        continue;
      }
      const heading = headingIn(sibling, visibility);
      const title = heading ?? sibling;
      if (visibility.isFixed(title) && !visibility.isFixed(at) && isInFloatingPanel(title)) continue;
      if (heading) {
        push(heading, shortText(heading), true);
        break;
      }
      // short text where a heading would be; whether it is one, its words decide
      if (short < 1 && !/^(?:a|button|label|input)$/.test(localNameOf(sibling))) {
        const text = plainText((textContentOf(sibling) ?? '').slice(0, 120)).trim();
        if (text.length > 1 && text.length <= 60 && !holdsControl(sibling)) {
          push(sibling, text, false);
          short += 1;
        }
      }
    }
  }
  return headings;
}
