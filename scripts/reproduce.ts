/**
 * `npm run reproduce`: makes all packages twice, from copies of the sources at two different places and under different
 * surroundings (time zone, language), and compares every byte.
 *
 *   --install    each copy installs its packages anew from the lockfile (npm ci) instead of taking the ones of this folder
 *
 * Exit code 1 and the names of the files that differ, where any does.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argumentsOf } from './command-line.ts';
import { ROOT } from './ensure-installed.mjs';
import { ensureKey } from './package/archives.ts';
import { copySources, ELSEWHERE, linkPackages } from './package/build-elsewhere.ts';

const { values } = argumentsOf(import.meta.url, { options: { install: { type: 'boolean', default: false } } });
const HOSTS = ['--hosts', 'https://ehr.example.org/*', '--base-url', 'https://updates.example.org/sidebar/'];

const place = mkdtempSync(path.join(tmpdir(), 'reproduce-'));
try {
  const keyFile = path.join(place, 'key.pem');
  ensureKey(keyFile);
  const [first = [], second = []] = [
    packagesOf(path.join(place, 'a'), keyFile, {}),
    packagesOf(path.join(place, 'another place', 'with a longer name'), keyFile, ELSEWHERE),
  ];
  const differing = [...new Set([...first, ...second])].filter(
    (line) => !(first.includes(line) && second.includes(line)),
  );
  if (differing.length > 0) {
    console.log(`NOT the same:\n${[...new Set(differing.map((line) => line.split('  ')[1]))].join('\n')}`);
    process.exitCode = 1;
  } else {
    console.log(first.join('\n'));
    console.log(`${first.length} files, the same bytes from both places`);
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}

/** The checksums of everything that is packaged from a copy of the sources. */
function packagesOf(copy: string, keyFile: string, surroundings: NodeJS.ProcessEnv): string[] {
  console.error(`packaging in ${path.basename(copy)}`);
  copySources(ROOT, copy);
  if (values.install) execute('npm', ['ci', '--no-audit', '--no-fund'], copy, surroundings);
  else linkPackages(ROOT, copy);
  const out = path.join(copy, 'packages');
  execute('npm', ['run', '--silent', 'package', '--', ...HOSTS, '--key', keyFile, '--out', out], copy, surroundings);
  return readFileSync(path.join(out, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
}

function execute(command: string, args: string[], cwd: string, surroundings: NodeJS.ProcessEnv): void {
  const { status, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...surroundings },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
}
