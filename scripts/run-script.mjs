/** Runs a TypeScript script on the project's own Node. Plain Node; the packages must be installed. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { projectNode } from './ensure-installed.mjs';

/**
 * stdin, stdout, stderr and signals are passed through.
 * @param {string[]} args of node: its own options, the script, the script's arguments
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<number>} exit code
 */
export function runScript(args, options = {}) {
  const child = spawn(projectNode(), args, { ...options, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
