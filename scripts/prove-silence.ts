/**
 * `npm run prove-silence`: shows that nothing leaves the browser, in a way that a reviewer can repeat, and writes a
 * report. Each recorder is first shown to hear an extension that talks; then both browsers go the whole road with ours.
 * Where the machine lets it (Linux, root), all of it happens in a network of its own that leads nowhere.
 *
 *   --out FOLDER    .artifacts/silence when not said
 *
 * Exit code 1 where anything was heard, or where a recorder heard too little.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { CONTENT_HASH, CONTENT_VERSION } from '../rules/index.ts';
import { listenInChromium, listenInFirefox, positiveControl, wholeRoad } from '../tests/e2e/listen.ts';
import { TARGETS } from './build.mjs';
import { argumentsOf } from './command-line.ts';
import { ROOT } from './ensure-installed.mjs';
import { findChromium, findFirefox } from './find-browsers.mjs';
import { filesBelow, sha256Of } from './package/archives.ts';
import { examine } from './silence/examine.ts';
import { type Proof, reportOf, verdictOf } from './silence/report.ts';

const INSIDE = 'SIDEBAR_EMPTY_NETWORK';
/** Loopback, and a cable that ends nowhere: without any interface WebRTC does not even try, and would not be heard. */
const EMPTY_NETWORK = [
  '--net',
  'sh',
  '-c',
  `ip link set lo up &&
   ip link add cable type veth peer name nowhere && ip addr add 198.51.100.1/24 dev cable &&
   ip link set nowhere up && ip link set cable up && ip route add default dev cable && exec "$@"`,
  'sh',
];

const { values } = argumentsOf(import.meta.url, {
  options: { out: { type: 'string', default: '.artifacts/silence' } },
});

if (!process.env[INSIDE] && spawnSync('unshare', [...EMPTY_NETWORK, 'true']).status === 0) {
  const again = [process.execPath, ...process.argv.slice(1)];
  const inside = spawnSync('unshare', [...EMPTY_NETWORK, ...again], {
    stdio: 'inherit',
    env: { ...process.env, [INSIDE]: '1' },
  });
  process.exit(inside.status ?? 1);
}

const proof: Proof = {
  at: new Date().toISOString(),
  content: { version: CONTENT_VERSION, hash: CONTENT_HASH },
  network: { empty: Boolean(process.env[INSIDE]), wayOut: await wayOut() },
  browsers: [],
  packages: Object.values(TARGETS).map((folder) => {
    const directory = path.join(ROOT, '.output', folder);
    const files = filesBelow(directory).map((name) => ({ name, bytes: readFileSync(path.join(directory, name)) }));
    return {
      folder,
      ...examine(files),
      sha256: sha256Of(Buffer.from(files.map(({ name, bytes }) => `${sha256Of(bytes)}  ${name}\n`).join(''))),
    };
  }),
};
for (const { name, kind, listenIn, binary } of [
  { name: 'Chromium', kind: 'chromium', listenIn: listenInChromium, binary: findChromium() },
  { name: 'Firefox ESR', kind: 'firefox', listenIn: listenInFirefox, binary: findFirefox() },
] as const) {
  console.error(`${name}: listening to an extension that talks`);
  const control = await positiveControl(kind, listenIn);
  console.error(`${name}: listening over the whole road`);
  const heard = await listenIn(undefined, wholeRoad);
  const version = spawnSync(binary ?? '', ['--version'], { encoding: 'utf8' }).stdout.trim();
  proof.browsers.push({ name, kind, version, control, heard });
}

const out = path.resolve(values.out);
mkdirSync(out, { recursive: true });
writeFileSync(path.join(out, 'report.md'), reportOf(proof));
writeFileSync(path.join(out, 'record.json'), `${JSON.stringify(proof, null, 2)}\n`);
const faults = verdictOf(proof);
for (const fault of faults) console.error(fault);
console.log(path.join(out, 'report.md'));
console.log(faults.length === 0 ? 'nothing was heard' : 'NOT PROVED');
process.exit(faults.length === 0 ? 0 : 1);

/** What the system says to a connection to an address outside (one that is reserved for documentation). */
function wayOut(): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '192.0.2.1', port: 443, timeout: 5_000 });
    const end = (result: string) => {
      socket.destroy();
      resolve(result);
    };
    socket.on('connect', () => end('connected'));
    socket.on('timeout', () => end('no answer'));
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}
