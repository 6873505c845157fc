/** axe-core in the real panel: every state, light and dark, narrow and wide, and with text at 400 %. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../scripts/drive/panel.ts';
import { type BesideInChromium, besideInChromium } from './beside-the-demo-ehr.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN_AXE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`;
/** Whatever is wider than the panel and not meant to scroll. */
const OVERFLOWING = `[...document.querySelectorAll('body *')]
  .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, svg') && element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.tagName + '.' + element.className)`;

const LOOKS = [
  { scheme: 'light', width: 280 },
  { scheme: 'light', width: 320 },
  { scheme: 'dark', width: 320 },
  { scheme: 'light', width: 400 },
  { scheme: 'dark', width: 400 },
] as const;

let beside: BesideInChromium;
let panel: Panel;
let page: Page;

beforeAll(async () => {
  beside = await besideInChromium();
  await beside.goto('demo-1');
  panel = await beside.openPanel();
  await panel.waitForState(['ready']);
  page = await beside.panelPage();
  await page.evaluate(AXE);
});
afterAll(() => beside?.close());

/** Each state of the panel, and how to get there from the one before. */
const STATES: readonly [string, () => Promise<unknown>][] = [
  ['an order read, nothing answered', async () => undefined],
  ['everything unfolded', () => panel.unfold('What was read')],
  ['graded without an answer about pain', () => panel.choose('grade', '2')],
  [
    'graded with pain, all options unfolded',
    async () => {
      await panel.choose('pain', 'yes');
      await panel.unfold('Assessment');
      await panel.unfold('Advice');
    },
  ],
  ['grade 4', () => panel.choose('grade', '4')],
  [
    'several orders',
    async () => {
      await beside.goto('demo-5');
      await panel.waitForState(['choose-order']);
    },
  ],
  [
    'no order in force',
    async () => {
      await beside.goto('demo-4');
      await panel.waitForState(['no-order']);
    },
  ],
  [
    'no access to the tab',
    async () => {
      await beside.page.goto('about:blank');
      await panel.waitForState(['no-access']);
    },
  ],
];

describe.each(STATES)('%s', (_name, reach) => {
  beforeAll(async () => {
    await reach();
  });

  test.each(LOOKS)('$scheme, $width px', async ({ scheme, width }) => {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      // Half-faded text would be measured as pale.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.setViewport({ width, height: 800 });
    expect(await page.evaluate(RUN_AXE)).toEqual([]);
    expect(await page.evaluate(OVERFLOWING), 'nothing is cut off at the side').toEqual([]);
  });

  test.each([200, 400])('text at %i %: nothing is cut off at the side', async (percent) => {
    await page.setViewport({ width: 400, height: 800 });
    await page.evaluate(`document.documentElement.style.fontSize = '${percent}%'`);
    const violations = await page.evaluate(RUN_AXE);
    const overflowing = await page.evaluate(OVERFLOWING);
    await page.evaluate(`document.documentElement.style.fontSize = ''`);
    expect(violations).toEqual([]);
    expect(overflowing).toEqual([]);
  });
});
