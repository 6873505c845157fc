/**
 * The browser between page, background and panel, in which everything can go wrong that can go wrong on the way. What
 * goes wrong is taken from a list, so that a failing run can be had again.
 */
import { FakeEvent, OWN_ID, TAB } from '../hostile/fake-browser.ts';
import { type ModelFrame, page } from './model-page.ts';

/** What happens to one message or call on its way; `late` in ms. */
export type Fate = 'arrives' | 'lost' | 'doubled' | { late: number };

/** A message that nothing happens to takes so long, in ms. */
const USUAL = 1;

interface End {
  onMessage: FakeEvent;
  onDisconnect: FakeEvent;
  open: boolean;
  postMessage(message: unknown): void;
  disconnect(): void;
}

/** The reader in a frame, as the browser knows it. */
export interface InFrame {
  onMessage: FakeEvent;
  stop(): void;
  ports: Set<{ ofPage: End; ofPanel: End }>;
}

export class Wire {
  /** what happens to the messages that come, in turn; nothing more happens once it is empty */
  fates: Fate[] = [];
  /** nothing goes wrong any more */
  calm = false;
  /** frames whose messages take so long, in ms, and keep their order */
  readonly slow = new Map<number, number>();
  /** frames from and to which nothing comes through */
  readonly deaf = new Set<number>();
  /** happen after the next calls that the browser answers, one after each */
  afterCalls: (() => void)[] = [];
  readonly readers = new Map<ModelFrame, InFrame>();
  /** how many fates have come true */
  at = 0;

  fate(): Fate {
    if (this.calm || this.fates.length === 0) return 'arrives';
    this.at += 1;
    return this.fates[this.at % this.fates.length] ?? 'arrives';
  }

  /** Lets something arrive as its fate will have it. */
  carry(arrive: () => void, fate = this.fate()): void {
    if (fate === 'lost') return;
    if (typeof fate === 'object') return void setTimeout(arrive, fate.late);
    setTimeout(arrive, USUAL);
    if (fate === 'doubled') setTimeout(arrive, USUAL);
  }

  /** A call of the browser that can be refused, come late, or never end. */
  call<Result>(work: () => Result): Promise<Result> {
    const fate = this.fate();
    return new Promise((resolve, reject) => {
      const answer = () => {
        try {
          resolve(work());
          this.afterCalls.shift()?.();
        } catch (error) {
          reject(error);
        }
      };
      if (fate === 'lost') setTimeout(() => reject(new Error('the browser refuses')), USUAL);
      else setTimeout(answer, typeof fate === 'object' ? fate.late : USUAL);
    });
  }

  /** A port from a frame to the panel. */
  connect(frame: ModelFrame, toPanel: (port: unknown) => void): End {
    const reader = this.readers.get(frame);
    const end = (other: () => End): End => ({
      onMessage: new FakeEvent(),
      onDisconnect: new FakeEvent(),
      open: true,
      postMessage(message: unknown) {
        if (!this.open) throw new Error('Attempting to use a disconnected port object');
        const copy = structuredClone(message);
        if (wire.deaf.has(frame.frameId)) return;
        const slow = wire.slow.get(frame.frameId);
        const fate = slow === undefined ? wire.fate() : { late: slow };
        wire.carry(() => other().open && other().onMessage.happen(copy), fate);
      },
      disconnect() {
        if (!this.open) return;
        this.open = false;
        wire.carry(() => closed(other()));
      },
    });
    const wire = this;
    const closed = (one: End) => {
      if (!one.open) return;
      one.open = false;
      one.onDisconnect.happen(one);
    };
    const ofPage: End = end(() => ofPanel);
    const sender = { id: OWN_ID, frameId: frame.frameId, url: 'http://ehr.example/', tab: { id: TAB } };
    const ofPanel: End & object = Object.assign(
      end(() => ofPage),
      { name: 'reading', sender },
    );
    reader?.ports.add({ ofPage, ofPanel });
    const fate = this.fate();
    // a connection that nobody takes is closed by the browser
    if (fate === 'lost') setTimeout(() => closed(ofPage), USUAL);
    else this.carry(() => toPanel(ofPanel), fate === 'doubled' ? 'arrives' : fate);
    return ofPage;
  }

  /** The browser closes the ports of a frame; either end may never hear of it while it is wild. */
  cut(frame: ModelFrame): void {
    for (const { ofPage, ofPanel } of this.readers.get(frame)?.ports ?? []) {
      for (const end of [ofPage, ofPanel])
        this.carry(() => {
          if (!end.open) return;
          end.open = false;
          end.onDisconnect.happen(end);
        });
    }
    this.readers.get(frame)?.ports.clear();
  }

  /** A frame has gone with its document: nothing in it runs any more, and the panel's end of its ports closes. */
  gone(frameId: number): void {
    const frame = page.frame(frameId);
    const reader = frame && this.readers.get(frame);
    page.remove(frameId);
    if (!reader || !frame) return;
    this.readers.delete(frame);
    reader.onMessage.listeners.clear();
    for (const { ofPage, ofPanel } of reader.ports) {
      ofPage.open = false;
      ofPage.onMessage.listeners.clear();
      ofPage.onDisconnect.listeners.clear();
      setTimeout(() => {
        if (!ofPanel.open) return;
        ofPanel.open = false;
        ofPanel.onDisconnect.happen(ofPanel);
      }, USUAL);
    }
  }
}
