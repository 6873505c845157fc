/** README's table of what is tested where, held against the tests themselves. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TESTS = path.join(ROOT, 'tests');

const section = readFileSync(path.join(ROOT, 'README.md'), 'utf8').split('## What is tested where')[1] ?? '';
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => {
    const [what = '', chromium = '', firefox = '', files = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { what, chromium, firefox, files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file) };
  });

/** The tests behind a name of the table: a file, or every test in a folder. */
function testsOf(name: string): string[] {
  const named = path.join(TESTS, name);
  if (!existsSync(named)) return [];
  return statSync(named).isDirectory() ? globSync(`${named}/**/*.test.{ts,tsx}`) : [named];
}
const DRIVES_CHROMIUM =
  /\b(?:launchChromium|\w+InChromium|Chromium\.launch|hostileGround|SwitchingRun|WatchedSwitches)\b/i;
const DRIVES_FIREFOX = /\b(?:\w+InFirefox|Firefox\.launch|FirefoxGround|firefoxUnderPolicies)\b/i;
const says = (file: string, what: RegExp) => what.test(readFileSync(file, 'utf8'));

describe('what is tested where', () => {
  test('the table is there', () => {
    expect(rows.length).toBeGreaterThan(10);
  });

  test.each(rows)('$what: the files exist and drive these browsers', ({ chromium, firefox, files }) => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(testsOf(file), file).not.toEqual([]);
    const all = files.flatMap(testsOf).filter((file) => !file.includes('/soak/'));
    const drives = (what: RegExp) => all.some((file) => says(file, what));
    if (all.length === 0) return;
    expect(drives(DRIVES_CHROMIUM), 'Chromium').toBe(!/^no$/.test(chromium));
    expect(drives(DRIVES_FIREFOX), 'Firefox').toBe(!/^(?:no|on a model)$/.test(firefox));
  });

  test('every test that drives a browser stands in it', () => {
    const named = new Set(rows.flatMap(({ files }) => files.flatMap(testsOf)));
    const driving = globSync(`${TESTS}/**/*.test.{ts,tsx}`).filter(
      (file) =>
        !file.includes('node_modules') &&
        file !== import.meta.filename &&
        (says(file, DRIVES_CHROMIUM) || says(file, DRIVES_FIREFOX)),
    );
    expect(driving.length).toBeGreaterThan(20);
    expect(driving.filter((file) => !named.has(file)).map((file) => path.relative(TESTS, file))).toEqual([]);
  });
});
