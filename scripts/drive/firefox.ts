/**
 * Drives a real Firefox with the extension in its real sidebar, headless or on a display.
 * The sidebar's document lives in a browser of its own inside the window and is no tab, so scripts reach it through
 * the window; the toolbar button is triggered through Firefox's own action code, which grants activeTab.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFirefox } from '../find-browsers.mjs';
import { QUIET } from './firefox-preferences.ts';
import { Marionette } from './marionette.ts';
import { onDisplay } from './virtual-display.ts';

export interface FirefoxOptions {
  /** built extension, e.g. .output/firefox-mv3; absent where a policy installs it */
  extensionDir?: string;
  /** the id of an extension that a policy of this machine installs */
  installedByPolicy?: string;
  /** the binary, where it is not the one of this machine */
  executablePath?: string;
  /** kept profile; a fresh temporary one, deleted at the end, when absent */
  profileDir?: string;
  headless: boolean;
  /** the display to draw on, where it is not the one of this session */
  display?: string;
  /** further preferences of the temporary profile */
  prefs?: Record<string, string | number | boolean>;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const START_WITHIN_MS = 60_000;
/** A policy's extension is fetched and checked first. */
const INSTALLED_WITHIN_MS = 40_000;
const WINDOW = { width: 1280, height: 900 };
/** What Chromium gives its panel. */
const SIDEBAR_WIDTH = 360;

const IN_WINDOW = `
  const win = Services.wm.getMostRecentWindow('navigator:browser');
  const sidebarBrowser = () =>
    win.document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');`;

/** A running Firefox with the extension installed for this session. */
export class Firefox {
  readonly addonId: string;
  readonly #marionette: Marionette;
  readonly #process: ChildProcess;
  /** to be deleted at the end */
  readonly #profile: string | undefined;

  private constructor(marionette: Marionette, child: ChildProcess, profile: string | undefined, addonId: string) {
    this.#marionette = marionette;
    this.#process = child;
    this.#profile = profile;
    this.addonId = addonId;
  }

