/**
 * A layer over the page, in which an administrator chooses elements: what is under the pointer is outlined, and a click
 * or a key chooses it. The page below gets none of these events, no focus and no change; the layer is one element with
 * a closed shadow root after the body, and goes without a trace.
 */
import {
  boxOf,
  documentElementOf,
  elementAt,
  isElement,
  localNameOf,
  queryAll,
  shownElementsOf,
  shownIn,
} from '../collect/dom.ts';
import { OUTLINE_TAG } from '../outline.ts';
import type { LayerWords } from './messages.ts';

/** What the layer tells. */
export interface LayerEvents {
  onChosen(element: Element): void;
  onSkip(): void;
  onStop(): void;
}

const POINTER_EVENTS = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchmove',
  'touchend',
  'dragstart',
] as const;
const KEY_EVENTS = ['keydown', 'keypress', 'keyup'] as const;

export class ClickLayer {
  readonly #document: Document;
  readonly #events: LayerEvents;
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #outline: HTMLElement;
  readonly #bar: HTMLElement | null;
  #at: Element | null = null;

  /** @param withBar shows what is asked for: in the top frame only */
  constructor(document: Document, withBar: boolean, words: LayerWords, events: LayerEvents) {
    this.#document = document;
    this.#events = events;
    this.#host = document.createElement(OUTLINE_TAG);
    this.#host.style.cssText = LAYER_STYLE;
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    this.#outline = document.createElement('div');
    this.#outline.style.cssText = OUTLINE_STYLE;
    this.#bar = withBar ? this.#makeBar(words) : null;
    this.#root.append(this.#outline, ...(this.#bar ? [this.#bar] : []));
    documentElementOf(document)?.append(this.#host);
    const view = document.defaultView;
    for (const name of POINTER_EVENTS) view?.addEventListener(name, this.#onPointer, { capture: true, passive: false });
    for (const name of KEY_EVENTS) view?.addEventListener(name, this.#onKey, { capture: true });
    view?.addEventListener('wheel', this.#onWheel, { capture: true, passive: false });
    for (const name of ['scroll', 'resize'])
      view?.addEventListener(name, this.#onMove, { capture: true, passive: true });
    this.#leaveFramesOpen();
  }

  /** Takes the layer away. */
  remove(): void {
    const view = this.#document.defaultView;
    for (const name of POINTER_EVENTS) view?.removeEventListener(name, this.#onPointer, { capture: true });
    for (const name of KEY_EVENTS) view?.removeEventListener(name, this.#onKey, { capture: true });
    view?.removeEventListener('wheel', this.#onWheel, { capture: true });
    for (const name of ['scroll', 'resize']) view?.removeEventListener(name, this.#onMove, { capture: true });
    this.#host.remove();
  }

  #makeBar({ prompt, skip, stop }: LayerWords): HTMLElement {
    const bar = this.#document.createElement('div');
    bar.style.cssText = BAR_STYLE;
    const asked = this.#document.createElement('span');
    asked.setAttribute('role', 'status');
    asked.textContent = prompt;
    bar.append(asked);
    for (const [name, label] of [
      ['skip', skip],
      ['stop', stop],
    ] as const) {
      const button = this.#document.createElement('button');
      button.dataset.does = name;
      button.textContent = label;
      button.style.cssText = BUTTON_STYLE;
      bar.append(button);
    }
    return bar;
  }

  /** Frames have layers of their own: this one lets the pointer through to them. */
  #leaveFramesOpen(): void {
    const frames = [...queryAll(this.#document, 'iframe,frame')].map((frame) => boxOf(frame));
    const holes = frames.map(
      ({ left, top, right, bottom }) =>
        `,${left}px ${top}px,${right}px ${top}px,${right}px ${bottom}px,${left}px ${bottom}px,${left}px ${top}px,0 0`,
    );
    this.#host.style.clipPath =
      holes.length > 0 ? `polygon(evenodd,0 0,100% 0,100% 100%,0 100%,0 0${holes.join('')})` : 'none';
  }

  #show(element: Element | null): void {
    this.#at = element;
    const box = element ? boxOf(element) : null;
    this.#outline.style.display = box ? 'block' : 'none';
    if (!box) return;
    this.#outline.style.left = `${box.left - 2}px`;
    this.#outline.style.top = `${box.top - 2}px`;
    this.#outline.style.width = `${box.width + 4}px`;
    this.#outline.style.height = `${box.height + 4}px`;
  }

  /** The page's own element at a point, as if the layer were not there. */
  #below(x: number, y: number): Element | null {
    this.#host.style.pointerEvents = 'none';
    const element = elementAt(this.#document, x, y);
    this.#host.style.pointerEvents = 'auto';
    return element && !/^(?:html|body)$/.test(localNameOf(element)) ? element : null;
  }

  readonly #onPointer = (event: Event) => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
    if (!(event instanceof MouseEvent)) return;
    const pressed = this.#bar && this.#root.elementFromPoint(event.clientX, event.clientY)?.closest('button');
    if (event.type === 'pointermove') this.#show(pressed ? null : this.#below(event.clientX, event.clientY));
    if (event.type !== 'click') return;
    if (pressed?.dataset.does === 'skip') this.#events.onSkip();
    else if (pressed?.dataset.does === 'stop') this.#events.onStop();
    else {
      const element = this.#below(event.clientX, event.clientY);
      if (element) this.#events.onChosen(element);
    }
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (event.type !== 'keydown') return;
    if (event.key === 'Escape') this.#events.onStop();
    else if (event.key.toLowerCase() === 's') this.#events.onSkip();
    else if (event.key === 'Enter' && this.#at) this.#events.onChosen(this.#at);
    else this.#step(event.key);
  };

  /** Up to what an element stands in, down into it, left and right to its neighbours. */
  #step(key: string): void {
    const at = this.#at ?? this.#below(innerWidth / 2, innerHeight / 2) ?? this.#document.body;
    if (!this.#at) {
      this.#show(at);
      return;
    }
    const siblings = shownElementsOf(shownIn(at) ?? at).filter(hasBox);
    const place = siblings.indexOf(at);
    const next =
      key === 'ArrowUp'
        ? shownIn(at)
        : key === 'ArrowDown'
          ? shownElementsOf(at).find(hasBox)
          : key === 'ArrowLeft'
            ? siblings[place - 1]
            : key === 'ArrowRight'
              ? siblings[place + 1]
              : undefined;
    if (next && isElement(next) && localNameOf(next) !== 'html') this.#show(next);
  }

  /** The page scrolls as it would without the layer. */
  readonly #onWheel = (event: WheelEvent) => {
    event.stopImmediatePropagation();
    const below = this.#below(event.clientX, event.clientY);
    for (let at = below; at; at = shownIn(at)) {
      if (at.scrollHeight <= at.clientHeight || !/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
      event.preventDefault();
      at.scrollTop += event.deltaY;
      return;
    }
  };

  readonly #onMove = () => {
    this.#leaveFramesOpen();
    this.#show(this.#at);
  };
}

const hasBox = (element: Element): boolean => {
  const { width, height } = boxOf(element);
  return width > 2 && height > 2 && localNameOf(element) !== OUTLINE_TAG;
};

/** Set through the style object, which no content security policy of the page forbids. */
const LAYER_STYLE = 'all:initial;position:fixed;inset:0;z-index:2147483647;pointer-events:auto;cursor:crosshair';
const OUTLINE_STYLE =
  'display:none;position:fixed;box-sizing:border-box;pointer-events:none;border:2px solid #0b5cad;border-radius:3px;box-shadow:0 0 0 2px #fff,inset 0 0 0 100vmax rgb(11 92 173/.08)';
const BAR_STYLE =
  'position:fixed;left:0;right:0;bottom:0;display:flex;gap:12px;align-items:center;padding:10px 16px;background:#10283f;color:#fff;font:15px/1.4 system-ui,sans-serif;cursor:default';
const BUTTON_STYLE =
  'font:inherit;padding:4px 10px;border:1px solid #fff;border-radius:4px;background:transparent;color:#fff;cursor:pointer';
