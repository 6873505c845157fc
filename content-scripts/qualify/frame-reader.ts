/**
 * The panel's half of reading one frame: takes what its reader sends, in the order in which it comes, and makes readings
 * of it. What it finds out about whose chart the frame shows goes back to the page, which keeps it.
 */
import type { CollectedPage } from '../collect/collected-page.ts';
import type { PageToPanel, PanelToPage } from '../messages.ts';
import type { FrameReading } from '../page-reading.ts';
import { afterChange, type FrameChart, newFrameChart } from './frame-chart.ts';
import { readFrame } from './read-frame.ts';
import { endingBy, joined, type Stretch } from './whose-chart.ts';

export interface FrameReaderOptions {
  /** makes patient keys worthless outside this session */
  salt: string;
  /** today as days since 1970; by the clock where it is left out */
  today?: number;
  /** sends to the page */
  answer(message: PanelToPage): void;
}

const DAY_MS = 86_400_000;

export class FrameReader {
  readonly #options: FrameReaderOptions;
  /** null until the page has said what it remembers: before that, nothing can be said about whose text it is */
  #chart: FrameChart | null = null;
  /** null while what was collected is no longer what stands there */
  #page: CollectedPage | null = null;

  constructor(options: FrameReaderOptions) {
    this.#options = options;
  }

  /** Takes a message of the page; a reading where it brought something to read. */
  take(message: PageToPanel): FrameReading | null {
    if (message.type === 'remembered') {
      const { inherited, heeded, ...chart } = message.chart ?? newFrameChart();
      // this panel need not come to know again what an earlier session found out over all frames
      const known = { ...chart, inherited: joined([...inherited, ...endingBy(Date.now(), heeded)]), heeded: [] };
      this.#chart = message.since.reduce(afterChange, known);
      return null;
    }
    if (this.#chart === null) return null;
    if (message.type === 'collected') {
      this.#page = message.page;
      return this.#read(message.page, this.#chart);
    }
    const { at, reason, address } = message;
    this.#page = null;
    if (address) this.#chart = afterChange(this.#chart, { what: 'address', at, ...address });
    if (reason === 'patient') this.#chart = afterChange(this.#chart, { what: 'banner', at });
    return null;
  }

  /** Over all frames, text of these times was found to belong to a former patient: reads again without it. */
  exclude(stretches: readonly Stretch[]): FrameReading | null {
    if (this.#chart === null) return null;
    this.#chart = { ...this.#chart, heeded: stretches };
    return this.#page && this.#read(this.#page, this.#chart);
  }

  #read(page: CollectedPage, before: FrameChart): FrameReading {
    const at = Date.now();
    const { salt, today = Math.floor(at / DAY_MS) } = this.#options;
    const { reading, chart, reliedOn } = readFrame(page, before, { salt, today, at });
    this.#chart = chart;
    this.#options.answer({ type: 'understood', serial: page.serial, reliedOn, chart });
    return reading;
  }
}
