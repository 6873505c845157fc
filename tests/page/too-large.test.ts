/**
 * Pages that are made to be dear: twice as much is about twice the work at most, no page is more work than a bound, and
 * what is not read is said.
 * Work is counted, not timed: what the reader asks the browser for, and how much it gets. Real Chromium.
 */
import { describe, expect, test } from 'vitest';
import { readerScript, readIn } from './browser.ts';
import { onePage } from './one-page.ts';

const pageOfTests = onePage();

const CHART = `<!doctype html><meta charset="utf-8"><title>Chart</title>
<header><b>Amber Zztest</b> <span>DOB: 1958-03-14</span> <span>MRN: PLAIN-1</span></header>
<h2>Active medications</h2><ul><li>Bortezomib 1.3 mg/m2 (2.34 mg) SC days 1, 4, 8, 11 every 21 days</li></ul>`;

/** No page is more work than this; a second or two where a browser is slow. */
const MOST_WORK = 1_500_000;

/** In the page, before the reader: counts what is asked of the page, and the length of what is given. */
const COUNT = `(() => {
  globalThis.work = 0;
  const count = (owner, name, sizeOf) => {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    const part = found.value ? 'value' : 'get';
    const original = found[part];
    const counted = function (...args) {
      const answer = Reflect.apply(original, this, args);
      globalThis.work += 1 + sizeOf(answer);
      return answer;
    };
    Object.defineProperty(owner, name, { ...found, [part]: counted });
  };
  for (const name of ['parentNode', 'firstChild', 'nextSibling']) count(Node.prototype, name, () => 0);
  for (const name of ['shadowRoot', 'previousElementSibling', 'assignedSlot']) count(Element.prototype, name, () => 0);
  for (const name of ['getBoundingClientRect', 'checkVisibility']) count(Element.prototype, name, () => 10);
  for (const owner of [Element, Document, DocumentFragment]) count(owner.prototype, 'querySelectorAll', ({ length }) => length / 10);
  count(Node.prototype, 'textContent', (text) => (text?.length ?? 0) / 100);
  count(Range.prototype, 'getBoundingClientRect', () => 10);
  count(globalThis, 'getComputedStyle', () => 10);
  count(Document.prototype, 'elementFromPoint', () => 10);
})()`;

interface Dear {
  /** how many of them there are first, and then twice */
  count: number;
  /** body of a function of the page: adds \`count\` of them */
  add: string;
  /** less than all of it is read */
  cut: boolean;
}

const repeated = (html: string, within = 'div') =>
  `const box = document.createElement('${within}'); box.innerHTML = ${JSON.stringify(html)}.repeat(count); document.body.append(box);`;
const nested = (name: string, text: string) =>
  `let at = document.body; for (let n = 0; n < count; n += 1) { at = at.appendChild(document.createElement('${name}')); at.append(${JSON.stringify(text)}); }`;
const shadows = (text: string) =>
  `let at = document.body; for (let n = 0; n < count; n += 1) { at = at.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }); at.append(${JSON.stringify(text)}); }`;

