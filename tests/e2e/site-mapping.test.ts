/**
 * The mapping mode in a real browser: an administrator clicks the fields of a screen that the generic reader cannot know,
 * tests the mapping, and takes it away; the same mapping then reads a saved page from the command line.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSiteMappingText } from '../../mapping/schema.ts';
import { Chromium } from '../../scripts/drive/chromium.ts';
import { type FolderServer, serveFolder } from '../../scripts/serve-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Headers that say nothing known; every click, press and key that reaches the page is counted. */
const SCREEN = `<!doctype html><html lang="en"><title>Ward 7</title><body>
  <header id="who"><span class="who-name">Fictus Zzdemo-Quartz</span> <span class="who-number">DEMO-7007</span> <span class="who-born">1961-02-03</span></header>
  <div id="app"><h2>Plan</h2><table class="plan"><thead><tr><th>Stoff</th><th>A</th><th>B</th><th>Weg</th></tr></thead><tbody>
  <tr class="plan-row"><td>Bortezomib</td><td><button id="dose">1.3</button></td><td>2.34</td><td>SC</td></tr>
  <tr class="plan-row"><td>Dexamethason</td><td><button>40</button></td><td>40</td><td>PO</td></tr></tbody></table>
  <form action="/gone"><input value="x"></form></div>
  <script>
    window.reached = [];
    for (const name of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'focusin', 'submit', 'pointermove'])
      document.addEventListener(name, (event) => window.reached.push(event.type + ' ' + event.target.tagName), true);
  </script></body></html>`;

let server: FolderServer;
let chromium: Chromium;
let ehr: Page;
let options: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ward-'));
  writeFileSync(path.join(folder, 'ward.html'), SCREEN);
  server = await serveFolder(folder);
  chromium = await Chromium.launch({ extensionDir: path.join(ROOT, '.output/chrome-mv3'), headless: true });
  ehr = await chromium.firstPage();
  await ehr.goto(`${server.url}ward.html`);
  await chromium.openPanel(ehr);
  options = await chromium.browser.newPage();
  await options.goto(`chrome-extension://${chromium.extensionId}/options.html#site-mapping`);
});
afterAll(async () => {
  await chromium?.close();
  server?.close();
});

const button = (name: string): Promise<ElementHandle<Element> | null> =>
  options.waitForSelector(`::-p-aria(${name}[role="button"])`);
const press = async (name: string) => {
  await options.bringToFront();
  await (await button(name))?.click();
};
const mappingText = () =>
  options.$eval('textarea', (area) => (area as unknown as { value: string }).value) as Promise<string>;
const says = (words: RegExp) =>
  expect.poll(() => options.evaluate('document.body.innerText') as Promise<string>, { timeout: 10_000 }).toMatch(words);

/** How many fields have been clicked or skipped; all of them once nothing is waited for any more. */
const stepsDone = async (all: number): Promise<number> =>
  (await options.$('section[aria-label="Clicking"]')) === null
    ? all
    : (await options.$$('section[aria-label="Clicking"] li')).length;

