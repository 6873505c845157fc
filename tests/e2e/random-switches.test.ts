/**
 * Changes of patient at random beside the real panel, which is watched all the time: no value and no answer of a former
 * patient once the next one's banner stands, and what is read at rest is the truth (H01, H02, H14, H16, H20). A thousand in
 * Chromium, some in Firefox; SWITCHES_IN_FIREFOX=1000 for as many there.
 */
import path from 'node:path';
import { expect, test } from 'vitest';
import { Firefox } from '../../scripts/drive/firefox.ts';
import { panelInSidebar } from '../../scripts/drive/panel.ts';
import { serveSwitchingEhr } from './switching-ehr.ts';
import { SwitchingRun } from './switching-run.ts';
import { WatchedSwitches } from './watched-switches.ts';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');
const SWITCHES = 1000;
const SWITCHES_IN_FIREFOX = Number(process.env.SWITCHES_IN_FIREFOX ?? 110);
/** The same ones every time, unless told otherwise: a failure can be looked at again. */
const SEED = Number(process.env.SEED ?? 20261122);
const PATIENTS = { patients: 9, seed: SEED };

/** Switches, now and then a glance at another patient's order, answers; and a comparison of all that was shown. */
async function round(run: WatchedSwitches): Promise<void> {
  await run.switchAndRest();
  if (run.rests % 5 === 2) await run.glance();
  if (run.rests % 4 === 0) await run.answer('2', 'yes');
  await run.compareNow();
}

function report(run: WatchedSwitches, startedAt: number): void {
  process.stdout.write(`${run.summary()}, ${((Date.now() - startedAt) / 1000).toFixed(0)} s\n`);
  expect(run.faults).toEqual([]);
}

test(`${SWITCHES} random switches: nothing of a former patient, and the truth at rest`, async () => {
  const startedAt = Date.now();
  const run = await SwitchingRun.start({ ...PATIENTS, extensionDir: path.join(OUTPUT, 'chrome-mv3') });
  try {
    while (run.done < SWITCHES) {
      if ((run.rests + 1) % 12 === 0) await run.awayAndBack();
      await round(run);
    }
    report(run, startedAt);
  } finally {
    await run.close();
  }
}, 180_000);

test(`${SWITCHES_IN_FIREFOX} random switches in Firefox: the same`, async () => {
  const startedAt = Date.now();
  const ehr = await serveSwitchingEhr(PATIENTS.patients);
  const firefox = await Firefox.launch({ extensionDir: path.join(OUTPUT, 'firefox-mv3'), headless: true });
  let run: WatchedSwitches | undefined;
  try {
    await firefox.goto(`${ehr.url}?p=0`);
    await firefox.openPanel();
    const stage = { panel: panelInSidebar(firefox), inPage: (body: string) => firefox.inPage(body) };
    run = await WatchedSwitches.on(stage, PATIENTS);
    while (run.done < SWITCHES_IN_FIREFOX) await round(run);
    report(run, startedAt);
  } finally {
    run?.end();
    await firefox.close();
    ehr.close();
  }
}, 180_000);
