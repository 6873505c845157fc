/**
 * `npm test`: everything, from a fresh clone. Types, lint, both builds, then every vitest project.
 * The last line is `N passed, N failed`: vitest's tests plus one for each other step. Exit code 1 on any failure, and
 * also when a part crashed or ran no test at all: a silent part is a failed part.
 */
import path from 'node:path';
import { buildCommand } from './build.mjs';
import {
  ensureChromium,
  ensureDemoEhr,
  ensureFirefox,
  ensurePackages,
  ensureVirtualDisplay,
  projectNode,
  ROOT,
  say,
} from './ensure-installed.mjs';
import { conclude, inColour, installed, sideBySide, step, vitest } from './test-run.mjs';

const IN_TURN = ['unit', 'components', 'page', 'e2e'];
/** Nothing in these is measured by the clock. */
const SIDE_BY_SIDE = ['hospital', 'hostile', 'chaos'];

await installed(async () => {
  await ensurePackages();
  const chromium = await ensureChromium();
  const firefox = await ensureFirefox();
  await ensureVirtualDisplay();
  await ensureDemoEhr();
  say(`  ${chromium}\n  ${firefox}`);
});

const bin = (/** @type {string} */ name) => path.join(ROOT, 'node_modules/.bin', name);

await step('generated types', [projectNode(), path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'prepare']);
await step('types', [bin('tsc'), '--build']);
await step('lint and format', [bin('biome'), 'ci', ...(inColour ? [] : ['--colors=off']), '.']);
await step('build for Chromium', buildCommand('chrome'));
await step('build for Firefox', buildCommand('firefox'));
for (const project of IN_TURN) await vitest(project);
await sideBySide(SIDE_BY_SIDE);
conclude();
