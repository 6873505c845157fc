/**
 * The hospital of these tests: its packages as `npm run package` makes them, served on loopback, in several versions,
 * and the policies as they come with the packages.
 */
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sha256Of, writeCrx } from '../../scripts/package/archives.ts';
import { makePackages } from '../../scripts/package/make-packages.ts';
import { chromiumUpdateManifest } from '../../scripts/package/update-manifests.ts';
import { serveFolder } from '../../scripts/serve-folder.ts';
import type { ManagedValues } from '../../settings/managed-keys.ts';
import type { Json } from './private-policies.ts';

/** Names that the browsers of these tests find on loopback. */
export const LISTED = 'ehr.test';
export const ALSO_LISTED = 'second-ehr.test';
export const UNLISTED = 'elsewhere.test';
export const FIREFOX_ID = 'sidebar@hospital.test';

const NAME = 'bortezomib-neuropathy-sidebar';
/** A later version; the other version is the one in package.json. */
export const LATER = '9.1.0';
export const LAST = '9.2.0';

export const SETTINGS: ManagedValues = {
  consentRecorded: true,
  roleDefault: 'pharmacist',
  idleMinutes: 7,
  siteProtocol: {
    formatVersion: 1,
    site: 'Hospital of the tests',
    localNotes: [{ rule: 'monitoring', text: 'The neuropathy clinic is open on Tuesdays.' }],
  },
};

export interface Packages {
  extensionId: string;
  /** the version that was packaged first */
  version: string;
  /** Serves another version to Chromium from now on. */
  offer(version: string): void;
  /** the policies as packaged, for installing over http or from disk */
  chromiumPolicies(from: 'server' | 'file'): Policies;
  firefoxPolicies(from: 'server' | 'file', version?: string): Policies;
}

export interface Policies {
  ExtensionSettings: Record<string, Record<string, Json>>;
  '3rdparty': Record<string, Record<string, Record<string, Json>>>;
  [name: string]: Json | object;
}

/** What the tests of one run share; made once, in packaged-once.ts. */
export interface Packaged {
  /** everything that `npm run package` wrote */
  out: string;
  /** its paths, as the command prints them */
  files: string[];
  keyFile: string;
  extensionId: string;
  /** where `out` is served */
  url: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    packaged: Packaged;
  }
}

/** Packages and serves. Takes some seconds: the extension is built for both browsers. */
export async function packageAndServe(): Promise<Packaged & { close(): void }> {
  const out = mkdtempSync(path.join(tmpdir(), 'hospital-'));
  const keyFile = path.join(mkdtempSync(path.join(tmpdir(), 'key-')), 'key.pem');
  const server = await serveFolder(out);
  const { files, extensionId = '' } = await makePackages({
    out,
    firefoxId: FIREFOX_ID,
    managed: {
      hosts: [`http://${LISTED}/*`, `http://${ALSO_LISTED}/*`],
      settings: SETTINGS,
      baseUrl: `${server.url}managed/`,
      keyFile,
    },
  });
  return { out, files, keyFile, extensionId, url: server.url, close: () => server.close() };
}

/** The packages of this run, with later versions beside them. */
export async function hospitalPackages({ out, files, keyFile, extensionId, url }: Packaged): Promise<Packages> {
  const folder = path.join(out, 'managed');
  const baseUrl = `${url}managed/`;
  const [, version = ''] = /-(\d[\d.]*\d)\.crx$/.exec(files.find((name) => name.endsWith('.crx')) ?? '') ?? [];
  const crxOf = (wanted: string) => `${NAME}-${wanted}.crx`;
  const xpiOf = (wanted: string) => `${NAME}-${wanted}-unsigned.xpi`;
  for (const later of [LATER, LAST]) {
    const zip = withVersion(zipIn(readFileSync(path.join(folder, crxOf(version)))), later);
    await writeCrx(path.join(folder, crxOf(later)), zip, keyFile);
  }
  writeFileSync(path.join(folder, xpiOf(LATER)), withVersion(readFileSync(path.join(folder, xpiOf(version))), LATER));

  const manifestFor = (wanted: string, base: string) =>
    chromiumUpdateManifest({
      extensionId,
      version: wanted,
      codebase: base + crxOf(wanted),
      sha256: sha256Of(readFileSync(path.join(folder, crxOf(wanted)))),
    });
  const fromDisk = path.join(folder, 'from-disk.xml');
  writeFileSync(fromDisk, manifestFor(version, `${pathToFileURL(folder).href}/`));

  // what the packages came with stays as it is: other tests look at it
  const offered = path.join(folder, 'offered.xml');
  copyFileSync(path.join(folder, 'chrome-edge-updates.xml'), offered);

  const policies = (file: string): Policies => JSON.parse(readFileSync(path.join(folder, 'policies', file), 'utf8'));
  return {
    extensionId,
    version,
    offer: (wanted) => writeFileSync(offered, manifestFor(wanted, baseUrl)),
    chromiumPolicies(from) {
      const packaged = policies(`chrome/linux/${NAME}.json`);
      const update_url = from === 'file' ? pathToFileURL(fromDisk).href : baseUrl + path.basename(offered);
      Object.assign(packaged.ExtensionSettings[extensionId] ?? {}, { update_url });
      // without it DevTools, and so the driver, may not look into what a policy has installed
      return { ...packaged, DeveloperToolsAvailability: 1 };
    },
    firefoxPolicies(from, wanted = version) {
      const { policies: packaged } = policies('firefox/policies.json') as unknown as { policies: Policies };
      const file = path.join(folder, xpiOf(wanted));
      Object.assign(packaged.ExtensionSettings[FIREFOX_ID] ?? {}, {
        install_url: from === 'file' ? pathToFileURL(file).href : baseUrl + path.basename(file),
      });
      return packaged;
    },
  };
}

/** The ZIP inside a CRX3 file: after 'Cr24', the format's version, the length of the header and the header. */
export function zipIn(crx: Buffer): Uint8Array {
  return crx.subarray(12 + crx.readUInt32LE(8));
}

function withVersion(zip: Uint8Array, version: string): Uint8Array {
  const files = unzipSync(zip);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  return zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify({ ...manifest, version })) });
}
