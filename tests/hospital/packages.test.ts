/** What `npm run package` wrote: complete, consistent with itself, and no more permissions than its kind of package has. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, inject, test } from 'vitest';
import { ALSO_LISTED, FIREFOX_ID, LISTED, zipIn } from './packages.ts';

const { out, files, keyFile, extensionId, url } = inject('packaged');
const bytesOf = (name: string) => readFileSync(path.join(out, name));
const named = (pattern: RegExp) => {
  const found = files.filter((name) => pattern.test(name));
  expect(found, String(pattern)).toHaveLength(1);
  return found[0] ?? '';
};
const manifestIn = (zip: Uint8Array) => JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array()));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const crx = bytesOf(named(/^managed\/.*\.crx$/));
const managedXpi = bytesOf(named(/^managed\/.*-unsigned\.xpi$/));

test('every file has its checksum, and it is right', () => {
  const sums = bytesOf('SHA256SUMS').toString().trimEnd().split('\n');
  expect(sums.map((line) => line.split('  ')[1])).toEqual(files.filter((name) => name !== 'SHA256SUMS').sort());
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ');
    expect(sum, name).toBe(sha256(bytesOf(name)));
  }
});

describe('permissions', () => {
  const OWN = [`http://${LISTED}/*`, `http://${ALSO_LISTED}/*`];
  test('the personal package has no standing access', () => {
    for (const pattern of [/^personal\/.*-chrome-edge\.zip$/, /^personal\/.*\.xpi$/]) {
      const manifest = manifestIn(bytesOf(named(pattern)));
      expect(manifest.permissions).toContain('activeTab');
      expect(manifest).not.toHaveProperty('host_permissions');
      expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
      expect(manifest).not.toHaveProperty('update_url');
    }
  });
  test.each([
    ['Chromium', zipIn(crx)],
    ['Firefox', managedXpi],
  ])('the managed package in %s has its own hosts, and no click reaches beyond them', (_name, zip) => {
    const manifest = manifestIn(zip);
    expect(manifest.host_permissions).toEqual(OWN);
    expect(manifest.permissions).not.toContain('activeTab');
    for (const key of [
      'optional_host_permissions',
      'optional_permissions',
      'content_scripts',
      'externally_connectable',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });
  test('apart from that both hold the same files', () => {
    const contents = (zip: Uint8Array) =>
      Object.entries(unzipSync(zip))
        .filter(([name]) => name !== 'manifest.json')
        .map(([name, bytes]) => `${name} ${sha256(bytes)}`);
    expect(contents(zipIn(crx))).toEqual(contents(bytesOf(named(/^personal\/.*-chrome-edge\.zip$/))));
    expect(contents(managedXpi)).toEqual(contents(bytesOf(named(/^personal\/.*\.xpi$/))));
  });
});

test('the CRX file is signed with the hospital’s key, whose hash is the extension’s id', () => {
  expect(crx.subarray(0, 4).toString()).toBe('Cr24');
  expect(crx.readUInt32LE(4)).toBe(3);
  const spki = createPublicKey(readFileSync(keyFile)).export({ type: 'spki', format: 'der' });
  const header = crx.subarray(12, 12 + crx.readUInt32LE(8));
  const at = header.indexOf(spki);
  expect(at).toBeGreaterThan(0);
  // after the key: the signature, as field 2 with a length of 256 bytes; at the end: the signed header, as field 10000
  const signature = header.subarray(at + spki.length + 3, at + spki.length + 3 + 256);
  const id = createHash('sha256').update(spki).digest().subarray(0, 16);
  const signedHeader = Buffer.concat([Buffer.from([0x0a, 16]), id]);
  expect(header.subarray(-signedHeader.length)).toEqual(signedHeader);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(signedHeader.length);
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedHeader, zipIn(crx)]);
  expect(verify('sha256', signed, createPublicKey(readFileSync(keyFile)), signature)).toBe(true);
  const letters = [...id.toString('hex')].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
  expect(letters).toBe(extensionId);
});

describe('update manifests', () => {
  test('Chrome and Edge: id, version, address and hash of the file', () => {
    const xml = bytesOf('managed/chrome-edge-updates.xml').toString();
    const file = named(/^managed\/.*\.crx$/);
    const { version } = manifestIn(zipIn(crx));
    expect(xml).toContain(`appid="${extensionId}"`);
    expect(xml).toContain(`codebase="${url}${file}" hash_sha256="${sha256(crx)}" version="${version}"`);
    expect(manifestIn(zipIn(crx)).update_url).toBe(`${url}managed/chrome-edge-updates.xml`);
  });
  test('Firefox: id, version and address; no hash before Mozilla has signed', () => {
    const json = JSON.parse(bytesOf('managed/firefox-updates.json').toString());
    const manifest = manifestIn(managedXpi);
    expect(manifest.browser_specific_settings.gecko.id).toBe(FIREFOX_ID);
    expect(json.addons[FIREFOX_ID].updates).toEqual([
      {
        version: manifest.version,
        update_link: `${url}${named(/^managed\/.*\.xpi$/)}`,
        applications: { gecko: { strict_min_version: manifest.browser_specific_settings.gecko.strict_min_version } },
      },
    ]);
  });
});

test('the licences of what is shipped go along', () => {
  const licences = strFromU8(unzipSync(zipIn(crx))['third-party-licences.txt'] ?? new Uint8Array());
  const { components } = JSON.parse(bytesOf('sbom.cdx.json').toString());
  for (const { name, version, licenses } of components) {
    expect(licences).toContain(`${name} ${version} (${licenses[0].license.id})`);
  }
  expect(licences).toMatch(/Permission is hereby granted/);
});

test('the bill of materials names every library of the product, its version, licence and integrity, and nothing of this machine', () => {
  const text = bytesOf('sbom.cdx.json').toString();
  const sbom = JSON.parse(text);
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
  const product = JSON.parse(readFileSync('package.json', 'utf8'));
  const direct = Object.entries(product.dependencies).map(([name, version]) =>
    String(version).startsWith('npm:') ? String(version).slice(4) : `${name}@${version}`,
  );
  const listed = sbom.components.map(({ name, version }: Record<string, string>) => `${name}@${version}`);
  expect(listed).toEqual(expect.arrayContaining([...new Set(direct)]));
  const references = [sbom.metadata.component, ...sbom.components].map((component) => component['bom-ref']);
  expect(sbom.dependencies.map(({ ref }: { ref: string }) => ref)).toEqual(references);
  for (const component of sbom.components) {
    expect(component.licenses?.[0]?.license?.id, component.name).toMatch(
      /^(MIT|ISC|Apache-2\.0|MPL-2\.0|BSD-[23]-Clause)$/,
    );
    expect(component.hashes?.[0]?.content, component.name).toMatch(/^[0-9a-f]{128}$/);
  }
  expect(sbom.metadata.component.name).toBe(product.name);
  expect(text).not.toMatch(/timestamp|serialNumber|https?:\/\/(?!cyclonedx\.org)/);
});