  /** Starts Firefox with a fresh profile and installs the extension; throws where there is none or it does not start. */
  static async launch(options: FirefoxOptions): Promise<Firefox> {
    const { extensionDir, installedByPolicy, headless, display, prefs = {} } = options;
    const binary = options.executablePath ?? findFirefox();
    if (!binary) throw new Error('no Firefox found; set FIREFOX to the path of one');
    const port = await freePort();
    const profile = options.profileDir ?? (await mkdtemp(path.join(tmpdir(), 'firefox-')));
    const all = { ...QUIET, ...prefs, 'marionette.port': port };
    const lines = Object.entries(all).map(
      ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
    );
    await writeFile(path.join(profile, 'user.js'), lines.join('\n'));

    const size = [`--width=${WINDOW.width}`, `--height=${WINDOW.height}`];
    const mode = headless ? ['--headless'] : [];
    const child = spawn(
      binary,
      ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile, ...size, ...mode],
      // Firefox refuses to run as root in somebody else's home
      // The second lets the profile turn the settings server off, which a release build otherwise refuses.
      {
        env: { ...(display ? onDisplay(display) : process.env), HOME: profile, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
        stdio: 'ignore',
      },
    );
    try {
      const marionette = await Marionette.connect(port, START_WITHIN_MS);
      await marionette.send('WebDriver:SetWindowRect', WINDOW);
      const addonId = extensionDir ? await install(marionette, extensionDir) : installedByPolicy;
      if (!addonId) throw new Error('no extension to install');
      const firefox = new Firefox(marionette, child, options.profileDir ? undefined : profile, addonId);
      if (installedByPolicy) await firefox.#untilInstalled();
      return firefox;
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** Loads an address in the current tab. */
  async goto(url: string): Promise<void> {
    await this.#marionette.switchTo('content');
    await this.#marionette.send('WebDriver:Navigate', { url });
  }

  /** Runs the body of an async function in the page of the current tab; its parameters are `args[0]`, … */
  inPage(body: string, args: Json[] = []): Promise<unknown> {
    return this.#marionette.run('content', body, args);
  }

  /** Runs the body of an async function in Firefox's own privileged window. */
  inWindow(body: string, args: Json[] = []): Promise<unknown> {
    return this.#marionette.run('chrome', `${IN_WINDOW}\n${body}`, args);
  }

  /** Runs the body of an async function in the sidebar's document; rejects while no sidebar is open. */
  async inSidebar(body: string, args: Json[] = []): Promise<unknown> {
    const script = `
      const done = arguments[arguments.length - 1];
      const args = [...arguments].slice(0, -1);
      (async () => { ${body} })().then(
        (value) => done(JSON.stringify({ value: value === undefined ? null : value })),
        (error) => done(JSON.stringify({ error: String(error) })),
      );`;
    const answer = await this.inWindow(
      `const browser = sidebarBrowser();
       if (!browser) throw new Error('no sidebar is open');
       const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
       return JSON.stringify(await actor.executeScript(args[0], args[1], { sandboxName: null, newSandbox: true, timeout: 60000, async: true }));`,
      [script, args],
    );
    const inner: unknown = JSON.parse(String(answer));
    const { value, error } = JSON.parse(String(inner)) as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Presses a control of the sidebar as a hand does: what a browser asks of a user it asks only then. */
  async pressInSidebar(selector: string): Promise<void> {
    const script = `
      const handle = window.windowUtils.setHandlingUserInput(true);
      try { document.querySelector(arguments[0]).click(); } finally { handle.destruct(); }
      arguments[1]();`;
    await this.inWindow(
      `const actor = sidebarBrowser().browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
       await actor.executeScript(args[0], [args[1]], { sandboxName: 'system', newSandbox: true, timeout: 60000, async: true });`,
      [script, selector],
    );
  }

  /** Clicks the extension's toolbar button on the current tab. Opens the sidebar and grants that tab. */
  async clickToolbarButton(): Promise<void> {
    await this.inWindow(
      `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
       const extension = ExtensionParent.GlobalManager.getExtension(args[0]);
       await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(win);`,
      [this.addonId],
    );
  }

  /** Clicks the toolbar button and waits until the sidebar's document stands. */
  async openPanel(): Promise<void> {
    await this.clickToolbarButton();
    for (let waited = 0; waited < 10_000; waited += 100) {
      if (await this.#panelStands()) {
        await this.inWindow(`win.document.getElementById('sidebar-box').style.width = args[0];`, [
          `${SIDEBAR_WIDTH}px`,
        ]);
        return;
      }
      await sleep(100);
    }
    throw new Error('the sidebar did not open');
  }

  /** Opens a page of the extension in a tab of its own, which is then the current one; resolves with the tab's handle. */
  async openOwnPage(page: string): Promise<string> {
    const before = await this.#tabs();
    await this.inWindow(
      `const url = WebExtensionPolicy.getByID(args[0]).getURL(args[1]);
       const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
       win.gBrowser.selectedTab = win.gBrowser.addTab(url, { triggeringPrincipal });`,
      [this.addonId, page],
    );
    for (let waited = 0; waited < 10_000; waited += 50) {
      const opened = (await this.#tabs()).find((tab) => !before.includes(tab));
      if (opened) {
        await this.showTab(opened);
        return opened;
      }
      await sleep(50);
    }
    throw new Error(`${page} was not opened`);
  }

  /** Handle of the current tab. */
  async currentTab(): Promise<string> {
    await this.#marionette.switchTo('content');
    return ((await this.#marionette.send('WebDriver:GetWindowHandle')) as { value: string }).value;
  }

  /** Makes a tab the current one and shows it; without `focus` it is only looked into where it is. */
  async showTab(handle: string, focus = true): Promise<void> {
    await this.#marionette.switchTo('content');
    await this.#marionette.send('WebDriver:SwitchToWindow', { handle, focus });
  }

  /** Clicks with the mouse at a point of the current tab, in CSS pixels of its window. */
  async clickAt(x: number, y: number): Promise<void> {
    const [down, up] = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' };
    await this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [move, down, up] });
  }

  /** Presses a key in the current tab. */
  async pressKey(value: string): Promise<void> {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  async #act(source: { [key: string]: Json }): Promise<void> {
    await this.#marionette.switchTo('content');
    await this.#marionette.send('WebDriver:PerformActions', { actions: [source] });
  }

  async #tabs(): Promise<string[]> {
    await this.#marionette.switchTo('content');
    return (await this.#marionette.send('WebDriver:GetWindowHandles')) as string[];
  }

  /** PNG of the whole browser window, sidebar included. */
  async screenshotOfWindow(): Promise<Buffer> {
    await this.#marionette.switchTo('chrome');
    const shot = (await this.#marionette.send('WebDriver:TakeScreenshot', { full: false, hash: false })) as {
      value: string;
    };
    return Buffer.from(shot.value, 'base64');
  }

  async close(): Promise<void> {
    const exited = once(this.#process, 'exit');
    await this.#marionette.switchTo('chrome').catch(() => undefined);
    void this.#marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    const late = sleep(5_000).then(() => this.#process.kill('SIGKILL'));
    await Promise.race([exited, late]);
    this.#marionette.disconnect();
    if (this.#profile) await rm(this.#profile, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 });
  }

  async #untilInstalled(): Promise<void> {
    for (let waited = 0; waited < INSTALLED_WITHIN_MS; waited += 200) {
      const running = `return Boolean(WebExtensionPolicy.getByID(args[0])?.extension?.backgroundState !== undefined);`;
      if (await this.inWindow(running, [this.addonId])) return;
      await sleep(200);
    }
    throw new Error('the policy did not install the extension');
  }

  async #panelStands(): Promise<boolean> {
    try {
      return (
        (await this.inSidebar(
          `return document.readyState === 'complete' && location.protocol === 'moz-extension:';`,
        )) === true
      );
    } catch {
      return false;
    }
  }
}

/** Installs a folder for this session; resolves with the extension's id. */
async function install(marionette: Marionette, extensionDir: string): Promise<string> {
  const parameters = { path: path.resolve(extensionDir), temporary: true };
  const installed = (await marionette.send('Addon:Install', parameters)) as { value: string };
  return installed.value;
}

/** A loopback port that is free now. */
async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
