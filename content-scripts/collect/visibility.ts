/**
 * Whether a person looking at the page can see a piece of text. Anything doubtful counts as not visible: an order that
 * nobody sees (print copy, template, screen-reader duplicate, collapsed panel) is not the order on the screen.
 */
import {
  attributeOf,
  boxOf,
  checkVisibility,
  defaultViewOf,
  documentElementOf,
  elementAt,
  hasAttribute,
  localNameOf,
  newRange,
  ownerDocumentOf,
  shownIn,
  upwards,
} from './dom.ts';

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

/** Smallest width or height, in CSS pixels, at which text can be seen at all. */
const SMALLEST = 3;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const meet = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});
const tooSmall = (box: Box): boolean => box.right - box.left < SMALLEST || box.bottom - box.top < SMALLEST;

/** Whether CSS clipping leaves nothing: `clip: rect(1px,1px,1px,1px)`, `inset(50%)`, `circle(0)`, a polygon without area. */
export function clippedAway(clip: string, clipPath: string): boolean {
  const rect = /^rect\(([^)]*)\)/.exec(clip)?.[1];
  if (rect) {
    const [top = 0, right = 0, bottom = 0, left = 0] = rect.split(/[\s,]+/).map((part) => Number.parseFloat(part));
    if (bottom - top < SMALLEST || right - left < SMALLEST) return true;
  }
  const inset = /^inset\(([^)]*)\)/.exec(clipPath)?.[1];
  if (inset) {
    const sides = (inset.split('round')[0] ?? '').trim().split(/\s+/);
    const part = (index: number) => (sides[index]?.endsWith('%') ? Number.parseFloat(sides[index]) : 0);
    const top = part(0);
    const right = sides.length > 1 ? part(1) : top;
    const bottom = sides.length > 2 ? part(2) : top;
    const left = sides.length > 3 ? part(3) : right;
    if (top + bottom >= 98 || left + right >= 98) return true;
  }
  if (/^(?:circle|ellipse)\(0(?:px|%)?[\s)]/.test(clipPath)) return true;
  const polygon = /^polygon\(([^)]*)\)/.exec(clipPath)?.[1];
  return (
    polygon !== undefined &&
    new Set(
      polygon
        .replace(/^\w+,/, '')
        .split(',')
        .map((p) => p.trim()),
    ).size < 3
  );
}

interface Paint {
  /** colour components and alpha, 0-255 and 0-1 */
  rgb: string;
  alpha: number;
}

function paintOf(color: string): Paint {
  const parts = /^rgba?\(([^)]*)\)/.exec(color)?.[1]?.split(/[\s,/]+/) ?? [];
  return { rgb: parts.slice(0, 3).join(','), alpha: parts.length > 3 ? Number.parseFloat(parts[3] ?? '1') : 1 };
}

/** Remembers what was found for each element during one reading. */
export class Visibility {
  readonly #own = new Map<Element, boolean>();
  readonly #view: Window & typeof globalThis;

  constructor(view: Window & typeof globalThis) {
    this.#view = view;
  }

  /** Whether nothing about the element or what it stands in hides it, apart from where it lies. */
  shows(element: Element): boolean {
    const known = this.#own.get(element);
    if (known !== undefined) return known;
    const parent = shownIn(element);
    const shown = (parent === null || this.shows(parent)) && this.#showsItself(element);
    this.#own.set(element, shown);
    return shown;
  }

