/**
 * Bars and panels that stay where they are while the page scrolls. Text that has been scrolled under a bar is not hidden:
 * nobody hid it, and a turn of the wheel shows it.
 */
import {
  boxOf,
  clientHeightOf,
  documentElementOf,
  nearest,
  ownerDocumentOf,
  scrollHeightOf,
  scrollTopOf,
  upwards,
  viewOf,
} from './dom.ts';

/** The part of the window's height that a bar takes at most; what is higher is a dialog or a panel. */
const HIGHEST_BAR = 0.4;

/**
 * Whether text lies under a bar fixed to the top or bottom of the window, or under a sticky header, and can be scrolled
 * out from under it.
 * @param element that holds the text
 * @param text box of the text, in the window's coordinates
 * @param hit what stands over it
 */
export function isScrolledUnder(element: Element, text: { top: number; bottom: number }, hit: Element): boolean {
  const view = viewOf(element);
  if (!view) return false;
  const position = (at: Element) => view.getComputedStyle(at).position;
  const bar = nearest(hit, (at) => /fixed|sticky/.test(position(at)));
  if (!bar) return false;
  const box = boxOf(bar);
  if (box.height > view.innerHeight * HIGHEST_BAR) return false;
  const style = view.getComputedStyle(bar);
  const sticky = style.position === 'sticky';
  const atTop = sticky ? style.top !== 'auto' : box.top <= 1;
  const atBottom = sticky ? style.bottom !== 'auto' : box.bottom >= view.innerHeight - 1;
  if (atTop === atBottom) return false;
  const needed = atTop ? box.bottom - text.top : text.bottom - box.top;
  let room = 0;
  for (const at of upwards(element)) {
    const own = view.getComputedStyle(at);
    const root = at === documentElementOf(ownerDocumentOf(element));
    if (root || /auto|scroll/.test(own.overflowY)) {
      const height = root ? view.innerHeight : clientHeightOf(at);
      const scrolled = root ? view.scrollY : scrollTopOf(at);
      room += Math.max(0, atTop ? scrolled : scrollHeightOf(at) - height - scrolled);
    }
    if (own.position === 'fixed') break;
  }
  return room >= needed;
}

/** Whether an element stands in a panel that floats over the page: fixed in the window, and higher than any bar. */
export function isInFloatingPanel(element: Element): boolean {
  const view = viewOf(element);
  const panel = view && nearest(element, (at) => view.getComputedStyle(at).position === 'fixed');
  return panel != null && view !== null && boxOf(panel).height > view.innerHeight * HIGHEST_BAR;
}
