/** The observer in real Chromium: what changes the panel must hear of first, and what it must not be bothered with. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium, readerScript, TODAY } from './browser.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Chart</title>
<style>.away { opacity: 0 } .other ~ header { visibility: hidden }</style><i id="before"></i><header><span id="clock">10:15:01</span> <div id="banner"><b id="name">Alpha Zztest</b> <span id="dob">DOB: 1950-01-01</span> <span id="mrn">MRN: 100</span></div></header>
<h2>Active orders</h2><table><tr><th>Drug</th><th>Dose</th><th>Route</th></tr>
<tr id="row"><td>Bortezomib</td><td id="dose">1.3 mg/m2</td><td><select id="route"><option>SC</option><option>IV</option></select> <input id="box" value="x"></td></tr></table>
<div id="elsewhere">Nothing</div><div id="host"></div>`;

// an address of its own: pages without one may not change it
const server = http.createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE));
let browser: Browser;
let page: Page;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

/** What the observer has told since the last call: reasons in order, 'settled' for a new reading. */
const told = () => page.evaluate('told.splice(0)') as Promise<string[]>;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(await readerScript());
  await page.evaluate(`
    globalThis.told = [];
    globalThis.read = () => reader.readFrame(document, { salt: 's', today: ${TODAY} });
    globalThis.last = read();
    globalThis.observer = reader.observePage({
      onChanging: (reason) => told.push(reason),
      onSettled: () => { told.push('settled'); last = read(); },
    });`);
});

const now = (action: string) =>
  page.evaluate(`(async () => { ${action}; await Promise.resolve(); return told.splice(0); })()`) as Promise<string[]>;

describe('what was read changes (H01, H03)', () => {
  test.each([
    ['the name', `document.getElementById('name').textContent = 'Bravo Yytest'`],
    ['the name, as a text node', `document.getElementById('name').firstChild.data = 'Bravo Yytest'`],
    ['the banner is replaced', `document.getElementById('banner').innerHTML = '<b>Bravo Yytest</b> MRN: 200'`],
    ['the banner is hidden', `document.getElementById('banner').style.display = 'none'`],
    ['what it stands in is hidden', `document.querySelector('header').hidden = true`],
    [
      'what it stands in is hidden by a class that was there before',
      `document.querySelector('header').classList.add('away')`,
    ],
  ])('patient at once: %s', async (_, action) => {
    expect(await now(action)).toEqual(['patient']);
    await wait(400);
    expect(await told()).toEqual(['settled']);
  });

  test.each([
    ['the dose', `document.getElementById('dose').textContent = '1 mg/m2'`],
    ['the row leaves', `document.getElementById('row').remove()`],
    ['the row is crossed out', `document.getElementById('row').style.textDecoration = 'line-through'`],
    [
      'a choice with its event',
      `const s = document.getElementById('route'); s.selectedIndex = 1; s.dispatchEvent(new Event('change', { bubbles: true }))`,
    ],
  ])('content at once: %s', async (_, action) => {
    expect(await now(action)).toEqual(['content']);
    await wait(400);
    expect(await told()).toEqual(['settled']);
  });

  test.each([
    ['what stands before the banner', `document.getElementById('before').className = 'other'`],
    [
      'a style sheet that comes',
      `document.head.append(Object.assign(document.createElement('style'), { textContent: 'header { display: none }' }))`,
    ],
  ])('patient with the next frame, where it is hidden by %s', async (_, action) => {
    const late = await page.evaluate(
      `(async () => { ${action}; await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))); return told.splice(0); })()`,
    );
    expect(late).toEqual(['patient']);
  });

  test('however often the page changes in between, its styles are worked out for its own frames only', async () => {
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    const count = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'RecalcStyleCount')?.value ?? Number.NaN;
    };
    const before = await count();
    await page.evaluate(`(async () => {
      for (let turn = 0; turn < 50; turn += 1) {
        document.getElementById('elsewhere').className = 'turn' + turn;
        document.getElementById('elsewhere').textContent = 'Word ' + turn;
        await Promise.resolve();
        await Promise.resolve();
      }
    })()`);
    expect((await count()) - before).toBeLessThan(5);
  });

  test('a value set without any event is found within a second', async () => {
    await page.evaluate(`document.getElementById('box').value = 'y'`);
    await wait(900);
    expect(await told()).toEqual(['content', 'settled']);
  });

  test('a patient change after a content change is told as well', async () => {
    const reasons = await now(
      `document.getElementById('dose').textContent = '1 mg/m2'; await Promise.resolve(); await Promise.resolve();
       document.getElementById('name').textContent = 'Bravo Yytest'`,
    );
    expect(reasons).toEqual(['content', 'patient']);
  });
});

