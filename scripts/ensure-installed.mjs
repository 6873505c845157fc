/**
 * Installs what a command needs and says so. Plain Node 20, no dependencies: it runs before anything is installed.
 * Everything is written to stderr, so that a command's own output stays clean.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox, findXvfb } from './find-browsers.mjs';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const DEMO_EHR = path.join(ROOT, 'tests/ehr/medplum');
const OPENMRS = path.join(ROOT, 'tests/ehr/openmrs');

const STILL_WORKING_EVERY_MS = 10_000;

/** Something is missing that could not be installed. The message names what, and the command that installs it. */
export class Missing extends Error {}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Installs the npm packages of the project where they are missing or older than the lockfile. */
export async function ensurePackages() {
  await ensureLocked(ROOT, 'npm packages');
}

/** Installs the rule engines and page readers that the benchmark compares with. */
export async function ensureBenchPeers() {
  await ensureLocked(path.join(ROOT, 'tests/bench'), 'what to compare with');
}

/** Installs the mutation testing tools. */
export async function ensureMutationTools() {
  await ensureLocked(path.join(ROOT, 'tests/mutation'), 'the mutation testing tools');
}

/** Installs and bundles the demo EHR, which has packages of its own. */
export async function ensureDemoEhr() {
  await ensureLocked(DEMO_EHR, "the demo EHR's packages");
  const sources = ['build.mjs', 'package-lock.json', 'src'].map((name) => path.join(DEMO_EHR, name));
  const { newestChange } = await import('./newest-change.mjs');
  const bundle = path.join(DEMO_EHR, 'dist/index.html');
  if (existsSync(bundle) && statSync(bundle).mtimeMs >= newestChange(sources)) return;
  await run('bundling the demo EHR', [projectNode(), 'build.mjs'], { cwd: DEMO_EHR });
}

/** Installs OpenMRS O3, which is large and read by `npm run test:ehr` only. */
export async function ensureOpenmrs() {
  await ensureLocked(OPENMRS, 'OpenMRS O3 (128 MB)');
}

/** Path of a Chromium, installed first where that is possible. */
export async function ensureChromium() {
  return ensureBrowser('Chromium', ['chromium', 'fonts-liberation'], findChromium, 'CHROMIUM');
}

/** Path of a Firefox ESR, installed first where that is possible. */
export async function ensureFirefox() {
  return ensureBrowser('Firefox ESR', ['firefox-esr', 'fonts-liberation'], findFirefox, 'FIREFOX');
}

/**
 * Installs Xvfb, on which the browsers run as on a display, where that is possible. Where it is not, the tests that need it
 * say so and are skipped.
 */
export async function ensureVirtualDisplay() {
  if (findXvfb() || process.platform !== 'linux') return;
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', 'xvfb'];
  const elevated = onPath('apt-get') ? elevation() : undefined;
  if (elevated) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const install = () => run('installing Xvfb', [...elevated, ...command], { env });
    const update = () => run('apt-get update', [...elevated, 'apt-get', 'update'], { env });
    await install().catch(() =>
      update()
        .then(install, install)
        .catch(() => undefined),
    );
  }
  if (!findXvfb()) say(`  without Xvfb nothing is tried on a display: sudo ${command.join(' ')}`);
}

/**
 * The Node that the project runs on: it comes through npm, because a machine's own may be too old for TypeScript files.
 * @returns {string} path of the binary
 */
export function projectNode() {
  const binary = path.join(ROOT, 'node_modules/node/bin/node');
  if (existsSync(binary)) return binary;
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return process.execPath;
  throw new Missing('Node 24 is missing (packages were installed without their install scripts?): npm rebuild node');
}

/**
 * Runs a command to its end. Quiet while it goes well, apart from a sign of life; the whole output when it fails.
 * @param {string} what shown while it runs
 * @param {string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function run(what, command, options = {}) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  say(`  ${what} …`);
  const alive = setInterval(() => say(`  ${what}: still working (${seconds()})`), STILL_WORKING_EVERY_MS);
  let output = '';
  const code = await new Promise((resolve) => {
    const [program = '', ...args] = command;
    const child = spawn(program, args, { cwd: ROOT, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => {
      output += error.message;
      resolve(127);
    });
    child.on('close', resolve);
  });
  clearInterval(alive);
  if (code !== 0) {
    say(output.trimEnd());
    throw new Missing(`${what} failed (${command.join(' ')})`);
  }
  say(`  ${what}: done in ${seconds()}`);
}

/**
 * @param {string} directory
 * @param {string} what
 */
async function ensureLocked(directory, what) {
  const lockfile = path.join(directory, 'package-lock.json');
  const installed = path.join(directory, 'node_modules/.package-lock.json');
  const stamp = path.join(directory, 'node_modules/.installed-from');
  const digest = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (existsSync(installed)) {
    const fromThisLockfile = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
    if (fromThisLockfile || statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  }
  try {
    await run(`installing ${what}`, ['npm', 'ci', '--no-audit', '--no-fund'], { cwd: directory });
  } catch {
    const where = path.relative(ROOT, directory);
    throw new Missing(
      `could not install ${what}; npm's message is above. With a working connection to the npm registry: npm ci${where && ` --prefix ${where}`}`,
    );
  }
  writeFileSync(stamp, digest);
}

/**
 * @param {string} name
 * @param {string[]} packages of Debian; with a font, because a bare machine has none and a page without one is blank
 * @param {() => string | undefined} find
 * @param {string} variable
 * @returns {Promise<string>}
 */
async function ensureBrowser(name, packages, find, variable) {
  const present = find();
  if (present && works(present)) return present;
  const wanted = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const elsewhere = `install ${name} and set ${variable} to the path of its binary`;
  if (process.env[variable]) throw new Missing(`${variable}=${process.env[variable]} does not run`);
  if (!onPath('apt-get')) throw new Missing(`${name} is missing: ${elsewhere}`);
  const elevated = elevation();
  if (!elevated) throw new Missing(`${name} is missing: sudo ${wanted}`);

  say(`${name} is missing; installing it with the system's package manager`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get update', [...elevated, 'apt-get', 'update'], { env }).catch(() =>
    say('  the package lists could not be refreshed; trying with those that are there'),
  );
  const install = [...elevated, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  const failure = await run(`installing ${name}`, install, { env }).catch((error) => error);
  const now = find();
  if (!failure && now && works(now)) return now;
  throw new Missing(`${name} is missing and could not be installed: sudo ${wanted}\n(or: ${elsewhere})`);
}

/** Prefix that makes a command run as root; undefined where that would need a password. */
function elevation() {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'] : undefined;
}

/**
 * Some distributions ship a placeholder under a browser's name that only says how to get the real one.
 * @param {string} binary
 */
function works(binary) {
  const answer = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return answer.status === 0 && /\d+\.\d+/.test(answer.stdout);
}

/** @param {string} name */
function onPath(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((directory) => existsSync(path.join(directory, name)));
}
