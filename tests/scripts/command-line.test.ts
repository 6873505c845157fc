/** What a command says when it is asked how it is used, or is given what it does not know. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.resolve(import.meta.dirname, '../../scripts/package.ts'), ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

test('--help prints how the command is used and does nothing', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^`npm run package`: .*\n[\s\S]*--hosts PATTERN/);
  expect(stdout).not.toMatch(/^\s*\*/m);
});

test('an option that is not known is named, with how the command is used, and no stack', () => {
  const { status, stdout, stderr } = run('--host', 'x');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Unknown option '--host'\.\n\n[\s\S]*--hosts PATTERN/);
  expect(stderr).not.toMatch(/^\s*at /m);
});
