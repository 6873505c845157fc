/**
 * Changes of patient at random in the made-up EHR beside a real panel, which is watched all the time. What the page
 * showed and when is held against what the panel showed and when. The same in every browser.
 */
import assert from 'node:assert/strict';
import type { Panel } from '../../scripts/drive/panel.ts';
import { randomNumbers } from '../random-numbers.ts';
import { onlyOf, type Shown, type Switch } from './switching-ehr.ts';
import { type Sample, WATCH_PANEL } from './watch-panel.ts';

/** A former value may stand this long after the next patient's banner, in ms. */
const GRACE = 100;
const READ = ['ready', 'partly-read'];

/** A browser with the made-up EHR in its tab and the panel beside it. */
export interface Stage {
  panel: Panel;
  /** Runs the body of an async function in the EHR's page. */
  inPage(body: string): Promise<unknown>;
}

export interface Patients {
  /** how many the EHR has */
  patients: number;
  seed: number;
}

/** Random switches on one stage. */
export class WatchedSwitches {
  /** changes of patient so far */
  done = 0;
  /** times that the page and the panel came to rest and were compared */
  rests = 0;
  leftOut = 0;
  glances = 0;
  samples = 0;
  /** how long a former value stood at most under the next banner, in ms */
  longest = 0;
  shownNow = 0;
  readonly faults: string[] = [];
  readonly #random: () => number;
  readonly #options: Patients;
  #stage: Stage;
  #since = 0;
  #answeredFor: number | null = null;
  #last: Switch | null = null;
  /** when this process itself was not let run: the machine had no time, for the browser neither */
  readonly #stalls: [number, number][] = [];
  readonly #heart: NodeJS.Timeout;

