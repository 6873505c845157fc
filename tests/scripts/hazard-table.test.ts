import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HAZARD_TABLE, HAZARDS, hazardTable } from '../../scripts/generate-hazard-table.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Texts in quotation marks where a test or a group of tests begins: its title, and what `each` is given. */
function titlesIn(source: string): string[] {
  const begins = source.matchAll(/^\s*(?:(?:describe|test|it)\b|\]\)\().*(?:\n.*)?/gm);
  return [...begins].flatMap(([text]) =>
    [...text.matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/g)].map(([, , said]) => said ?? ''),
  );
}

describe('the hazard table', () => {
  it('has H01 to H36, each with a control, the code that holds it and a test', () => {
    expect(HAZARDS.map(({ id }) => id)).toEqual(
      Array.from({ length: 36 }, (_, index) => `H${String(index + 1).padStart(2, '0')}`),
    );
    for (const { id, control, code, tests } of HAZARDS)
      expect([control.length > 20, code.length > 0, tests.length > 0], id).toEqual([true, true, true]);
  });

  it.each(HAZARDS)('$id names code and tests that exist', ({ code, tests }) => {
    for (const file of code) expect(existsSync(join(ROOT, file)), file).toBe(true);
    for (const { file, title } of tests) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      const titles = titlesIn(readFileSync(join(ROOT, file), 'utf8'));
      expect(
        titles.some((written) => written.includes(title)),
        `${file}: ${title}`,
      ).toBe(true);
    }
  });

  it('is the one that a reviewer reads (npx node scripts/generate-hazard-table.ts)', () => {
    expect(readFileSync(HAZARD_TABLE, 'utf8').replaceAll('\r\n', '\n')).toBe(hazardTable());
  });
});
