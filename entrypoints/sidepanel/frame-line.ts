/**
 * The line to the reader in one frame: what it says, in its order and each once. A number that is missing means that
 * something was lost or comes late, and a question that stays open that the frame no longer answers.
 */
import type { Runtime } from 'webextension-polyfill';
import type { OverPort as OverPortSchema } from '../../content-scripts/message-schemas.ts';
import type { PageToPanel, PanelToPage } from '../../content-scripts/messages.ts';
import type { FrameReader, FrameReaderOptions } from '../../content-scripts/qualify/frame-reader.ts';

export interface FrameLineOptions {
  port: Runtime.Port;
  frameId: number;
  /** what reads the messages; loaded later than this file */
  parts: {
    OverPort: typeof OverPortSchema;
    FrameReader: new (options: FrameReaderOptions) => FrameReader;
  };
  /** makes patient keys worthless outside this session */
  salt: string;
  onSaid(line: FrameLine, message: PageToPanel): void;
  /** a question was answered */
  onHere(): void;
  /** something does not fit the protocol */
  onUnusable(line: FrameLine): void;
  /** something was lost */
  onBroken(): void;
  onGone(line: FrameLine): void;
}

export class FrameLine {
  readonly frameId: number;
  readonly reader: FrameReader;
  /** what this frame showed last belongs to a patient */
  isClinical = false;
  /** visible frames inside this one */
  childFrames = 0;
  readonly #port: Runtime.Port;
  #open = true;
  /** number of the message that comes next */
  #next = 0;
  #asked = 0;
  #answered = 0;
  /** the last question that `stillSilent` asked, and how often in a row there was no answer to it */
  #checked = 0;
  #missed = 0;

  constructor({ port, frameId, parts, salt, ...on }: FrameLineOptions) {
    this.frameId = frameId;
    this.#port = port;
    this.reader = new parts.FrameReader({ salt, answer: (message) => this.post(message) });
    port.onMessage.addListener((raw: unknown) => {
      if (!this.#open) return;
      const said = parts.OverPort.safeParse(raw);
      const number = said.success ? said.data.number : numberOf(raw);
      // said before: it was doubled
      if (number !== undefined && number < this.#next) return;
      if (number !== undefined && number > this.#next) return on.onBroken();
      if (number !== undefined) this.#next += 1;
      if (!said.success) return on.onUnusable(this);
      const { message } = said.data;
      if (message.type !== 'here') return on.onSaid(this, message);
      this.#answered = Math.max(this.#answered, message.asked);
      on.onHere();
    });
    port.onDisconnect.addListener(() => {
      if (!this.#open) return;
      this.#open = false;
      on.onGone(this);
    });
  }

  /** Sends to the frame; silently nothing where it has gone. */
  post(message: PanelToPage): void {
    if (!this.#open) return;
    try {
      this.#port.postMessage(message);
    } catch {
      // It has gone, and the browser has not said so yet. If it never does, the next question stays open.
    }
  }

  /** Asks whether the frame has said everything; the number by which `hasAnswered` knows. */
  ask(): number {
    this.#asked += 1;
    this.post({ type: 'ask', asked: this.#asked });
    return this.#asked;
  }

  /** Whether that question has been answered, or nobody is there who could. */
  hasAnswered(asked: number): boolean {
    return !this.#open || this.#answered >= asked;
  }

  /** Asks again; how often in a row this has found the question before unanswered. */
  missedAnswers(): number {
    this.#missed = this.#answered >= this.#checked ? 0 : this.#missed + 1;
    this.#checked = this.ask();
    return this.#missed;
  }

  /** Ends the line; nothing is heard from it any more. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#port.disconnect();
  }
}

/** The number of a message that does not fit otherwise. */
function numberOf(raw: unknown): number | undefined {
  const number = typeof raw === 'object' && raw !== null && 'number' in raw ? raw.number : undefined;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
