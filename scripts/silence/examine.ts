/** What a built package itself says: its permissions, its policy, and what could reach the network. */
import { unexplained } from '../known-primitives.ts';
import { networkPrimitives } from '../output-gate.ts';

export interface Examined {
  permissions: string[];
  /** sites that it may read without a click */
  sites: string[];
  policy: string;
  files: number;
  /** places in which a network primitive stands, explained ones included */
  places: number;
  /** places without an explanation */
  unexplained: string[];
}

export function examine(files: readonly { name: string; bytes: Uint8Array }[]): Examined {
  const texts = files
    .filter(({ name }) => /\.(?:[cm]?js|css|html)$/.test(name))
    .map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString('utf8') }));
  const manifestFile = files.find(({ name }) => name === 'manifest.json');
  const manifest = JSON.parse(Buffer.from(manifestFile?.bytes ?? []).toString('utf8'));
  return {
    permissions: manifest.permissions,
    sites: manifest.host_permissions ?? [],
    policy: manifest.content_security_policy.extension_pages,
    files: files.length,
    places: texts.flatMap(({ name, text }) => networkPrimitives(name, text)).length,
    unexplained: texts.flatMap(({ name, text }) =>
      unexplained(name, text).map(({ primitive, excerpt }) => `${name}: ${primitive}: ${excerpt}`),
    ),
  };
}
