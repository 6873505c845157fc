/**
 * Whether a person looking at the page can see a piece of text. Anything doubtful counts as not visible: an order that
 * nobody sees (print copy, template, screen-reader duplicate, collapsed panel) is not the order on the screen.
 */
import { type Box, clippedAway, meet, type Paint, paintOf, tooSmall } from './boxes.ts';
import {
  attributeOf,
  boxOf,
  checkVisibility,
  containsNode,
  defaultViewOf,
  documentElementOf,
  elementAt,
  hasAttribute,
  localNameOf,
  newRange,
  ownerDocumentOf,
  parentNodeOf,
  queryAll,
  shownIn,
  textContentOf,
  upwards,
  viewOf,
} from './dom.ts';
import { Effort } from './effort.ts';
import { once } from './once.ts';
import { isScrolledUnder } from './scrolled-under.ts';

const NEVER_SHOWN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'datalist',
  'meta',
  'link',
  'object',
  'embed',
  'iframe',
  'frame',
  'audio',
  'video',
  'canvas',
  'svg',
  'math',
  'optgroup',
  'option',
]);

/** Elements whose content is never page text. */
export const holdsNoText = (element: Element): boolean => NEVER_SHOWN.has(localNameOf(element));

/** A box that cuts off what stands in it, or that can be scrolled. */
interface Cutter {
  box: Box;
  x: boolean;
  y: boolean;
  scrolls: boolean;
}

/** What an element inherits for the purpose of being seen, computed once from what it stands in. */
interface Look {
  depth: number;
  shown: boolean;
  struck: boolean;
  /** innermost first; those outside of a fixed element do not cut it */
  cutters: readonly Cutter[];
  fixed: boolean;
  display: string;
}

/** An element that stands in more others than this is not looked at: for each, a browser looks at all of these again. */
const DEEPEST = 400;
/** Stands in what is not shown, or deeper than anybody builds a page. */
const NOT_LOOKED_AT: Look = {
  depth: DEEPEST + 1,
  shown: false,
  struck: false,
  cutters: [],
  fixed: false,
  display: 'none',
};

const DIALOGS = 'dialog[open],[role$=dialog],[aria-modal=true]';

/** Where a text lies and what lies over it is dearer to ask than anything else. */
const SEEING = 10;
const CUTS = /hidden|clip/;
const SCROLLS = /auto|scroll/;

function cutterOf(element: Element, { overflowX: x, overflowY: y }: CSSStyleDeclaration): Cutter {
  return { box: boxOf(element), x: CUTS.test(x), y: CUTS.test(y), scrolls: SCROLLS.test(x + y) };
}

/** Remembers what was found for each element during one reading. */
export class Visibility {
  readonly effort = new Effort();
  readonly #looks = new Map<Element, Look>();
  readonly #seen = new Map<Node, { by: Element; seen: boolean }>();
  #dialogs: Element[] | null = null;
  readonly #paints = new Map<string, Paint>();
  readonly #grounds = new Map<Element, string | null>();
  /** one for all texts: a browser keeps each up to date with every change of the page for as long as it is remembered */
  #range: Range | null = null;
  readonly #view: Window & typeof globalThis;
  /** a reading is given up when the window is scrolled or changes its size */
  #window: { scrollX: number; scrollY: number; box: Box; rightToLeft: boolean } | null = null;

  constructor(view: Window & typeof globalThis) {
    this.#view = view;
  }

