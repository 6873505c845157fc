/**
 * Draws an outline over the text that a value was read from, on request, in a layer of its own: a single element with a
 * closed shadow root after the body. No element of the page is touched.
 */
import { documentElementOf, isElement, newElement, scrollIntoView, shownIn } from './collect/dom.ts';
import { rangesOf } from './collect/locate.ts';
import { listen } from './listening.ts';

/** Element name of the layer; the observer of the page passes over it. */
export const OUTLINE_TAG = 'bortezomib-outline';

let layer: HTMLElement | null = null;
let release: (() => void) | null = null;

/** Outlines the text behind a locator until another is outlined or it is hidden. Unknown locators show nothing. */
export function outline(locator: string): void {
  hideOutline();
  const ranges = rangesOf(locator);
  if (ranges.length === 0) return;
  const host = newElement(document, OUTLINE_TAG);
  host.setAttribute('aria-hidden', 'true');
  host.style.cssText = LAYER_STYLE;
  const root = shadowFor(host);
  if (!root) return;
  documentElementOf(document)?.append(host);
  layer = host;

  const draw = () => root.replaceChildren(...ranges.flatMap((range) => [...range.getClientRects()].map(boxOver)));
  draw();
  const listening = new AbortController();
  listen(window, ['scroll', 'resize'], draw, listening.signal);
  release = () => listening.abort();
}

/** Null where the page has given an element of that name a shadow root of its own: then there is no outline. */
function shadowFor(host: HTMLElement): ShadowRoot | null {
  try {
    return host.attachShadow({ mode: 'closed' });
  } catch {
    return null;
  }
}

/** Takes the outline and its layer away. */
export function hideOutline(): void {
  release?.();
  release = null;
  layer?.remove();
  layer = null;
}

/** Scrolls the text behind a locator into view, without taking the focus from the page, and outlines it. */
export function scrollTo(locator: string): void {
  const start = rangesOf(locator)[0]?.startContainer;
  const element = start && (isElement(start) ? start : shownIn(start));
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (element) scrollIntoView(element, { block: 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
  outline(locator);
}

function boxOver(rect: DOMRect): HTMLElement {
  const box = newElement(document, 'div');
  box.style.cssText = `${BOX_STYLE};left:${rect.left - 3}px;top:${rect.top - 2}px;width:${rect.width + 6}px;height:${rect.height + 4}px`;
  return box;
}

/** Set through the style object, which no content security policy of the page forbids. */
const LAYER_STYLE = 'all:initial;position:fixed;inset:0;z-index:2147483647;pointer-events:none';
/** Two rings, so that the outline is seen on light and on dark pages alike. */
const BOX_STYLE =
  'position:fixed;box-sizing:border-box;border:2px solid #0b5cad;border-radius:4px;box-shadow:0 0 0 2px #fff';
