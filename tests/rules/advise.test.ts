import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evaluate, parseContext } from '../../rules/index.ts';
import { contentDigestFile, DIGEST_FILE } from '../../scripts/generate-content-digest.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/advise.ts', import.meta.url));
const advise = (input: string) => spawnSync(process.execPath, [SCRIPT], { input, encoding: 'utf8' });

describe('the advise command', { timeout: 30_000 }, () => {
  it('prints the same evaluation that the module gives', () => {
    const context = { order: { drug: 'bortezomib', dosePerBsa: 1.3 }, assessment: { sensoryGrade: 3 } };
    const parsed = parseContext(context);
    const { status, stdout, stderr } = advise(JSON.stringify(context));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(parsed.ok && evaluate(parsed.value))));
  });
  it.each([
    ['', '(root): standard input is empty\n'],
    ['{', '(root): not JSON'],
    ['{"order":{"drug":"bortezomib","dosePerBsa":13}}', 'order.dosePerBsa: 13 is out of range'],
    ['{"order":{"drug":"bortezomib","dosePerBsa":0.7,"dosePerBsa":1.3}}', 'order.dosePerBsa: is given more than once'],
  ])('refuses %j with exit 2 and nothing on standard output', (input, reason) => {
    const { status, stdout, stderr } = advise(input);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
  });
});

describe('the identity of the content', () => {
  it('is that of the present files (npx node scripts/generate-content-digest.ts brings it up to date)', () => {
    expect(readFileSync(DIGEST_FILE, 'utf8')).toBe(contentDigestFile());
  });
});
