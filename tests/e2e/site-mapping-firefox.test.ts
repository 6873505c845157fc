/** The mapping mode's road in a real Firefox: connect, click the fields, use the mapping, see what it reads. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSiteMappingText } from '../../mapping/schema.ts';
import { Firefox } from '../../scripts/drive/firefox.ts';
import { type FolderServer, serveFolder } from '../../scripts/serve-folder.ts';

/** Headers that say nothing known; every click and key that reaches the page is counted. */
const SCREEN = `<!doctype html><html lang="en"><title>Ward 7</title><body>
  <header id="who"><span class="who-name">Fictus Zzdemo-Quartz</span> <span class="who-number">DEMO-7007</span> <span class="who-born">1961-02-03</span></header>
  <h2>Plan</h2><table class="plan"><thead><tr><th>Stoff</th><th>A</th><th>B</th><th>Weg</th></tr></thead><tbody>
  <tr class="plan-row"><td>Bortezomib</td><td><button id="dose">1.3</button></td><td>2.34</td><td>SC</td></tr>
  <tr class="plan-row"><td>Dexamethason</td><td><button>40</button></td><td>40</td><td>PO</td></tr></tbody></table>
  <script>
    window.reached = [];
    for (const name of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'focusin'])
      document.addEventListener(name, (event) => {
        window.reached.push(event.type);
        document.documentElement.dataset.reached = window.reached.join();
      }, true);
  </script></body></html>`;

let server: FolderServer;
let firefox: Firefox;
let ehr: string;
let options: string;

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ward-'));
  writeFileSync(path.join(folder, 'ward.html'), SCREEN);
  server = await serveFolder(folder);
  const extensionDir = path.resolve(import.meta.dirname, '../../.output/firefox-mv3');
  firefox = await Firefox.launch({ extensionDir, headless: true });
  await firefox.goto(`${server.url}ward.html`);
  ehr = await firefox.currentTab();
  await firefox.openPanel();
  options = await firefox.openOwnPage('options.html#site-mapping');
});
afterAll(async () => {
  await firefox?.close();
  server?.close();
});

const says = (words: RegExp) =>
  expect.poll(() => firefox.inPage('return document.body?.innerText ?? "";'), { timeout: 10_000 }).toMatch(words);
const press = async (name: string) => {
  const pressed = `const named = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === args[0]);
    named?.click();
    return Boolean(named);`;
  await expect.poll(() => firefox.inPage(pressed, [name]), { timeout: 5_000 }).toBe(true);
};
const mappingText = () => firefox.inPage(`return document.querySelector('textarea').value;`).then(String);

/** How many fields have been clicked or skipped; all of them once nothing is waited for any more. */
async function stepsDone(all: number): Promise<number> {
  await firefox.showTab(options, false);
  const done = await firefox.inPage(
    `const clicking = document.querySelector('section[aria-label="Clicking"]');
     return clicking ? clicking.querySelectorAll('li').length : args[0];`,
    [all],
  );
  await firefox.showTab(ehr, false);
  return Number(done);
}

/** Chooses a part and its fields, and clicks the middle of each element in the EHR's tab; null skips a field. */
async function clickPart(kind: string, targets: (string | null)[], keep?: string[]) {
  await firefox.showTab(options);
  await firefox.inPage(
    `const select = document.querySelector('.mapping-step select');
     select.value = args[0];
     select.dispatchEvent(new Event('change', { bubbles: true }));`,
    [kind],
  );
  if (keep)
    await firefox.inPage(
      `const rest = () => new Promise((resolve) => setTimeout(resolve, 50));
       await rest();
       for (const label of document.querySelectorAll('.mapping-fields label')) {
         const box = label.querySelector('input');
         if (box.checked === args[0].includes(label.textContent.trim())) continue;
         box.click();
         await rest();
       }`,
      [keep],
    );
  await press('Begin clicking');
  await firefox.showTab(ehr);
  const outlined = () => firefox.inPage(`return document.querySelector('bortezomib-outline') !== null;`);
  await expect.poll(outlined, { timeout: 5_000 }).toBe(true);
  for (const [index, target] of targets.entries()) {
    if (target === null) await firefox.pressKey('s');
    else {
      const [x = 0, y = 0] = (await firefox.inPage(
        `const box = document.querySelector(args[0]).getBoundingClientRect();
         return [box.x + box.width / 2, box.y + box.height / 2];`,
        [target],
      )) as number[];
      await firefox.clickAt(x, y);
    }
    await expect.poll(() => stepsDone(targets.length), { timeout: 5_000, interval: 50 }).toBe(index + 1);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await expect.poll(outlined, { timeout: 5_000 }).toBe(false);
  await firefox.showTab(options);
}

describe('in Firefox', () => {
  test('the tab that was clicked on is named, and is connected', async () => {
    await press('Look for tabs');
    const tabs = () => firefox.inPage(`return document.querySelectorAll('input[name="tab"]').length;`);
    await expect.poll(tabs, { timeout: 5_000 }).toBe(1);
    await firefox.inPage(`document.querySelector('input[name="tab"]').click();`);
    await says(/Connected\. The page is only read\./);
  });

  test('each field is clicked once, and the page gets none of it', async () => {
    await clickPart('required', ['table.plan thead']);
    await clickPart('patient', ['.who-name', '.who-number', '.who-born', null, null]);
    await clickPart(
      'rows',
      ['.plan-row td:nth-child(1)', '#dose', '.plan-row td:nth-child(3)', '.plan-row td:nth-child(4)'],
      ['Drug', 'Dose per m²', 'Dose in mg', 'Route'],
    );
    await firefox.showTab(ehr);
    const reached = () => firefox.inPage('return document.documentElement.dataset.reached ?? "";');
    expect(await reached()).toBe('');
    await firefox.clickAt(20, 20);
    expect(await reached(), 'a click after the clicking is the page’s again').toMatch(/click/);
    await firefox.showTab(options);
  });

  test('what was clicked can be used, names nobody, and reads the screen once the units are added', async () => {
    const text = await mappingText();
    expect(text).not.toMatch(/quartz|7007|1961|fictus/i);
    await says(/The mapping can be used\./);
    const mapping = JSON.parse(text);
    expect(mapping.pages).toMatchObject([
      {
        patient: { fields: { name: {}, identifier: {}, birthDate: {} } },
        orders: [{ kind: 'rows', fields: { drug: {}, dosePerBsa: {}, doseMg: {}, route: {} } }],
      },
    ]);
    const [area] = mapping.pages[0].orders;
    area.status = 'active';
    area.fields.dosePerBsa.unit = 'mg/m2';
    area.fields.doseMg.unit = 'mg';
    expect(parseSiteMappingText(JSON.stringify(mapping)).ok).toBe(true);
    await firefox.inPage(
      `const area = document.querySelector('textarea');
       area.value = args[0];
       area.dispatchEvent(new Event('input', { bubbles: true }));`,
      [JSON.stringify(mapping)],
    );
    await press('Test on the page');
    await says(/4\. What it reads now/);
    await says(/the page is as described/);
    await says(/Fictus Zzdemo-Quartz/);
    const rows = await firefox.inPage(
      `return [...document.querySelectorAll('.mapping-mode table tbody tr')].map((row) => row.textContent).join('\\n');`,
    );
    expect(rows).toMatch(/Dose per m²1\.31\.3127-0-0-1/);
    expect(rows).toMatch(/Dose2\.342\.34127-0-0-1/);
  });
});
