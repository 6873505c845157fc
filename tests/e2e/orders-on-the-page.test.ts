/** Other patients of the demo EHR: which order, if any, the advice is for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../scripts/drive/panel.ts';
import { type Beside, besideInChromium, type Patient, type Tab } from './beside-the-demo-ehr.ts';

/** What the panel says when it shows that patient's chart and no other. */
const PATIENT_SHOWN: Record<Patient, RegExp> = {
  'demo-1': /DOSE 1\.3 mg\/m² · 2\.34 mg/,
  'demo-2': /DOSE 1\.3 mg\/m² · 2\.6 mg/,
  'demo-3': /DOSE 0\.7 mg\/m² · 1\.12 mg/,
  'demo-4': /No bortezomib order in force/,
  'demo-5': /2 bortezomib orders/,
};

describe('what stands on the page decides what is offered', () => {
  let beside: Beside;
  let panel: Panel;

  /** Goes to a chart and waits until the panel shows it. */
  async function show(patient: Patient, tab?: Tab): Promise<void> {
    await beside.goto(patient, tab);
    await panel.readAgain();
    await panel.waitForText(PATIENT_SHOWN[patient]);
  }

  beforeAll(async () => {
    beside = await besideInChromium();
    await beside.goto('demo-1');
    panel = await beside.openPanel();
    await panel.waitForState(['ready', 'partly-read']);
  });
  afterAll(() => beside?.close());

  test('two bortezomib orders: nothing is advised until the user has chosen one', async () => {
    await show('demo-5');
    await panel.waitForState(['choose-order']);
    expect(await panel.sectionText('Advice')).toBe('');
    const text = await panel.text();
    expect(text).toContain('1 mg/m²');
    expect(text).toContain('1.3 mg/m²');
    const chosen = await panel.run(`return document.querySelectorAll('input[name="order"]:checked').length;`);
    expect(chosen).toBe(0);

    const first = await panel.run(`return document.querySelector('input[name="order"]').value;`);
    await panel.choose('order', String(first));
    await panel.waitForState(['ready', 'partly-read']);
    await panel.unfold('What was read');
    expect(await panel.sectionText('What was read')).toContain('1.9 mg');
  });

  test.each(['order', 'medications', 'summary'] as const)(
    'bortezomib only as a stopped order and an allergy (%s): no order, and no advice',
    async (tab) => {
      await show('demo-4', tab);
      await panel.waitForState(['no-order']);
      expect(await panel.sectionText('Advice')).toBe('');
      expect(await panel.sectionText('What was read')).toBe('');
    },
  );

  test('an order that is at 0.7 mg/m² once weekly already: no dose above it is offered', async () => {
    await show('demo-3');
    await panel.choose('grade', '3');
    await panel.choose('pain', 'no');
    const advice = await panel.sectionText('Advice');
    expect(advice).toMatch(/withhold/i);
    const offered = [...advice.matchAll(/([\d.]+) mg\/m²/g)].map(([, dose]) => Number(dose));
    expect(offered.filter((dose) => dose > 0.7)).toEqual([]);
  });

  test('the order form: the values are read out of its fields', async () => {
    await show('demo-1', 'order-form');
    await panel.unfold('What was read');
    const read = await panel.sectionText('What was read');
    expect(read).toContain('1.3 mg/m²');
    expect(read).toContain('2.34 mg');
    expect(read).toMatch(/subcutaneous/i);
  });

  test('an IV order: the volume is given at the concentration for IV use', async () => {
    await show('demo-2');
    await panel.choose('grade', '2');
    await panel.choose('pain', 'yes');
    const advice = await panel.sectionText('Advice');
    expect(advice).toContain('1.4 mg');
    expect(advice).toMatch(/1\.4 mL at 1 mg\/mL/);
  });
});
