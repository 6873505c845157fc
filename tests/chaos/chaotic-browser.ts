/** The browser's interface as the panel calls it, over a wire on which things go wrong, with the model page in its tab. */
import type { PageRuntime } from '../../content-scripts/serve-panel.ts';
import { FakeEvent, OWN_ID, TAB } from '../hostile/fake-browser.ts';
import { type ModelFrame, page, type readersForPlaces } from './model-page.ts';
import { Wire } from './wire.ts';

interface Injection {
  func?: unknown;
  target: { frameIds?: number[] };
}

export function chaoticBrowser() {
  const wire = new Wire();
  let readers: Awaited<ReturnType<typeof readersForPlaces>> = [];
  const runtime = { id: OWN_ID, lastError: null, onConnect: new FakeEvent(), onMessage: new FakeEvent() };
  const toPanel = (message: unknown, from?: ModelFrame) => {
    const sender = from ? { id: OWN_ID, frameId: from.frameId, tab: { id: TAB } } : { id: OWN_ID };
    wire.carry(() => runtime.onMessage.happen(message, sender));
  };

  const putReaderInto = (frame: ModelFrame) => {
    wire.readers.get(frame)?.stop();
    const onMessage = new FakeEvent();
    const pageRuntime = {
      id: OWN_ID,
      onMessage,
      connect: () => wire.connect(frame, (port) => runtime.onConnect.happen(port)),
      sendMessage: async (message: unknown) => toPanel(message, frame),
    };
    const reader = { onMessage, stop: () => served.stop(), ports: new Set<never>() };
    wire.readers.set(frame, reader);
    const served = readers[frame.frameId]?.serve(pageRuntime as unknown as PageRuntime) ?? { stop: () => undefined };
  };

  const tabs = {
    onActivated: new FakeEvent(),
    onUpdated: new FakeEvent(),
    query: () => wire.call(() => [{ id: TAB, windowId: 1 }]),
    async sendMessage(_tab: number, message: unknown, { frameId }: { frameId?: number } = {}) {
      const hear = [...wire.readers].filter(([frame]) => frameId === undefined || frame.frameId === frameId);
      if (hear.length === 0) throw new Error('Could not establish connection');
      const copy = structuredClone(message);
      for (const [frame, reader] of hear)
        if (!wire.deaf.has(frame.frameId)) wire.carry(() => reader.onMessage.happen(copy, { id: OWN_ID }));
    },
  };
  const scripting = {
    executeScript: ({ func, target }: Injection) =>
      wire.call(() => {
        const { frameIds } = target;
        const frames = page.frames().filter((frame) => frameIds?.includes(frame.frameId) ?? true);
        if (frameIds && frames.length < frameIds.length) throw new Error('No frame with this id');
        if (!func) for (const frame of frames) putReaderInto(frame);
        return frames.map((frame) => ({
          frameId: frame.frameId,
          result: { hasReader: wire.readers.has(frame), origins: ['http://ehr.example'] },
        }));
      }),
  };
  const updated = (status: string) => wire.carry(() => tabs.onUpdated.happen(TAB, { status }));

  return {
    api: { runtime, tabs, scripting },
    wire,
    setReaders(made: typeof readers) {
      readers = made;
    },
    /** The toolbar button was clicked: the background says so. */
    click: () => toPanel({ type: 'clicked', tabId: TAB }),
    /** A reader says that it can be started, as one that comes back from the back/forward cache does. */
    announce(frameId: number): void {
      const frame = page.frame(frameId);
      if (frame) toPanel({ type: 'reader-ready' }, frame);
    },
    /** A frame's document is replaced by another one. */
    reload(frameId: number): void {
      if (frameId === 0) updated('loading');
      for (const frame of page.frames()) if (frame.frameId >= frameId) wire.gone(frame.frameId);
      const loads = page.split ? [0, 1] : [0];
      for (const place of loads.filter((one) => one >= frameId)) {
        readers[place]?.forget();
        page.load(place);
      }
      if (frameId === 0) updated('complete');
    },
    /** Everything from before has gone. */
    reset(): void {
      for (const event of [runtime.onConnect, runtime.onMessage, tabs.onActivated, tabs.onUpdated])
        event.listeners.clear();
      for (const reader of wire.readers.values()) reader.stop();
      wire.readers.clear();
      for (const { forget } of readers) forget();
      wire.calm = false;
      wire.slow.clear();
      wire.deaf.clear();
      wire.afterCalls = [];
      wire.fates = [];
      wire.at = 0;
    },
  };
}
