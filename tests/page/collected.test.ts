/** What a frame sends to the panel, in real Chromium: bounded whatever the page holds, and enough to go on from. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MOST_CHARACTERS } from '../../content-scripts/limits.ts';
import { PageToPanel } from '../../content-scripts/message-schemas.ts';
import { launchChromium, readerScript, TODAY } from './browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
});

const collect = () =>
  page.evaluate('reader.collectPage(document).page') as Promise<{ whole: boolean; orders: unknown[] }>;

describe('a page of 10 MB', () => {
  test.each([
    [
      'of orders',
      `Array.from({ length: 5000 }, (_, n) => '<p>Bortezomib 1.3 mg/m2 SC weekly ' + 'x '.repeat(1000) + n + '</p>').join('')`,
    ],
    [
      'of banners',
      `Array.from({ length: 900 }, (_, n) => '<div><p>DOB: 1950-01-01 ' + 'x'.repeat(11000) + '</p><p>MRN: ' + n + '</p></div>').join('')`,
    ],
    [
      'of results',
      `'<table><tr><th>Test</th><th>Value</th></tr>' + Array.from({ length: 3000 }, (_, n) => '<tr><td>Creatinine</td><td>1.1 mg/dL' + 'x'.repeat(3400) + '</td></tr>').join('') + '</table>'`,
    ],
    [
      'of one word, beside an order in many pieces',
      `'<p>Bortezomib 1.3 mg/m2 ' + '<b>x</b>'.repeat(300) + '</p>'.repeat(2) + '<p>' + 'y'.repeat(9e6)`,
    ],
  ])('%s is sent within the limits', async (_, body) => {
    await page.setContent('<!doctype html><title>Large</title><body>');
    await page.evaluate(`document.body.innerHTML = ${body}`);
    await page.evaluate(await readerScript());
    const collected = await collect();
    expect(JSON.stringify(collected).length).toBeLessThan(5 * MOST_CHARACTERS);
    const fits = PageToPanel.safeParse({ type: 'collected', page: collected });
    expect(fits.error?.issues).toBeUndefined();
  });

  test('results of which some were left out are not called the newest', async () => {
    await page.setContent('<!doctype html><title>Large</title><body>');
    await page.evaluate(
      `document.body.innerHTML = '<table><tr><th>Test</th><th>Value</th></tr>' + Array.from({ length: 1400 }, (_, n) => '<tr><td>Creatinine</td><td>1.1 mg/dL</td></tr>').join('') + '</table>'`,
    );
    await page.evaluate(await readerScript());
    expect((await collect()).whole).toBe(false);
    const reading = await page.evaluate(
      `reader.readFrame(document, { salt: 's', today: ${TODAY} }).observations.creatinineMgDl.status`,
    );
    expect(reading).toBe('ambiguous');
  });
});

describe('a banner in several boxes', () => {
  const banner = (open: string, close: string) =>
    `<!doctype html><title>Chart</title><header><div>${open}<p>Alpha Zztest</p><p>MRN: 100</p>${close}</div></header>`;
  const sent = async (html: string) => {
    await page.setContent(html);
    await page.evaluate(await readerScript());
    return page.evaluate(
      `(() => { const { containers, identities } = reader.collectPage(document).page; return { containers: containers.map((fields) => fields.map(({ text, labels }) => [text, ...labels.map(({ text }) => text)].join(' < ')).join(', ')), levels: identities.map(({ levels }) => levels) }; })()`,
    );
  };

  test('is sent once, however many boxes stand around it and nothing else', async () => {
    expect(await sent(banner('<div><span><div>', '</div></span></div>'))).toEqual({
      containers: ['MRN: 100', 'Alpha Zztest, MRN: 100', 'Alpha Zztest, MRN: 100'],
      levels: [[0, 1, 1, 1, 1, 2]],
    });
  });

  test('is sent again with the label that a wider box gives it', async () => {
    const labelled = 'Alpha Zztest < Patient, MRN: 100 < Patient';
    const underTerm = banner('<dl><dt>Patient</dt><dd><div>', '</div></dd></dl>');
    const whole = `Patient, ${labelled}`;
    expect(await sent(underTerm)).toMatchObject({
      containers: ['MRN: 100', 'Alpha Zztest, MRN: 100', labelled, whole, whole, whole],
    });
    const inGroup = banner('<div role="group" aria-label="Patient"><div>', '</div></div>');
    expect(await sent(inGroup)).toMatchObject({
      containers: ['MRN: 100', 'Alpha Zztest, MRN: 100', 'Alpha Zztest, MRN: 100', labelled, labelled],
    });
  });
});

test('an order in a text that is longer than is read is left out: its end may change the dose', async () => {
  const order = (between: number) =>
    `<p>Bortezomib 1.3 mg/m2 SC weekly. ${'Seen. '.repeat(between)}Bortezomib reduced to 1 mg/m2.</p>`;
  const read = async (html: string) => {
    await page.setContent(`<!doctype html><title>Chart</title>${html}`);
    await page.evaluate(await readerScript());
    return page.evaluate(
      `(() => { const { orders, ignored } = reader.readFrame(document, { salt: 's', today: ${TODAY} }); return [orders.length, ignored.map(({ reason }) => reason).join()]; })()`,
    );
  };
  expect(await read(order(20))).toEqual([1, '']);
  expect(await read(order(1000))).toEqual([0, 'its text is too long to be read whole']);
});

test('another panel goes on where the first was: an order that stayed is not the next patient’s', async () => {
  await page.setContent(
    `<!doctype html><title>Chart</title><header id="banner"><p>Name: Alpha Zztest</p><p>MRN: 100</p></header><ul><li>Bortezomib 1.3 mg/m2 SC weekly</li></ul>`,
  );
  await page.evaluate(await readerScript());
  const read = () =>
    page.evaluate(
      `(() => { const { orders, patientLabel, ignored } = reader.readFrame(document, { salt: 's', today: ${TODAY} }); return [patientLabel, orders.length, ignored.map(({ reason }) => reason).join()]; })()`,
    );
  expect(await read()).toEqual(['Alpha Zztest · 100', 1, '']);
  await page.evaluate(
    `reader.reconnect(); document.getElementById('banner').innerHTML = '<p>Name: Bravo Yytest</p><p>MRN: 200</p>'`,
  );
  expect(await read()).toEqual(['Bravo Yytest · 200', 0, expect.stringContaining('before the patient changed')]);
  await page.evaluate('reader.startAfresh()');
  expect(await read()).toEqual(['Bravo Yytest · 200', 1, '']);
});