  protected constructor(options: Patients, stage: Stage) {
    this.#options = options;
    this.#random = randomNumbers(options.seed);
    this.#stage = stage;
    let beat = Date.now();
    this.#heart = setInterval(() => {
      if (Date.now() - beat > 30) this.#stalls.push([beat, Date.now()]);
      beat = Date.now();
    }, 10);
  }

  /** Watches a stage on which the first patient is shown. */
  static async on(stage: Stage, options: Patients): Promise<WatchedSwitches> {
    const switches = new WatchedSwitches(options, stage);
    await switches.watch();
    return switches;
  }

  /** A number from 0 to 1, the same for the same seed. */
  random(): number {
    return this.#random();
  }

  get panel(): Panel {
    return this.#stage.panel;
  }

  /** Stops counting the time; the browser is closed by whoever opened it. */
  end(): void {
    clearInterval(this.#heart);
  }

  /** Goes on with another page or panel, and what they show now. */
  protected async goOn(stage: Stage): Promise<void> {
    this.#stage = stage;
    this.#answeredFor = null;
    await this.asShown();
    await this.watch();
  }

  /** Takes over what the page shows now, where it came to show that by itself. */
  async asShown(): Promise<void> {
    const { patient, at } = await this.#latest('banner');
    this.shownNow = patient;
    this.#since = at;
  }

  protected async watch(): Promise<void> {
    await this.panel.waitForState(READ);
    await this.panel.run(WATCH_PANEL);
  }

  async #latest(what: Shown['what']): Promise<Shown> {
    return (await this.#inPage(`return shown.findLast((one) => one.what === '${what}');`)) as Shown;
  }

  #inPage(body: string): Promise<unknown> {
    return this.#stage.inPage(body);
  }

  #oneOf<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)] as T;
  }

  #anotherThan(patient: number): number {
    const { patients } = this.#options;
    return (patient + 1 + Math.floor(this.random() * (patients - 1))) % patients;
  }

  /** A style that the page keeps for a few switches, as one application would. */
  #switches(count: number, slow: number): Switch[] {
    const addressNames = this.random() < 0.4;
    const address = addressNames
      ? (['push', 'replace', 'hash'] as const)
      : (['none', 'none', 'push', 'replace', 'hash'] as const);
    const inFrame = this.random() < 0.15;
    return Array.from({ length: count }, (_, index) => {
      this.shownNow = this.#anotherThan(this.shownNow);
      const last = index === count - 1;
      return {
        to: this.shownNow,
        address: this.#oneOf(address),
        addressNames,
        banner: this.#oneOf(['rebuild', 'patch', 'swap']),
        order: inFrame ? 'frame' : this.#oneOf(['rebuild', 'rebuild', 'patch']),
        first: this.#oneOf(['banner', 'banner', 'order', 'together']),
        apart: last ? this.random() * slow : this.random() * 120,
        frameTakes: this.random() < 0.5 ? 0 : this.random() * 200,
        dialog: this.random() < 0.25,
        // mostly too fast to be read, now and then just long enough
        next: last ? null : this.random() < 0.04 ? 280 + this.random() * 100 : this.random() * 8,
      };
    });
  }

  /** Some switches in a row, until page and panel rest; what is read then has to be the truth. */
  async switchAndRest(count = 28): Promise<void> {
    this.rests += 1;
    const all = this.#switches(count, this.rests % 15 === 0 ? 5000 : 250);
    const last = all.at(-1) as Switch;
    this.#last = last;
    await this.#inPage(`await window.perform(${JSON.stringify(all)});`);
    this.done += all.length;
    let { state, text } = await this.#atRest();
    const context = () => `${this.context()}\n${state}: ${text.slice(0, 600)}`;
    if (!READ.includes(state)) {
      // allowed only where the order came before its banner, or was there word for word before
      const order = await this.#latest('order');
      assert.ok(last.first === 'order' || order.untouched, context());
      assert.match(text, /before the patient changed/, context());
      this.leftOut += 1;
      await this.#inPage(`document.getElementById('dialog').innerHTML = '';`);
      await this.panel.readAgain();
      ({ state, text } = await this.#atRest());
    }
    this.#assertOnly(last.to, state, text);
    // answers come back with the patient that they were given for, and with no other
    const answered = await this.panel.run(`return document.querySelector('input[name="grade"]:checked') !== null;`);
    if (answered) assert.equal(last.to, this.#answeredFor, context());
    else this.#answeredFor = null;
  }

  #assertOnly(patient: number, state: string, text: string): void {
    const context = `${this.context()}\n${state}: ${text.slice(0, 600)}`;
    assert.ok(READ.includes(state), context);
    const read = text.replace(/Left out.*/s, '');
    for (const value of [onlyOf(patient).name, onlyOf(patient).mg]) assert.ok(read.includes(value), context);
    for (let other = 0; other < this.#options.patients; other += 1)
      if (other !== patient) assert.ok(!shows(read, other), `${onlyOf(other).name} in ${context}`);
  }

  /** The order of somebody else is looked at under the banner of the patient who was read; only the address says so. */
  async glance(): Promise<void> {
    const last = this.#last as Switch;
    this.glances += 1;
    await this.#inPage(`await window.glanceAt(${this.#anotherThan(last.to)}, ${JSON.stringify(last)});`);
    const { state, text } = await this.#atRest();
    this.#assertOnly(last.to, state, text);
  }

  /** Grades the patient that is shown; advice has to follow. */
  async answer(grade: string, pain: 'yes' | 'no'): Promise<void> {
    await this.panel.choose('grade', grade);
    await this.panel.choose('pain', pain);
    this.#answeredFor = this.shownNow;
    assert.notEqual(await this.panel.sectionText('Advice'), '', this.context());
  }

  /** What led to where the run stands, for messages. */
  context(): string {
    return `seed ${this.#options.seed}, rest ${this.rests}: ${JSON.stringify(this.#last)}`;
  }

  summary(): string {
    return `${this.done} switches, ${this.rests} rests (${this.leftOut} asked for again), ${this.glances} glances, ${this.samples} samples, a former value at most ${this.longest} ms`;
  }

  /** What the panel says at rest, once it rests. */
  async #atRest(): Promise<{ state: string; text: string }> {
    let before = '';
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
      const [state, text] = (await this.panel.run(
        'return [document.body.dataset.state, document.body.textContent];',
      )) as string[];
      // a frame that has just loaded is read a moment later
      if (
        state &&
        text &&
        state !== 'reading' &&
        withoutAge(text) === before &&
        !text.includes('could not be read: Orders')
      )
        return { state, text };
      before = withoutAge(text ?? '');
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    throw new Error(`the panel does not come to rest:\n${before}`);
  }

  /** Holds what the panel showed since the last time against what the page showed; a former value is a fault. */
  async compareNow(): Promise<void> {
    const { shown, late } = (await this.#inPage('return { shown, late };')) as {
      shown: Shown[];
      late: [number, number][];
    };
    const seen = (await this.panel.run('return { samples: window.samples, late: window.late };')) as {
      samples: Sample[];
      late: [number, number][];
    };
    const lates = joined([...late, ...seen.late, ...this.#stalls.splice(0)]);
    const banners = shown.filter(({ what, at }) => what === 'banner' && at >= this.#since);
    const wrong: string[] = [];
    for (const [index, { at, patient }] of banners.entries()) {
      const end = banners[index + 1]?.at ?? Number.POSITIVE_INFINITY;
      const others = Array.from({ length: this.#options.patients }, (_, other) => other).filter(
        (one) => one !== patient,
      );
      // the next patient's order may come before the next patient's banner
      const early = new Set(
        shown.filter((one) => one.what === 'order' && one.at >= at && one.at < end).map((one) => one.patient),
      );
      const former = others.filter((other) => !early.has(other));
      for (const sample of seen.samples) {
        if (sample.until < at || sample.at >= end) continue;
        const text = sample.text.replace(/Left out.*|Bortezomib is mentioned.*/s, '');
        const of = former.filter((other) => shows(text, other));
        const kept = sample.answered && sample.at < at;
        if (of.length === 0 && !kept) continue;
        const until = Math.min(sample.until, end);
        // a machine that stood still showed nothing new either
        const stood = lates.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(b, until) - Math.max(a, at)), 0);
        const stayed = until - at - stood;
        this.longest = Math.max(this.longest, stayed);
        if (stayed <= GRACE) continue;
        const around = shown.filter((one) => one.at > at - 3000 && one.at < until);
        wrong.push(
          `${of.map((other) => onlyOf(other).name)}${kept ? ' answers' : ''} ${stayed} ms under ${onlyOf(patient).name}: ` +
            `panel from ${sample.at - at} to ${sample.until - at} ms "${text.slice(0, 300)}", ` +
            `page ${around.map((one) => `${one.what} ${one.patient} at ${one.at - at}`).join(', ')}, stood still ${stood} ms`,
        );
      }
    }
    await this.panel.run('window.samples.splice(0, window.samples.length - 1); window.late.length = 0;');
    this.samples += seen.samples.length;
    assert.deepEqual(wrong, [], this.context());
    this.#since = (await this.#latest('banner')).at;
  }
}

/** Stretches of time without overlap, so that none counts twice. */
function joined(stretches: readonly (readonly [number, number])[]): [number, number][] {
  const all: [number, number][] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

const valuesOf = (patient: number) => {
  const { name, mg, creatinine } = onlyOf(patient);
  return [name, `${mg} mg`, `${creatinine} mg/dL`];
};
const shows = (text: string, patient: number) => valuesOf(patient).some((value) => text.includes(value));
/** How long ago it was read changes by itself. */
const withoutAge = (text: string) => text.replace(/\bread \d+ (?:s|min) ago\b/gi, '');
