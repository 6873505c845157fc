/**
 * How much code the panel loads, compressed as a store would carry it: the page's script with everything it imports, then
 * what that loads by itself until advice is on the screen (React's API, the rules, the view of an order), the grammar that
 * reads beside it, then all there is.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');
/** bytes gzip */
const MOST = { firstPaint: 45_000, panel: 140_000, panelAndReader: 190_000, everything: 220_000 };
/** What turns the collected page into a reading: the grammar, a chunk of its own that was in the page's script before. */
const READER = /^qualify-/;
/** Chunks that are loaded only when somebody opens the part, or when a policy has to be checked. */
const WHEN_WANTED = /^(?:answer-search|PatientHandout|CdsHooksCopy|site-settings)-/;

const sizeOf = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);

/** A script and everything that it imports before it runs. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g))
    withImports(path.join(path.dirname(file), name), seen);
  return seen;
}

/** What a script loads by itself while it runs for the first time, or later when a part is wanted. */
function loadedLater(files: Set<string>): string[] {
  return [...files].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/import\(\s*["'`](\.[^"'`]+\.js)["'`]\s*\)/g)].map(([, name = '']) =>
      path.join(path.dirname(file), name),
    ),
  );
}

/** With these scripts, what they load later as far as `isMeant`, and so on. */
function withLoaded(files: Set<string>, isMeant: (name: string) => boolean): Set<string> {
  const all = new Set(files);
  for (let before = -1; before < all.size; ) {
    before = all.size;
    for (const file of loadedLater(all)) if (isMeant(path.basename(file))) withImports(file, all);
  }
  return all;
}

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (target) => {
  const html = readFileSync(path.join(OUTPUT, target, 'sidepanel.html'), 'utf8');
  const [, entry = ''] = /<script[^>]* src="\/([^"]+\.js)"/.exec(html) ?? [];
  const firstPaint = withImports(path.join(OUTPUT, target, entry));
  const panel = withLoaded(firstPaint, (name) => !WHEN_WANTED.test(name) && !READER.test(name));
  const panelAndReader = withLoaded(firstPaint, (name) => !WHEN_WANTED.test(name));
  const everything = withLoaded(firstPaint, () => true);
  const parts = { firstPaint, panel, panelAndReader, everything };

  test('the parts are what they are called', () => {
    const holds = (files: Set<string>, words: string) =>
      [...files].some((file) => readFileSync(file, 'utf8').includes(words));
    expect(holds(firstPaint, 'patient-context'), 'the head of the panel').toBe(true);
    expect(holds(firstPaint, 'grade-1-with-pain-or-grade-2'), 'the first paint waits for no rule').toBe(false);
    expect(holds(panel, 'grade-1-with-pain-or-grade-2'), 'the rules').toBe(true);
    expect(holds(panel, 'Molestias en los nervios'), 'the sheet for the patient comes when wanted').toBe(false);
    expect(holds(everything, 'Molestias en los nervios')).toBe(true);
    const loaded = [...everything].map((file) => path.basename(file));
    expect(loaded.filter((name) => WHEN_WANTED.test(name))).toHaveLength(4);
    expect(loaded.filter((name) => READER.test(name))).toHaveLength(1);
  });

  test.each(Object.entries(MOST))('%s: under %i bytes gzip', (part, most) => {
    const size = sizeOf(parts[part as keyof typeof parts]);
    process.stderr.write(`${target}: ${part} ${size} bytes gzip\n`);
    expect(size).toBeLessThan(most);
  });
});
