/** The size budget, and that its parts hold what they are called after. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUDGET, isReader, isWhenWanted, type Part, partsOf, sizeOf } from '../../scripts/size-budget.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (target) => {
  const folder = path.join(ROOT, '.output', target);
  const parts = partsOf(folder);

  test('the parts are what they are called', () => {
    const { firstPaint, panel, everything } = parts;
    const holds = (files: Set<string>, words: string) =>
      [...files].some((file) => readFileSync(file, 'utf8').includes(words));
    expect(holds(firstPaint, 'patient-context'), 'the head of the panel').toBe(true);
    expect(holds(firstPaint, 'grade-1-with-pain-or-grade-2'), 'the first paint waits for no rule').toBe(false);
    expect(holds(panel, 'grade-1-with-pain-or-grade-2'), 'the rules').toBe(true);
    expect(holds(panel, 'Molestias en los nervios'), 'the sheet for the patient comes when wanted').toBe(false);
    expect(holds(everything, 'Molestias en los nervios')).toBe(true);
    expect([...everything].filter(isWhenWanted)).toHaveLength(4);
    expect([...everything].filter(isReader)).toHaveLength(1);
  });

  test.each(Object.entries(BUDGET))('%s: at most %i bytes gzip', (part, most) => {
    const size = sizeOf(parts[part as Part]);
    process.stderr.write(`${target}: ${part} ${size} bytes gzip\n`);
    expect(size).toBeLessThanOrEqual(most);
  });
});

test('a build that is larger than its budget fails, and says by how much', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'too-large-'));
  try {
    cpSync(path.join(ROOT, '.output/chrome-mv3'), folder, { recursive: true });
    const check = () => spawnSync(process.execPath, [path.join(ROOT, 'scripts/size-budget.ts'), folder]);
    expect(check().status).toBe(0);
    const noise = Array.from({ length: 30_000 }, () => Math.random().toString(36)).join('');
    writeFileSync(path.join(folder, 'ehr.js'), noise);
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(String(stderr)).toMatch(/inThePage is \d+ bytes gzip, \d+ more than its budget of 25000/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
