import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/parse.ts', import.meta.url));
const run = (input: string) => spawnSync(process.execPath, [script], { input, encoding: 'utf8' });

describe('parse command', () => {
  it('answers each line with exactly the fields of the interchange format, in order', () => {
    const { status, stdout } = run(
      `${JSON.stringify({ id: 'a', text: 'VCD: bortezomib 1.3 mg/m2 SC days 1, 8, 15, 22 q28d, on hold' })}\n\n${JSON.stringify({ id: 2, text: 'Allergic to Velcade' })}`,
    );
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        id: 'a',
        kind: 'order',
        drug: 'bortezomib',
        dosePerBsa: 1.3,
        doseMg: null,
        route: 'SC',
        days: [1, 8, 15, 22],
        cycleLengthDays: 28,
        frequency: 'weekly',
        regimen: 'CyBorD',
        status: 'held',
      },
      {
        id: 2,
        kind: 'allergy',
        drug: null,
        dosePerBsa: null,
        doseMg: null,
        route: null,
        days: null,
        cycleLengthDays: null,
        frequency: null,
        regimen: null,
        status: null,
      },
    ]);
  });

  it('names a bad line by its number, goes on, and ends with 2', () => {
    const { status, stdout, stderr } = run(`not json\n{"id":1}\n[1]\n{"id":3,"text":"Velcade 1 mg/m2 i.v."}\n`);
    expect(status).toBe(2);
    expect(stderr).toMatch(/line 1: .*\n.*line 2: .*\n.*line 3: /s);
    expect(stderr).not.toContain('not json\n');
    expect(JSON.parse(stdout)).toMatchObject({ id: 3, dosePerBsa: 1, route: 'IV' });
  });
});
