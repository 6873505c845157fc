/**
 * `node scripts/run.mjs NAME [arguments]`: runs scripts/NAME.ts on the project's own Node, with stdin, stdout, stderr,
 * arguments and exit code passed through. Installs first what is missing. NAME `build` builds the extension, `types` checks
 * the types.
 */
import path from 'node:path';
import { build, ensureBuilt, TARGETS } from './build.mjs';
import {
  ensureChromium,
  ensureDemoEhr,
  ensureFirefox,
  ensurePackages,
  Missing,
  ROOT,
  run,
  say,
} from './ensure-installed.mjs';
import { runScript } from './run-script.mjs';

const [name = '', ...args] = process.argv.slice(2);

try {
  await ensurePackages();
  if (name === 'build') {
    for (const target of /** @type {(keyof typeof TARGETS)[]} */ (Object.keys(TARGETS))) await build(target);
  } else if (name === 'types') {
    const bin = path.join(ROOT, 'node_modules/.bin');
    await run('generating types', [path.join(bin, 'wxt'), 'prepare']);
    await run('checking types', [path.join(bin, 'tsc'), '--build']);
  } else {
    if (['read', 'screens', 'prove-silence', 'soak'].includes(name)) {
      await ensureChromium();
      await ensureBuilt('chrome');
    }
    if (name === 'prove-silence') {
      await ensureFirefox();
      await ensureBuilt('firefox');
    }
    if (name === 'screens' || name === 'prove-silence') await ensureDemoEhr();
    process.exitCode = await runScript([path.join(ROOT, 'scripts', `${name}.ts`), ...args]);
  }
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  say(error.message);
  process.exitCode = 1;
}
