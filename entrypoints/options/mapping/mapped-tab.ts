/** The options page's wire to the tab that is mapped: one port for each of its frames. */
import browser, { type Runtime } from 'webextension-polyfill';
import { type FromFrame, MAPPING_PORT, type ToFrame } from '../../../content-scripts/mapping-mode/messages.ts';

/** What the tab's frames say, each by the browser's frame id. */
export interface FrameEvent {
  frameId: number;
  message: FromFrame | { type: 'gone' };
}

export interface MappedTab {
  tell(frameId: number, message: ToFrame): void;
  tellAll(message: ToFrame): void;
  frames(): number[];
  close(): void;
}

/** Tabs whose address the browser tells: those that the extension may read. */
export async function readableTabs(): Promise<{ id: number; title: string }[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url, title }) =>
    id !== undefined && url !== undefined && /^(?:https?|file):/.test(url) ? [{ id, title: title || url }] : [],
  );
}

/** Puts the mapping mode into a tab. Rejects where the browser does not let it. */
export async function connectToMappedTab(tabId: number, onEvent: (event: FrameEvent) => void): Promise<MappedTab> {
  const ports = new Map<number, Runtime.Port>();
  const onConnect = (port: Runtime.Port) => {
    const { id, tab, frameId = 0 } = port.sender ?? {};
    if (port.name !== MAPPING_PORT || id !== browser.runtime.id || tab?.id !== tabId) return;
    ports.set(frameId, port);
    port.onMessage.addListener((message: unknown) => onEvent({ frameId, message: message as FromFrame }));
    port.onDisconnect.addListener(() => {
      if (ports.get(frameId) !== port) return;
      ports.delete(frameId);
      onEvent({ frameId, message: { type: 'gone' } });
    });
  };
  browser.runtime.onConnect.addListener(onConnect);
  const close = () => {
    browser.runtime.onConnect.removeListener(onConnect);
    for (const port of ports.values()) port.disconnect();
    ports.clear();
  };
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['mapping-mode.js'] });
  } catch (error) {
    close();
    throw error;
  }
  return {
    tell: (frameId, message) => ports.get(frameId)?.postMessage(message),
    tellAll: (message) => {
      for (const port of ports.values()) port.postMessage(message);
    },
    frames: () => [...ports.keys()],
    close,
  };
}
