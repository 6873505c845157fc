/** `npm run bench`: installs what is missing, the peers included, and runs scripts/bench.ts. */
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import {
  ensureBenchPeers,
  ensureChromium,
  ensureDemoEhr,
  ensureOpenmrs,
  ensurePackages,
  Missing,
  ROOT,
  say,
} from './ensure-installed.mjs';
import { runScript } from './run-script.mjs';

try {
  await ensurePackages();
  await ensureBenchPeers();
  await ensureChromium();
  await ensureDemoEhr();
  await ensureOpenmrs();
  await ensureBuilt('chrome');
  const script = path.join(ROOT, 'scripts/bench.ts');
  process.exitCode = await runScript(['--expose-gc', script, ...process.argv.slice(2)]);
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  say(error.message);
  process.exitCode = 1;
}