/** Chooses a part and clicks, in the EHR's tab, the middle of each element in turn; null skips a field. */
async function clickPart(kind: string, targets: (string | null)[], keep?: string[]) {
  await options.bringToFront();
  await options.select('.mapping-step select', kind);
  if (keep)
    for (const box of await options.$$('.mapping-fields label')) {
      const [name, checked] = (await box.evaluate((label) => [
        label.textContent?.trim(),
        (label.querySelector('input') as unknown as { checked: boolean }).checked,
      ])) as [string, boolean];
      if (checked !== keep.includes(name)) await box.click();
    }
  await press('Begin clicking');
  await ehr.bringToFront();
  await ehr.waitForSelector('bortezomib-outline');
  for (const [index, target] of targets.entries()) {
    if (target === null) await ehr.keyboard.press('s');
    else {
      const box = await (await ehr.$(target))?.boundingBox();
      if (!box) throw new Error(`not on the page: ${target}`);
      await ehr.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }
    await expect.poll(() => stepsDone(targets.length), { timeout: 5_000, interval: 30 }).toBe(index + 1);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await expect.poll(() => ehr.$('bortezomib-outline'), { timeout: 3_000 }).toBeNull();
}

describe('making a mapping', () => {
  test('only the tab that was clicked on is named, and is connected', async () => {
    await options.bringToFront();
    await press('Look for tabs');
    const choice = await options.waitForSelector('input[name="tab"]');
    expect(await options.$$('input[name="tab"]')).toHaveLength(1);
    await choice?.click();
    await says(/Connected\. The page is only read\./);
  });

  test('each field is clicked once; the page gets none of it and stays as it was', async () => {
    await ehr.bringToFront();
    await ehr.mouse.move(5, 500);
    const before = await ehr.evaluate('window.reached = []; document.documentElement.outerHTML');
    const focused = await ehr.evaluate('document.activeElement.tagName');
    await clickPart('required', ['table.plan thead']);
    await clickPart('patient', ['.who-name', '.who-number', '.who-born', null, null]);
    await clickPart(
      'rows',
      ['.plan-row td:nth-child(1)', '#dose', '.plan-row td:nth-child(3)', '.plan-row td:nth-child(4)'],
      ['Drug', 'Dose per m²', 'Dose in mg', 'Route'],
    );
    expect(await ehr.evaluate('document.documentElement.outerHTML')).toBe(before);
    expect(await ehr.evaluate('document.activeElement.tagName')).toBe(focused);
    const reached = (await ehr.evaluate('window.reached')) as string[];
    expect(reached.filter((one) => !one.startsWith('pointermove'))).toEqual([]);
  });

  test('what was clicked has become selectors, and no word of the patient is among them', async () => {
    const text = await mappingText();
    const parsed = parseSiteMappingText(text);
    expect(parsed).toMatchObject({
      ok: true,
      mapping: {
        pages: [
          {
            requires: [{}],
            patient: { fields: { name: {}, identifier: {}, birthDate: {} } },
            orders: [{ kind: 'rows', holds: 'orders', fields: { drug: {}, dosePerBsa: {}, doseMg: {}, route: {} } }],
          },
        ],
      },
    });
    expect(text).not.toMatch(/quartz|7007|1961|fictus/i);
    await says(/The mapping can be used\./);
  });

  test('a unit is added by hand, and the test shows what each part reads', async () => {
    const mapping = JSON.parse(await mappingText());
    const [area] = mapping.pages[0].orders;
    area.status = 'active';
    area.fields.dosePerBsa.unit = 'mg/m2';
    area.fields.doseMg.unit = 'mg';
    await options.bringToFront();
    await setText(JSON.stringify(mapping));
    await press('Test on the page');
    await says(/4\. What it reads now/);
    const rows = (await options.$$eval('.mapping-mode table', (tables) =>
      tables.flatMap((table) => [...table.querySelectorAll('tbody tr')].map((row) => row.textContent)),
    )) as string[];
    expect(rows.join('\n')).toMatch(/Dose per m²1\.31\.3127-0-0-1/);
    expect(rows.join('\n')).toMatch(/Dose2\.342\.34127-0-0-1/);
    await says(/the page is as described/);
    await says(/Fictus Zzdemo-Quartz/);
  });

  test('a word of the patient in the mapping is named and keeps it from being copied', async () => {
    const sound = await mappingText();
    const mapping = JSON.parse(sound);
    mapping.pages[0].requires.push({ select: 'header', says: 'Zzdemo-Quartz' });
    await setText(JSON.stringify(mapping));
    await says(/Words of the patient on the screen stand in the mapping.*Zzdemo-Quartz/);
    expect(
      await (await button('Copy the mapping'))?.evaluate((one) => (one as unknown as { disabled: boolean }).disabled),
    ).toBe(true);
    await setText(sound);
  });

  test('a fault is told with its path', async () => {
    const sound = await mappingText();
    await setText(sound.replace('"format"', '"version"'));
    await says(/format.*missing/);
    await setText(sound);
    await says(/The mapping can be used\./);
  });
});

test('the mapping mode’s page has no fault of accessibility, empty or filled', async () => {
  await options.bringToFront();
  await options.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await options.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
  );
  expect(violations).toEqual([]);
});

