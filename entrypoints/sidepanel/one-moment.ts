/**
 * Shows readings of several frames only as they stood together at one moment. What two frames say may reach the panel in
 * another order than it happened, and a new order must not stand beside the banner from before it. So a reading waits
 * until every frame that shows something of a patient has answered once more: whatever it had to say before has then
 * been heard. A page that shows everything in one frame waits for nothing.
 */
import type { FrameReading } from '../../content-scripts/page-reading.ts';
import type { FrameLine } from './frame-line.ts';

export interface Held {
  reading: FrameReading;
  /** when it was read, ms since 1970 */
  at: number;
}

export class OneMoment {
  readonly #lines: () => Iterable<FrameLine>;
  readonly #show: (line: FrameLine, held: Held) => void;
  /** readings that wait for the next round of questions */
  readonly #waiting = new Map<FrameLine, Held>();
  /** the round that is under way: what it is about, and who was asked */
  #round: { held: Map<FrameLine, Held>; asked: Map<FrameLine, number> } | null = null;

  /** @param lines all that are open */
  constructor(lines: () => Iterable<FrameLine>, show: (line: FrameLine, held: Held) => void) {
    this.#lines = lines;
    this.#show = show;
  }

  /** Takes a reading in, to be shown when it is known to stand beside the others. */
  hold(line: FrameLine, held: Held): void {
    this.drop(line);
    this.#waiting.set(line, held);
    this.goOn();
  }

  /** What this frame showed is no longer what stands there. */
  drop(line: FrameLine): void {
    this.#waiting.delete(line);
    this.#round?.held.delete(line);
  }

  /** Drops everything. */
  clear(): void {
    this.#waiting.clear();
    this.#round = null;
  }

  /** Somebody has answered, or has gone. */
  goOn(): void {
    while (this.#waiting.size > 0 || this.#round) {
      this.#round ??= this.#ask();
      const { held, asked } = this.#round;
      if ([...asked].some(([line, question]) => !line.hasAnswered(question))) return;
      this.#round = null;
      for (const [line, one] of held) this.#show(line, one);
    }
  }

  #ask() {
    const held = new Map(this.#waiting);
    this.#waiting.clear();
    const about = [...this.#lines()].filter((line) => line.isClinical || held.has(line));
    const asked = new Map(about.length > 1 ? about.map((line) => [line, line.ask()]) : []);
    return { held, asked };
  }
}
