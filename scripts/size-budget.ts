/**
 * How large the built extension may be, compressed as a store would carry it: what is put into every page, and what the panel
 * loads. `node scripts/size-budget.ts FOLDER` ends a build that is larger with exit code 1 and says by how much.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes gzip: the page's script, and parts of the panel, each with everything before it. */
export const BUDGET = {
  /** put into every frame of every page that is read */
  inThePage: 25_000,
  firstPaint: 45_000,
  /** until advice is on the screen: React's API, the rules, the view of an order */
  panel: 140_000,
  /** with the grammar, which turns the collected page into a reading beside the first paint */
  panelAndReader: 190_000,
  everything: 220_000,
};
export type Part = keyof typeof BUDGET;

const READER = /^qualify-/;
/** Chunks that are loaded only when somebody opens the part, or when a policy has to be checked. */
const WHEN_WANTED = /^(?:answer-search|PatientHandout|CdsHooksCopy|site-settings)-/;

/** The files of each part of a built extension. */
export function partsOf(folder: string): Record<Part, Set<string>> {
  const html = readFileSync(path.join(folder, 'sidepanel.html'), 'utf8');
  const [, entry = ''] = /<script[^>]* src="\/([^"]+\.js)"/.exec(html) ?? [];
  const firstPaint = withImports(path.join(folder, entry));
  return {
    inThePage: new Set([path.join(folder, 'ehr.js')]),
    firstPaint,
    panel: withLoaded(firstPaint, (name) => !WHEN_WANTED.test(name) && !READER.test(name)),
    panelAndReader: withLoaded(firstPaint, (name) => !WHEN_WANTED.test(name)),
    everything: withLoaded(firstPaint, () => true),
  };
}

/** Whether a chunk is loaded only when it is wanted, or is the reader's. */
export const isWhenWanted = (file: string): boolean => WHEN_WANTED.test(path.basename(file));
export const isReader = (file: string): boolean => READER.test(path.basename(file));

/** Bytes gzip of files together, each compressed by itself as it is carried. */
export const sizeOf = (files: Iterable<string>): number =>
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

/** Size and budget of each part of a built extension. */
export function weighed(folder: string): { part: Part; size: number; most: number; met: boolean }[] {
  const parts = partsOf(folder);
  return (Object.keys(BUDGET) as Part[]).map((part) => {
    const size = sizeOf(parts[part]);
    return { part, size, most: BUDGET[part], met: size <= BUDGET[part] };
  });
}

if (import.meta.main) {
  const folder = process.argv[2] ?? '';
  for (const { part, size, most, met } of weighed(folder)) {
    if (met) continue;
    process.stderr.write(`${folder}: ${part} is ${size} bytes gzip, ${size - most} more than its budget of ${most}\n`);
    process.exitCode = 1;
  }
}
