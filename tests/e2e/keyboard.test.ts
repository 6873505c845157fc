/**
 * The whole road with the keyboard alone, in the real panel: from an order on the screen to the cited note on the clipboard.
 * And the other way round: nothing that the panel does by itself takes the focus out of the page.
 */
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../scripts/drive/panel.ts';
import { type BesideInChromium, besideInChromium, clickPatient } from './beside-the-demo-ehr.ts';

/** As few as a person needs from the order on the screen to the note. */
const MOST_ACTIONS = 4;
const MOST_SECONDS = 10;

let beside: BesideInChromium;
let panel: Panel;
let page: Page;

beforeAll(async () => {
  beside = await besideInChromium();
  await beside.goto('demo-1');
});
afterAll(() => beside?.close());

/** What the next press would reach: its words or its name, and the section around it. */
const focused = () =>
  page.evaluate(`(() => {
    const element = document.activeElement;
    const label = element.closest('label')?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
    return { name: element.name ?? '', value: element.value ?? '', words: label.trim().slice(0, 60), tag: element.tagName };
  })()`) as Promise<{ name: string; value: string; words: string; tag: string }>;

/** Every copy that was asked for, as the clipboard would hold it. */
const COPIES = `window.copies = []; navigator.clipboard.writeText = async (text) => { window.copies.push(text); };`;

async function press(...keys: KeyInput[]) {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}

/** Presses Tab until the focus is where it is wanted; fails when it comes round without. */
async function tabTo(wanted: (at: Awaited<ReturnType<typeof focused>>) => boolean, most = 60) {
  for (let step = 0; step < most; step += 1) {
    if (wanted(await focused())) return;
    await press('Tab');
  }
  throw new Error(`not reached with ${most} Tabs; the focus is on ${JSON.stringify(await focused())}`);
}

const open = async () => {
  panel = await beside.openPanel();
  await panel.waitForState(['ready']);
  page = await beside.panelPage();
  await page.evaluate(COPIES);
};
const note = async () => ((await page.evaluate('window.copies')) as string[]).at(-1) ?? '';

test(`beside an open panel: from the order to the finished, cited note in ${MOST_ACTIONS} actions and ${MOST_SECONDS} s`, async () => {
  const started = performance.now();
  await open();
  let actions = 0;
  const click = async (selector: string) => {
    actions += 1;
    await page.locator(selector).click();
  };
  await click('input[name="grade"][value="2"]');
  await click('input[name="pain"][value="yes"]');
  await click('input[name="plan"][value="0"]');
  await click('.note-actions button');
  const seconds = (performance.now() - started) / 1000;
  const text = await note();
  expect(text).toMatch(/^Grade: sensory 2 \(CTCAE 5\.0\)$/m);
  expect(text).toMatch(/^Plan: withhold until .* 0\.7\smg\/m²/m);
  expect(text).toMatch(/^Source: .*label|^Source: .*prescribing information/m);
  expect(text).toMatch(/^Content \d/m);
  expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
  expect(seconds).toBeLessThan(MOST_SECONDS);
  process.stderr.write(`${actions} actions, ${seconds.toFixed(1)} s, the opening and the reading among them\n`);
});

describe('with the keyboard alone', () => {
  test('Tab, arrows and Space lead from the top of the panel to the copied note', async () => {
    await page.reload();
    await panel.waitForState(['ready']);
    await page.evaluate(COPIES);
    await tabTo(({ name }) => name === 'grade');
    await press('Space');
    expect(await focused()).toMatchObject({ name: 'grade', value: '0' });
    await press('ArrowDown');
    await press('ArrowDown');
    expect(await focused()).toMatchObject({ name: 'grade', value: '2' });
    await tabTo(({ name }) => name === 'pain');
    await press('Space');
    await panel.waitForText(/Withhold, then restart lower/);
    await tabTo(({ name }) => name === 'plan');
    await press('Space');
    await tabTo(({ words }) => words === 'Copy note');
    await press('Enter');
    await panel.waitForText(/Copied, exactly as shown/);
    expect(await note()).toMatch(/Plan: withhold until the toxicity has resolved/);
    expect((await focused()).words).toBe('Copy note');
  });

  test('its own keys lead there with fewer presses', async () => {
    await page.reload();
    await panel.waitForState(['ready']);
    await page.evaluate(COPIES);
    await press('Alt', 'KeyG');
    expect(await focused()).toMatchObject({ name: 'grade', value: '0' });
    await press('ArrowDown');
    expect(await focused()).toMatchObject({ name: 'grade', value: '1' });
    await press('Alt', 'KeyP');
    await press('Space');
    await press('Alt', 'KeyO');
    expect((await focused()).words).toBe('Options for this order');
    await press('Alt', 'KeyN');
    expect((await focused()).name).toBe('plan');
    await press('Alt', 'KeyA');
    expect((await focused()).tag).toBe('INPUT');
    await page.keyboard.type('green tea');
    await panel.waitForText(/Green tea extract/);
  });

  test('whatever can be pressed can be reached and shows that it is', async () => {
    await panel.unfold('What was read');
    const invisible =
      await page.evaluate(`[...document.querySelectorAll('button, input, select, summary, [tabindex="0"]')]
      .filter((element) => element.checkVisibility() && !element.disabled)
      .filter((element) => {
        element.focus();
        if (document.activeElement !== element) return true;
        const shown = element.matches('input[type=radio], input[type=checkbox]') ? element.closest('label') : element;
        return [element, shown].every((each) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(each);
          return outlineStyle === 'none' || parseFloat(outlineWidth) < 2;
        });
      })
      .map((element) => element.outerHTML.slice(0, 80))`);
    expect(invisible).toEqual([]);
  });

  test('what has the focus is never hidden by the head of the panel', async () => {
    await page.setViewport({ width: 320, height: 640 });
    await page.evaluate('scrollTo(0, document.body.scrollHeight); document.activeElement.blur();');
    const hidden: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      const under = await page.evaluate(`(() => {
        const head = document.querySelector('.panel-head');
        const element = document.activeElement;
        if (element === document.body || head.contains(element) || getComputedStyle(head).position !== 'sticky') return '';
        const box = (element.closest('label') ?? element).getBoundingClientRect();
        return box.height > 0 && box.bottom <= head.getBoundingClientRect().bottom ? element.outerHTML.slice(0, 80) : '';
      })()`);
      if (under) hidden.push(String(under));
    }
    expect(hidden).toEqual([]);
  });
});

describe('the focus stays with the chart', () => {
  test('reading, reading again and a change of patient take nothing from the page', async () => {
    await beside.page.bringToFront();
    await beside.inPage(`
      const field = document.body.appendChild(document.createElement('input'));
      field.id = 'typed';
      field.focus();
      window.lost = 0;
      field.addEventListener('blur', () => { window.lost += 1; });`);
    await beside.page.keyboard.type('typing ');
    await panel.readAgain();
    await panel.waitForState(['ready']);
    await beside.page.keyboard.type('goes on');
    expect(await beside.inPage(`return document.activeElement.id + ': ' + document.activeElement.value;`)).toBe(
      'typed: typing goes on',
    );
    expect(await beside.inPage('return window.lost;')).toBe(0);
    expect(await page.evaluate('document.hasFocus()'), 'and the panel did not ask for it').toBe(false);
    await beside.inPage(clickPatient('demo-2'));
    await panel.waitForState(['ready', 'partly-read', 'choose-order', 'no-order']);
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
  });
});