test('by keyboard alone: up, down, across, choose, stop', async () => {
  const before = await mappingText();
  await options.bringToFront();
  await options.select('.mapping-step select', 'required');
  await press('Begin clicking');
  await ehr.bringToFront();
  await ehr.waitForSelector('bortezomib-outline');
  await ehr.evaluate('window.reached = []');
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Enter'] as const)
    await ehr.keyboard.press(key);
  await expect.poll(() => ehr.$('bortezomib-outline'), { timeout: 3_000 }).toBeNull();
  expect(await ehr.evaluate('window.reached')).toEqual([]);
  await expect.poll(mappingText, { timeout: 3_000 }).not.toBe(before);
});

test('the mapping reads the saved page from the command line and says what matched', async () => {
  const file = path.join(folder, 'mapping.json');
  writeFileSync(file, await mappingText());
  const saved = path.join(folder, 'ward.html');
  const run = spawnSync('npm', ['run', '--silent', 'read', '--', saved, '--site', file], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const reading = JSON.parse(run.stdout);
  expect(reading.health, await mappingText()).toMatchObject([
    { state: 'applied', matched: ['patient', 'Orders, one in each row'], missing: [] },
  ]);
  expect(reading.orders, run.stderr).toMatchObject([{ dosePerBsa: 1.3, doseMg: 2.34, route: 'SC', status: 'active' }]);
  expect(reading.adapter).toBe('127-0-0-1');
  expect(reading.health).toMatchObject([
    { state: 'applied', matched: ['patient', 'Orders, one in each row'], missing: [] },
  ]);
  writeFileSync(file, '{"format":1,"id":"x"}');
  const refused = spawnSync('npm', ['run', '--silent', 'read', '--', saved, '--site', file], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(refused.status).toBe(2);
  expect(refused.stdout).toBe('');
  expect(refused.stderr).toMatch(/^pages: is missing$/m);
});

test('fields inside a frame are clicked like any other and belong to the frame’s own address', async () => {
  writeFileSync(
    path.join(folder, 'framed.html'),
    '<!doctype html><html lang="en"><body><h1>Shell</h1><iframe src="ward.html" width="700" height="400"></iframe></body></html>',
  );
  await ehr.bringToFront();
  await ehr.goto(`${server.url}framed.html`);
  await chromium.clickToolbarButton(ehr);
  await options.bringToFront();
  await setText('');
  await press('Look for tabs');
  await (await options.waitForSelector('input[name="tab"]'))?.click();
  await says(/Connected\. The page is only read\./);
  await options.select('.mapping-step select', 'required');
  await press('Begin clicking');
  await ehr.bringToFront();
  await ehr.waitForSelector('bortezomib-outline');
  const inFrame = await ehr.waitForFrame((frame) => frame.url().endsWith('ward.html'));
  await inFrame.waitForSelector('bortezomib-outline');
  const box = await (await inFrame.$('.who-born'))?.boundingBox();
  if (!box) throw new Error('not on the page');
  await ehr.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(mappingText, { timeout: 5_000 }).toMatch(/who-born/);
  expect(JSON.parse(await mappingText()).pages).toMatchObject([
    { addresses: [{ path: '/ward.html*' }], requires: [{ select: '.who-born' }] },
  ]);
  expect(await ehr.$('bortezomib-outline')).toBeNull();
  expect(await inFrame.$('bortezomib-outline')).toBeNull();
});

async function setText(text: string) {
  await options.bringToFront();
  await options.evaluate(
    `(() => { const area = document.querySelector('textarea');
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(area, ${JSON.stringify(text)});
      area.dispatchEvent(new Event('input', { bubbles: true })); area.dispatchEvent(new Event('change', { bubbles: true })); })()`,
  );
}
