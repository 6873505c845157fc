/**
 * Text that was on the page before the patient changed, in real Chromium: left out until it is rebuilt or the user asks
 * for everything as it stands.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FrameReading } from '../../content-scripts/page-reading.ts';
import { launchChromium, readerScript, TODAY } from './browser.ts';

const rows = (dose: string, route: string) =>
  `<tr id="row"><td id="drug">Bortezomib 3.5 mg vial</td><td id="dose">${dose} mg/m2</td><td id="route">${route}</td></tr>`;
const banner = (name: string, number: string) =>
  `<b id="name">${name}</b> <span id="dob">DOB: <i id="birth">1950-01-01</i></span> <span>MRN: <i id="mrn">${number}</i></span>`;
const ALPHA = banner('Alpha Zztest', '100');
const BRAVO = banner('Bravo Yytest', '200');
const PAGE = `<!doctype html><meta charset="utf-8"><title>Chart</title>
<header id="banner">${ALPHA}</header>
<main id="main"><h2>Active orders</h2><table><thead><tr><th>Drug</th><th>Dose</th><th>Route</th></tr></thead><tbody id="orders">${rows('1.3', 'SC')}</tbody></table>
<section id="side"><h2>Results</h2><p id="lab">Creatinine: <span id="creatinine">1.1 mg/dL</span></p><h2>Allergies</h2><ul><li id="allergy">Penicillin</li></ul></section>
</main><div id="more"></div>`;

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

const HELP = `
  globalThis.$ = (id) => document.getElementById(id);
  globalThis.say = (id, text) => { $(id).textContent = text; };
  globalThis.patch = (id, text) => { $(id).firstChild.data = text; };
  globalThis.wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  globalThis.read = () => reader.readFrame(document, { salt: 's', today: ${TODAY} });
  globalThis.settled = async () => { await wait(20); for (let last = settledAt, at = performance.now(); settledAt === last && performance.now() - at < 1000; ) await wait(20); return last_; };
  globalThis.settledAt = 0;
  globalThis.last_ = read();
  globalThis.observer = reader.observePage({ onChanging() {}, onSettled: () => { last_ = read(); settledAt += 1; } });`;

beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(await readerScript());
  await page.evaluate(HELP);
  await new Promise((resolve) => setTimeout(resolve, 80));
});

/** What is read after some steps in the page. */
async function readAfter(steps: string) {
  const reading = (await page.evaluate(`(async () => { ${steps}; return settled(); })()`)) as FrameReading;
  const { dosePerBsa, route } = reading.orders[0] ?? {};
  return {
    label: reading.patientLabel?.split(' ')[0] ?? null,
    conflict: reading.patientConflict,
    dose: dosePerBsa?.status === 'read' ? dosePerBsa.value : null,
    route: route?.status === 'read' ? route.value : null,
    orders: reading.orders.length,
    ignored: reading.ignored.filter(({ reason }) => /before the patient changed/.test(reason)).map(({ text }) => text),
    creatinine:
      reading.observations.creatinineMgDl.status === 'read' ? reading.observations.creatinineMgDl.value : null,
    allergies: reading.allergies.length,
  };
}

const TO_BRAVO = `$('banner').innerHTML = ${JSON.stringify(BRAVO)};`;
const TO_ALPHA = `$('banner').innerHTML = ${JSON.stringify(ALPHA)};`;
const PATCH_TO_BRAVO = `patch('name', 'Bravo Yytest'); patch('mrn', '200');`;
const ORDER_OF_BRAVO = `$('orders').innerHTML = ${JSON.stringify(rows('1', 'IV'))};`;
const OTHERS = 'other values and list entries';
const LEFT = { dose: null, orders: 0 };
const READ_B = { label: 'Bravo', dose: 1, route: 'IV', orders: 1, ignored: [] };

