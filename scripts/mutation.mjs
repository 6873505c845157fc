/**
 * `npm run mutation`: StrykerJS over rules/, arguments passed through (`-- --mutate rules/renal-function.ts`). Installs
 * what is missing. Exit code 1 below the threshold of tests/mutation/stryker.config.mjs.
 */
import path from 'node:path';
import { ensureMutationTools, ensurePackages, Missing, ROOT, say } from './ensure-installed.mjs';
import { runScript } from './run-script.mjs';

const TOOLS = path.join(ROOT, 'tests/mutation');

try {
  await ensurePackages();
  await ensureMutationTools();
  const stryker = path.join(TOOLS, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const config = path.join(TOOLS, 'stryker.config.mjs');
  process.exitCode = await runScript([stryker, 'run', config, ...process.argv.slice(2)], { cwd: ROOT });
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  say(error.message);
  process.exitCode = 1;
}
