/** Archives whose bytes depend on their contents alone: sorted names, one fixed time, one compressor. */
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import createCRX3Stream from 'crx3/lib/crx3stream.js';
import { type Zippable, zipSync } from 'fflate';

/** The first instant that a ZIP can name, in whatever time zone: archives know no zones. */
const NO_TIME = new Date(1980, 0, 1);

/** Every file below a folder, by its path with forward slashes, sorted. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** A folder as a ZIP: a store package, or a Firefox package that is not signed yet. */
export function zipOf(directory: string): Uint8Array {
  const entries: Zippable = {};
  for (const name of filesBelow(directory)) entries[name] = readFileSync(path.join(directory, name));
  return zipSync(entries, { mtime: NO_TIME, level: 9 });
}

/** Signs a ZIP as a CRX3 file with the hospital's key. The same key and ZIP give the same bytes. */
export async function writeCrx(file: string, zip: Uint8Array, keyFile: string): Promise<void> {
  await pipeline(Readable.from([Buffer.from(zip)]), createCRX3Stream(file, { keyPath: keyFile }));
}

/** The id that Chromium gives to whatever is signed with this key: the first half of the public key's hash, in a to p. */
export function extensionIdOf(keyFile: string): string {
  const publicKey = createPublicKey(readFileSync(keyFile)).export({ type: 'spki', format: 'der' });
  const half = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return [...half].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/**
 * Makes a signing key where there is none, readable by its owner only.
 * @returns whether one was made
 */
export function ensureKey(keyFile: string): boolean {
  if (existsSync(keyFile)) return false;
  mkdirSync(path.dirname(keyFile), { recursive: true });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  return true;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
