/**
 * Drives a real Chromium with the extension in its real side panel, headless or on a display.
 * The toolbar button is clicked through DevTools, which grants activeTab exactly as a hand on the mouse does.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { findChromium } from '../find-browsers.mjs';
import { onDisplay } from './virtual-display.ts';

export interface ChromiumOptions {
  /** built extension, e.g. .output/chrome-mv3; absent where a policy installs it */
  extensionDir?: string;
  /** the id of an extension that a policy of this machine installs */
  installedByPolicy?: string;
  /** the binary, where it is not the one of this machine */
  executablePath?: string;
  headless: boolean;
  /** the display to draw on, where it is not the one of this session */
  display?: string;
  /** further command line switches */
  args?: string[];
  /** kept profile; a fresh temporary one when absent */
  userDataDir?: string;
}

/** No first-run pages, no update traffic, no keyring prompts: the same window on every machine. */
const QUIET = [
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
  '--lang=en-US',
  '--window-size=1280,900',
];

/** Among the driver's own switches; it would keep a policy from installing anything. */
const NO_BACKGROUND_TRAFFIC = '--disable-background-networking';

/** A policy's extension is fetched, checked and started first. */
const INSTALLED_WITHIN_MS = 40_000;

/** Chromium refuses to sandbox itself as root, which is what containers run as. */
export const SANDBOX_ARGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** A click that comes before the extension has settled is lost, so it is repeated. */
const CLICK_ATTEMPTS = 5;
const PANEL_APPEARS_WITHIN_MS = 2_000;

/** Starts the browser without any extension; throws where there is no Chromium or it does not start. */
export async function launchBrowser(options: Omit<ChromiumOptions, 'extensionDir'>): Promise<Browser> {
  const executablePath = options.executablePath ?? findChromium();
  if (!executablePath) throw new Error('no Chromium found; set CHROMIUM to the path of one');
  return puppeteer.launch({
    executablePath,
    headless: options.headless,
    enableExtensions: true,
    defaultViewport: null,
    args: [...QUIET, ...SANDBOX_ARGS, ...(options.args ?? [])],
    ignoreDefaultArgs: options.installedByPolicy ? [NO_BACKGROUND_TRAFFIC] : false,
    userDataDir: options.userDataDir,
    env: options.display ? onDisplay(options.display) : process.env,
  });
}

/** A running Chromium with the extension installed. */
export class Chromium {
  readonly browser: Browser;
  readonly extensionId: string;

  private constructor(browser: Browser, extensionId: string) {
    this.browser = browser;
    this.extensionId = extensionId;
  }

  /** Starts the browser and installs the extension; throws where there is no Chromium or it does not start. */
  static async launch(options: ChromiumOptions): Promise<Chromium> {
    const { extensionDir, installedByPolicy } = options;
    const browser = await launchBrowser(options);
    try {
      if (extensionDir) return new Chromium(browser, await browser.installExtension(extensionDir));
      if (!installedByPolicy) throw new Error('no extension to install');
      const worker = `chrome-extension://${installedByPolicy}/`;
      await browser.waitForTarget((target) => target.url().startsWith(worker), { timeout: INSTALLED_WITHIN_MS });
      return new Chromium(browser, installedByPolicy);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** The tab that the browser started with, or a new one. */
  async firstPage(): Promise<Page> {
    return (await this.browser.pages())[0] ?? (await this.browser.newPage());
  }

  /** The panel where it is open already. */
  async panel(): Promise<Page | undefined> {
    const target = this.browser.targets().find((t) => this.#isPanel(t));
    return target?.asPage();
  }

  /** Clicks the extension's toolbar button on a tab. Opens the panel and grants that tab. */
  async clickToolbarButton(page: Page): Promise<void> {
    // Chromium 156 crashes when the button is clicked "on" a page of the extension itself.
    if (page.url().startsWith('chrome-extension://')) throw new Error('not a tab that the button can be clicked on');
    await page.bringToFront();
    const extension = (await this.browser.extensions()).get(this.extensionId);
    if (extension) return extension.triggerAction(page);
    // the driver does not list what a policy installed
    const devTools = await this.browser.target().createCDPSession();
    try {
      const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tab = targetInfos.find(({ url }) => url === page.url());
      if (!tab) throw new Error('the tab is not there');
      await devTools.send('Extensions.triggerAction', { id: this.extensionId, targetId: tab.targetId });
    } finally {
      await devTools.detach();
    }
  }

  /** Clicks the toolbar button until the real side panel stands beside the page, and returns it. */
  async openPanel(page: Page): Promise<Page> {
    for (let attempt = 0; attempt < CLICK_ATTEMPTS; attempt += 1) {
      await this.clickToolbarButton(page);
      const target = await this.browser
        .waitForTarget((t) => this.#isPanel(t), { timeout: PANEL_APPEARS_WITHIN_MS })
        .catch(() => undefined);
      if (target) return target.asPage();
      await sleep(300);
    }
    throw new Error('the side panel did not open');
  }

  /** The same for a page whose window may not be the only one: its own window's panel, opened or there already. */
  async openPanelOfWindow(page: Page): Promise<Page> {
    const own = await this.#windowOf(page);
    for (let attempt = 0; attempt < CLICK_ATTEMPTS; attempt += 1) {
      await this.clickToolbarButton(page);
      for (let waited = 0; waited < PANEL_APPEARS_WITHIN_MS; waited += 100) {
        for (const target of this.browser.targets().filter((t) => this.#isPanel(t))) {
          const panel = await target.asPage();
          const its = await panel.evaluate('chrome.windows.getCurrent().then(({ id }) => id)').catch(() => undefined);
          if (its === own) return panel;
        }
        await sleep(100);
      }
    }
    throw new Error('the side panel did not open');
  }

  async #windowOf(page: Page): Promise<unknown> {
    const devTools = await page.createCDPSession();
    const { windowId } = await devTools.send('Browser.getWindowForTarget');
    await devTools.detach();
    return windowId;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  #isPanel(target: Target): boolean {
    return target.url().startsWith(`chrome-extension://${this.extensionId}/sidepanel.html`);
  }
}
