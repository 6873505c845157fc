/** A hospital's own mapping on screens that the generic reader cannot know: what it adds, and what it can never change. */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSiteMapping } from '../../../mapping/schema.ts';
import type { MappedPage, OrderArea, SiteMapping } from '../../../mapping/shape.ts';
import { launchChromium } from '../browser.ts';
import { readMapped } from './mapped-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const ORDERS: OrderArea = {
  name: 'Plan',
  kind: 'rows',
  area: { select: '#plan' },
  each: 'tbody > tr',
  holds: 'orders',
  status: 'active',
  fields: {
    drug: { select: 'td:nth-child(1)' },
    dosePerBsa: { select: 'td:nth-child(2)', unit: 'mg/m2' },
    doseMg: { select: 'td:nth-child(3)', unit: 'mg' },
    route: { select: 'td:nth-child(4)' },
  },
};

function mapping(page: Partial<MappedPage>): SiteMapping {
  const made = {
    format: 1,
    id: 'hospital',
    name: 'Hospital',
    pages: [{ name: 'Screen', addresses: [{ host: 'ehr.test', path: '*' }], requires: [{ select: 'main' }], ...page }],
  };
  const parsed = parseSiteMapping(made);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.mapping;
}

const read = (body: string, page: Partial<MappedPage> = { orders: [ORDERS] }) =>
  readMapped(browser, 'http://ehr.test/x', `<!doctype html><html lang="en"><body><main>${body}</main></body></html>`, [
    mapping(page),
  ]);

