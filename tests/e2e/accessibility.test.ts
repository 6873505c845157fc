/**
 * axe-core in the real panel of both browsers: every state, light and dark, narrow and wide, with text at 400 %, from right
 * to left. What only one browser can be asked for (forced colours, reduced motion) stands at the end.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../scripts/drive/panel.ts';
import {
  type Beside,
  besideInChromium,
  besideInFirefox,
  NAME_ANOTHER_PATIENT,
  NEVER_REST,
  REST,
} from './beside-the-demo-ehr.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN_AXE = `
  const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | '));`;
/** Whatever reaches beyond the panel at either side and is not meant to scroll. */
const OVERFLOWING = `
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, svg'))
    .filter((element) => { const { left, right } = element.getBoundingClientRect(); return right > innerWidth + 1 || left < -1; })
    .map((element) => element.tagName + '.' + element.className);`;
/** A number whose unit stands on the next line, or a drug's name that goes on there (I8). */
const PARTED = `
  const parted = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('.visually-hidden, pre, [dir=auto], svg')) continue;
    for (const match of node.data.matchAll(/\\d[\\u00A0 ](?:mg\\/m²|mg\\/mL|mg|mL|%|days?)(?![\\w/])|\\b(?:bortezomib|duloxetine|pregabalin|gabapentin)\\b/gu)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ top }) => Math.round(top)));
      if (lines.size > 1) parted.push(match[0] + ' in ' + node.data.slice(Math.max(0, match.index - 20), match.index + 40));
    }
  }
  return parted;`;

type Scheme = 'light' | 'dark';
const LOOKS: readonly { scheme: Scheme; width: number }[] = [
  { scheme: 'light', width: 280 },
  { scheme: 'light', width: 320 },
  { scheme: 'dark', width: 320 },
  { scheme: 'light', width: 400 },
  { scheme: 'dark', width: 400 },
];

interface Place {
  beside: Beside;
  panel: Panel;
  look(look: { scheme: Scheme; width: number }): Promise<unknown>;
}

const role = (name: string) => (panel: Panel) =>
  panel.run(`document.querySelector('input[name="role"][value="${name}"]').click();`);

/** Each state of the panel, and how to get there from the one before. */
const STATES: readonly [string, (beside: Beside, panel: Panel) => Promise<unknown>][] = [
  ['an order read, nothing answered', async () => undefined],
  ['everything read unfolded', (_beside, panel) => panel.unfold('What was read')],
  ['graded without an answer about pain', (_beside, panel) => panel.choose('grade', '2')],
  [
    'graded with pain, all options unfolded',
    async (_beside, panel) => {
      await panel.choose('pain', 'yes');
      await panel.unfold('Assessment');
      await panel.unfold('Advice');
    },
  ],
  ['grade 4', (_beside, panel) => panel.choose('grade', '4')],
  ['for the pharmacist', (_beside, panel) => role('pharmacist')(panel)],
  ['for the nurse', (_beside, panel) => role('nurse')(panel)],
  [
    'the sheet for the patient, the keys and an answer of Ask',
    async (_beside, panel) => {
      await role('physician')(panel);
      await panel.run(`
        for (const fold of document.querySelectorAll('.take-away, .panel-foot details')) fold.open = true;
        const field = document.querySelector('section[aria-label=Ask] input');
        field.value = 'green tea';
        field.dispatchEvent(new Event('input', { bubbles: true }));`);
      await panel.waitForText(/Green tea extract/);
      await panel.waitForText(/Language of the sheet/);
    },
  ],
  [
    'several orders',
    async (beside, panel) => {
      await beside.goto('demo-5');
      await beside.openPanel();
      await panel.waitForState(['choose-order']);
    },
  ],
  [
    'no order in force',
    async (beside, panel) => {
      await beside.goto('demo-4');
      await beside.openPanel();
      await panel.waitForState(['no-order']);
    },
  ],
  [
    'two patients on one page',
    async (beside, panel) => {
      await beside.goto('demo-1');
      await beside.openPanel();
      await panel.waitForState(['ready']);
      await beside.inPage(NAME_ANOTHER_PATIENT);
      await panel.waitForState(['patient-conflict']);
    },
  ],
  [
    'reading a page that does not come to rest',
    async (beside, panel) => {
      await beside.goto('demo-1');
      await beside.openPanel();
      await panel.waitForState(['ready']);
      await beside.inPage(NEVER_REST);
      await panel.waitForState(['reading']);
    },
  ],
  [
    'paused',
    async (beside, panel) => {
      await beside.inPage(REST);
      await panel.leaveAlone();
      await panel.waitForState(['paused']);
    },
  ],
  [
    'no access to the tab',
    async (beside, panel) => {
      await panel.readAgain();
      await beside.leave();
      await panel.waitForState(['no-access']);
    },
  ],
];

async function inChromium(): Promise<Place> {
  const beside = await besideInChromium();
  await beside.goto('demo-1');
  const panel = await beside.openPanel();
  const page = await beside.panelPage();
  return {
    beside,
    panel,
    look: async ({ scheme, width }) => {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        // Half-faded text would be measured as pale.
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.setViewport({ width, height: 800 });
    },
  };
}