describe('the address changes (H01)', () => {
  test.each([
    ['pushState', `history.pushState({}, '', '#/patient/2')`],
    ['replaceState', `history.replaceState({}, '', '#/patient/3')`],
    ['hash', `location.hash = 'other'`],
  ])('%s', async (_, action) => {
    await page.evaluate(action);
    await wait(50);
    expect((await told())[0]).toBe('navigation');
    await wait(500);
    expect(await told()).toContain('settled');
  });
});

describe('nothing that was read changes', () => {
  test('a clock is not noticed', async () => {
    for (let second = 2; second < 5; second += 1)
      await page.evaluate(`document.getElementById('clock').textContent = '10:15:0${second}'`);
    await wait(700);
    expect(await told()).toEqual([]);
  });

  test('a change elsewhere leads to one new reading and clears nothing', async () => {
    for (let index = 0; index < 5; index += 1) {
      await page.evaluate(`document.getElementById('elsewhere').textContent = 'Word ${index}'`);
      await wait(50);
    }
    await wait(400);
    expect(await told()).toEqual(['settled']);
  });

  test('a page that never rests is read within 1.5 s', async () => {
    await page.evaluate(
      `globalThis.busy = setInterval(() => { document.getElementById('elsewhere').textContent = Math.random() }, 50)`,
    );
    await wait(2000);
    await page.evaluate('clearInterval(busy)');
    expect(await told()).toContain('settled');
  });

  test('an order that comes later is read', async () => {
    await page.evaluate(
      `document.getElementById('row').insertAdjacentHTML('afterend', '<tr><td>Velcade</td><td>1 mg/m2</td><td>IV</td></tr>')`,
    );
    await wait(400);
    expect(await page.evaluate('last.orders.length')).toBe(2);
  });

  test('an order inside a shadow root that comes later is read and observed', async () => {
    await page.evaluate(
      `document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<ul><li id="late">Velcade 1 mg/m2 IV weekly</li></ul>'; document.getElementById('host').className = 'ready'`,
    );
    await wait(400);
    expect(await page.evaluate('last.orders.length')).toBe(2);
    await told();
    expect(
      await now(
        `document.getElementById('host').shadowRoot.getElementById('late').textContent = 'Velcade 0.7 mg/m2 IV weekly'`,
      ),
    ).toEqual(['content']);
  });
});

test.each([
  ['an element of the page', `document.getElementById('host')`],
  ['one in a shadow root', `document.getElementById('elsewhere').shadowRoot.getElementById('inside')`],
])('a shadow root that comes to %s long after it, and nothing else changes, is read and observed', async (_, host) => {
  await page.evaluate(
    `document.getElementById('elsewhere').attachShadow({ mode: 'open' }).innerHTML = '<p id="inside"></p>'`,
  );
  await page.evaluate('last = read(); told.splice(0)');
  await page.evaluate(
    `${host}.attachShadow({ mode: 'open' }).innerHTML = '<p id="late">Velcade 1 mg/m2 SC weekly</p>'`,
  );
  await wait(1200);
  expect(await told()).toContain('settled');
  expect(await page.evaluate('last.orders.length')).toBe(2);
  await page.evaluate(`${host}.shadowRoot.getElementById('late').textContent = 'Velcade 0.7 mg/m2 IV weekly'`);
  await wait(600);
  expect(await page.evaluate('last.orders.map(({ text }) => text).join()')).toContain('0.7');
});

test('while nothing changes, nothing is told', async () => {
  await page.evaluate('last = read(); told.splice(0)');
  await wait(1300);
  expect(await told()).toEqual([]);
});

test('after stop, nothing is told', async () => {
  await page.evaluate(
    `observer.stop(); document.getElementById('name').textContent = 'Bravo Yytest'; location.hash = 'x'`,
  );
  await wait(700);
  expect(await told()).toEqual([]);
});

test('locators find the exact text, and nothing once it has changed', async () => {
  const place = () =>
    page.evaluate(
      `(() => { const locator = last.orders[0].dosePerBsa.from.locator; return reader.rangesOf(locator).map((range) => range.toString()); })()`,
    );
  expect(await place()).toEqual(['1.3 mg/m2']);
  await page.evaluate(`document.getElementById('dose').firstChild.data = '1 mg/m2'`);
  expect(await place()).toEqual([]);
});

test('a row that a virtual list uses again is another order (H16)', async () => {
  const id = () => page.evaluate('read().orders[0].id');
  const before = await id();
  expect(await id()).toBe(before);
  await page.evaluate(`document.getElementById('dose').textContent = '1 mg/m2'`);
  expect(await id()).toBe(before);
  await page.evaluate(`document.querySelector('#row td').textContent = 'Velcade 3.5 mg vial'`);
  expect(await id()).not.toBe(before);
});
