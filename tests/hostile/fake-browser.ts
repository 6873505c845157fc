/** The extension's side of a browser as far as its listeners need it: who listens, and who says what to them. */
import { vi } from 'vitest';

type Listener = (...given: never[]) => unknown;

/** An event of the browser that a test can let happen. */
export class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener) => void this.listeners.add(listener);
  removeListener = (listener: Listener) => void this.listeners.delete(listener);
  hasListener = (listener: Listener) => this.listeners.has(listener);
  happen(...given: unknown[]): unknown[] {
    return [...this.listeners].map((listener) => (listener as (...all: unknown[]) => unknown)(...given));
  }
}

export const OWN_ID = 'own-extension';
export const TAB = 7;

/** One end of a port; what is posted to it is kept. */
export class FakePort {
  readonly onMessage = new FakeEvent();
  readonly onDisconnect = new FakeEvent();
  readonly posted: unknown[] = [];
  open = true;
  readonly name: string;
  readonly sender: unknown;
  constructor(name: string, sender?: unknown) {
    this.name = name;
    this.sender = sender;
  }
  postMessage = (message: unknown) => {
    if (!this.open) throw new Error('Attempting to use a disconnected port object');
    this.posted.push(message);
  };
  disconnect = () => {
    this.open = false;
  };
  #said = 0;
  /** The page's end says something: numbered, as the reader does. */
  says(message: unknown): void {
    const number = this.#said;
    this.#said += 1;
    this.onMessage.happen({ number, message });
  }
}

export function fakeBrowser() {
  const sent: { tabId: number; message: { type?: string } }[] = [];
  const injected: unknown[] = [];
  return {
    sent,
    injected,
    runtime: {
      id: OWN_ID,
      lastError: null,
      onConnect: new FakeEvent(),
      onMessage: new FakeEvent(),
      openOptionsPage: vi.fn(async () => undefined),
      sendMessage: vi.fn(async () => undefined),
    },
    tabs: {
      onActivated: new FakeEvent(),
      onUpdated: new FakeEvent(),
      query: async () => [{ id: TAB, windowId: 1 }],
      sendMessage: async (tabId: number, message: { type?: string }) => void sent.push({ tabId, message }),
    },
    scripting: {
      executeScript: async (injection: { func?: unknown; target: { frameIds?: number[] } }) => {
        injected.push(injection);
        return injection.func ? [{ frameId: 0, result: { hasReader: false, origins: ['http://ehr.example'] } }] : [];
      },
    },
    action: { onClicked: new FakeEvent() },
    sidebarAction: { open: vi.fn(async () => undefined) },
  };
}