  #showsItself(element: Element): boolean {
    if (holdsNoText(element) || hasAttribute(element, 'inert')) return false;
    if (attributeOf(element, 'aria-hidden') === 'true') return false;
    if (localNameOf(element) === 'dialog' && !hasAttribute(element, 'open')) return false;
    const style = this.#view.getComputedStyle(element);
    if (style.display === 'none' || style.contentVisibility === 'hidden') return false;
    if (Number.parseFloat(style.opacity) < 0.1) return false;
    if (/opacity\(0(?:%|\.0\d*)?\)/.test(style.filter)) return false;
    return !clippedAway(style.clip, style.clipPath);
  }

  /**
   * Whether the given part of a text node (or a form control, without range) can be seen: painted, of a size, inside the
   * page and inside every box that cuts off its content, in a colour other than its background, not under a dialog.
   */
  sees(element: Element, text?: Text): boolean {
    if (!this.shows(element) || !checkVisibility(element)) return false;
    const box = this.#boxFor(element, text);
    if (!box || tooSmall(box)) return false;
    const seen = this.#cutTo(element, box);
    if (!seen) return false;
    return (text === undefined || !this.#blendsIn(element)) && !this.#covered(element, seen);
  }

  #boxFor(element: Element, text?: Text): Box | null {
    if (!text) return boxOf(element);
    const range = newRange(ownerDocumentOf(element));
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    return box.width > 0 ? box : null;
  }

  /** What is left of the box after every ancestor that cuts off its content; null when nothing is. */
  #cutTo(element: Element, box: Box): Box | null {
    let left: Box = box;
    let fixed = false;
    for (const at of upwards(element)) {
      const style = this.#view.getComputedStyle(at);
      const root = localNameOf(at) === 'html' || localNameOf(at) === 'body';
      if (!root && !fixed && /hidden|clip/.test(style.overflowX + style.overflowY)) {
        const own = boxOf(at);
        const next = meet(left, {
          left: /hidden|clip/.test(style.overflowX) ? own.left : left.left,
          right: /hidden|clip/.test(style.overflowX) ? own.right : left.right,
          top: /hidden|clip/.test(style.overflowY) ? own.top : left.top,
          bottom: /hidden|clip/.test(style.overflowY) ? own.bottom : left.bottom,
        });
        if (tooSmall(next)) return null;
        left = next;
      } else if (!root && /auto|scroll/.test(style.overflowX + style.overflowY)) {
        // what is scrolled out can be scrolled to: from here on, the scrolling box stands for it
        const own = boxOf(at);
        if (tooSmall(own)) return null;
        const inside = meet(left, own);
        if (tooSmall(inside)) left = own;
      }
      if (style.position === 'fixed') fixed = true;
    }
    const { scrollX, scrollY, innerWidth, innerHeight } = this.#view;
    if (fixed) {
      const inView = meet(left, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
      return tooSmall(inView) ? null : left;
    }
    const rightToLeft = this.#view.getComputedStyle(this.#root(element)).direction === 'rtl';
    if (left.bottom + scrollY <= 0 || (!rightToLeft && left.right + scrollX <= 0)) return null;
    // further to the right than anybody scrolls
    return left.left + scrollX > innerWidth + 4000 || left.top + scrollY > 5_000_000 ? null : left;
  }

  #root(element: Element): Element {
    return documentElementOf(ownerDocumentOf(element)) ?? element;
  }

  #blendsIn(element: Element): boolean {
    const style = this.#view.getComputedStyle(element);
    const fill = style.getPropertyValue('-webkit-text-fill-color') || style.color;
    const ink = paintOf(fill);
    if (ink.alpha < 0.1) return true;
    for (const at of upwards(element)) {
      const own = this.#view.getComputedStyle(at);
      if (own.backgroundImage !== 'none') return false;
      const ground = paintOf(own.backgroundColor);
      if (ground.alpha > 0.5) return ground.rgb === ink.rgb;
    }
    return ink.rgb === '255,255,255';
  }

  /** Whether something opaque lies over all of the box that is in the viewport; what is outside it cannot be asked. */
  #covered(element: Element, box: Box): boolean {
    const { innerWidth, innerHeight } = this.#view;
    const inView = meet(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    if (tooSmall(inView) || this.#view.getComputedStyle(element).pointerEvents === 'none') return false;
    const y = (inView.top + inView.bottom) / 2;
    for (const share of [0.1, 0.5, 0.9]) {
      const x = inView.left + (inView.right - inView.left) * share;
      if (!this.#coveredAt(element, x, y)) return false;
    }
    return true;
  }

  #coveredAt(element: Element, x: number, y: number): boolean {
    const root = ownerDocumentOf(element);
    const hit = elementAt(root, x, y);
    if (!hit) return false;
    const above = new Set<Element>(upwards(element));
    if (above.has(hit)) return false;
    // a modal dialog answers for its whole backdrop, which hides nothing
    const hitBox = boxOf(hit);
    if (x < hitBox.left || x > hitBox.right || y < hitBox.top || y > hitBox.bottom) return false;
    for (const at of upwards(hit)) {
      if (at === element) return false;
      if (above.has(at)) return false;
      const style = this.#view.getComputedStyle(at);
      if (Number.parseFloat(style.opacity) < 0.9) return false;
      if (style.backgroundImage !== 'none' || paintOf(style.backgroundColor).alpha > 0.9) return true;
    }
    return false;
  }
}

/** One reading's memory of what is visible; null for a document that is not shown. */
export function visibilityOf(document: Document): Visibility | null {
  const view = defaultViewOf(document);
  return view ? new Visibility(view) : null;
}
