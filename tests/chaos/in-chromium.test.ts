/** Trouble in a real Chromium: what goes, stops or is cut while the panel stands beside the page, and comes back. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HostileGround, hostileGround } from '../hostile/hostile-ground.ts';

const ORDER = '<p>Bortezomib 1.3 mg/m2 (2.34 mg) SC days 1, 4, 8, 11 every 21 days</p>';
/** Large enough that reading it takes several turns of the page. */
const LARGE = `<!doctype html><h2>Active medications</h2>${ORDER}${'<p><b>creatinine</b> <i>text</i></p>'.repeat(3000)}`;
const CHART = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chart</title>
<header><b>Amber Zztest</b> <span>DOB: 1958-03-14</span> <span>MRN: CHAOS-1</span></header><main></main>`;
const ADD_FRAME = `
  const frame = document.createElement('iframe');
  frame.title = 'Orders';
  frame.src = '/large';
  frame.style = 'width: 700px; height: 300px';
  document.querySelector('main').append(frame);
  await new Promise((resolve) => { frame.onload = resolve; });`;

let ground: HostileGround;
beforeAll(async () => {
  ground = await hostileGround({ large: LARGE, chart: CHART });
});
afterAll(() => ground?.close());
beforeEach(async () => {
  await ground.goto('plain');
  await ground.atRest();
});

const inPage = (body: string) => ground.page.evaluate(`(async () => { ${body} })()`);
const read = () => ground.panel.waitForState(['ready', 'partly-read'], 20_000);

test('a frame that is removed while it is read leaves nothing behind, and is read when it comes again', async () => {
  await ground.goto('chart');
  await ground.panel.waitForState(['no-order']);
  for (const afterMs of [0, 15, 60]) {
    await inPage(`${ADD_FRAME}
      await new Promise((resolve) => setTimeout(resolve, ${afterMs}));
      frame.remove();`);
    await ground.panel.waitForState(['no-order']);
    expect(await ground.panel.text()).not.toContain('1.3 mg/m²');
  }
  await inPage(ADD_FRAME);
  await read();
  expect(await ground.panel.text()).toContain('Amber Zztest');
  expect(ground.faults).toEqual([]);
});

test('a reader whose connection is cut is asked again, and another is put in its place', async () => {
  await ground.panel.run(`
    window.cleared = 0;
    new MutationObserver(() => { window.cleared += document.body.dataset.state === 'reading' ? 1 : 0; })
      .observe(document.body, { attributes: true });`);
  await ground.inReader('globalThis.bortezomibReader.stop();');
  await expect.poll(() => ground.panel.run('return window.cleared;'), { timeout: 5000 }).toBeGreaterThan(0);
  await read();
  await ground.inReader('delete globalThis.bortezomibReader;');
  expect(ground.faults).toEqual([]);
});

test('a page that a message of its own holds is said to be silent; afterwards what was answered is there again', async () => {
  await read();
  await ground.panel.choose('grade', '2');
  await ground.panel.choose('pain', 'yes');
  const advised = await ground.panel.sectionText('Advice');
  const opened = new Promise<import('puppeteer-core').Dialog>((resolve) => ground.page.once('dialog', resolve));
  const closed = inPage(`alert('Sign the order?');`);
  const dialog = await opened;
  await ground.panel.waitForState(['silent'], 15_000);
  const text = await ground.panel.text();
  expect(text).toContain('The page does not answer');
  expect(text).not.toContain('Withhold');
  await dialog.accept();
  await closed;
  await read();
  await ground.panel.waitForText(/Withhold/);
  expect(await ground.panel.sectionText('Advice')).toBe(advised);
  expect(ground.faults).toEqual([]);
});

// The last one: a background whose errors are listened to from outside is not started again. The click afterwards is
// in tests/e2e/windows-and-tabs.test.ts.
test('a background that is stopped is not missed: the panel reads on', async () => {
  await read();
  const background = ground.chromium.browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().includes(ground.chromium.extensionId));
  expect(background).toBeDefined();
  await (await background?.worker())?.close();
  await inPage(`document.querySelector('li').textContent = 'Bortezomib 1 mg/m2 (1.8 mg) SC weekly';`);
  await ground.panel.waitForText(/1 mg\/m²/);
  expect(await ground.panel.text()).not.toContain('1.3 mg/m²');
  expect(ground.faults).toEqual([]);
});
