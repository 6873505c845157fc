/**
 * A thousand changes of patient at random beside the real panel, which is watched all the time: no value and no answer
 * of a former patient once the next one's banner stands, and what is read at rest is the truth (H01, H02, H14, H16, H20).
 */
import path from 'node:path';
import { expect, test } from 'vitest';
import { SwitchingRun } from './switching-run.ts';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');
const SWITCHES = 1000;
/** The same thousand every time, unless told otherwise: a failure can be looked at again. */
const SEED = Number(process.env.SEED ?? 20261122);

test(`${SWITCHES} random switches: nothing of a former patient, and the truth at rest`, async () => {
  const startedAt = Date.now();
  const run = await SwitchingRun.start({ extensionDir: EXTENSION, patients: 9, seed: SEED });
  try {
    while (run.done < SWITCHES) {
      if ((run.rests + 1) % 12 === 0) await run.awayAndBack();
      await run.switchAndRest();
      if (run.rests % 5 === 2) await run.glance();
      if (run.rests % 4 === 0) await run.answer('2', 'yes');
      await run.compareNow();
    }
    const seconds = (Date.now() - startedAt) / 1000;
    process.stdout.write(`${run.summary()}, ${seconds.toFixed(0)} s\n`);
    expect(run.faults).toEqual([]);
  } finally {
    await run.close();
  }
}, 180_000);
