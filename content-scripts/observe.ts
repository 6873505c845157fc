/**
 * Says when the page changes. What a reading relied on is compared first and at once, so that the panel is cleared before
 * anything is read again; everything else only leads to a new reading once the page has been quiet. Words are compared
 * with every change; whether they are still shown is asked at once where something around them changed, and otherwise with
 * the next frame, for which the browser works out the page's styles anyway.
 */
import { changeTo, startAt } from './addressed.ts';
import {
  isElement,
  isText,
  localNameOf,
  ownerDocumentOf,
  shadowRootOf,
  treeWalker,
  visibilityStateOf,
} from './collect/dom.ts';
import { pattern } from './collect/known-words.ts';
import { noteEdit, noteMutations } from './freshness.ts';
import { listen } from './listening.ts';
import type { AddressChange } from './messages.ts';
import { orderAround, standsIn, whatChanged } from './watched.ts';

export type ChangeReason = 'navigation' | 'patient' | 'content';

export interface PageObserver {
  stop(): void;
  /** observes an open shadow root as well */
  observe(root: Node): void;
  /** what the page showed has been collected, and is watched: changes are told against it from now on */
  caughtUp(): void;
  /** looks at once for what is otherwise found a moment later: values and addresses that were changed without any event */
  checkNow(): void;
  /** reports as settled once the page has been quiet, even if nothing changes any more */
  rereadSoon(): void;
}

export interface ObserverCallbacks {
  /**
   * something that a reading relied on is no longer as it was read: clear first
   * @param address whom it names now, where it named somebody else or nobody before
   */
  onChanging(reason: ChangeReason, at: number, address: AddressChange | null): void;
  /** the page has been quiet, or has kept changing for as long as one may wait */
  onSettled(): void;
  /** the page has changed, or may have: what is being collected now is not what will stand there */
  onUnsettled?(): void;
  /** asked every while as long as the page is shown: whether something has changed that nobody tells of */
  onQuiet?(): boolean;
  /** every change, also of what says nothing */
  onMutations?(records: readonly MutationRecord[]): void;
}

/** The page counts as settled after this long without a change, in ms. */
const QUIET = 250;
/** A page that never stops changing is read all the same, in ms. */
const LONGEST_WAIT = 1500;
/** Values that frameworks set without any event, and addresses changed without one, are found within this, in ms. */
const POLL = 500;
/** Element name of the layer in which this extension outlines text. */
const OWN = 'bortezomib-outline';

const ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'value',
  'open',
  'inert',
  'checked',
  'selected',
  'disabled',
  'dir',
  'aria-hidden',
  'aria-checked',
  'aria-selected',
  'aria-disabled',
  'aria-label',
  'aria-expanded',
  'src',
];

const SHOW_TEXT = 4;
const LONGEST_CLOCK = 40;

/** A record of nothing but a clock, or of this extension's own outline. */
function isIdle(record: MutationRecord): boolean {
  if (isElement(record.target) && localNameOf(record.target) === OWN) return true;
  if (record.type === 'childList') {
    const nodes = [...record.addedNodes, ...record.removedNodes];
    if (nodes.every((node) => isElement(node) && localNameOf(node) === OWN)) return true;
  }
  if (record.type === 'attributes') return false;
  const text = beginningOf(record.target, LONGEST_CLOCK);
  return text.length < LONGEST_CLOCK && pattern('clock').test(text);
}

/** Text of a node up to a length: what stands in a whole page is not put together for it. */
function beginningOf(node: Node, length: number): string {
  if (isText(node)) return node.data.slice(0, length);
  const walker = treeWalker(ownerDocumentOf(node) ?? document, node, SHOW_TEXT);
  let text = '';
  while (text.length < length && walker.nextNode()) text += (walker.currentNode as Text).data;
  return text;
}

