/** The main road in the real browsers: open the order, click the toolbar button, grade, get the advice. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../scripts/drive/panel.ts';
import { type Beside, besideInChromium, besideInFirefox } from './beside-the-demo-ehr.ts';

describe.each([
  { name: 'Chromium', start: besideInChromium },
  { name: 'Firefox ESR', start: besideInFirefox },
])('the main road in $name', ({ start }) => {
  let beside: Beside;
  let panel: Panel;

  beforeAll(async () => {
    beside = await start();
    await beside.goto('demo-1');
    panel = await beside.openPanel();
    await panel.waitForState(['ready', 'partly-read']);
  });
  afterAll(() => beside?.close());

  test('one click on the toolbar button: what stands on the screen was read, each value with its words', async () => {
    await panel.unfold('What was read');
    const read = await panel.sectionText('What was read');
    expect(read).toContain('1.3 mg/m²');
    expect(read).toContain('2.34 mg');
    expect(read).toMatch(/subcutaneous/i);
    expect(read).toMatch(/1, 4, 8,? (and )?11/);
    expect(read).toContain('21');
    expect(read).toContain('VRd');
    expect(read).toMatch(/1\.8 m²/);
    expect(read).toMatch(/162 cm/);
    expect(read).toMatch(/72 kg/);
    expect(read).toMatch(/0\.9 mg\/dL/);
  });

  test('the strength of the vial is not taken for the dose', async () => {
    const read = await panel.sectionText('What was read');
    expect(read).not.toMatch(/DOSE[^\n]*3\.5 mg/);
  });

  test('neither grade nor pain is answered beforehand', async () => {
    const answered = await panel.run(
      `return document.querySelectorAll('input[name="grade"]:checked, input[name="pain"]:checked').length;`,
    );
    expect(answered).toBe(0);
  });

  test('grade 2 with pain: withhold, then 0.7 mg/m² once weekly, in mg and mL for this patient', async () => {
    await panel.choose('grade', '2');
    await panel.choose('pain', 'yes');
    const advice = await panel.sectionText('Advice');
    expect(advice).toMatch(/withhold/i);
    expect(advice).toMatch(/0\.7 mg\/m²\s+once weekly/);
    expect(advice).toContain('1.26 mg');
    expect(advice).toMatch(/0\.5 mL at 2\.5 mg\/mL/);
  });

  test('grade 1 without pain: no change', async () => {
    await panel.choose('grade', '1');
    await panel.choose('pain', 'no');
    const advice = await panel.sectionText('Advice');
    expect(advice).toMatch(/no change/i);
    expect(advice).not.toMatch(/withhold/i);
  });
});
