/** An order inside a frame: read where the browser allows it, named where it does not; never joined across patients. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Chromium } from '../../scripts/drive/chromium.ts';
import { Firefox } from '../../scripts/drive/firefox.ts';
import { type Panel, panelIn, panelInSidebar } from '../../scripts/drive/panel.ts';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

const FIREFOX = path.resolve(import.meta.dirname, '../../.output/firefox-mv3');

const document = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${body}`;
const banner = (name: string, birth: string, number: string) =>
  `<header><dl><dt>Name</dt><dd>${name}</dd><dt>DOB</dt><dd>${birth}</dd><dt>MRN</dt><dd>${number}</dd></dl></header>`;
const order = (
  dose: string,
) => `<table><thead><tr><th>Medication</th><th>Dose</th><th>Route</th><th>Schedule</th><th>Status</th></tr></thead>
  <tbody><tr><td>Bortezomib 3.5 mg powder for injection</td><td>${dose} mg/m2</td><td>subcutaneous</td><td>days 1, 8, 15, 22 of a 28-day cycle</td><td>active</td></tr></tbody></table>`;

const AMBER = banner('Zzframe, Amberine', '1958-03-14', 'FRAME-0001');
const COBALT = banner('Zzframe, Cobalta', '1949-11-02', 'FRAME-0002');

let server: Server;
let port: number;
let chromium: Chromium;
let page: Page;
let panel: Panel;

const frame = (host: string, what: string) =>
  `<iframe title="Order entry" width="700" height="260" src="http://${host}:${port}/${what}"></iframe>`;
const PAGES: Record<string, () => string> = {
  '/order': () => document('order', order('1.3')),
  '/order-of-cobalt': () => document('order', COBALT + order('1')),
  '/same-origin': () => document('chart', AMBER + frame('127.0.0.1', 'order')),
  '/cross-origin': () => document('chart', AMBER + frame('localhost', 'order')),
  '/light-order': () => document('order', order('1')),
  '/amber': () => document('banner', AMBER),
  '/cobalt': () => document('banner', COBALT),
  '/shell': () => document('chart', frame('127.0.0.1', 'amber') + frame('127.0.0.1', 'order')),
  '/two-patients': () => document('chart', AMBER + frame('127.0.0.1', 'order-of-cobalt')),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const make = PAGES[pathname];
    response.writeHead(make ? 200 : 404, { 'content-type': 'text/html' });
    setTimeout(() => response.end(make?.() ?? ''), Number(searchParams.get('after') ?? 0));
  });
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  port = (server.address() as AddressInfo).port;
  chromium = await Chromium.launch({ extensionDir: EXTENSION, headless: true });
  page = await chromium.firstPage();
  await page.goto(`http://127.0.0.1:${port}/same-origin`);
  panel = panelIn(await chromium.openPanel(page));
});
afterAll(async () => {
  await chromium?.close();
  server?.close();
});

describe('frames', () => {
  test('an order in a frame of the same origin is read, under the banner of the page around it', async () => {
    await panel.waitForState(['ready', 'partly-read']);
    const text = await panel.text();
    expect(text).toMatch(/1\.3.mg\/m²/);
    expect(text).toMatch(/Amberine/);
    expect(text).not.toMatch(/could not be read/);
  });

  test('show on page outlines the text inside its frame', async () => {
    const panelPage = await chromium.panel();
    await panelPage?.hover('blockquote button');
    const inner = page.frames().find((candidate) => candidate.url().endsWith('/order'));
    await expect.poll(() => inner?.evaluate(`document.querySelectorAll('bortezomib-outline').length`)).toBe(1);
    expect(await page.evaluate(`document.querySelectorAll('bortezomib-outline').length`)).toBe(0);
  });

  test('a frame of another origin is not read under activeTab, and that is said by its name (H15)', async () => {
    await page.goto(`http://127.0.0.1:${port}/cross-origin`);
    await panel.waitForState(['no-order']);
    const text = await panel.text();
    expect(text).toMatch(/could not be read: (Order entry|localhost)/);
    expect(text).not.toMatch(/mg\/m²/);
  });

  test('its user may let that site be read: the frame is read, and no other site; it can be taken back', async () => {
    // Nobody can answer the browser's own question here; its page of extensions, in another window, grants the same.
    const devTools = await chromium.browser.target().createCDPSession();
    const { targetId } = await devTools.send('Target.createTarget', { url: 'chrome://extensions', newWindow: true });
    const target = await chromium.browser.waitForTarget((one) => one.url().startsWith('chrome://extensions'));
    const extensions = await target.page();
    await extensions?.evaluate(
      `chrome.developerPrivate.addHostPermission('${chromium.extensionId}', 'http://localhost/*')`,
    );
    expect(await panel.state(), 'nothing is read anew by that alone').toBe('no-order');
    const panelPage = await chromium.panel();
    await panelPage?.click('.unreadable button');
    await panel.waitForState(['ready', 'partly-read']);
    expect(await panel.text()).toMatch(/1\.3.mg\/m²/);

    await devTools.send('Target.closeTarget', { targetId });

    const options = await chromium.browser.newPage();
    await options.goto(`chrome-extension://${chromium.extensionId}/options.html`);
    const button = await options.waitForSelector('#observed button');
    expect(await button?.evaluate((element) => element.textContent)).toMatch(/No longer read http:\/\/localhost/);
    await button?.click();
    await options.waitForFunction(`document.querySelectorAll('#observed button').length === 0`);
    await options.close();
    await page.bringToFront();
    await page.goto(`http://127.0.0.1:${port}/cross-origin`);
    await panel.waitForState(['no-order']);
    expect(await panel.text()).not.toMatch(/mg\/m²/);
  });

  test('a frame that names another patient stops everything (H14)', async () => {
    await page.goto(`http://127.0.0.1:${port}/two-patients`);
    await panel.waitForState(['patient-conflict']);
    expect(await panel.text()).not.toMatch(/Amberine|Cobalta|mg\/m²/);
  });
});

describe('a shell with the banner in one frame and the order in another', () => {
  const READ = ['ready', 'partly-read'];
  const load = (steps: string) =>
    page.evaluate(`(async () => {
      const [banner, order] = document.querySelectorAll('iframe');
      const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      ${steps}
    })()`);
  beforeEach(async () => {
    await page.goto(`http://127.0.0.1:${port}/shell`);
    await panel.waitForText(/Amberine.*1\.3.mg\/m²/s);
  });

  test.each([
    ['order', `order.src = '/light-order'; banner.src = '/cobalt?after=700';`],
    ['banner', `order.src = '/light-order?after=700'; banner.src = '/cobalt';`],
  ])('one click loads both, and the %s comes first: read', async (_, steps) => {
    await load(steps);
    await panel.waitForText(/Cobalta.*DOSE 1.mg\/m²/s);
    await panel.waitForState(READ);
    expect(await panel.text()).not.toMatch(/Amberine|1\.3.mg/);
  });

  const LATE = `order.src = '/order?after=900'; await wait(300); banner.src = '/cobalt'; await wait(100);`;

  test('the former patient’s order, asked for before and slower than the next banner, is left out (H14)', async () => {
    await load(`${LATE} await new Promise((resolve) => order.addEventListener('load', resolve));`);
    await panel.waitForText(/Cobalta.*before the patient changed/s);
    await panel.waitForState(['no-order']);
    await panel.readAgain();
    await panel.waitForState(READ);
  });

  test('also when it arrives while another tab is shown (H33)', async () => {
    await load(LATE);
    const other = await chromium.browser.newPage();
    await panel.waitForState(['no-access']);
    await load(`while (!order.contentWindow.location.href.includes('after')) await wait(20);`);
    await page.bringToFront();
    await panel.waitForText(/Cobalta.*before the patient changed/s);
    await panel.waitForState(['no-order']);
    await other.close();
  });
});

describe('frames in Firefox ESR', () => {
  test('a page that is left takes the readers of its frames with it: nothing is waited for, one click reads the next', async () => {
    const firefox = await Firefox.launch({ extensionDir: FIREFOX, headless: true });
    try {
      await firefox.goto(`http://127.0.0.1:${port}/same-origin`);
      await firefox.openPanel();
      const sidebar = panelInSidebar(firefox);
      await sidebar.waitForState(['ready', 'partly-read']);
      await firefox.goto(`http://127.0.0.1:${port}/order`);
      await sidebar.waitForState(['no-access']);
      await firefox.clickToolbarButton();
      await sidebar.waitForState(['ready', 'partly-read']);
    } finally {
      await firefox.close();
    }
  });

  test('the site of a frame that is not read can be allowed, and is read then', async () => {
    const firefox = await Firefox.launch({
      extensionDir: FIREFOX,
      headless: true,
      // the browser's own question is answered with yes
      prefs: { 'extensions.webextOptionalPermissionPrompts': false },
    });
    try {
      await firefox.goto(`http://127.0.0.1:${port}/cross-origin`);
      await firefox.openPanel();
      const sidebar = panelInSidebar(firefox);
      await sidebar.waitForState(['no-order']);
      expect(await sidebar.text()).toMatch(/could not be read: Order entry/);
      expect(await sidebar.text()).not.toMatch(/1\.3.mg\/m²/);
      await firefox.pressInSidebar('.unreadable button');
      await sidebar.waitForState(['ready', 'partly-read']);
      expect(await sidebar.text()).toMatch(/1\.3.mg\/m²/);
    } finally {
      await firefox.close();
    }
  });
});
