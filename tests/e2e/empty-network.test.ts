/**
 * The whole demo in a network in which nothing but loopback exists: it needs nothing from outside, and nothing that it
 * might try to send could arrive anywhere. Making such a network takes Linux and root.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const IN_EMPTY_NETWORK = ['--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

const possible = spawnSync('unshare', [...IN_EMPTY_NETWORK, 'true']).status === 0;

test.skipIf(!possible)('the demo plays to its end without any network', () => {
  const outside = spawnSync(
    'unshare',
    [
      ...IN_EMPTY_NETWORK,
      process.execPath,
      '-e',
      "require('net').connect(443, '192.0.2.1').on('error', (e) => console.log(e.code))",
    ],
    { encoding: 'utf8' },
  );
  expect(outside.stdout, 'there is no way out').toContain('ENETUNREACH');

  const demo = spawnSync(
    'unshare',
    [...IN_EMPTY_NETWORK, process.execPath, path.join(ROOT, 'scripts/start-demo.ts'), '--headless'],
    { cwd: ROOT, encoding: 'utf8', timeout: 100_000 },
  );
  expect(demo.stderr + demo.stdout).toMatch(/withhold/i);
  expect(demo.stdout).toMatch(/0\.7 mg\/m² once weekly/);
  expect(demo.stdout).toContain('1.26 mg');
  expect(demo.status).toBe(0);
});
