/** Random switches in Chromium, with what only its driver can do. Shared by the thousand switches and the soak. */
import type { Page } from 'puppeteer-core';
import { Chromium } from '../../scripts/drive/chromium.ts';
import { panelIn } from '../../scripts/drive/panel.ts';
import { asyncFunction } from './beside-the-demo-ehr.ts';
import { type SwitchingEhr, serveSwitchingEhr } from './switching-ehr.ts';
import { type Patients, type Stage, WatchedSwitches } from './watched-switches.ts';

export interface RunOptions extends Patients {
  extensionDir: string;
  /** a profile that outlives the browser */
  userDataDir?: string;
}

interface Opened {
  chromium: Chromium;
  page: Page;
  panelPage: Page;
}

/** One browser session of random switches. */
export class SwitchingRun extends WatchedSwitches {
  readonly #options: RunOptions;
  readonly #ehr: SwitchingEhr;
  #opened: Opened;

  private constructor(options: RunOptions, ehr: SwitchingEhr, opened: Opened) {
    super(options, stageOf(opened));
    this.#options = options;
    this.#ehr = ehr;
    this.#opened = opened;
  }

  static async start(options: RunOptions): Promise<SwitchingRun> {
    const ehr = await serveSwitchingEhr(options.patients);
    const run = new SwitchingRun(options, ehr, await open(ehr, options.extensionDir, options.userDataDir));
    await run.watch();
    return run;
  }

  get page(): Page {
    return this.#opened.page;
  }
  get panelPage(): Page {
    return this.#opened.panelPage;
  }
  get chromium(): Chromium {
    return this.#opened.chromium;
  }

  async close(): Promise<void> {
    this.end();
    await this.chromium.close();
    this.#ehr.close();
  }

  /** Ends the browser and starts it again with the same profile and this build. */
  async restart(extensionDir: string): Promise<void> {
    await this.chromium.close();
    this.#opened = await open(this.#ehr, extensionDir, this.#options.userDataDir);
    await this.goOn(stageOf(this.#opened));
  }

  /** Goes on with a panel that was opened again. */
  async usePanel(panelPage: Page): Promise<void> {
    this.#opened = { ...this.#opened, panelPage };
    await this.goOn(stageOf(this.#opened));
  }

  /** Loads a patient's chart whole, and waits until it is read. */
  async openWhole(patient: number): Promise<void> {
    await this.page.goto(this.addressOf(patient));
    await this.panel.waitForState(['ready', 'partly-read']);
    this.done += 1;
    await this.asShown();
  }

  addressOf(patient: number): string {
    return `${this.#ehr.url}?p=${patient % this.#options.patients}`;
  }

  /** Goes on with a tab whose document was given up and loaded again. */
  async usePage(page: Page): Promise<void> {
    this.#opened = { ...this.#opened, page };
    await this.goOn(stageOf(this.#opened));
  }

  /** Away and back: from the cache that keeps pages whole, or loaded anew. */
  async awayAndBack(): Promise<void> {
    await this.page.goto(this.addressOf(this.rests));
    await this.panel.waitForState(['ready', 'partly-read']);
    await this.page.goBack();
    this.done += 2;
    await this.asShown();
    // a chart that changes before it was read again is left out, which is right (0015) and not what is tried here
    await this.panel.waitForState(['ready', 'partly-read', 'no-order', 'choose-order', 'patient-conflict']);
  }

  protected override async watch(): Promise<void> {
    for (const one of [this.page, this.panelPage]) {
      one.on('pageerror', (error) => this.faults.push(String(error)));
      one.on('console', (message) => message.type() === 'error' && this.faults.push(message.text()));
    }
    await super.watch();
  }
}

const stageOf = ({ page, panelPage }: Opened): Stage => ({
  panel: panelIn(panelPage),
  inPage: (body) => page.evaluate(asyncFunction(body)),
});

async function open(ehr: SwitchingEhr, extensionDir: string, userDataDir: string | undefined): Promise<Opened> {
  const chromium = await Chromium.launch({ extensionDir, headless: true, userDataDir });
  const page = await chromium.firstPage();
  await page.goto(`${ehr.url}?p=0`);
  return { chromium, page, panelPage: await chromium.openPanel(page) };
}
