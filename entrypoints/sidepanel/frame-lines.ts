/** The lines to all readers of the tab: what their frames say, and which of it stood together at one moment. */
import browser, { type Runtime } from 'webextension-polyfill';
import type { PageToPanel, PanelToPage } from '../../content-scripts/messages.ts';
import type { FrameReading } from '../../content-scripts/page-reading.ts';
import type { Stretch } from '../../content-scripts/qualify/whose-chart.ts';
import { FrameLine, type FrameLineOptions } from './frame-line.ts';
import { OneMoment } from './one-moment.ts';
import { holdsPatientData, type TabEvent, TOP_FRAME } from './tab-session.ts';
import { unusableReading } from './unusable-reading.ts';

export interface FrameLinesOptions {
  onEvent(event: TabEvent): void;
  /** a frame has said what it shows */
  onRead(frameId: number): void;
  /** something was lost */
  onBroken(): void;
  /** the document of the tab has gone */
  onTopGone(): void;
}

export class FrameLines {
  readonly #on: FrameLinesOptions;
  readonly #lines = new Map<number, FrameLine>();
  readonly #moment: OneMoment;
  /** makes patient keys worthless outside this panel, and comparable within it */
  readonly #salt = crypto.randomUUID();

  constructor(on: FrameLinesOptions) {
    this.#on = on;
    this.#moment = new OneMoment(
      () => this.#lines.values(),
      ({ frameId }, held) => on.onEvent({ type: 'frame-read', frameId, ...held }),
    );
  }

  get areNone(): boolean {
    return this.#lines.size === 0;
  }

  /** Whether there is a line to that frame. */
  has(frameId: number): boolean {
    return this.#lines.has(frameId);
  }

  /** Opens a line to a frame, in place of one that there may be. */
  open(port: Runtime.Port, frameId: number, parts: FrameLineOptions['parts']): void {
    const before = this.#lines.get(frameId);
    if (before) {
      // what it said is not known to hold any more
      this.#moment.drop(before);
      before.close();
      this.#on.onEvent({ type: 'frame-changing', frameId, reason: 'content', at: null });
    }
    const line = new FrameLine({
      port,
      frameId,
      parts,
      salt: this.#salt,
      onSaid: (from, message) => this.#onSaid(from, message),
      onHere: () => this.#moment.goOn(),
      onUnusable: (from) => this.#setAside(from),
      onBroken: () => this.#on.onBroken(),
      onGone: (gone) => this.#onGone(gone),
    });
    this.#lines.set(frameId, line);
  }

  /** Sends to one frame; silently nothing if that frame is gone. */
  post(frameId: number, message: PanelToPage): void {
    this.#lines.get(frameId)?.post(message);
  }

  /** Reads a frame again without text of these times, which was found to belong to a former patient. */
  exclude(frameId: number, stretches: readonly Stretch[]): void {
    const line = this.#lines.get(frameId);
    const read = line && this.#readOr(() => line.reader.exclude(stretches), line);
    if (read) this.#moment.hold(line, { reading: read, at: Date.now() });
  }

  /** What this frame has read and is not shown yet is not shown any more. */
  drop(frameId: number): void {
    const line = this.#lines.get(frameId);
    if (line) this.#moment.drop(line);
  }

  /** Asks every frame whether it still answers; how often in a row the one that was silent longest has not. */
  missedAnswers(): number {
    return Math.max(0, ...[...this.#lines.values()].map((line) => line.missedAnswers()));
  }

  /** Whether frames say of more frames inside them than there are readers. */
  areMissing(): boolean {
    const inside = [...this.#lines.values()].reduce((sum, { childFrames }) => sum + childFrames, 0);
    return inside >= this.#lines.size;
  }

  /** Ends all lines; nothing is heard from them any more. */
  close(): void {
    for (const line of this.#lines.values()) line.close();
    this.#lines.clear();
    this.#moment.clear();
  }

  #onSaid(line: FrameLine, message: PageToPanel): void {
    if (message.type === 'changing') {
      const { reason, at } = message;
      this.#moment.drop(line);
      this.#on.onEvent({ type: 'frame-changing', frameId: line.frameId, reason, at });
    }
    const read = this.#readOr(() => line.reader.take(message), line);
    if (!read) return;
    line.childFrames = read.childFrames.length;
    line.isClinical = holdsPatientData(read);
    this.#moment.hold(line, { reading: read, at: Date.now() });
    this.#on.onRead(line.frameId);
  }

  /** A page can say what fits the protocol and still makes no sense. */
  #readOr(read: () => FrameReading | null, line: FrameLine): FrameReading | null {
    try {
      return read();
    } catch {
      this.#setAside(line);
      return null;
    }
  }

  /** Nothing of what a frame said is used, whatever it was: it may have been about another patient. */
  #setAside(line: FrameLine): void {
    const at = Date.now();
    this.#moment.drop(line);
    line.reader.take({ type: 'changing', reason: 'patient', at, address: null });
    this.#on.onEvent({ type: 'frame-read', frameId: line.frameId, reading: unusableReading(line.frameId), at });
  }

  #onGone(line: FrameLine): void {
    // Chromium reports a page that goes into its back/forward cache as an error, unless somebody looks
    void browser.runtime.lastError;
    const { frameId } = line;
    this.#lines.delete(frameId);
    this.#moment.drop(line);
    this.#on.onEvent({ type: 'frame-gone', frameId, at: Date.now() });
    // what stood inside goes with it, or has to say all of it anew
    if (frameId === TOP_FRAME) this.#on.onTopGone();
    this.#moment.goOn();
  }
}
