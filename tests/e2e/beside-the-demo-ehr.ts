/** The built extension beside the demo EHR in a real browser, the same for both browsers. */
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { Chromium } from '../../scripts/drive/chromium.ts';
import { Firefox } from '../../scripts/drive/firefox.ts';
import { type Panel, panelIn, panelInSidebar } from '../../scripts/drive/panel.ts';
import { serveDemoEhr } from '../ehr/medplum/serve.mjs';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');

export type Patient = 'demo-1' | 'demo-2' | 'demo-3' | 'demo-4' | 'demo-5';
export type Tab = 'summary' | 'order' | 'medications' | 'order-form' | 'labs';

export interface Options {
  /** built extension; the project's own for that browser when absent */
  extensionDir?: string;
  /** Chromium: further switches */
  args?: string[];
  /** Firefox: further preferences */
  prefs?: Record<string, string | number | boolean>;
  /** drawn on this display; without one the browser runs headless */
  display?: string;
}

/** A browser with the demo EHR in its tab; the panel opens with the first click on the toolbar button. */
export interface Beside {
  ehrUrl: string;
  /** Loads a patient's chart. */
  goto(patient: Patient, tab?: Tab): Promise<void>;
  /** Clicks the toolbar button and returns the panel. */
  openPanel(): Promise<Panel>;
  /** Runs the body of an async function in the EHR's page. */
  inPage(body: string): Promise<unknown>;
  /** Shows page and panel in a scheme of colours. */
  inColours(scheme: 'light' | 'dark'): Promise<void>;
  /** Leaves the EHR for a page that no extension may read. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export interface BesideInChromium extends Beside {
  chromium: Chromium;
  page: Page;
  /** The panel's own page, once it is open. */
  panelPage(): Promise<Page>;
}

/** Starts Chromium beside the demo EHR, which is served for it alone. */
export async function besideInChromium(options: Options = {}): Promise<BesideInChromium> {
  const extensionDir = options.extensionDir ?? built('chrome-mv3');
  const { url, server } = await serveDemoEhr();
  const chromium = await Chromium.launch({
    extensionDir,
    headless: options.display === undefined,
    display: options.display,
    args: options.args,
  });
  const page = await chromium.firstPage();
  let coloured: Page | undefined;
  return {
    ehrUrl: url,
    chromium,
    page,
    async goto(patient, tab = 'order') {
      await page.goto(chartUrl(url, patient, tab));
      await page.evaluate(asyncFunction(UNTIL_CHART_STANDS));
    },
    async openPanel() {
      return panelIn(await chromium.openPanel(page));
    },
    async panelPage() {
      const panel = await chromium.panel();
      if (!panel) throw new Error('the panel is not open');
      return panel;
    },
    inPage: (body) => page.evaluate(asyncFunction(body)),
    async inColours(scheme) {
      const features = [{ name: 'prefers-color-scheme', value: scheme }];
      // what one connection to the panel has set, another does not take away
      coloured ??= await chromium.panel();
      for (const shown of [page, coloured]) await shown?.emulateMediaFeatures(features);
    },
    async leave() {
      await page.goto('about:blank');
    },
    async close() {
      await chromium.close();
      server.close();
    },
  };
}

/** Starts Firefox beside the demo EHR, which is served for it alone. */
export async function besideInFirefox(options: Options = {}): Promise<Beside & { firefox: Firefox }> {
  const extensionDir = options.extensionDir ?? built('firefox-mv3');
  const { url, server } = await serveDemoEhr();
  const firefox = await Firefox.launch({
    extensionDir,
    headless: options.display === undefined,
    display: options.display,
    prefs: options.prefs,
  });
  return {
    ehrUrl: url,
    firefox,
    async goto(patient, tab = 'order') {
      await firefox.goto(chartUrl(url, patient, tab));
      await firefox.inPage(UNTIL_CHART_STANDS);
    },
    async openPanel() {
      await firefox.openPanel();
      return panelInSidebar(firefox);
    },
    inPage: (body) => firefox.inPage(body),
    async inColours(scheme) {
      await firefox.inWindow(
        // the first is for pages; a sidebar takes the colours of the system
        `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', args[0] ? 0 : 1);
         Services.prefs.setIntPref('ui.systemUsesDarkTheme', args[0] ? 1 : 0);
         await new Promise((resolve) => win.setTimeout(resolve, 100));`,
        [scheme === 'dark'],
      );
    },
    leave: () => firefox.goto('about:blank'),
    async close() {
      await firefox.close();
      server.close();
    },
  };
}

/** Body for `inPage`: clicks a patient in the EHR's list, which switches without loading a page. */
export function clickPatient(patient: Patient): string {
  return `document.querySelector('a[href^="/Patient/${patient}/"]').click();`;
}

/** Bodies for `inPage`: a frame in the chart names another patient than its banner. */
export const NAME_ANOTHER_PATIENT = `
  const frame = document.createElement('iframe');
  frame.width = 600;
  frame.height = 300;
  frame.srcdoc = '<header><dl><dt>Name</dt><dd>Zzother, Cobalta</dd><dt>DOB</dt><dd>1949-11-02</dd><dt>MRN</dt><dd>ZZ-9999</dd></dl></header>';
  document.body.prepend(frame);`;
/** The page does not come to rest, until REST. */
export const NEVER_REST = `
  const text = document.body.appendChild(document.createElement('p'));
  window.restless = setInterval(() => { text.textContent = 'Bortezomib 1.3 mg/m2 ' + Math.random(); }, 20);`;
export const REST = 'clearInterval(window.restless);';

export const asyncFunction = (body: string) => `(async () => { ${body} })()`;

const chartUrl = (ehr: string, patient: Patient, tab: Tab) => `${ehr}Patient/${patient}/${tab}`;

/** Body for `inPage`: the chart fills itself in several steps; it stands when nothing has changed for a moment. */
export const UNTIL_CHART_STANDS = `
  await new Promise((resolve) => {
    let timer = setTimeout(resolve, 400);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, 400);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });`;

/** A copy of the built extension, so that a build that runs meanwhile does not pull it from under the browser. */
function built(name: string): string {
  const directory = path.join(OUTPUT, name);
  if (!existsSync(path.join(directory, 'manifest.json'))) throw new Error('no built extension: npm run build');
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'extension-')), name);
  cpSync(directory, copy, { recursive: true });
  return copy;
}