  #look(element: Element): Look {
    const known = this.#looks.get(element);
    if (known) return known;
    const within: Element[] = [];
    let around: Look | null = null;
    for (let at: Element | null = element; at && !around; at = shownIn(at)) {
      this.effort.spend();
      around = this.#looks.get(at) ?? null;
      if (!around) within.push(at);
      if (within.length > DEEPEST) return NOT_LOOKED_AT;
    }
    for (const at of within.reverse()) {
      around = this.#lookAt(at, around);
      this.#looks.set(at, around);
    }
    return around ?? NOT_LOOKED_AT;
  }

  #lookAt(element: Element, around: Look | null): Look {
    if (around && (!around.shown || around.depth > DEEPEST)) return { ...NOT_LOOKED_AT, depth: around.depth };
    const style = this.#view.getComputedStyle(element);
    const { position, display } = style;
    const fixed = position === 'fixed' || (around?.fixed ?? false);
    const outer = position === 'fixed' ? [] : (around?.cutters ?? []);
    const name = localNameOf(element);
    const bounds = style.overflow !== 'visible' && name !== 'html' && name !== 'body';
    return {
      depth: (around?.depth ?? 0) + 1,
      shown: (around?.shown ?? true) && showsItself(element, style) && !this.#isSetAside(element),
      struck: (around?.struck ?? false) || style.textDecorationLine.includes('line-through'),
      cutters: bounds ? [cutterOf(element, style), ...outer] : outer,
      fixed,
      display,
    };
  }

  /**
   * Whether an element is said not to be there for screen readers or the keyboard. Beside an open dialog that is so of the
   * whole page, which stands on the screen all the same: dimmed, with its banner.
   */
  #isSetAside(element: Element): boolean {
    if (!hasAttribute(element, 'inert') && attributeOf(element, 'aria-hidden') !== 'true') return false;
    this.#dialogs ??= [...queryAll(ownerDocumentOf(element), DIALOGS)].filter(checkVisibility);
    // each stands in the same element as this one, or deeper, and not in this one
    const isBeside = (dialog: Element) =>
      dialog !== shownIn(element) &&
      containsNode(parentNodeOf(element) ?? element, dialog) &&
      !containsNode(element, dialog);
    return !this.#dialogs.some(isBeside);
  }

  /** Whether nothing about the element or what it stands in hides it, apart from where it lies. */
  shows(element: Element): boolean {
    return this.#look(element).shown;
  }

  /** Whether the element stays where it is in the window, or stands in something that does. */
  isFixed(element: Element): boolean {
    return this.#look(element).fixed;
  }

  /** Whether the element's text, or that of anything it stands in, is crossed out. */
  isStruck(element: Element): boolean {
    return this.#look(element).struck;
  }

  /** Takes note that everything is asked that an element stands in, by the reader or by the browser. */
  climb(element: Element): void {
    this.effort.spend(this.#look(element).depth >> 3);
  }

  /** The element's own computed display. */
  display(element: Element): string {
    return this.#look(element).display;
  }

  /**
   * Whether the given part of a text node (or a form control, without range) can be seen: painted, of a size, inside the
   * page and inside every box that cuts off its content, in a colour other than its background, not under anything.
   */
  sees(element: Element, text?: Text): boolean {
    const known = this.#seen.get(text ?? element);
    // text in a slot is asked for by its parent and by the slot
    if (known?.by === element) return known.seen;
    const seen = this.#sees(element, text);
    this.#seen.set(text ?? element, { by: element, seen });
    return seen;
  }

  #sees(element: Element, text: Text | undefined): boolean {
    this.effort.spend(SEEING);
    const boxed = this.#boxed(element);
    if (!boxed || !checkVisibility(boxed)) return false;
    if (boxed !== element && this.#view.getComputedStyle(element).visibility !== 'visible') return false;
    const look = this.#look(element);
    this.climb(element);
    // shown, as far as the browser says, and deeper than is looked at
    this.effort.leftOut ||= look.depth > DEEPEST;
    if (!look.shown) return false;
    const box = text ? this.#boxOfText(element, text) : boxOf(element);
    if (tooSmall(box)) return false;
    const seen = this.#cutTo(element, box);
    return seen !== null && !(text && this.#blendsIn(element)) && !this.#covered(element, seen);
  }

  /** The nearest element with a box: a slot has none of its own, and a browser calls it not visible for that alone. */
  #boxed(element: Element): Element | null {
    let at: Element | null = element;
    while (at && this.#look(at).display === 'contents') at = shownIn(at);
    return at;
  }

  #boxOfText(element: Element, text: Text): Box {
    this.#range ??= newRange(ownerDocumentOf(element));
    this.#range.selectNodeContents(text);
    return this.#range.getBoundingClientRect();
  }

  /** What is left of the box after everything that cuts off its content; null when nothing is. */
  #cutTo(element: Element, box: Box): Box | null {
    const { cutters, fixed } = this.#look(element);
    let left: Box = box;
    for (const { box: own, x, y, scrolls } of cutters) {
      if (tooSmall(own)) return null;
      const inside = meet(left, own);
      const cut = {
        left: x ? inside.left : left.left,
        right: x ? inside.right : left.right,
        top: y ? inside.top : left.top,
        bottom: y ? inside.bottom : left.bottom,
      };
      if (tooSmall(cut)) return null;
      // what is scrolled out can be scrolled to: from here on, the scrolling box stands for it
      left = scrolls && tooSmall(inside) ? own : cut;
    }
    const { scrollX, scrollY, box: shown, rightToLeft } = this.#windowOf(element);
    if (fixed) return tooSmall(meet(left, shown)) ? null : left;
    if (left.bottom + scrollY <= 0 || (!rightToLeft && left.right + scrollX <= 0)) return null;
    // further to the right than anybody scrolls
    return left.left + scrollX > shown.right + 4000 ? null : left;
  }

  #windowOf(element: Element) {
    if (this.#window) return this.#window;
    const { scrollX, scrollY, innerWidth, innerHeight } = this.#view;
    const root = documentElementOf(ownerDocumentOf(element)) ?? element;
    const rightToLeft = this.#view.getComputedStyle(root).direction === 'rtl';
    this.#window = { scrollX, scrollY, box: { left: 0, top: 0, right: innerWidth, bottom: innerHeight }, rightToLeft };
    return this.#window;
  }

  #blendsIn(element: Element): boolean {
    const style = this.#view.getComputedStyle(element);
    const ink = this.#paintOf(style.getPropertyValue('-webkit-text-fill-color') || style.color);
    return ink.alpha < 0.1 || ink.rgb === this.#groundOf(element);
  }

  #paintOf(color: string): Paint {
    return once(this.#paints, color, () => paintOf(color));
  }

  /** Colour behind an element's text; null where an image or gradient is behind it. */
  #groundOf(element: Element): string | null {
    return once(this.#grounds, element, () => {
      const { backgroundImage, backgroundColor } = this.#view.getComputedStyle(element);
      if (backgroundImage !== 'none') return null;
      const own = this.#paintOf(backgroundColor);
      const around = shownIn(element);
      return own.alpha > 0.5 ? own.rgb : around ? this.#groundOf(around) : '255,255,255';
    });
  }

  /** Whether something opaque lies over all of the box that is in the viewport; what is outside it cannot be asked. */
  #covered(element: Element, box: Box): boolean {
    const inView = meet(box, this.#windowOf(element).box);
    if (tooSmall(inView)) return false;
    const y = (inView.top + inView.bottom) / 2;
    for (const share of [0.5, 0.1, 0.9]) {
      const x = inView.left + (inView.right - inView.left) * share;
      if (!this.#coveredAt(element, x, y, inView)) return false;
    }
    return this.#view.getComputedStyle(element).pointerEvents !== 'none';
  }

  #coveredAt(element: Element, x: number, y: number, box: Box): boolean {
    const hit = elementAt(ownerDocumentOf(element), x, y);
    if (!hit || hit === element) return false;
    const above = new Set<Element>(upwards(element));
    if (above.has(hit)) return false;
    // a modal dialog answers for its whole backdrop, which hides nothing
    const hitBox = boxOf(hit);
    if (x < hitBox.left || x > hitBox.right || y < hitBox.top || y > hitBox.bottom) return false;
    // a fixed column is drawn over the column that it repeats: what is read there is what stands there
    if (hitBox.bottom - hitBox.top < 200 && saysTheSame(element, hit)) return false;
    for (const at of upwards(hit)) {
      if (above.has(at)) return false;
      const style = this.#view.getComputedStyle(at);
      if (Number.parseFloat(style.opacity) < 0.9) return false;
      if (style.backgroundImage !== 'none' || paintOf(style.backgroundColor).alpha > 0.9)
        return !isScrolledUnder(element, box, hit);
    }
    return false;
  }
}