const HEAD = ['Stoff', 'A', 'B', 'Weg'];
const table = (rows: string[][], head = HEAD, marks = '') =>
  `<table id="plan" border="1"><thead><tr>${head.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      (row) => `<tr ${marks}>${row.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`,
    )
    .join('')}</tbody></table>`;
const ROW = ['Bortezomib', '1.3', '2.34', 'SC'];

describe('what a mapping adds', () => {
  test('values under headers that say nothing known, with the unit that the mapping gives', async () => {
    const page = await read(table([ROW, ['Dexamethason', '40', '40', 'PO']]));
    expect(page.orders).toEqual([
      expect.objectContaining({ dosePerBsa: 1.3, doseMg: 2.34, route: 'SC', status: 'active' }),
    ]);
    expect(page.by).toMatchObject({ dosePerBsa: 'hospital', doseMg: 'hospital', status: 'hospital' });
    const alone = await read(table([ROW]), {});
    expect(alone.orders[0]?.dosePerBsa, 'without the mapping').toBeUndefined();
  });

  test('a bare number without a unit anywhere stays without one', async () => {
    const { dosePerBsa: _, ...fields } = ORDERS.fields;
    const page = await read(table([ROW]), {
      orders: [{ ...ORDERS, fields: { ...fields, dosePerBsa: { select: 'td:nth-child(2)' } } }],
    });
    expect(page.orders[0]?.dosePerBsa).toBe('!unit-missing');
  });

  test('nor does it get another unit than the page shows over it', async () => {
    const page = await read(table([ROW], ['Drug', 'Amount (mg)', 'B', 'Weg']));
    expect(page.orders[0]).toMatchObject({ dosePerBsa: '!unit-missing' });
  });

  test('a former dose and the strength of the vial are set aside', async () => {
    const rows = [['Bortezomib', '1.3 mg/m2', '1 mg/m2', 'SC', '3.5 mg']];
    const head = ['Stoff', 'Dosis', 'Dosis', 'Route', 'Z'];
    const area: OrderArea = {
      ...ORDERS,
      fields: {
        drug: { select: 'td:nth-child(1)' },
        'not-in-force': { select: 'td:nth-child(2)' },
        dosePerBsa: { select: 'td:nth-child(3)' },
        product: { select: 'td:nth-child(5)' },
      },
    };
    const page = await read(table(rows, head), { orders: [area] });
    expect(page.orders).toEqual([expect.objectContaining({ dosePerBsa: 1, route: 'SC' })]);
    expect(page.orders[0]?.doseMg).toBeUndefined();
  });

  test('inside an open shadow root, beside its label, and by its heading', async () => {
    const html = `<section><h2>Past</h2><x-order></x-order></section><section><h2>Current plan</h2><x-order></x-order></section>
      <script>for (const host of document.querySelectorAll('x-order')) host.attachShadow({mode:'open'}).innerHTML =
      '<div class="o"><b>Bortezomib</b><i>W1</i><span>1.3 mg/m2</span><i>W2</i><span>2.34 mg</span></div>'</script>`;
    const area: OrderArea = {
      name: 'Plan',
      kind: 'card',
      area: { select: 'section', has: { select: 'h2', says: 'current PLAN' } },
      holds: 'orders',
      fields: {
        drug: { select: 'x-order >>> b' },
        dosePerBsa: { select: 'x-order >>> span', beside: 'W1' },
        doseMg: { select: 'x-order >>> span', beside: 'W2' },
      },
    };
    const page = await read(html, { orders: [area] });
    const confirmed = page.reading.orders.filter(({ drug }) => drug.from?.adapter === 'hospital');
    expect(confirmed).toHaveLength(1);
    expect(confirmed[0]).toMatchObject({ dosePerBsa: { value: 1.3 }, doseMg: { value: 2.34 } });
  });

  test('results by what they measure, with a unit and dates that only the mapping knows', async () => {
    const html = `<ul id="scr"><li><b>88</b> <i>16.11.2026</i></li><li><b>120</b> <i>20.11.2026</i></li></ul>`;
    const page = await read(html, {
      results: [
        {
          name: 'SCr',
          area: { select: '#scr' },
          each: 'li',
          measure: 'creatinine',
          fields: { value: { select: 'b', unit: 'µmol/L' }, date: { select: 'i' } },
        },
      ],
    });
    expect(page.observations.creatinineMgDl).toBeCloseTo(1.357, 2);
    expect(page.reading.observations.creatinineMgDl).toMatchObject({
      from: { adapter: 'hospital', confidence: 'confirmed' },
    });
  });

  test('entries of lists, each once; what is over is told apart', async () => {
    const html = `<h2>Problems</h2><ul id="p"><li><b>Multiple myeloma</b> <i>active</i></li><li><b>Pneumonia</b> <i>resolved</i></li></ul>`;
    const page = await read(html, {
      lists: [
        {
          name: 'P',
          kind: 'problems',
          area: { select: '#p' },
          each: 'li',
          fields: { entry: { select: 'b' }, status: { select: 'i' } },
        },
      ],
    });
    expect(page.problems).toEqual(['Multiple myeloma']);
    expect(page.ignored).toEqual(['not active: resolved']);
  });
});

describe('what a mapping can never change', () => {
  test('where it and the generic reader differ, neither counts and both are told', async () => {
    const page = await read(table([['Bortezomib', '1.3', '2.34', 'SC', '1 mg/m2']], [...HEAD, 'Dose (mg/m2)']));
    expect(page.orders).toEqual([expect.objectContaining({ dosePerBsa: '!ambiguous' })]);
    expect(page.reading.orders[0]?.dosePerBsa).toMatchObject({ reason: 'two values: 1.3 / 1 mg/m2' });
  });

  test('where the generic reader finds two values in one order, naming one of them does not settle it', async () => {
    const page = await read(
      table([['Bortezomib', '1.3', '2.34', 'SC', '1.3 mg/m2', '1 mg/m2']], [...HEAD, 'Dose', 'Dose']),
    );
    expect(page.orders).toEqual([expect.objectContaining({ dosePerBsa: '!ambiguous' })]);
  });

  test.each([
    ['crossed out', 'style="text-decoration: line-through"', 'discontinued'],
    ['greyed out', 'style="opacity: 0.4"', '!ambiguous'],
  ])('an order that is %s stays so', async (_, marks, status) => {
    const { status: _status, ...area } = ORDERS;
    const page = await read(table([ROW], HEAD, marks), { orders: [area] });
    expect(page.orders).toEqual([expect.objectContaining({ status })]);
  });

  test.each([
    ['not displayed', '<span style="display:none">1.3</span>'],
    ['clipped away', '<span style="position:absolute;clip-path:inset(50%)">1.3</span>'],
    ['of no size', '<span style="font-size:0">1.3</span>'],
    ['transparent', '<span style="opacity:0">1.3</span>'],
  ])('a value that is %s is not read', async (_, cell) => {
    const page = await read(table([['Bortezomib', cell, '2.34', 'SC']]));
    expect(page.orders[0]?.dosePerBsa).not.toBe(1.3);
  });

  test.each([
    ['Notes', 1],
    ['Timeline', 0],
    ['Search results', 0],
    ['Unsigned orders', 0],
  ])('a heading %s: %i orders', async (heading, count) => {
    const page = await read(`<section><h2>${heading}</h2>${table([ROW])}</section>`);
    expect(page.orders).toHaveLength(count);
  });

  test('an allergy stays an allergy', async () => {
    const page = await read(`<section><h2>Allergies</h2>${table([ROW])}</section>`);
    expect(page.orders).toEqual([]);
    expect(page.ignored).toEqual([expect.stringContaining('allergy')]);
  });

  test('a dose modification beside the mapped dose still makes it doubtful', async () => {
    const page = await read(
      table([['Bortezomib', '1.3', '2.34', 'SC <span style="display:inline-block">−25%</span>']]),
    );
    expect(page.orders[0]).toMatchObject({ dosePerBsa: '!ambiguous', doseMg: '!ambiguous' });
  });

  test('two patients are two patients', async () => {
    const banner = (id: string, name: string, mrn: string) =>
      `<div id="${id}"><p>Name: ${name}</p><p>MRN: ${mrn}</p><p>DOB: 14/03/1958</p></div>`;
    const patient = {
      area: { select: '#own' },
      fields: { name: { select: 'p:nth-child(1)' }, identifier: { select: 'b' } },
    };
    const html = `<div id="own"><p>Alpha Test</p><b>X-100</b></div>${banner('other', 'Bravo Test', 'X-200')}${table([ROW])}`;
    expect((await read(html, { orders: [ORDERS] })).label).toContain('Bravo');
    const page = await read(html, { orders: [ORDERS], patient });
    expect(page.reading.patientConflict).toBe(true);
    expect(page.label).toBeNull();
  });
});

describe('where it does not fit', () => {
  test('a needed element gone: nothing of it is used, and the place is named', async () => {
    const page = await read(table([ROW], ['Drug', 'Dose (mg/m2)', 'Dose (mg)', 'Route']), {
      orders: [ORDERS],
      requires: [{ select: '#gone' }, { select: 'main', says: 'Plan 7' }],
    });
    expect(page.by.drug).toBe('generic');
    expect(page.health).toMatchObject([
      { state: 'stepped-aside', matched: [], missing: ['needed: #gone', "needed: main saying 'Plan 7'"] },
    ]);
  });

  test('a needed element that nobody sees is not there', async () => {
    const page = await read(`<p id="mark" style="display:none">Plan 7</p>${table([ROW])}`, {
      orders: [ORDERS],
      requires: [{ select: '#mark' }],
    });
    expect(page.health).toMatchObject([{ state: 'stepped-aside', missing: ['needed: #mark'] }]);
  });

  test('two orders in what it takes for one: left to the generic reader, and said', async () => {
    const area: OrderArea = {
      name: 'Plan',
      kind: 'card',
      area: { select: '#plan' },
      holds: 'orders',
      fields: { drug: { select: 'td' } },
    };
    const head = ['Drug', 'Dose (mg/m2)', 'Dose (mg)', 'Route'];
    const page = await read(table([ROW, ['Bortezomib', '1', '1.8', 'IV']], head), { orders: [area] });
    expect(page.orders.map(({ dosePerBsa }) => dosePerBsa)).toEqual([1.3, 1]);
    expect(page.by.drug).toBe('generic');
    expect(page.health[0]?.missing).toEqual(['Plan: an entry holds more than one order']);
  });

  test('rows without a field that must be there are left to the generic reader; the others are not', async () => {
    const rows = [ROW, ['Bortezomib 1 mg/m2 IV', 'x']];
    const page = await read(table(rows, ['Drug', 'A', 'B', 'Weg']));
    expect(page.reading.orders.map(({ drug }) => drug.from?.adapter)).toEqual(['hospital', 'generic']);
    expect(page.health[0]?.missing).toEqual(['Plan: no doseMg in 1 of 2', 'Plan: no route in 1 of 2']);
  });

  test('several banners: none is chosen', async () => {
    const patient = { area: { select: '.who' }, fields: { name: { select: 'b' }, identifier: { select: 'i' } } };
    const page = await read(`<p class="who"><b>Alpha Test</b> <i>X-100</i></p>`.repeat(2), { patient });
    expect(page.label).toBeNull();
    expect(page.health[0]?.missing).toEqual(['patient: 2 places fit']);
  });
});