describe('what was there before', () => {
  test.each([
    ['the banner is rebuilt', TO_BRAVO],
    ['the banner is patched in place', PATCH_TO_BRAVO],
  ])('an order, result and allergy that stay are left out, with the reason: %s', async (_, change) => {
    const reading = await readAfter(change);
    expect(reading).toMatchObject({ ...LEFT, label: 'Bravo', creatinine: null, allergies: 0 });
    expect(reading.ignored).toEqual([expect.stringContaining('1.3 mg/m2'), OTHERS]);
  });

  test('it stays out, whatever else changes on the page, and however often it is read', async () => {
    const reading = await readAfter(
      `${TO_BRAVO} await settled(); say('more', 'loaded'); await settled(); $('row').className = 'odd'; await settled(); $('main').style.display = 'none'; await settled(); $('main').style.display = ''`,
    );
    expect(reading).toMatchObject({ ...LEFT, label: 'Bravo' });
  });

  test('the user asks for everything as it stands', async () => {
    await readAfter(TO_BRAVO);
    expect(await readAfter(`reader.startAfresh(); say('more', 'x')`)).toMatchObject({ dose: 1.3, ignored: [] });
  });

  test('a dialog left open beside a rebuilt list: only the list', async () => {
    await readAfter(
      `$('more').innerHTML = '<div role="dialog"><h3>Edit order</h3><p>Bortezomib 1.3 mg/m2 SC weekly</p></div>'`,
    );
    const reading = await readAfter(TO_BRAVO + ORDER_OF_BRAVO);
    expect(reading).toMatchObject({
      label: 'Bravo',
      dose: 1,
      orders: 1,
      ignored: ['Bortezomib 1.3 mg/m2 SC weekly', OTHERS],
    });
  });

  test.each([
    ['hidden and shown', `$('main').hidden = true; await wait(100)`, `$('main').hidden = false`],
    [
      'detached and put back',
      `globalThis.kept = $('main'); kept.remove(); await wait(100)`,
      `document.body.append(kept)`,
    ],
    [
      'put into a new container',
      `globalThis.kept = $('main'); kept.remove(); await wait(100)`,
      `const box = document.createElement('div'); box.append(kept); document.body.append(box)`,
    ],
    ['moved at once', ``, `document.body.prepend($('main'))`],
    [
      'the same words written again',
      ``,
      `for (const id of ['drug', 'dose', 'route']) { say(id, $(id).textContent); patch(id, $(id).firstChild.data); }`,
    ],
  ])('a tab panel that is kept: %s', async (_, before, later) => {
    expect(await readAfter(`${before}; ${TO_BRAVO} await settled(); ${later}`)).toMatchObject({
      ...LEFT,
      label: 'Bravo',
    });
  });

  test('typing into a form that was left open does not make it the next patient’s', async () => {
    await page.evaluate(
      `$('orders').innerHTML = ''; $('more').innerHTML = '<form><h3>Bortezomib</h3><label>Dose (mg/m2) <input id="box" value="1.3"></label> <label>Route <input value="SC"></label><p id="sum">Dose: 2.34 mg</p></form>'; box.oninput = () => say('sum', 'Dose: ' + (box.value * 1.8).toFixed(2) + ' mg')`,
    );
    expect(await readAfter('')).toMatchObject({ dose: 1.3 });
    expect(await readAfter(TO_BRAVO)).toMatchObject(LEFT);
    await page.focus('#box');
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('1');
    expect(await page.evaluate(`$('sum').textContent`)).toBe('Dose: 1.98 mg');
    expect(await readAfter('')).toMatchObject(LEFT);
  });

  test('the same form filled by the page for the next patient counts', async () => {
    await page.evaluate(
      `$('orders').innerHTML = ''; $('more').innerHTML = '<form><h3>Bortezomib</h3><label>Dose (mg/m2) <input id="box" value="1.3"></label> <label>Route <input value="SC"></label></form>'`,
    );
    expect(await readAfter('')).toMatchObject({ dose: 1.3 });
    expect(await readAfter(`${TO_BRAVO} await settled(); $('box').value = '1'`)).toMatchObject({
      label: 'Bravo',
      dose: 1,
    });
  });
});