/** Starts observing; the first reading is the caller's own. */
export function observePage(callbacks: ObserverCallbacks): PageObserver {
  const view = window;
  startAt(view.location.href);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let lastChange = 0;
  /** a look is due with the next frame, for changes up to this moment */
  let awaitsFrame = false;
  let changedAt = 0;
  let stopped = false;
  /** the strongest reason told since what was collected last */
  let told: ChangeReason | null = null;
  const observed = new WeakSet<Node>();

  const mutations = new MutationObserver((records) => {
    noteMutations(records, Date.now());
    callbacks.onMutations?.(records);
    if (records.every(isIdle)) return;
    for (const record of records) for (const node of record.addedNodes) observeRootsOf(node);
    const marked = records.filter(({ type }) => type === 'attributes').map(({ target }) => target);
    check(standsIn(new Set(marked)) ? 'looks' : 'words');
    lookWithNextFrame();
    settleLater();
  });

  function observe(root: Node): void {
    if (observed.has(root)) return;
    observed.add(root);
    mutations.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      characterDataOldValue: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  }

  function observeRootsOf(node: Node): void {
    const root = isElement(node) ? shadowRootOf(node) : null;
    if (root) observe(root);
  }

  /** Looks once, however often the page changes until then; where no frames are drawn, nobody sees the page. */
  function lookWithNextFrame(): void {
    changedAt = Date.now();
    if (awaitsFrame) return;
    awaitsFrame = true;
    view.requestAnimationFrame(() => {
      awaitsFrame = false;
      if (!stopped) check('looks', changedAt);
    });
  }

  /**
   * Tells at once when something that was read is not as it was; returns whether anything was told.
   * @param at when that came about, in ms since 1970
   */
  function check(how: 'words' | 'looks', at = Date.now()): boolean {
    const moved = changeTo(view.location.href);
    if (moved) {
      tell('navigation', at, moved.change);
      return true;
    }
    if (told === 'patient') return false;
    const reason = whatChanged(how);
    if (told === 'navigation' && reason !== 'patient') return false;
    if (reason === null || reason === told) return false;
    tell(reason, at);
    return true;
  }

  function tell(reason: ChangeReason, at: number, address: AddressChange | null = null): void {
    told = reason;
    callbacks.onChanging(reason, at, address);
  }

  function settleLater(): void {
    const now = performance.now();
    callbacks.onUnsettled?.();
    lastChange = now;
    if (timer !== undefined) return;
    firstChange = now;
    timer = setTimeout(settle, QUIET);
  }

  function settle(): void {
    timer = undefined;
    if (stopped) return;
    const now = performance.now();
    const wait = Math.min(lastChange + QUIET, firstChange + LONGEST_WAIT) - now;
    // a timer may come a little early
    if (wait > 1) timer = setTimeout(settle, wait);
    else callbacks.onSettled();
  }

  const onNavigation = (event: Event) => {
    // a page may make up such events by the thousand: then the address says whether there was one
    if (!event.isTrusted) return onPoll();
    tell('navigation', Date.now(), changeTo(view.location.href)?.change ?? null);
    settleLater();
  };
  const onInput = (event: Event) => {
    const control = event.isTrusted ? event.composedPath()[0] : undefined;
    const order = control instanceof Node ? orderAround(control) : null;
    if (control instanceof Node && order) noteEdit(control, order);
    check('words');
    lookWithNextFrame();
    settleLater();
  };
  const onVisible = () => {
    if (visibilityStateOf(document) !== 'visible') return;
    check('looks');
    settleLater();
  };
  const onPoll = () => {
    if (check('looks')) settleLater();
  };

  const listening = new AbortController();
  const { signal } = listening;
  const edits = ['input', 'change', 'reset', 'toggle', 'transitionend', 'animationend'];
  listen(document, edits, onInput, signal);
  listen(view, ['popstate', 'hashchange', 'pagehide'], onNavigation, signal);
  listen(view, ['pageshow'], onVisible, signal);
  listen(document, ['visibilitychange'], onVisible, signal);
  // tells of pushState and replaceState, which have no event of their own
  const { navigation } = view as { navigation?: EventTarget };
  if (navigation) listen(navigation, ['currententrychange'], onPoll, signal);
  observe(document);
  const poll = setInterval(() => {
    onPoll();
    if (visibilityStateOf(document) === 'visible' && callbacks.onQuiet?.()) settleLater();
  }, POLL);

  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      clearInterval(poll);
      mutations.disconnect();
      listening.abort();
    },
    observe,
    caughtUp() {
      told = null;
      // a value that was set without any event while the rest was collected
      onPoll();
    },
    checkNow: onPoll,
    rereadSoon: settleLater,
  };
}
