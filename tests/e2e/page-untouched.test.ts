/** The page is only read: its document is the same before and after the whole road. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BesideInChromium, besideInChromium } from './beside-the-demo-ehr.ts';

const DOCUMENT = 'return document.documentElement.outerHTML;';

let beside: BesideInChromium;

beforeAll(async () => {
  beside = await besideInChromium();
});
afterAll(() => beside?.close());

test('reading, grading and advice leave the document of the page as it was', async () => {
  await beside.goto('demo-1');
  const before = await beside.inPage(DOCUMENT);
  const panel = await beside.openPanel();
  await panel.waitForState(['ready', 'partly-read']);
  await panel.choose('grade', '2');
  await panel.choose('pain', 'yes');
  // The panel narrows the window, and the EHR's own layout marks itself as resizing for a moment.
  await expect.poll(() => beside.inPage(DOCUMENT), { timeout: 3_000 }).toBe(before);
});

test("'Show' outlines the text on the page without changing any element of it, and takes the outline away again", async () => {
  const before = await beside.inPage(DOCUMENT);
  const panel = await beside.panelPage();
  const shown = await panel.waitForSelector('section[aria-label="What was read"] button', { visible: true });
  await shown?.hover();
  await expect
    .poll(() => beside.inPage('return document.documentElement.children.length;'), { timeout: 3_000 })
    .toBe(3);
  const insideBody = await beside.inPage('return document.body.outerHTML;');
  expect(String(before)).toContain(insideBody);
  await panel.mouse.move(1, 1);
  await expect.poll(() => beside.inPage(DOCUMENT), { timeout: 3_000 }).toBe(before);
});

test('nor does it scroll, take the focus, change what is selected, or add to the history', async () => {
  const STANDS = `return JSON.stringify({
    scroll: [scrollX, scrollY],
    focus: document.activeElement?.id,
    selected: getSelection().toString(),
    history: [history.length, location.href, JSON.stringify(history.state)],
  });`;
  await beside.inPage(`
    const box = Object.assign(document.createElement('input'), { id: 'typed-in', value: 'half a word' });
    const tall = Object.assign(document.createElement('div'), { style: 'height: 4000px', textContent: 'selected words' });
    document.body.append(box, tall);
    box.focus();
    getSelection().selectAllChildren(tall);
    box.focus({ preventScroll: true });
    scrollTo(0, 300);`);
  const before = String(await beside.inPage(STANDS));
  expect(before).toMatch(/300.*typed-in/);
  const panel = await beside.openPanel();
  await panel.readAgain();
  await panel.waitForState(['ready', 'partly-read']);
  await beside.inPage(`document.getElementById('typed-in').append('');`);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await beside.inPage(STANDS)).toBe(before);
});
