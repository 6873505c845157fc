/** The bill of materials of what is shipped, from npm's own generator, without what differs from run to run. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONTENT_HASH, CONTENT_VERSION } from '../../rules/index.ts';

interface Component {
  'bom-ref': string;
  type: string;
  name: string;
  version: string;
  purl: string;
  hashes?: { alg: string; content: string }[];
  licenses?: { license: { id: string } }[];
  properties?: { name: string; value: string }[];
  externalReferences?: { type: string }[];
}

interface Sbom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: Component };
  components: Component[];
}

/** A tool for building of which a few lines end up in the bundle. */
const BUNDLED_TOOL = 'wxt';

/**
 * CycloneDX 1.5 in JSON: the libraries that are part of the built extension, with version, licence and integrity. Time,
 * serial number, npm's version and the address of the registry that was used are left out: they are of the machine.
 */
export function cycloneDx(root: string): string {
  const text = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const sbom: Sbom = JSON.parse(text);
  delete sbom.serialNumber;
  delete sbom.metadata.timestamp;
  delete sbom.metadata.tools;
  const { component: product } = sbom.metadata;
  // npm takes the name of the folder
  product.name = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).name;
  product.properties = [
    ...(product.properties ?? []),
    { name: 'clinical-content:version', value: CONTENT_VERSION },
    { name: 'clinical-content:sha256', value: CONTENT_HASH },
  ];
  sbom.components.push(bundledTool(root));
  sbom.components.sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  for (const component of sbom.components) {
    component.externalReferences = component.externalReferences?.filter(({ type }) => type !== 'distribution');
  }
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

function bundledTool(root: string): Component {
  const lockfile = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const { version, integrity, license } = lockfile.packages[`node_modules/${BUNDLED_TOOL}`];
  const hash = Buffer.from(String(integrity).replace('sha512-', ''), 'base64').toString('hex');
  return {
    'bom-ref': `${BUNDLED_TOOL}@${version}`,
    type: 'library',
    name: BUNDLED_TOOL,
    version,
    purl: `pkg:npm/${BUNDLED_TOOL}@${version}`,
    hashes: [{ alg: 'SHA-512', content: hash }],
    licenses: [{ license: { id: license } }],
    properties: [{ name: 'note', value: 'the build tool; the wrappers of its entry points are part of the bundle' }],
  };
}
