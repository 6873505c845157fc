/**
 * Thousands of generated pages, hostile in every way that fits into a page, read whole in real Chromium: nothing is thrown,
 * nothing runs, no order is invented, and every value that is reported stands in the text that a person can see (H30).
 */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, readerScript, TODAY } from '../page/browser.ts';
import { randomNumbers } from '../random-numbers.ts';
import { generatedPage, HIDDEN } from './page-generator.ts';

const PAGES = 2000;
const BATCH = 50;
/** The same pages every time, unless told otherwise. */
const SEED = Number(process.env.SEED ?? 20261122);

let browser: Browser;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.evaluate(await readerScript());
});
afterAll(() => browser?.close());

interface Outcome {
  wrong: string[];
  orders: number;
  values: number;
  longest: number;
}

/** Runs in the page: shows each body, reads it, and compares what is reported with what can be seen. */
function readAll(bodies: string[], today: number, hiddenText: string): Outcome {
  const { reader } = globalThis as unknown as {
    reader: { startAfresh(): void; readFrame(document: Document, options: object): Record<string, unknown> | null };
  };
  const outcome: Outcome = { wrong: [], orders: 0, values: 0, longest: 0 };
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
      .toLowerCase();
  const tokens = (text: string) => plain(text).match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}+/gu) ?? [];
  /** Text as it can be seen: of each tree what the browser itself says, and the values of its controls. */
  const shownBy = (root: Document | ShadowRoot): string => {
    const top = root instanceof Document ? [Document.prototype.querySelector.call(root, 'body')] : [...root.children];
    let text = top.map((element) => (element as HTMLElement).innerText ?? '').join(' ');
    for (const element of root instanceof Document
      ? Document.prototype.querySelectorAll.call(root, '*')
      : root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement && element.type !== 'hidden') text += ` ${element.value} `;
      if (element instanceof HTMLTextAreaElement) text += ` ${element.value} `;
      if (element instanceof HTMLSelectElement) text += ` ${element.selectedOptions[0]?.text ?? ''} `;
      const shadow = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get?.call(
        element,
      ) as ShadowRoot | null;
      if (shadow) text += ` ${shownBy(shadow)} `;
    }
    return text;
  };
  const body = Document.prototype.querySelector.call(document, 'body') as HTMLBodyElement & {
    setHTMLUnsafe(html: string): void;
  };
  for (const [index, html] of bodies.entries()) {
    Element.prototype.setHTMLUnsafe.call(body, html);
    reader.startAfresh();
    const from = performance.now();
    const reading = reader.readFrame(document, { salt: 'fuzz', today });
    outcome.longest = Math.max(outcome.longest, performance.now() - from);
    const say = (what: string) => outcome.wrong.push(`${index}: ${what}`);
    if (!reading) {
      say('no reading');
      continue;
    }
    const shown = shownBy(document);
    const shownText = plain(shown);
    const seen = new Set(tokens(shown));
    const orders = reading.orders as { id: string }[];
    outcome.orders += orders.length;
    if (orders.length > 0 && !/bortezomib|velcade/.test(plain(shown))) say('an order that nothing names');
    if ((reading.unreadable as { label: string }[]).some(({ label }) => label === 'this page could not be read'))
      say('given up');
    const visit = (part: unknown, path: string) => {
      if (typeof part !== 'object' || part === null) return;
      const { status, text } = part as { status?: string; text?: string };
      if (status === 'read' && typeof text === 'string') {
        outcome.values += 1;
        // the reader's own words for how a text looks
        const missing = tokens(text.replace(/\((?:crossed|greyed) out\)$/, '')).filter(
          (token, at, all) => !seen.has(token) && !(at === all.length - 1 && shownText.includes(token)),
        );
        if (missing.length > 0) say(`${path} from "${text.slice(0, 80)}": ${missing.slice(0, 4)} stands nowhere`);
      }
      for (const [key, inside] of Object.entries(part)) if (key !== 'from') visit(inside, `${path}.${key}`);
    };
    for (const key of ['orders', 'patient', 'observations', 'medications', 'problems', 'allergies'])
      visit(reading[key], key);
    const said = JSON.stringify(reading, (key, value) => (key === 'locator' ? undefined : value));
    for (const [found] of said.matchAll(/"[^"]*"/g))
      if (found.includes(hiddenText)) say(`hidden text was read: ${found.slice(0, 200)}`);
    if ((globalThis as { canary?: string }).canary) say('a payload ran');
  }
  return outcome;
}

test(`${PAGES} generated pages: no error, no execution, no order and no value that does not stand there (H30)`, async () => {
  const random = randomNumbers(SEED);
  const startedAt = Date.now();
  const wrong: string[] = [];
  let orders = 0;
  let values = 0;
  let longest = 0;
  for (let done = 0; done < PAGES; done += BATCH) {
    const bodies = Array.from({ length: BATCH }, () => generatedPage(random));
    const outcome = await page.evaluate(readAll, bodies, TODAY, HIDDEN);
    for (const one of outcome.wrong) {
      const body = bodies[Number.parseInt(one, 10)] ?? '';
      wrong.push(`seed ${SEED}, page ${done + Number.parseInt(one, 10)}, ${one}\n${body.slice(0, 1500)}`);
    }
    orders += outcome.orders;
    values += outcome.values;
    longest = Math.max(longest, outcome.longest);
  }
  process.stdout.write(
    `${PAGES} pages, ${orders} orders, ${values} values, one page at most ${Math.round(longest)} ms, ${Date.now() - startedAt} ms in all\n`,
  );
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(faults).toEqual([]);
  // not shown by reading nothing
  expect(orders).toBeGreaterThan(PAGES / 10);
  expect(values).toBeGreaterThan(PAGES);
}, 300_000);
