/** The page About and evidence in the real browser: opened as the extension's options, under its real policy. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Chromium } from '../../scripts/drive/chromium.ts';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN_AXE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`;
const OVERFLOWING = `[...document.querySelectorAll('body *')]
  .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, svg, thead') && element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.tagName + '.' + element.className)`;

let chromium: Chromium;
let page: Page;
const requests: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  chromium = await Chromium.launch({ extensionDir: EXTENSION, headless: true });
  page = await chromium.browser.newPage();
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await page.waitForSelector('h1');
  await page.evaluate(AXE);
});
afterAll(() => chromium?.close());

describe.each([
  { scheme: 'light', width: 280 },
  { scheme: 'light', width: 320 },
  { scheme: 'dark', width: 320 },
  { scheme: 'light', width: 1100 },
  { scheme: 'dark', width: 1100 },
] as const)('$scheme, $width px', ({ scheme, width }) => {
  test('no violation, nothing cut off at the side', async () => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 900 });
    expect(await page.evaluate(RUN_AXE)).toEqual([]);
    expect(await page.evaluate(OVERFLOWING)).toEqual([]);
  });
});

test.each([200, 400])('text at %i %: nothing is cut off at the side', async (percent) => {
  await page.setViewport({ width: 1100, height: 900 });
  await page.evaluate(`document.documentElement.style.fontSize = '${percent}%'`);
  const [violations, overflowing] = [await page.evaluate(RUN_AXE), await page.evaluate(OVERFLOWING)];
  await page.evaluate(`document.documentElement.style.fontSize = ''`);
  expect(violations).toEqual([]);
  expect(overflowing).toEqual([]);
});

test('loads its own files only, and the policy refuses nothing of it', () => {
  const own = `chrome-extension://${chromium.extensionId}/`;
  expect(requests.length).toBeGreaterThan(2);
  expect(requests.filter((url) => !url.startsWith(own))).toEqual([]);
  expect(complaints.filter((text) => /content security policy|refused/i.test(text))).toEqual([]);
});

test('names every permission of the manifest, and no other', async () => {
  const manifest = JSON.parse(readFileSync(path.join(EXTENSION, 'manifest.json'), 'utf8'));
  const shown = (await page.evaluate(
    `[...document.querySelectorAll('#permissions tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))`,
  )) as [name: string, why: string][];
  const named = shown.map(([name]) => name.split(' ')[0] ?? '').filter((name) => name !== 'Not');
  expect(named.sort()).toEqual([...manifest.permissions].sort());
  expect(manifest.options_ui).toEqual({ page: 'options.html', open_in_tab: true });
  const notAskedFor = shown.find(([name]) => name === 'Not asked for')?.[1] ?? '';
  for (const name of manifest.permissions) expect(notAskedFor).not.toContain(name);
});

test('a click on a part of the list of contents goes there, in the page', async () => {
  await page.setViewport({ width: 1100, height: 900 });
  await page.evaluate(`document.querySelector('nav a[href="#data"]').click()`);
  expect(await page.evaluate('location.hash')).toBe('#data');
  expect(await page.evaluate(`document.querySelector('#data').getBoundingClientRect().top < innerHeight`)).toBe(true);
});

test('the browser prints it: the policy does not stop the dialog', async () => {
  const asked = await page.evaluate(`new Promise((resolve) => {
    addEventListener('beforeprint', () => resolve(true), { once: true });
    window.print();
    setTimeout(() => resolve(false), 2000);
  })`);
  expect(asked).toBe(true);
});

describe('what this copy may do, and what it has asked for', () => {
  const shown = (name: string) =>
    page.evaluate(
      `[...document.querySelectorAll('#observed tr')].find((row) => row.cells[0].textContent === '${name}').cells[1].textContent`,
    );

  test('its permissions and its policy are those of the manifest', async () => {
    const manifest = JSON.parse(readFileSync(path.join(EXTENSION, 'manifest.json'), 'utf8'));
    expect(
      String(await shown('Permissions'))
        .split(', ')
        .sort(),
    ).toEqual(manifest.permissions.sort());
    expect(await shown('Sites without a click')).toBe('none');
    expect(await shown('Policy of its pages')).toBe(manifest.content_security_policy.extension_pages);
  });

  test('the counters count: what the page asks for, and what the policy refuses it', async () => {
    const others = 'Anything but the extension’s own files';
    expect(await shown(others)).toBe('0');
    expect(await shown('Refused by the policy, on this page')).toBe('0');
    await page.evaluate(
      `new Promise((refused) => Object.assign(new Image(), { onerror: refused, src: 'http://127.0.0.1:9/' }))`,
    );
    await expect.poll(() => shown('Refused by the policy, on this page'), { timeout: 10_000 }).toBe('1');
    expect(await shown(others)).toBe('1');
  });
});
