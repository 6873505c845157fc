/**
 * `npm start [-- --headless]`: from a fresh clone to the extension's panel beside a bortezomib order.
 * Installs what is missing, builds the extension, then hands over to start-demo.ts on the project's own Node.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium, ensureDemoEhr, ensurePackages, Missing, projectNode, ROOT, say } from './ensure-installed.mjs';

try {
  say('1/4 npm packages');
  await ensurePackages();
  say('2/4 Chromium');
  say(`  ${await ensureChromium()}`);
  say('3/4 the extension');
  await ensureBuilt('chrome');
  say('4/4 the demo EHR');
  await ensureDemoEhr();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  say(error.message);
  process.exit(1);
}

const demo = spawn(projectNode(), [path.join(ROOT, 'scripts/start-demo.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => demo.kill(signal));
demo.on('close', (code) => {
  process.exitCode = code ?? 1;
});
