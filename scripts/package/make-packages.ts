/** Builds the packages and writes all files that go with them, the same bytes from the same sources and key. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ManagedValues } from '../../settings/managed-keys.ts';
import { buildCommand, TARGETS } from '../build.mjs';
import { ROOT, run } from '../ensure-installed.mjs';
import { policyFiles } from '../policy/policy-files.ts';
import { ensureKey, extensionIdOf, filesBelow, sha256Of, writeCrx, zipOf } from './archives.ts';
import { type PackageOptions, packageEnvironment } from './package-options.ts';
import { cycloneDx } from './sbom.ts';
import { chromiumUpdateManifest, firefoxUpdateManifest } from './update-manifests.ts';

const NAME = 'bortezomib-neuropathy-sidebar';

export interface Managed {
  hosts: readonly string[];
  settings: ManagedValues;
  /** where the files of the managed package will be served, ending in a slash */
  baseUrl: string;
  /** PEM; made where there is none */
  keyFile: string;
  signedXpi?: string;
}

export interface Order {
  /** emptied first */
  out: string;
  firefoxId: string;
  /** instead of the version in package.json */
  version?: string;
  /** only the personal package when absent */
  managed?: Managed;
}

export interface Made {
  /** paths below the output folder, sorted */
  files: string[];
  keyMade: boolean;
  /** of the managed package in Chrome and Edge */
  extensionId?: string;
}

export async function makePackages({ out, firefoxId, version, managed }: Order): Promise<Made> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const shared = { firefoxId, version };
  const personal = await built(shared);
  const number: string = JSON.parse(readFileSync(path.join(personal.chrome, 'manifest.json'), 'utf8')).version;
  write(out, `personal/${NAME}-${number}-chrome-edge.zip`, zipOf(personal.chrome));
  write(out, `personal/${NAME}-${number}-firefox-unsigned.xpi`, zipOf(personal.firefox));
  const made = managed ? await managedPackage(out, number, { ...shared, managed }) : { keyMade: false };
  write(out, 'sbom.cdx.json', cycloneDx(ROOT));
  const sums = filesBelow(out).map((name) => `${sha256Of(readFileSync(path.join(out, name)))}  ${name}\n`);
  write(out, 'SHA256SUMS', sums.join(''));
  return { ...made, files: filesBelow(out) };
}

async function managedPackage(
  out: string,
  version: string,
  { managed, ...shared }: { firefoxId: string; managed: Managed },
): Promise<Omit<Made, 'files'>> {
  const { hosts, settings, baseUrl, keyFile, signedXpi } = managed;
  const keyMade = ensureKey(keyFile);
  const extensionId = extensionIdOf(keyFile);
  const chromiumUpdateUrl = `${baseUrl}chrome-edge-updates.xml`;
  const folders = await built({
    ...shared,
    hosts: [...hosts],
    chromiumUpdateUrl,
    // Firefox takes updates over https only
    ...(baseUrl.startsWith('https:') ? { firefoxUpdateUrl: `${baseUrl}firefox-updates.json` } : {}),
  });
  const crx = `${NAME}-${version}.crx`;
  const xpi = `${NAME}-${version}${signedXpi ? '' : '-unsigned'}.xpi`;
  mkdirSync(path.join(out, 'managed'), { recursive: true });
  await writeCrx(path.join(out, 'managed', crx), zipOf(folders.chrome), keyFile);
  if (signedXpi) copyFileSync(signedXpi, path.join(out, 'managed', xpi));
  else write(out, `managed/${xpi}`, zipOf(folders.firefox));
  const sha256 = (name: string) => sha256Of(readFileSync(path.join(out, 'managed', name)));
  const manifest = JSON.parse(readFileSync(path.join(folders.firefox, 'manifest.json'), 'utf8'));
  write(
    out,
    'managed/chrome-edge-updates.xml',
    chromiumUpdateManifest({ extensionId, version, codebase: baseUrl + crx, sha256: sha256(crx) }),
  );
  write(
    out,
    'managed/firefox-updates.json',
    firefoxUpdateManifest({
      addonId: shared.firefoxId,
      version,
      link: baseUrl + xpi,
      sha256: signedXpi ? sha256(xpi) : undefined,
      oldestFirefox: manifest.browser_specific_settings.gecko.strict_min_version,
    }),
  );
  const deployment = {
    extensionId,
    firefoxId: shared.firefoxId,
    hosts,
    chromiumUpdateUrl,
    firefoxInstallUrl: baseUrl + xpi,
    settings,
  };
  for (const [name, content] of policyFiles(deployment)) write(out, `managed/policies/${name}`, content);
  return { keyMade, extensionId };
}

/** Builds for both browsers into a folder of their own. */
async function built(options: Partial<PackageOptions>): Promise<Record<keyof typeof TARGETS, string>> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'package-'));
  const env = { ...process.env, ...packageEnvironment({ ...options, outDir }) };
  const which = options.hosts ? 'managed' : 'personal';
  for (const target of Object.keys(TARGETS) as (keyof typeof TARGETS)[]) {
    await run(`building the ${which} package for ${target}`, buildCommand(target), { env });
  }
  return { chrome: path.join(outDir, TARGETS.chrome), firefox: path.join(outDir, TARGETS.firefox) };
}

function write(out: string, name: string, content: string | Uint8Array): void {
  const file = path.join(out, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