const DEAR: Record<string, Dear> = {
  'nested shadow roots, a birth date in each': { count: 300, add: shadows('DOB: 1999-09-09 '), cut: true },
  'nested shadow roots, an order in each': { count: 300, add: shadows('Velcade 1 mg/m2 IV weekly '), cut: true },
  'nested shadow roots, nothing in them': { count: 1100, add: shadows(' '), cut: true },
  'shadow roots beside each other, an order in each': {
    count: 1000,
    add: `for (let n = 0; n < count; n += 1) document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).innerHTML = '<p>Velcade 1 mg/m2 IV</p>';`,
    cut: true,
  },
  'slots, an order in each': {
    count: 500,
    add: `const all = Array.from({ length: count }, (_, n) => n); const host = document.body.appendChild(document.createElement('div')); host.innerHTML = all.map((n) => '<p slot=s' + n + '>Velcade 1 mg/m2 IV</p>').join(''); host.attachShadow({ mode: 'open' }).innerHTML = all.map((n) => '<div><slot name=s' + n + '></slot></div>').join('');`,
    cut: true,
  },
  'inline pieces after one name': { count: 5000, add: `${repeated('<span>piece </span><b>of</b> ', 'p')} box.prepend('Velcade 1 mg/m2 IV ');`, cut: false },
  'inline pieces, a name in each': { count: 2000, add: repeated('<span>Velcade </span><b>1 mg/m2</b> ', 'p'), cut: true },
  'inline pieces of one letter': { count: 500, add: repeated([...'bortezomib 1.3 mg/m2 '].map((c) => `<i>${c}</i>`).join(''), 'p'), cut: true },
  'inline pieces, a birth date in each': { count: 1000, add: repeated('<span>DOB: </span><b>1999-09-09</b> ', 'p'), cut: true },
  'blocks, an order in each': { count: 4000, add: repeated('<div>Velcade 1 mg/m2 IV weekly</div>'), cut: true },
  'blocks, a result in each': { count: 2000, add: repeated('<div>Creatinine: 1 mg/dL</div>'), cut: true },
  'headings, an allergy under each': { count: 800, add: repeated('<h3>Allergies</h3><p>Penicillin</p>'), cut: true },
  'terms, a drug in each': { count: 1000, add: repeated('<dt>Drug<dd>Bortezomib<dt>Dose<dd>1.3 mg/m2', 'dl'), cut: true },
  'a table of orders': { count: 1000, add: `${repeated('<tr><td>Bortezomib<td>1.3 mg/m2<td>IV</tr>', 'table')} box.insertAdjacentHTML('afterbegin', '<tr><th>Drug<th>Dose<th>Route</tr>');`, cut: true },
  'a table of orders without a header': { count: 1000, add: repeated('<tr><td>Bortezomib<td>1.3 mg/m2<td>IV</tr>', 'table'), cut: true },
  'controls, a name in each': { count: 2000, add: repeated('<label>Drug <input value=Bortezomib></label>', 'form'), cut: true },
  'elements of unknown names': { count: 10_000, add: repeated('<x-unknown></x-unknown>'), cut: false },
  frames: { count: 200, add: repeated('<iframe style="width:60px;height:20px"></iframe>'), cut: true },
  '10 MB of text in 10,000 paragraphs': { count: 5000, add: repeated(`<p>${'Mallory wrote this about a weight of 3 kg and the orders. '.repeat(18)}</p>`), cut: true },
  '10 MB of text in one piece': { count: 75_000, add: `document.body.append('Velcade 1 mg/m2 IV weekly, DOB: 1999-09-09. Mallory wrote this. '.repeat(count));`, cut: true },
  'elements in each other, as deep as Chromium shows': { count: 750, add: nested('span', 'Velcade 1 mg/m2 IV '), cut: true },
  'one order, deeper than is looked at': { count: 450, add: `${nested('span', '')} at.append('Velcade 1 mg/m2 IV');`, cut: true },
  '10,000 elements in each other, hidden': { count: 5000, add: `document.body.hidden = false; const box = document.body.appendChild(document.createElement('div')); box.hidden = true; let at = box; for (let n = 0; n < count; n += 1) at = at.appendChild(document.createElement('div')); at.append('Velcade 1 mg/m2 IV');`, cut: false },
}; // biome-ignore format: a list

describe('twice as much is about twice the work, and what is not read is said', () => {
  test.each(Object.entries(DEAR))('%s', async (_, { count, add, cut }) => {
    const page = pageOfTests();
    const work: number[] = [];
    for (const times of [1, 2]) {
      // a world of its own: what was counted in the last is gone
      await page.goto('about:blank');
      await page.setContent(CHART);
      await page.evaluate(`(() => { const count = ${count * times}; ${add} })()`);
      await page.evaluate(COUNT);
      await page.evaluate(await readerScript());
      const reading = await readIn(page.mainFrame());
      work.push((await page.evaluate('work')) as number);
      if (times === 1) continue;
      expect(reading.unreadable.map(({ kind }) => kind).includes('too-large'), 'it is said').toBe(cut);
      // all or nothing: an order, and whose chart it is; or that nothing was read
      const [order] = reading.orders;
      if (order) expect(order.dosePerBsa).toMatchObject({ status: 'read', value: 1.3 });
      expect(order !== undefined).toBe(reading.patientConflict || reading.patientLabel?.includes('Amber Zztest'));
      expect(order !== undefined || cut).toBe(true);
    }
    const [once = Number.NaN, twice = Number.NaN] = work;
    expect(twice / once, `${once} and ${twice}`).toBeLessThan(2.3);
    expect(twice).toBeLessThan(MOST_WORK);
  });
});
