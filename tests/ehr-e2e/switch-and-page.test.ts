/**
 * OpenMRS goes from one patient to the next without loading a page. The panel is watched meanwhile: every change of its
 * document and every frame that it draws. And OpenMRS itself is only read.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../scripts/drive/panel.ts';
import { type Sample, WATCH_PANEL } from '../e2e/watch-panel.ts';
import { type Beside, besideInChromium, besideInFirefox, openBySearch, untilShown } from './beside-openmrs.ts';

const FORMER = /Fjord|DEMO-1001|2\.34 mg|1\.8 m²|162 cm/;
const NEXT = /Exemplo|Glacier|DEMO-1002|AL amyloid/;
/** From the moment on which the page shows the next patient's chart. */
const BLANK_WITHIN_MS = 250;

/** Notes when the former patient's name has left the page. */
const WATCH_PAGE = `
  window.stillHere = true;
  const everyFrame = () => {
    if (document.body.innerText.includes('Zzdemo-Fjord')) requestAnimationFrame(everyFrame);
    else window.formerGoneAt = Date.now();
  };
  everyFrame();`;

describe.each([
  { name: 'Chromium', start: besideInChromium },
  { name: 'Firefox ESR', start: besideInFirefox },
])('in $name', ({ start }) => {
  let beside: Beside;
  let panel: Panel;

  beforeAll(async () => {
    beside = await start();
    await beside.goto('Fjord', 'medications', 'Clarithromycin');
    panel = await beside.openPanel();
    await panel.waitForText(/DOSE 1\.3 mg\/m² · 2\.34 mg/, 30_000);
  });
  afterAll(() => beside?.close());

  test('reading, grading and advice leave the document as it was', async () => {
    await beside.inPage('await still();');
    const before = await beside.inPage('return document.documentElement.outerHTML;');
    await beside.inPage('await sleep(1500);');
    expect(await beside.inPage('return document.documentElement.outerHTML;'), 'OpenMRS is at rest').toBe(before);
    await panel.readAgain();
    await panel.waitForText(/DOSE 1\.3 mg\/m² · 2\.34 mg/);
    await panel.choose('grade', '2');
    await panel.choose('pain', 'yes');
    expect(await panel.sectionText('Advice')).toMatch(/0\.7 mg\/m²/);
    expect(await beside.inPage('return document.documentElement.outerHTML;')).toBe(before);
  });

  test('the next patient, opened by search: no value, answer or advice of the former one', async () => {
    await panel.unfold('What was read');
    expect(await panel.text(), 'the watch would not see the former values').toMatch(FORMER);
    await panel.run(WATCH_PANEL);
    await beside.inPage(WATCH_PAGE);
    await beside.inPage(openBySearch('Glacier'));
    await beside.inPage(untilShown('Glacier', 'Velcade'));
    await panel.waitForText(/2 bortezomib orders: choose one/, 30_000);
    expect(await beside.inPage('return window.stillHere;'), 'no page was loaded').toBe(true);

    const goneAt = Number(await beside.inPage('return window.formerGoneAt;'));
    const samples = (await panel.run('return window.samples;')) as Sample[];
    expect(goneAt).toBeGreaterThan(0);
    const seen = samples.map(({ until, text }) => ({
      msAfterChange: until - goneAt,
      former: FORMER.exec(text)?.[0] ?? null,
      next: NEXT.exec(text)?.[0] ?? null,
    }));
    expect(
      seen.filter(({ former, next }) => former && next),
      'never the one beside the other',
    ).toEqual([]);
    expect(
      seen.filter(({ former, msAfterChange }) => former && msAfterChange > BLANK_WITHIN_MS),
      'the former values are gone at once and do not come back',
    ).toEqual([]);
  });

  test('the next patient is assessed anew', async () => {
    const answered = await panel.run(
      `return document.querySelectorAll('input[name="grade"]:checked, input[name="pain"]:checked').length;`,
    );
    expect(answered).toBe(0);
  });
});
