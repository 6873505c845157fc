/**
 * Closing a patient and opening the next leaves no value of the first in the panel. The panel is watched from before the
 * click on: every change of its document and every frame that it draws.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../scripts/drive/panel.ts';
import { type Beside, besideInChromium, besideInFirefox, clickPatient, type Patient } from './beside-the-demo-ehr.ts';
import { type Sample, WATCH_PANEL } from './watch-panel.ts';

/** What only that patient's chart says. */
const ONLY_ON_CHART: Partial<Record<Patient, RegExp>> = {
  'demo-1': /Amber|DEMO-0001|2\.34 mg|1\.26 mg|1\.8 m²|162 cm|VRd/,
  'demo-3': /Cobalt|DEMO-0003|1\.12 mg|1\.6 m²|57\.6 kg/,
};
/** From the click until the page has changed, the change was noticed, and the panel was told. */
const BLANK_WITHIN_MS = 250;

describe.each([
  { name: 'Chromium', start: besideInChromium },
  { name: 'Firefox ESR', start: besideInFirefox },
])('switching the patient in $name', ({ start }) => {
  let beside: Beside;
  let panel: Panel;

  beforeAll(async () => {
    beside = await start();
    await beside.goto('demo-1');
    panel = await beside.openPanel();
    await panel.waitForState(['ready', 'partly-read']);
    await panel.choose('grade', '2');
    await panel.choose('pain', 'yes');
  });
  afterAll(() => beside?.close());

  test('no value, answer or advice of the former patient is left', async () => {
    const former = ONLY_ON_CHART['demo-1'] ?? /^/;
    const next = ONLY_ON_CHART['demo-3'] ?? /^/;
    await panel.unfold('What was read');
    expect(await panel.text(), 'the watch would not see the former values').toMatch(former);

    await panel.run(WATCH_PANEL);
    const clickedAt = Number(await beside.inPage(`const at = Date.now(); ${clickPatient('demo-3')} return at;`));
    await panel.waitForText(/1\.12 mg/);
    const samples = (await panel.run('return window.samples;')) as Sample[];

    const afterwards = samples.filter(({ until }) => until >= clickedAt);
    expect(afterwards.length, 'the panel was seen to change').toBeGreaterThan(1);
    const seen = afterwards.map(({ until, text }) => ({
      msAfterClick: until - clickedAt,
      former: former.exec(text)?.[0] ?? null,
      next: next.exec(text)?.[0] ?? null,
    }));
    const mixed = seen.filter((sample) => sample.former !== null && sample.next !== null);
    expect(mixed, 'never the one patient beside the other').toEqual([]);
    const tooLate = seen.filter((sample) => sample.former !== null && sample.msAfterClick > BLANK_WITHIN_MS);
    expect(tooLate, 'the former values are gone at once').toEqual([]);
    const firstBlank = seen.findIndex((sample) => sample.former === null);
    expect(
      seen.slice(firstBlank).filter((sample) => sample.former !== null),
      'and do not come back',
    ).toEqual([]);
  });

  test('the new patient is assessed anew', async () => {
    await panel.waitForState(['ready', 'partly-read']);
    const answered = await panel.run(
      `return document.querySelectorAll('input[name="grade"]:checked, input[name="pain"]:checked').length;`,
    );
    expect(answered).toBe(0);
  });

  test('going on to a patient without an order leaves nothing of the one before', async () => {
    await beside.inPage(clickPatient('demo-4'));
    await panel.waitForState(['no-order']);
    expect(await panel.text()).not.toMatch(ONLY_ON_CHART['demo-3'] ?? /^/);
  });
});
