/**
 * `npm run soak`: a day in a clinic in some minutes. The built extension beside the made-up EHR in real Chromium, with
 * 2,000 openings of charts over 60 patients, edits, other tabs, a background that is ended, and half way a restart of the
 * browser with a newer version. Exit code 1 at the first wrong value, error, request or advice, with what led to it.
 *
 *   -- --openings N   fewer or more openings
 *   -- --json         the figures as JSON
 *   SEED=N            another day
 *
 * A locked screen and minutes without use cannot be brought about in a browser without a user: there the panel's own timer
 * and its listener for the browser's event are what is set off.
 */
import { soak } from '../tests/soak/clinic-day.ts';
import { argumentsOf } from './command-line.ts';
import { keepPerformance } from './performance-page.ts';

const { values } = argumentsOf(import.meta.url, {
  options: { openings: { type: 'string', default: '2000' }, json: { type: 'boolean', default: false } },
});

const figures = await soak({
  openings: Number(values.openings),
  seed: Number(process.env.SEED ?? 20261122),
  progress: (line) => process.stderr.write(`${line}\n`),
});
const text = Object.entries(figures)
  .map(([name, value]) => `${name.padEnd(46)} ${value}`)
  .join('\n');
keepPerformance({ name: 'soak', result: figures, text });
console.log(values.json ? JSON.stringify(figures, null, 2) : text);