describe('what is newer', () => {
  test('rebuilt with the banner', async () => {
    expect(await readAfter(TO_BRAVO + ORDER_OF_BRAVO)).toMatchObject({ ...READ_B, ignored: [OTHERS] });
  });

  test('rebuilt later', async () => {
    expect(await readAfter(`${TO_BRAVO} await settled(); await wait(600); ${ORDER_OF_BRAVO}`)).toMatchObject({
      label: 'Bravo',
      dose: 1,
    });
  });

  test('a row recycled in place, text by text, with one value that is the same for both', async () => {
    expect(await readAfter(`${PATCH_TO_BRAVO} patch('dose', '1 mg/m2');`)).toMatchObject({
      label: 'Bravo',
      dose: 1,
      route: 'SC',
    });
  });

  test('a result patched in place counts, its neighbours do not', async () => {
    const reading = await readAfter(`${TO_BRAVO} await settled(); say('creatinine', '2.0 mg/dL')`);
    expect(reading).toMatchObject({ creatinine: 2, allergies: 0, orders: 0 });
  });

  test('the order long before the banner is not used until it is asked for', async () => {
    const reading = await readAfter(`${ORDER_OF_BRAVO} await settled(); ${TO_BRAVO}`);
    expect(reading).toMatchObject({ ...LEFT, label: 'Bravo' });
    expect(await readAfter(`reader.startAfresh(); say('more', 'x')`)).toMatchObject({ label: 'Bravo', dose: 1 });
  });

  test('the order first, where the address names the patient before both', async () => {
    await readAfter(`history.pushState({}, '', '#/patient/100/orders'); ${TO_ALPHA}`);
    const between = await readAfter(
      `history.pushState({}, '', '#/patient/200/orders'); await wait(100); ${ORDER_OF_BRAVO}`,
    );
    expect(between, 'the banner still names the former patient').toMatchObject({ conflict: true, label: null });
    expect(await readAfter(TO_BRAVO)).toMatchObject({ label: 'Bravo', conflict: false, dose: 1 });
  });

  test('the address last', async () => {
    await readAfter(`history.pushState({}, '', '#/patient/100/orders'); ${TO_ALPHA}`);
    await readAfter(TO_BRAVO + ORDER_OF_BRAVO);
    expect(await readAfter(`history.pushState({}, '', '#/patient/200/orders')`)).toMatchObject({
      label: 'Bravo',
      conflict: false,
      dose: 1,
    });
  });
});

describe('an address that named nobody names somebody, while the banner stays', () => {
  const GLANCE = `history.pushState({}, '', '#/patient/200/orders'); $('more').innerHTML = '<div role="dialog"><h3>Order</h3><p>Bortezomib 1 mg/m2 IV weekly</p></div>'; await settled();`;
  const READ_A = {
    label: 'Alpha',
    conflict: false,
    dose: 1.3,
    orders: 1,
    ignored: ['Bortezomib 1 mg/m2 IV weekly', OTHERS],
  };

  test.each([
    ['as long as it does', ''],
    ['when it names nobody again', `history.pushState({}, '', '#/list')`],
    ['when it names another', `history.pushState({}, '', '#/patient/100/orders')`],
  ])('what came with it is not the banner’s patient’s: %s', async (_, afterwards) => {
    const reading = await readAfter(`${GLANCE} ${afterwards}`);
    expect(reading).toMatchObject(afterwards.includes('100') ? { conflict: true, label: null } : READ_A);
  });

  test('when the banner is built again: all but what came meanwhile', async () => {
    expect(await readAfter(`${GLANCE} history.back(); await wait(100); ${TO_ALPHA}`)).toMatchObject(READ_A);
  });

  test('where it had named the banner’s patient before, it names two in between, and one afterwards', async () => {
    await readAfter(`history.pushState({}, '', '#/patient/100/orders'); ${TO_ALPHA}`);
    expect(await readAfter(GLANCE)).toMatchObject({ conflict: true, label: null });
    expect(await readAfter(`history.back()`)).toMatchObject(READ_A);
  });
});

