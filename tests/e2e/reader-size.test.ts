/** What is put into every page: small, and without a word of medicine. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');
const LIMIT_BYTES = 25_000;

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (target) => {
  const code = readFileSync(path.join(OUTPUT, target, 'ehr.js'), 'utf8');

  test('the script in the page is at most 25 kB gzip', () => {
    expect(code, 'it reads pages').toContain('getBoundingClientRect');
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(LIMIT_BYTES);
  });

  test('it brings no words of its own: they come from the panel', () => {
    const own = code.replaceAll('bortezomib-outline', '').replaceAll('bortezomibReader', '');
    expect(own).not.toMatch(/bortezo|velcade|creatin|kreatin|subcut|intraven|allerg|neuropath|dexameth/i);
  });
});
