/**
 * The page's half of the conversation with the panel: starts when a panel asks, reports changes before anything is read
 * again, and stops by itself when the panel goes away. It speaks to the extension only, never to the page.
 */
import type { Browser, Runtime } from 'webextension-polyfill';
import { heed, startAfresh } from './frame-chart.ts';
import { withinLimits } from './limits.ts';
import { isPanelToPage, isStart, type PageToPanel, READING_PORT } from './messages.ts';
import { observePage } from './observe.ts';
import { hideOutline, outline, scrollTo } from './outline.ts';
import { readFrame } from './read-page.ts';

/** A reader that waits in a page. */
export interface Reader {
  /** Ends everything: no listener, observer or outline stays behind. */
  stop(): void;
}

/**
 * Puts a reader into this frame.
 * @param runtime the extension's runtime in the page's isolated world
 */
export function servePanel(runtime: Browser['runtime']): Reader {
  let session: Session | null = null;

  const onMessage = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (sender.id !== runtime.id || !isStart(message)) return undefined;
    // A panel may ask again when another frame appears; the same panel and the same session need no second start.
    if (session?.salt === message.salt && session.isOpen()) return undefined;
    session?.stop();
    if (message.afresh === true) startAfresh();
    session = startSession(runtime, message.salt);
    return undefined;
  };
  runtime.onMessage.addListener(onMessage);

  // A page that comes back from the back/forward cache has lost its port: ask the panel to start again.
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) announce(runtime);
  };
  window.addEventListener('pageshow', onPageShow);
  announce(runtime);

  return {
    stop() {
      session?.stop();
      session = null;
      runtime.onMessage.removeListener(onMessage);
      window.removeEventListener('pageshow', onPageShow);
    },
  };
}

/** Tells an open panel that this frame can be read; with no panel open, nobody needs to know. */
function announce(runtime: Browser['runtime']): void {
  runtime.sendMessage({ type: 'reader-ready' }).catch(() => undefined);
}

interface Session extends Reader {
  salt: string;
  isOpen(): boolean;
}

function startSession(runtime: Browser['runtime'], salt: string): Session {
  const port = runtime.connect({ name: READING_PORT });
  let stopped = false;
  const tell = (message: PageToPanel) => {
    if (!stopped) port.postMessage(message);
  };
  const read = () => tell({ type: 'reading', reading: withinLimits(readFrame(document, { salt })) });

  const observer = observePage({
    onChanging(reason, at) {
      hideOutline();
      tell({ type: 'changing', reason, at });
    },
    onSettled: read,
  });

  const stop = () => {
    if (stopped) return;
    stopped = true;
    observer.stop();
    hideOutline();
    port.disconnect();
  };
  port.onDisconnect.addListener(stop);
  port.onMessage.addListener((message: unknown) => {
    if (!isPanelToPage(message)) return;
    if (message.type === 'read-again') observer.rereadSoon();
    else if (message.type === 'exclude') {
      heed(message.stretches);
      observer.rereadSoon();
    } else if (message.type === 'scroll-to') scrollTo(message.locator);
    else if (message.locator === null) hideOutline();
    else outline(message.locator);
  });
  read();
  return { salt, stop, isOpen: () => !stopped };
}
