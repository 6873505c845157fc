/** What `npm run package` does not accept ends it with the reason, before anything is built or written. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const place = mkdtempSync(path.join(tmpdir(), 'arguments-'));
const out = path.join(place, 'out');
const own = ['--hosts', 'https://ehr.example.org/*'];

function run(args: string[], settings?: string) {
  const file = path.join(place, 'settings.json');
  if (settings !== undefined) writeFileSync(file, settings);
  const withSettings = settings === undefined ? args : [...args, '--settings', file];
  return spawnSync(process.execPath, ['scripts/package.ts', ...withSettings, '--out', out], { encoding: 'utf8' });
}

test.each<[string, string[], string | undefined, RegExp]>([
  ['every site', ['--hosts', '*://*/*'], undefined, /^\*:\/\/\*\/\*: write a host as https:/],
  ['one of several hosts', [...own, '--hosts', 'ehr.example.org'], undefined, /^ehr\.example\.org: write/],
  ['a setting of the wrong type', own, '{"enabled":"yes"}', /^enabled: .*boolean/],
  ['an unknown setting', own, '{"enabeld":true}', /^enabeld: .*no such setting/],
  ['an unsafe protocol', own, '{"siteProtocol":{"formatVersion":1,"site":"X","doses":[]}}', /^siteProtocol: .*doses/],
  ['a host that the package could not read', own, '{"hosts":["https://other.example.org/*"]}', /not among --hosts/],
  ['no JSON', own, '{', /not a JSON object/],
])('%s', (_name, args, settings, reason) => {
  const { status, stderr, stdout } = run(args, settings);
  expect(stderr).toMatch(reason);
  expect(stdout).toBe('');
  expect(status).toBe(2);
  expect(existsSync(out)).toBe(false);
});

test('settings that are not there', () => {
  const { status, stderr } = run([...own, '--settings', path.join(place, 'nowhere.json')]);
  expect(stderr).toMatch(/nowhere\.json: no such file/);
  expect(status).toBe(2);
});