/** Whether the other element shows the very words of this one, and no more. */
function saysTheSame(element: Element, hit: Element): boolean {
  const own = (textContentOf(element) ?? '').slice(0, 201).trim();
  return own !== '' && own.length <= 200 && (textContentOf(hit) ?? '').slice(0, 300).trim() === own;
}

function showsItself(element: Element, style: CSSStyleDeclaration): boolean {
  if (holdsNoText(element)) return false;
  if (localNameOf(element) === 'dialog' && !hasAttribute(element, 'open')) return false;
  if (style.display === 'none' || style.contentVisibility === 'hidden') return false;
  if (Number.parseFloat(style.opacity) < 0.1) return false;
  if (/opacity\(0(?:%|\.0\d*)?\)/.test(style.filter)) return false;
  // `clip` does nothing to an element that is not taken out of the flow
  return !clippedAway(/absolute|fixed/.test(style.position) ? style.clip : 'auto', style.clipPath);
}

/** Whether an element by itself shows nothing: not displayed, clipped away, or a box of one pixel for screen readers. */
export function isOutOfSight(element: Element): boolean {
  if (holdsNoText(element)) return true;
  const style = viewOf(element)?.getComputedStyle(element);
  if (!style) return false;
  if (style.display === 'none' || style.visibility === 'hidden' || clippedAway(style.clip, style.clipPath)) return true;
  return /absolute|fixed/.test(style.position) && CUTS.test(style.overflowX) && tooSmall(boxOf(element));
}

/** One reading's memory of what is visible; null for a document that is not shown. */
export function visibilityOf(document: Document): Visibility | null {
  const view = defaultViewOf(document);
  return view ? new Visibility(view) : null;
}