describe('back to the same patient', () => {
  test('a banner rebuilt for the same patient leaves nothing out', async () => {
    expect(await readAfter(TO_ALPHA)).toMatchObject({ label: 'Alpha', dose: 1.3, creatinine: 1.1, ignored: [] });
  });

  test('a banner that goes and comes back: nothing in between, everything afterwards', async () => {
    expect(await readAfter(`$('banner').hidden = true`)).toMatchObject({ ...LEFT, label: null });
    expect(await readAfter(`$('banner').hidden = false`)).toMatchObject({ label: 'Alpha', dose: 1.3, ignored: [] });
  });

  test('an order built while another patient was named for a moment is not used', async () => {
    const reading = await readAfter(`${TO_BRAVO} await wait(100); ${ORDER_OF_BRAVO} await wait(100); ${TO_ALPHA}`);
    expect(reading).toMatchObject({ ...LEFT, label: 'Alpha' });
  });

  test('the same, where the banners are kept and put in again', async () => {
    const reading = await readAfter(
      `globalThis.kept = $('banner'); const other = kept.cloneNode(); other.innerHTML = ${JSON.stringify(BRAVO)};
       kept.replaceWith(other); await wait(100); ${ORDER_OF_BRAVO} await wait(100); other.replaceWith(kept)`,
    );
    expect(reading).toMatchObject({ ...LEFT, label: 'Alpha' });
  });

  test('nor one of a patient passed over on the way to a third', async () => {
    const reading = await readAfter(
      `${TO_BRAVO} await wait(100); ${ORDER_OF_BRAVO} await wait(100); $('banner').innerHTML = ${JSON.stringify(banner('Charlie Xxtest', '300'))};`,
    );
    expect(reading).toMatchObject({ ...LEFT, label: 'Charlie' });
  });
});

test('two patients named beside each other are said', async () => {
  const reading = await readAfter(
    `$('more').innerHTML = '<div role="dialog">${BRAVO.replace(/id="\w+"/g, '')} <p>Bortezomib 1 mg/m2 IV weekly</p></div>'`,
  );
  expect(reading).toMatchObject({ conflict: true, label: null });
});

describe('halves that come apart', () => {
  // rebuilt, or patched in place: what is read is the next patient's or nothing
  const delays = [0, 40, 120, 400, 900, 5000];
  test.each(
    delays.flatMap((ms) => [
      [`banner first, order ${ms} ms later`, ms] as const,
      [`order first, banner ${ms} ms later`, -ms] as const,
    ]),
  )('%s', async (_, ms) => {
    const [first, second] = ms >= 0 ? [TO_BRAVO, ORDER_OF_BRAVO] : [ORDER_OF_BRAVO, TO_BRAVO];
    const seen = (await page.evaluate(`(async () => {
      const seen = [];
      const note = () => { const { patientLabel, orders } = last_; seen.push([patientLabel?.slice(0, 5) ?? null, orders[0]?.dosePerBsa.value ?? null]); };
      ${first} const until = performance.now() + ${Math.abs(ms)};
      while (performance.now() < until) { await wait(10); note(); }
      ${second} await wait(600); note();
      return seen.filter(([label]) => label === 'Bravo');
    })()`)) as [string, number | null][];
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter(([, dose]) => dose !== null && dose !== 1)).toEqual([]);
    if (ms >= 0) expect(seen.at(-1)).toEqual(['Bravo', 1]);
    if (ms < -100) expect(seen.at(-1), 'unknown whose it is').toEqual(['Bravo', null]);
  });
});

describe('edits of an order are read within a second (H03)', () => {
  beforeEach(async () => {
    await page.evaluate(
      `$('orders').innerHTML = ''; $('more').innerHTML = '<form><h3>Bortezomib</h3><label>Dose (mg/m2) <input id="box" type="number" step="0.3" value="1.3"></label> <label>Route <input value="SC"></label></form>'`,
    );
    expect(await readAfter('')).toMatchObject({ dose: 1.3 });
  });
  const within = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return page.evaluate(`last_.orders[0]?.dosePerBsa.value`);
  };

  test('typed', async () => {
    await page.focus('#box');
    await page.evaluate(`$('box').select()`);
    await page.keyboard.type('0.7');
    expect(await within()).toBe(0.7);
  });
  test('pasted', async () => {
    await page.focus('#box');
    await page.evaluate(`$('box').select(); document.execCommand('insertText', false, '0.7')`);
    expect(await within()).toBe(0.7);
  });
  test('by the spinner', async () => {
    await page.focus('#box');
    await page.keyboard.press('ArrowDown');
    const value = Number(await page.evaluate(`$('box').value`));
    expect(value).toBeLessThan(1.3);
    expect(await within()).toBe(value);
  });
  test('set by a script, without any event', async () => {
    await page.evaluate(`$('box').value = '0.7'`);
    expect(await within()).toBe(0.7);
  });
});
