/** What is put into every page: without a word of medicine. How large it may be: scripts/size-budget.ts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (target) => {
  const code = readFileSync(path.join(OUTPUT, target, 'ehr.js'), 'utf8');

  test('it brings no words of its own: they come from the panel', () => {
    expect(code, 'it reads pages').toContain('getBoundingClientRect');
    const own = code.replaceAll('bortezomib-outline', '').replaceAll('bortezomibReader', '');
    expect(own).not.toMatch(/bortezo|velcade|creatin|kreatin|subcut|intraven|allerg|neuropath|dexameth/i);
  });
});
