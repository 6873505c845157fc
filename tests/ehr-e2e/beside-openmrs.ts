/** The built extension beside OpenMRS O3 in a real browser, the same for both browsers. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { Chromium } from '../../scripts/drive/chromium.ts';
import { Firefox } from '../../scripts/drive/firefox.ts';
import { type Panel, panelIn, panelInSidebar } from '../../scripts/drive/panel.ts';
import { readTab } from '../../scripts/drive/read-tab.ts';
import { type PageJson, pageReadingJson } from '../../scripts/page-reading-json.ts';
import { serveOpenmrs } from '../ehr/openmrs/serve.mjs';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');

/** By the second half of their names; what stands in their charts: tests/ehr/openmrs/patients.mjs. */
const PATIENTS = {
  Fjord: 'aaaaaaaa-0001-4aaa-8aaa-000000000001',
  Glacier: 'bbbbbbbb-0002-4bbb-8bbb-000000000002',
  Heath: 'cccccccc-0003-4ccc-8ccc-000000000003',
  Islet: 'dddddddd-0004-4ddd-8ddd-000000000004',
};

export type Patient = keyof typeof PATIENTS;
export type Screen = 'medications' | 'patient-summary' | 'results' | 'allergies' | 'vitals-and-biometrics' | 'orders';

/** A browser with OpenMRS in its tab. */
export interface Beside {
  /** Loads a chart and waits until `shown` stands on it and nothing moves any more. */
  goto(patient: Patient, screen: Screen, shown: string): Promise<void>;
  /** Clicks the toolbar button and returns the panel. */
  openPanel(): Promise<Panel>;
  /** Runs the body of an async function in the page, with `click` and `shows` at hand. */
  inPage(body: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface BesideInChromium extends Beside {
  page: Page;
  /** What the extension reads on the screen that is open, as the read command prints it. */
  reading(): Promise<PageJson>;
}

/** Starts Chromium beside OpenMRS, which is served for it alone. */
export async function besideInChromium(): Promise<BesideInChromium> {
  const extensionDir = built('chrome-mv3');
  const { url, server } = await serveOpenmrs();
  const chromium = await Chromium.launch({ extensionDir, headless: true });
  const page = await chromium.firstPage();
  const inPage = (body: string) => page.evaluate(`(async () => { ${IN_PAGE} ${body} })()`);
  return {
    page,
    inPage,
    async goto(patient, screen, shown) {
      await page.goto(chartUrl(url, patient, screen));
      await inPage(untilShown(patient, shown));
    },
    async openPanel() {
      return panelIn(await chromium.openPanel(page));
    },
    async reading() {
      return pageReadingJson('OpenMRS', await readTab(chromium, page));
    },
    async close() {
      await chromium.close();
      server.close();
    },
  };
}

/** Starts Firefox beside OpenMRS, which is served for it alone. */
export async function besideInFirefox(): Promise<Beside> {
  const extensionDir = built('firefox-mv3');
  const { url, server } = await serveOpenmrs();
  const firefox = await Firefox.launch({ extensionDir, headless: true });
  const inPage = (body: string) => firefox.inPage(`${IN_PAGE} ${body}`);
  return {
    inPage,
    async goto(patient, screen, shown) {
      await firefox.goto(chartUrl(url, patient, screen));
      await inPage(untilShown(patient, shown));
    },
    async openPanel() {
      await firefox.openPanel();
      return panelInSidebar(firefox);
    },
    async close() {
      await firefox.close();
      server.close();
    },
  };
}

/** Body for `inPage`: waits until that patient's chart shows the words, and then until nothing moves any more. */
export const untilShown = (patient: Patient, words: string): string =>
  `await shows('Zzdemo-${patient}'); await shows(${JSON.stringify(words)}); await still();`;

/** Body for `inPage`: looks for a patient in OpenMRS's own search and opens the chart, which loads no page. */
export const openBySearch = (patient: Patient): string => `
  const box = () => [...document.querySelectorAll('input')].find((input) => /search for a patient/i.test(input.placeholder));
  if (!box()?.checkVisibility()) await click('button[name="SearchPatientIcon"], button[aria-label="Search patient"]');
  await until(() => box()?.checkVisibility());
  type(box(), 'Zzdemo-${patient}');
  await click('a[href*="${PATIENTS[patient]}"]');`;

const chartUrl = (app: string, patient: Patient, screen: Screen) =>
  `${app}patient/${PATIENTS[patient]}/chart/${screen}`;

/** What a user does, in a page: waiting for words, clicking what is visible, typing. */
export const IN_PAGE = `
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const until = async (condition, what) => {
    const deadline = Date.now() + 40_000;
    for (;;) {
      const found = condition();
      if (found) return found;
      if (Date.now() > deadline) throw new Error('not in OpenMRS: ' + (what ?? condition) + '\\n' + document.body.innerText.slice(0, 1500));
      await sleep(50);
    }
  };
  const shows = (words) => until(() => document.body.innerText.includes(words), words);
  const still = () => new Promise((resolve) => {
    let quiet = setTimeout(resolve, 800);
    const observer = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(resolve, 800); });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    setTimeout(resolve, 15_000);
  });
  const click = async (selector, words) => {
    const named = (element) => !words || (element.innerText + ' ' + element.getAttribute('aria-label')).includes(words);
    const element = await until(
      () => [...document.querySelectorAll(selector)].find((one) => one.checkVisibility() && !one.disabled && named(one)),
      selector + ' ' + (words ?? ''),
    );
    element.click();
  };
  const type = (field, text) => {
    const prototype = Object.getPrototypeOf(field);
    field.focus();
    Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };`;

function built(name: string): string {
  const directory = path.join(OUTPUT, name);
  if (!existsSync(path.join(directory, 'manifest.json'))) throw new Error('no built extension: npm run build');
  return directory;
}
