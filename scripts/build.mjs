/** Builds the extension for Chromium and for Firefox into .output/. Plain Node; the packages must be installed. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectNode, ROOT, run } from './ensure-installed.mjs';
import { newestChange } from './newest-change.mjs';

/** Every target with its folder in .output/. */
export const TARGETS = /** @type {const} */ ({ chrome: 'chrome-mv3', firefox: 'firefox-mv3' });

const SOURCES = [
  'components',
  'content-scripts',
  'entrypoints',
  'locales',
  'public',
  'rules',
  'settings',
  'package-lock.json',
  'tsconfig.base.json',
  'wxt.config.ts',
];

/**
 * The command that builds one target.
 * @param {keyof typeof TARGETS} target
 */
export function buildCommand(target) {
  return [projectNode(), path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '--browser', target];
}

/**
 * Builds one target; fails when what is built is larger than its budget.
 * @param {keyof typeof TARGETS} target
 */
export async function build(target) {
  await run(`building the extension for ${target}`, buildCommand(target));
  const budget = [
    projectNode(),
    path.join(ROOT, 'scripts/size-budget.ts'),
    path.join(ROOT, '.output', TARGETS[target]),
  ];
  await run(`weighing the extension for ${target}`, budget);
}

/**
 * Builds a target unless its output is newer than everything it is made from.
 * @param {keyof typeof TARGETS} target
 */
export async function ensureBuilt(target) {
  const manifest = path.join(ROOT, '.output', TARGETS[target], 'manifest.json');
  const sources = SOURCES.map((name) => path.join(ROOT, name));
  if (existsSync(manifest) && statSync(manifest).mtimeMs >= newestChange(sources)) return;
  await build(target);
}
