/** Which libraries are part of the built extension: named from the lockfile, and held against what the bundler takes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Locked {
  name?: string;
  version: string;
  integrity?: string;
  license?: string;
  dependencies?: Record<string, string>;
}

/** Tools for building of which a part ends up in the bundle, with that part. */
export const BUNDLED_TOOLS: Readonly<Record<string, string>> = {
  '@wxt-dev/browser': 'the line that finds the browser’s interface',
  '@wxt-dev/i18n': 'the few lines that look a word of the interface up',
  wxt: 'the wrappers of the entry points',
};

/** A library that is part of the built extension. */
export interface ShippedLibrary {
  /** its folder below node_modules */
  folder: string;
  name: string;
  version: string;
  /** SPDX */
  license: string;
  /** SHA-512 of the package as published, in hex */
  sha512: string;
  /** folders of the libraries that it needs in turn */
  needs: string[];
}

/** The product as the lockfile knows it. */
export function lockedProduct(root: string): Locked & { name: string } {
  const { '': product } = lockedPackages(root);
  if (!product?.name) throw new Error('the lockfile does not name the product');
  return { ...product, name: product.name };
}

/** Every library that is shipped, with what it needs in turn, by folder. */
export function shippedLibraries(root: string): ShippedLibrary[] {
  const packages = lockedPackages(root);
  const found = new Map<string, ShippedLibrary>();
  const take = (folder: string, followed: boolean) => {
    if (found.has(folder)) return;
    const locked = packages[`node_modules/${folder}`];
    if (!locked) throw new Error(`${folder} is not in the lockfile at the top level`);
    const { name = folder, version, integrity = '', license = '' } = locked;
    const needs = followed ? Object.keys(locked.dependencies ?? {}).sort() : [];
    const sha512 = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
    found.set(folder, { folder, name, version, license, sha512, needs });
    for (const needed of needs) take(needed, true);
  };
  for (const folder of Object.keys(packages['']?.dependencies ?? {})) take(folder, true);
  for (const folder of Object.keys(BUNDLED_TOOLS)) take(folder, false);
  return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function lockedPackages(root: string): Record<string, Locked> {
  return JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
}

/** The licences of everything that is shipped, as the licences themselves demand that they go along. */
export function licenceTexts(root: string): string {
  const texts = new Map<string, string>();
  for (const { folder, name, version, license } of shippedLibraries(root)) {
    const directory = path.join(root, 'node_modules', folder);
    const file = readdirSync(directory).find((entry) => /^licen[cs]e(\.(md|txt))?$/iu.test(entry));
    const text = file ? readFileSync(path.join(directory, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
    texts.set(`${name} ${version}`, `${name} ${version} (${license})\n\n${text || `Licence: ${license}`}`);
  }
  return `${[...texts.values()].join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}

/** A plugin of the bundler: the build fails when it takes a library that the bill of materials does not name. */
export function namedLibrariesOnly(root: string) {
  const named = new Set(shippedLibraries(root).map(({ folder }) => folder));
  return {
    name: 'named-libraries-only',
    apply: 'build' as const,
    generateBundle(_options: unknown, bundle: Record<string, BundledFile>) {
      for (const { modules = {} } of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const folder = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(id)?.[1];
          if (folder && renderedLength > 0 && !named.has(folder))
            throw new Error(`${folder} is bundled, but the bill of materials does not name it`);
        }
      }
    },
  };
}

/** What the bundler says of a file that it wrote: the modules of a chunk, with how much of each is left. */
interface BundledFile {
  modules?: Record<string, { renderedLength: number }>;
}
