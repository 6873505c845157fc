/** A page that an adapter describes, in the real browser with the real panel: Medplum as it is, and redesigned. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTab } from '../../scripts/drive/read-tab.ts';
import { type BesideInChromium, besideInChromium, type Tab } from './beside-the-demo-ehr.ts';

let beside: BesideInChromium;

beforeAll(async () => {
  beside = await besideInChromium();
});
afterAll(() => beside?.close());

describe('Medplum’s own screens', () => {
  test.each<[Tab, string[]]>([
    ['order', ['patient', 'Medication request', 'Observations']],
    ['medications', ['patient', 'Medication requests']],
    ['order-form', ['patient', 'Order form']],
    ['labs', ['patient', 'Observations']],
    ['summary', ['patient']],
  ])('%s: every part that is there matches, and none has changed', async (tab, parts) => {
    await beside.goto('demo-1', tab);
    const reading = await readTab(beside.chromium, beside.page);
    expect(reading.health).toEqual([
      { mapping: 'medplum', name: 'Medplum', page: 'Patient', state: 'applied', matched: parts, missing: [] },
    ]);
  });

  test('the order is confirmed by the adapter', async () => {
    await beside.goto('demo-1', 'order');
    const { orders } = await readTab(beside.chromium, beside.page);
    expect(orders).toHaveLength(1);
    for (const field of ['drug', 'dosePerBsa', 'doseMg', 'route', 'status'] as const)
      expect(orders[0]?.[field], field).toMatchObject({
        status: 'read',
        from: { adapter: 'medplum', confidence: 'confirmed' },
      });
  });
});

describe('the panel', () => {
  test('says that the page is as described', async () => {
    await beside.goto('demo-1', 'order');
    const panel = await beside.openPanel();
    await panel.waitForText(/Medplum, Patient: the page is as described/);
  });

  test('says that a redesigned page is not, and reads on without the adapter', async () => {
    await beside.inPage(
      `for (const banner of document.querySelectorAll('.InfoBar_root')) banner.className = 'Banner_root';`,
    );
    const panel = await beside.openPanel();
    await panel.readAgain();
    await panel.waitForState(['ready', 'partly-read']);
    await panel.waitForText(/Medplum, Patient: not as described any more, read without the description/);
    expect(await panel.sectionText('What was read')).toMatch(/1\.3 mg/);
  });
});
