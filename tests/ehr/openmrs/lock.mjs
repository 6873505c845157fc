/**
 * Writes package-lock.json anew from package.json: `npm run lock`, after a version was changed there. Plain Node.
 * Each package of OpenMRS carries its finished bundle, so only the packages themselves are locked. What they list as
 * dependencies is needed to build them (about 1 GB), not to run them; `npm ci` installs what a lockfile names, from
 * whatever registry the machine is set to, and checks the integrity.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const { name, version, dependencies } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));

/** @type {Record<string, object>} */
const packages = { '': { name, version, dependencies } };
for (const [dependency, exact] of Object.entries(dependencies)) {
  const answer = execFileSync('npm', ['view', '--json', `${dependency}@${exact}`, 'dist', 'license'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { dist, license } = JSON.parse(answer);
  packages[`node_modules/${dependency}`] = {
    version: exact,
    integrity: dist.integrity,
    license,
  };
}
const lock = { name, version, lockfileVersion: 3, requires: true, packages };
writeFileSync(path.join(here, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