async function inFirefox(): Promise<Place> {
  const beside = await besideInFirefox({ prefs: { 'ui.prefersReducedMotion': 1 } });
  await beside.goto('demo-1');
  const panel = await beside.openPanel();
  const { firefox } = beside;
  return {
    beside,
    panel,
    async look({ scheme, width }) {
      await beside.inColours(scheme);
      await firefox.inWindow(
        `const box = win.document.getElementById('sidebar-box');
         box.style.minWidth = box.style.maxWidth = box.style.width = '${width}px';
         await new Promise((resolve) => win.setTimeout(resolve, 100));`,
      );
      const dark = await panel.run(`return matchMedia('(prefers-color-scheme: dark)').matches;`);
      expect(dark).toBe(scheme === 'dark');
    },
  };
}

describe.each([
  ['Chromium', inChromium],
  ['Firefox ESR', inFirefox],
] as const)('%s', (_browser, start) => {
  let place: Place;
  const ask = async (body: string) => (await place.panel.run(body)) as string[];

  beforeAll(async () => {
    place = await start();
    await place.panel.waitForState(['ready']);
    await place.panel.run(AXE);
    await place.panel.run(`if (!window.axe) window.axe = axe;`).catch(() => undefined);
  });
  afterAll(() => place?.beside.close());

  describe.each(STATES)('%s', (_name, reach) => {
    beforeAll(async () => {
      await reach(place.beside, place.panel);
    });

    test.each(LOOKS)('$scheme, $width px', async (look) => {
      await place.look(look);
      expect(await ask(RUN_AXE)).toEqual([]);
      expect(await ask(OVERFLOWING), 'nothing is cut off at the side').toEqual([]);
      expect(await ask(PARTED), 'no number is parted from its unit, no name of a drug is cut').toEqual([]);
    });

    test.each([200, 400])('text at %i %', async (percent) => {
      await place.look({ scheme: 'light', width: 400 });
      await place.panel.run(`document.documentElement.style.fontSize = '${percent}%';`);
      const [violations, overflowing] = [await ask(RUN_AXE), await ask(OVERFLOWING)];
      await place.panel.run(`document.documentElement.style.fontSize = '';`);
      expect(violations).toEqual([]);
      expect(overflowing, 'nothing is cut off at the side').toEqual([]);
    });

    test.each([280, 400])('from right to left, %i px', async (width) => {
      await place.look({ scheme: 'light', width });
      await place.panel.run(`document.documentElement.dir = 'rtl';`);
      const [violations, overflowing] = [await ask(RUN_AXE), await ask(OVERFLOWING)];
      await place.panel.run(`document.documentElement.dir = 'ltr';`);
      expect(violations).toEqual([]);
      expect(overflowing, 'nothing is cut off at the side').toEqual([]);
    });
  });
});

describe('what a user has asked the system for', () => {
  let place: Place;
  let page: Page;

  beforeAll(async () => {
    place = await inChromium();
    await place.panel.waitForState(['ready']);
    page = await (place.beside as Awaited<ReturnType<typeof besideInChromium>>).panelPage();
    await place.panel.choose('grade', '2');
    await place.panel.choose('pain', 'yes');
  });
  afterAll(() => place?.beside.close());

  const withFeatures = async (features: { name: string; value: string }[]) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features });
  };

  test('high contrast (forced colours): what is chosen, focused and warned of keeps a sign of its own', async () => {
    await withFeatures([{ name: 'forced-colors', value: 'active' }]);
    expect(await page.evaluate(`matchMedia('(forced-colors: active)').matches`)).toBe(true);
    const outlines = (await page.evaluate(`[...document.querySelectorAll('.choice')].map((choice) => ({
      chosen: choice.querySelector('input').checked,
      outline: getComputedStyle(choice).outlineStyle,
    }))`)) as { chosen: boolean; outline: string }[];
    expect(outlines.some(({ chosen }) => chosen)).toBe(true);
    for (const { chosen, outline } of outlines) expect(outline !== 'none').toBe(chosen);
    const borders = await page.evaluate(
      `[...document.querySelectorAll('.advice-card, .panel-section')].every((box) => parseFloat(getComputedStyle(box).borderTopWidth) >= 1)`,
    );
    expect(borders, 'boxes are drawn by lines, because their colours are gone').toBe(true);
    expect(
      await page.evaluate(
        `document.querySelectorAll('.advice-card.headline .signal, .advice-card.headline .sign').length`,
      ),
    ).toBeGreaterThan(1);
    await withFeatures([]);
  });

  test('reduced motion: nothing moves; without it what moves does so for a moment only', async () => {
    const longest = `Math.max(0, ...document.getAnimations().map((animation) => Number(animation.effect.getComputedTiming().endTime)))`;
    const showAnew = `document.querySelectorAll('.panel-section').forEach((box) => { box.style.display = 'none'; box.offsetWidth; box.style.display = ''; box.offsetWidth; });`;
    await withFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.evaluate(showAnew);
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    await withFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }]);
    await page.evaluate(showAnew);
    expect(await page.evaluate(longest)).toBeLessThanOrEqual(200);
  });
});
