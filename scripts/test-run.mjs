/** What `npm test` and `npm run test:ehr` share: parts that pass or fail, shown as they run and added up at the end. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Missing, projectNode, ROOT, say } from './ensure-installed.mjs';
import { resultOf } from './vitest-result.mjs';

const REPORTS = path.join(ROOT, '.artifacts/test');

export const inColour = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;

/** @type {{ name: string, passed: number, failed: number, skipped: number, seconds: number }[]} */
const parts = [];

/**
 * Installs what the run needs; what is missing and cannot be installed ends the run as one failure.
 * @param {() => Promise<void>} install
 */
export async function installed(install) {
  try {
    say('Installing what is missing');
    await install();
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    say(error.message);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}

/**
 * One command that passes or fails as a whole.
 * @param {string} name
 * @param {string[]} command
 */
export async function step(name, command) {
  const { code, seconds } = await show(name, command);
  parts.push({ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds });
}

/**
 * Projects that do not disturb each other and mostly wait, side by side; what each says is shown as a whole when it ends.
 * @param {string[]} projects
 */
export async function sideBySide(projects) {
  console.log(`\n── ${projects.join(', ')}: side by side, shown as they end`);
  await Promise.all(projects.map((project) => vitest(project, true)));
}

/**
 * Every test of one vitest project.
 * @param {string} project
 * @param {boolean} [heldBack] its output is shown when it has ended
 */
export async function vitest(project, heldBack = false) {
  const report = path.join(REPORTS, `${project}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const command = [
    projectNode(),
    path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code, seconds } = await show(project, command, heldBack);
  parts.push({ name: project, seconds, ...resultOf(read(report), code) });
}

/** Prints each part and, as the last line, the sum; the exit code says whether anything failed. */
export function conclude() {
  const total = (/** @type {'passed' | 'failed'} */ key) => parts.reduce((sum, part) => sum + part[key], 0);
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of parts) {
    const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
    console.log(`  ${failed ? 'FAILED' : 'ok    '} ${name.padEnd(20)} ${counts} (${seconds} s)`);
  }
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
}

/**
 * Runs a command with its output shown.
 * @param {string} name
 * @param {string[]} command
 * @param {boolean} [heldBack]
 * @returns {Promise<{ code: number, seconds: number }>}
 */
function show(name, [program = '', ...args], heldBack = false) {
  if (!heldBack) console.log(`\n── ${name}`);
  const started = Date.now();
  return new Promise((resolve) => {
    let said = '';
    const finish = (/** @type {number} */ code) => {
      if (heldBack) console.log(`\n── ${name}\n${said}`);
      resolve({ code, seconds: Math.round((Date.now() - started) / 1000) });
    };
    const env = inColour ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const out = heldBack ? 'pipe' : 'inherit';
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', out, out] });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (/** @type {Buffer} */ chunk) => {
        said += chunk;
      });
    child.on('error', (error) => {
      console.log(error.message);
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/**
 * @param {string} file
 * @returns {string | undefined} undefined where the file is missing
 */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
