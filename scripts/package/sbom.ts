/**
 * The bill of materials of what is shipped, in CycloneDX, from the lockfile alone: nothing in it is of this machine or of
 * this hour. npm's own generator is not used, because with `--omit=dev` it leaves out libraries that a tool needs as well.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONTENT_HASH, CONTENT_VERSION } from '../../rules/index.ts';

interface Locked {
  name?: string;
  version: string;
  integrity?: string;
  license?: string;
  dependencies?: Record<string, string>;
}

/** A tool for building of which a few lines, the wrappers of the entry points, end up in the bundle. */
const BUNDLED_TOOL = 'wxt';

/** A library that is part of the built extension. */
export interface ShippedLibrary {
  name: string;
  version: string;
  /** SPDX */
  license: string;
  /** SHA-512 of the package as published, in hex */
  sha512: string;
  /** names of the libraries that it needs in turn */
  needs: string[];
}

/** Every library that is shipped, with what it needs in turn, by name. */
export function shippedLibraries(root: string): ShippedLibrary[] {
  const packages = lockedPackages(root);
  const found = new Map<string, ShippedLibrary>();
  const take = (name: string, followed: boolean) => {
    if (found.has(name)) return;
    const locked = packages[`node_modules/${name}`];
    if (!locked) throw new Error(`${name} is not in the lockfile at the top level`);
    const { version, integrity = '', license = '' } = locked;
    const needs = followed ? Object.keys(locked.dependencies ?? {}).sort() : [];
    const sha512 = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
    found.set(name, { name, version, license, sha512, needs });
    for (const needed of needs) take(needed, true);
  };
  for (const name of Object.keys(packages['']?.dependencies ?? {})) take(name, true);
  take(BUNDLED_TOOL, false);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** CycloneDX 1.5 as JSON text. */
export function cycloneDx(root: string): string {
  const product = lockedPackages(root)[''];
  if (!product?.name) throw new Error('the lockfile does not name the product');
  const reference = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const libraries = shippedLibraries(root);
  const referenceTo = (name: string) => {
    const library = libraries.find((candidate) => candidate.name === name);
    return library ? [reference(library.name, library.version)] : [];
  };
  const own = reference(product.name, product.version);
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: product.name,
        version: product.version,
        purl: own,
        licenses: [{ license: { id: product.license } }],
        properties: [
          { name: 'clinical-content:version', value: CONTENT_VERSION },
          { name: 'clinical-content:sha256', value: CONTENT_HASH },
        ],
      },
    },
    components: libraries.map(({ name, version, license, sha512 }) => ({
      type: 'library',
      'bom-ref': reference(name, version),
      name,
      version,
      purl: reference(name, version),
      hashes: [{ alg: 'SHA-512', content: sha512 }],
      licenses: [{ license: { id: license } }],
      ...(name === BUNDLED_TOOL
        ? { description: 'The build tool; only the wrappers of its entry points are shipped.' }
        : {}),
    })),
    dependencies: [
      {
        ref: own,
        dependsOn: Object.keys({ ...product.dependencies, [BUNDLED_TOOL]: '' })
          .sort()
          .flatMap(referenceTo),
      },
      ...libraries.map(({ name, version, needs }) => ({
        ref: reference(name, version),
        dependsOn: needs.flatMap(referenceTo),
      })),
    ],
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

function lockedPackages(root: string): Record<string, Locked> {
  return JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
}
