/**
 * The page's half of the conversation with the panel: starts when a panel asks, reports changes before anything is read
 * again, and stops by itself when the panel goes away. It speaks to the extension only, never to the page.
 */
import type { Runtime } from 'webextension-polyfill';
import { type Collected, collecting, unreadablePage } from './collect/collect-page.ts';
import { learn } from './collect/known-words.ts';
import { PageIndex } from './collect/page-index.ts';
import { listen } from './listening.ts';
import { isPanelToPage, isStart, type OverPort, READING_PORT, type Start, type ToPanel } from './messages.ts';
import { observePage } from './observe.ts';
import { hideOutline, outline, scrollTo } from './outline.ts';
import { forget, noteChange, remember, remembered } from './remembered.ts';
import { type Run, runInSlices } from './slices.ts';
import { relyOn, watch } from './watched.ts';

/** A page that changes faster than it can be read is read all the same, without giving it its turn. */
const MOST_GIVEN_UP = 3;

/** A reader that waits in a page. */
export interface Reader {
  /** Ends everything: no listener, observer or outline stays behind. */
  stop(): void;
}

/** A reader that a panel may find in a page. */
export interface WaitingReader extends Reader {
  /** Tells an open panel that it is there, as if it had just been put in; false where it was ended, or its extension has gone or is another version now. */
  beginAnew(): boolean;
}

/** What the reader needs of the extension's runtime; the browsers' own answers with promises. */
export type PageRuntime = Pick<Runtime.Static, 'id' | 'onMessage' | 'connect'> & {
  sendMessage(message: ToPanel): Promise<unknown>;
};

/**
 * Puts a reader into this frame.
 * @param runtime the extension's runtime in the page's isolated world
 */
export function servePanel(runtime: PageRuntime): WaitingReader {
  let session: Session | null = null;
  let ended = false;

  const onMessage = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (sender.id !== runtime.id || !isStart(message)) return undefined;
    // A panel may ask again when another frame appears; the same panel and the same session need no second start.
    if (session?.name === message.session && session.isOpen()) return undefined;
    session?.stop();
    learn(message.words);
    if (message.afresh) forget();
    session = startSession(runtime, message);
    return undefined;
  };
  runtime.onMessage.addListener(onMessage);

  /** What was being told to a panel is told from the beginning; what is remembered of the page stays. */
  const beginAnew = () => {
    if (ended) return false;
    session?.stop();
    session = null;
    return announce(runtime);
  };

  // A page that comes back from the back/forward cache has lost its port, and was not told.
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.isTrusted && event.persisted) beginAnew();
  };
  const listening = new AbortController();
  listen(window, ['pageshow'], onPageShow, listening.signal);
  announce(runtime);

  return {
    beginAnew,
    stop() {
      ended = true;
      session?.stop();
      session = null;
      runtime.onMessage.removeListener(onMessage);
      listening.abort();
    },
  };
}

/** Tells an open panel that this frame can be read; with no panel open, nobody needs to know. */
function announce(runtime: PageRuntime): boolean {
  try {
    if (!runtime.id) return false;
    runtime.sendMessage({ type: 'reader-ready' }).catch(() => undefined);
    return true;
  } catch {
    return false;
  }
}

interface Session extends Reader {
  name: string;
  isOpen(): boolean;
}

function startSession(runtime: PageRuntime, { session: name, mappings }: Start): Session {
  const port = runtime.connect({ name: READING_PORT });
  let stopped = false;
  let collection = 0;
  let number = 0;
  const tell = (message: OverPort['message']) => {
    if (stopped) return;
    try {
      port.postMessage({ number, message } satisfies OverPort);
    } catch {
      // the port was closed, and nobody said so: the extension was updated or switched off
      stop();
    }
    number += 1;
  };
  const index = new PageIndex((root) => observer.observe(root));
  let running: Run | null = null;
  /** how often in a row a collection was given up because the page changed */
  let givenUp = 0;

  const read = () => {
    const inOneGo = givenUp >= MOST_GIVEN_UP;
    running = runInSlices(collecting(document, mappings, index), inOneGo, send, () => {
      index.forget();
      send(unreadablePage(document));
    });
  };
  const send = (collected: Collected) => {
    running = null;
    givenUp = 0;
    const { page, identity, orders } = collected;
    collection = page.serial;
    watch({ serial: page.serial, identity, orders });
    tell({ type: 'collected', page });
    observer.caughtUp();
  };
  const giveUp = () => {
    if (!running) return;
    running.cancel();
    running = null;
    givenUp += 1;
  };

  const observer = observePage({
    onChanging(reason, at, address) {
      hideOutline();
      tell({ type: 'changing', reason, at, address });
      if (address) noteChange(collection, { what: 'address', at, ...address });
      if (reason === 'patient') noteChange(collection, { what: 'banner', at });
    },
    onQuiet: () => index.askForRoots(),
    onMutations: (records) => index.note(records),
    onUnsettled: giveUp,
    onSettled: read,
  });
  // what is where on the screen is part of what is seen
  const onMoved = () => {
    if (!running) return;
    giveUp();
    observer.rereadSoon();
  };
  const moved = new AbortController();
  listen(window, ['scroll', 'resize'], onMoved, moved.signal);

  const stop = () => {
    if (stopped) return;
    stopped = true;
    giveUp();
    moved.abort();
    observer.stop();
    hideOutline();
    port.disconnect();
  };
  // Firefox leaves the ports of a page that goes into its back/forward cache open, and frames that are gone would be waited for.
  const onHidden = (event: Event) => {
    if (event.isTrusted) stop();
  };
  listen(window, ['pagehide'], onHidden, moved.signal);
  port.onDisconnect.addListener(stop);
  port.onMessage.addListener((message: unknown) => {
    if (!isPanelToPage(message)) return;
    if (message.type === 'ask') {
      observer.checkNow();
      tell({ type: 'here', asked: message.asked });
    } else if (message.type === 'read-again') observer.rereadSoon();
    else if (message.type === 'understood') {
      relyOn(message.serial, message.reliedOn);
      remember(message.serial, message.chart);
    } else if (message.type === 'scroll-to') scrollTo(message.locator);
    else if (message.locator === null) hideOutline();
    else outline(message.locator);
  });
  tell(remembered());
  read();
  return { name, stop, isOpen: () => !stopped };
}
