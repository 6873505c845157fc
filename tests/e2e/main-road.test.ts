/**
 * The main road in the real browsers: open the order, click the toolbar button, grade, get the advice, copy the note, go
 * on to the next patient. Without a display and on one (Xvfb), in light and dark.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Panel } from '../../scripts/drive/panel.ts';
import { startVirtualDisplay, type VirtualDisplay } from '../../scripts/drive/virtual-display.ts';
import { findXvfb } from '../../scripts/find-browsers.mjs';
import { type Beside, besideInChromium, besideInFirefox, clickPatient } from './beside-the-demo-ehr.ts';

const noXvfb = findXvfb() === undefined ? ' (skipped: no Xvfb on this machine, apt-get install xvfb)' : '';

/** Every copy that was asked for, as the clipboard would hold it. */
const COPIES = `window.copies = []; navigator.clipboard.writeText = async (text) => { window.copies.push(text); };`;
/** How bright the panel is: 0 black, 1 white. */
const BRIGHTNESS = `
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;`;

/** A click on the button has the page read once more: waits until an order has stood there for a moment. */
async function untilAtRest(panel: Panel): Promise<void> {
  for (let since = Date.now(); Date.now() - since < 500; ) {
    await panel.waitForState(['ready', 'partly-read']);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (!['ready', 'partly-read'].includes(await panel.state())) since = Date.now();
  }
}

describe.each([
  { name: 'Chromium, headless', start: besideInChromium, headed: false },
  { name: 'Firefox ESR, headless', start: besideInFirefox, headed: false },
  { name: `Chromium on a display${noXvfb}`, start: besideInChromium, headed: true },
  { name: `Firefox ESR on a display${noXvfb}`, start: besideInFirefox, headed: true },
])('the main road in $name', ({ start, headed }) => {
  describe.skipIf(headed && noXvfb !== '')('', () => {
    let display: VirtualDisplay | undefined;
    let beside: Beside;
    let panel: Panel;
    let widthBefore: number;

    beforeAll(async () => {
      display = headed ? await startVirtualDisplay() : undefined;
      beside = await start({ display: display?.name });
      await beside.goto('demo-1');
      widthBefore = Number(await beside.inPage('return innerWidth;'));
      panel = await beside.openPanel();
      await panel.waitForState(['ready', 'partly-read']);
    });
    afterAll(async () => {
      await beside?.close();
      display?.close();
    });

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

    test('the panel stands beside the page, which makes room for it', async () => {
      expect(await panel.run('return [document.visibilityState, innerWidth > 250, innerHeight > 400];')).toEqual([
        'visible',
        true,
        true,
      ]);
      const panelWidth = Number(await panel.run('return innerWidth;'));
      await expect.poll(() => beside.inPage('return innerWidth;'), { timeout: 3000 }).toBeLessThan(widthBefore - 250);
      expect(Number(await beside.inPage('return innerWidth;')) + panelWidth).toBeLessThanOrEqual(widthBefore);
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

    test('grade 1 without pain: no change', async () => {
      await panel.choose('grade', '1');
      await panel.choose('pain', 'no');
      const advice = await panel.sectionText('Advice');
      expect(advice).toMatch(/no change/i);
      expect(advice).not.toMatch(/withhold/i);
    });

    test.each(['light', 'dark'] as const)(
      '%s, grade 2 with pain: withhold, then 0.7 mg/m² once weekly, in mg and mL; the note is copied; the next patient begins from nothing',
      async (scheme) => {
        await beside.goto('demo-1');
        // Firefox takes the right to read a tab back with each document
        await beside.openPanel();
        await untilAtRest(panel);
        await beside.inColours(scheme);
        const bright = () => panel.run(BRIGHTNESS);
        if (scheme === 'light') await expect.poll(bright).toBeGreaterThan(0.7);
        else await expect.poll(bright).toBeLessThan(0.3);

        await panel.choose('grade', '2');
        await panel.choose('pain', 'yes');
        const advice = await panel.sectionText('Advice');
        expect(advice).toMatch(/withhold/i);
        expect(advice).toMatch(/0\.7 mg\/m²\s+once weekly/);
        expect(advice).toContain('1.26 mg');
        expect(advice).toMatch(/0\.5 mL at 2\.5 mg\/mL/);

        await panel.run(`${COPIES} document.querySelector('input[name="plan"][value="0"]').click();
          await new Promise((resolve) => setTimeout(resolve, 50));
          document.querySelector('.note-actions button').click();`);
        await panel.waitForText(/Copied, exactly as shown/);
        const [note] = (await panel.run('return window.copies;')) as string[];
        expect(note).toMatch(/^Plan: withhold until .* 0\.7\smg\/m²/m);
        expect(note).toMatch(/^Source: /m);

        await beside.inPage(clickPatient('demo-3'));
        await panel.waitForText(/1\.12 mg/);
        const next = await panel.text();
        expect(next).not.toMatch(/2\.34 mg|1\.26 mg|DEMO-0001/);
        expect(await panel.run(`return document.querySelectorAll('input[name="grade"]:checked').length;`)).toBe(0);
      },
    );
  });
});
