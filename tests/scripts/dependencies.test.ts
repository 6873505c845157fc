/** What is installed and what is shipped: pinned, from the lockfile alone, licences known, install scripts named, provenance written down. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shippedLibraries } from '../../scripts/package/shipped-libraries.ts';

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  hasInstallScript?: boolean;
}

const PLACES = ['.', 'tests/ehr/medplum', 'tests/bench', 'tests/mutation'];
/** Node itself, which puts its binary for this machine into place. */
const MAY_RUN_AT_INSTALL = ['node_modules/node'];
const LICENCES = ['MIT', 'ISC', 'Apache-2.0', 'MPL-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MIT OR Apache-2.0'];

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const root = read('package.json');
const locked: Record<string, Locked> = read('package-lock.json').packages;
const installed = Object.entries(locked).filter(([name]) => name !== '');

test.each(PLACES)('every direct dependency is pinned to one version: %s', (place) => {
  const { dependencies = {}, devDependencies = {} } = read(`${place}/package.json`);
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/);
  }
});

test('every package in the lockfile has its checksum, and none is bound to one registry', () => {
  expect(installed.length).toBeGreaterThan(100);
  for (const [name, { integrity, resolved }] of installed) {
    expect(integrity, name).toMatch(/^sha512-/);
    expect(resolved, name).toBeUndefined();
  }
});

test('only named packages run anything when they are installed', () => {
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name)).toEqual(
    MAY_RUN_AT_INSTALL,
  );
  expect(Object.keys(root.allowScripts)).toEqual(MAY_RUN_AT_INSTALL.map((name) => name.replace('node_modules/', '')));
});

test('every licence is one that is known', () => {
  for (const [name, { license }] of installed) expect(LICENCES, name).toContain(license);
});

describe('what is shipped', () => {
  const provenance = readFileSync('docs/adr/0012-what-is-shipped.md', 'utf8');
  const shipped = shippedLibraries('.');
  test.each(shipped.map(({ name, version, license }) => [`${name} ${version}`, license] as const))(
    '%s is in the record of decisions, with its licence',
    (library, license) => {
      expect(provenance).toMatch(new RegExp(`^\\| ${library.replaceAll('.', '\\.')} \\| ${license} \\|`, 'm'));
    },
  );
  test('and nothing else is', () => {
    const rows = [...provenance.matchAll(/^\| (@?[a-z/-]+[\w-]* \d+\.\d+\.\d+) \|/gm)].map(([, library]) => library);
    expect(new Set(rows)).toEqual(new Set(shipped.map(({ name, version }) => `${name} ${version}`)));
  });
});
