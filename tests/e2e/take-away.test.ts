/** What can be taken along, in the real panel: the sheet for the patient on paper, the structured copy, Ask, and About. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelIn } from '../../scripts/drive/panel.ts';
import { type BesideInChromium, besideInChromium } from './beside-the-demo-ehr.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN_AXE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`;
const OVERFLOWING = `[...document.querySelectorAll('body *')]
  .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, svg') && element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.tagName + '.' + element.className)`;
const BUTTON = (words: string) =>
  `[...document.querySelectorAll('button')].find((button) => button.textContent === '${words}')`;

let beside: BesideInChromium;
let page: Page;

/** Everything answered and unfolded. A tab that was opened meanwhile has cleared the panel, as any other tab does. */
async function answered() {
  await beside.page.bringToFront();
  const panel = panelIn(page);
  await panel.waitForState(['ready']);
  await panel.choose('grade', '2');
  await panel.choose('pain', 'yes');
  await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true;`);
}

beforeAll(async () => {
  beside = await besideInChromium();
  await beside.goto('demo-1');
  await beside.openPanel();
  page = await beside.panelPage();
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await answered();
  await page.evaluate(AXE);
});
afterAll(() => beside?.close());

const type = (question: string) =>
  page.evaluate(`{
    const field = document.querySelector('section[aria-label=Ask] input');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '${question}');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }`);

describe.each([
  { scheme: 'light', width: 280, percent: 100 },
  { scheme: 'dark', width: 320, percent: 100 },
  { scheme: 'light', width: 400, percent: 400 },
] as const)('$scheme, $width px, text at $percent %', ({ scheme, width, percent }) => {
  test('no violation, nothing cut off at the side, with an answer and everything unfolded', async () => {
    await type('green tea');
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.setViewport({ width, height: 800 });
    await page.evaluate(`document.documentElement.style.fontSize = '${percent}%'`);
    const [violations, overflowing] = [await page.evaluate(RUN_AXE), await page.evaluate(OVERFLOWING)];
    await page.evaluate(`document.documentElement.style.fontSize = ''`);
    expect(violations).toEqual([]);
    expect(overflowing).toEqual([]);
  });
});

describe('the sheet for the patient', () => {
  test.each(['en', 'es'])(
    '%s: what is shown is printed from a tab, alone and on one page of either size',
    async (language) => {
      await answered();
      await page.evaluate(`document.querySelector('input[name=handoutLanguage][value=${language}]').click()`);
      const shown = await page.evaluate(`document.querySelector('.handout-sheet').innerText`);
      await page.evaluate(`${BUTTON('Print this sheet')}.click()`);
      const tab = await beside.chromium.browser
        .waitForTarget((opened) => opened.url().endsWith('/options.html'), { timeout: 5000 })
        .then((target) => target.page());
      if (!tab) throw new Error('no tab');
      await tab.waitForSelector(`.handout-sheet[lang=${language}]`, { timeout: 5000 });
      expect(await tab.evaluate('location.search + location.hash')).toBe('');
      // As the button leaves it for the printer.
      await tab.evaluate(`document.querySelector('.handout-sheet').dataset.printed = '';
      document.documentElement.dataset.printing = '';`);
      await tab.emulateMediaType('print');
      const words = (text: unknown) => String(text).replace(/\s+/gu, ' ').trim();
      expect(words(await tab.evaluate('document.body.innerText'))).toBe(words(shown));
      for (const format of ['a4', 'letter'] as const) {
        const pdf = Buffer.from(await tab.pdf({ format })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/gu), format).toHaveLength(1);
      }
      await tab.emulateMediaType('screen');
      await tab.evaluate(`delete document.querySelector('.handout-sheet').dataset.printed;`);
      await tab.bringToFront();
      const asked = await tab.evaluate(`new Promise((resolve) => {
      addEventListener('beforeprint', () => resolve(true), { once: true });
      ${BUTTON('Print this sheet')}.click();
      setTimeout(() => resolve(false), 2000);
    })`);
      expect(asked, 'the print dialog was asked for').toBe(true);
      await tab.close();
    },
  );
});

test('a question leaves no trace: not in the address, not in any storage', async () => {
  await type('zzquestion about shingles');
  const kept = await page.evaluate(`(async () => JSON.stringify([
    location.href, document.title, { ...localStorage }, { ...sessionStorage },
    (await indexedDB.databases()).length, await caches.keys(), history.state,
  ]))()`);
  expect(kept).not.toContain('zzquestion');
  expect(kept).toMatch(/,0,\[\],null\]$/u);
});

test('About and evidence opens from the foot of the panel', async () => {
  const own = `chrome-extension://${beside.chromium.extensionId}/options.html`;
  const [target] = await Promise.all([
    beside.chromium.browser.waitForTarget((opened) => opened.url().startsWith(own), { timeout: 5000 }),
    page.evaluate(`${BUTTON('About and evidence')}.click()`),
  ]);
  expect(target.url()).toBe(own);
});
