/** The panel beside other tabs and after navigation: it shows the tab that is seen, or nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../scripts/drive/panel.ts';
import { type BesideInChromium, besideInChromium, besideInFirefox } from './beside-the-demo-ehr.ts';
import { type Sample, WATCH_PANEL } from './watch-panel.ts';

const READ = ['ready', 'partly-read'];

describe('Chromium', () => {
  let beside: BesideInChromium;
  let panel: Panel;

  beforeAll(async () => {
    beside = await besideInChromium();
    await beside.goto('demo-1');
    panel = await beside.openPanel();
    await panel.waitForState(READ);
    await panel.choose('grade', '2');
    await panel.choose('pain', 'yes');
  });
  afterAll(() => beside?.close());

  test('a tab whose button was not clicked shows nothing of the first (H33)', async () => {
    const other = await beside.chromium.browser.newPage();
    await other.goto(`${beside.ehrUrl}Patient/demo-3/order`);
    await other.bringToFront();
    await panel.waitForState(['no-access']);
    expect(await panel.text()).not.toMatch(/Amber|DEMO-0001|mg\/m²/);
    await beside.page.bringToFront();
    await panel.waitForState(READ);
    expect(await panel.text()).toMatch(/Amber/);
    await other.close();
  });

  test('a reload clears, and reads again by itself on the same origin', async () => {
    await panel.choose('grade', '3');
    await beside.goto('demo-3');
    await expect.poll(() => panel.text(), { timeout: 15_000 }).toMatch(/Cobalt/);
    expect(await panel.text()).not.toMatch(/Amber/);
    const answered = await panel.run(
      `return document.querySelectorAll('input[name="grade"]:checked, input[name="pain"]:checked').length;`,
    );
    expect(answered).toBe(0);
  });

  test('another origin is not read without a new click', async () => {
    const elsewhere = beside.ehrUrl.replace('127.0.0.1', 'localhost');
    await beside.page.goto(`${elsewhere}Patient/demo-1/order`);
    await panel.waitForState(['no-access']);
    expect(await panel.text()).not.toMatch(/Amber|Cobalt|mg\/m²/);
  });

  test('closing the panel takes its reader out of the page: nothing listens, nothing is outlined', async () => {
    await beside.goto('demo-1');
    panel = await beside.openPanel();
    await panel.waitForState(READ);
    const panelPage = await beside.panelPage();
    await panelPage.hover('blockquote button');
    await expect.poll(() => beside.inPage(OUTLINES)).toBe(1);
    await panelPage.close();
    await expect.poll(() => beside.inPage(OUTLINES)).toBe(0);
  });
});

const OUTLINES = `return document.querySelectorAll('bortezomib-outline').length;`;

describe('Firefox ESR', () => {
  test('the panel goes with the tab that is seen, and the other’s values are gone within 100 ms (H33)', async () => {
    const beside = await besideInFirefox();
    try {
      await beside.goto('demo-1');
      const panel = await beside.openPanel();
      await panel.waitForText(/Amber/);
      await panel.run(WATCH_PANEL);
      const seenAt = Number(
        await beside.firefox.inWindow(
          `const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
           win.gBrowser.selectedTab = win.gBrowser.addTab('about:blank', { triggeringPrincipal });
           return Date.now();`,
        ),
      );
      await panel.waitForState(['no-access']);
      const samples = (await panel.run('return window.samples;')) as Sample[];
      const late = samples.filter(({ until, text }) => until > seenAt + 100 && /Amber|mg\/m²/.test(text));
      expect(late).toEqual([]);
      expect(samples.length).toBeGreaterThan(1);
      await beside.firefox.inWindow('win.gBrowser.selectedTab = win.gBrowser.tabs[0];');
      await panel.waitForText(/Amber/);
    } finally {
      await beside.close();
    }
  });

  test('after a reload the panel is empty and asks for a click, because the grant is gone', async () => {
    const beside = await besideInFirefox();
    try {
      await beside.goto('demo-1');
      const panel = await beside.openPanel();
      await panel.waitForState(READ);
      await beside.goto('demo-3');
      await panel.waitForState(['no-access']);
      expect(await panel.text()).not.toMatch(/Amber|Cobalt|mg\/m²/);
      await beside.firefox.clickToolbarButton();
      await panel.waitForState(READ);
      expect(await panel.text()).toMatch(/Cobalt/);
    } finally {
      await beside.close();
    }
  });
});
