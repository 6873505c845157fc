/** Plants a violation of each boundary and expects the compiler or the linter to refuse it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const BIN = join(ROOT, 'node_modules/.bin');
mkdirSync(join(ROOT, '.artifacts'), { recursive: true });
const scratch = mkdtempSync(join(ROOT, '.artifacts/planted-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The linter's verdict on a file that would stand at `path`: a tree of its own under the project's own configuration. */
function lint(path: string, source: string) {
  const tree = mkdtempSync(join(tmpdir(), 'planted-'));
  const { vcs: _withoutGit, ...config } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  writeFileSync(join(tree, 'biome.json'), JSON.stringify(config));
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), source);
  const run = spawnSync(join(BIN, 'biome'), ['lint', '.'], { cwd: tree, encoding: 'utf8' });
  rmSync(tree, { recursive: true, force: true });
  return { refused: run.status !== 0, said: run.stdout + run.stderr };
}

/** The compiler's verdict on a file that is compiled as a part of `folder`. */
function compile(folder: string, source: string) {
  const place = mkdtempSync(join(scratch, 'case-'));
  writeFileSync(join(place, 'planted.ts'), source);
  const config = {
    extends: relative(place, join(ROOT, folder, 'tsconfig.json')),
    compilerOptions: { rootDir: relative(place, ROOT), outDir: './out', tsBuildInfoFile: './out/info' },
    include: ['planted.ts'],
  };
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(config));
  const run = spawnSync(join(BIN, 'tsc'), ['--noEmit', '-p', place], { cwd: ROOT, encoding: 'utf8' });
  return { refused: run.status !== 0, said: run.stdout + run.stderr };
}

describe('the linter refuses what points the wrong way', () => {
  test.each([
    ['rules/planted.ts', "import '../content-scripts/messages.ts';"],
    ['rules/planted.ts', "import '../components/Panel.tsx';"],
    ['rules/dose-modification/planted.ts', "import 'react';"],
    ['rules/planted.ts', "import 'webextension-polyfill';"],
    ['rules/planted.ts', "import 'node:fs';"],
    ['rules/planted.ts', 'export const now = Date.now();'],
    ['settings/planted.ts', "import 'webextension-polyfill';"],
    ['settings/planted.ts', "import '../entrypoints/background.ts';"],
    ['mapping/planted.ts', "import '../content-scripts/messages.ts';"],
    ['mapping/planted.ts', "import '../settings/managed-keys.ts';"],
    ['content-scripts/planted.ts', "import '../components/Panel.tsx';"],
    ['content-scripts/collect/planted.ts', "import '../../entrypoints/background.ts';"],
    ['content-scripts/planted.ts', "import 'react';"],
    ['components/planted.ts', "import '../entrypoints/background.ts';"],
    ['components/planted.ts', "import 'webextension-polyfill';"],
    ['entrypoints/planted.ts', "console.log('a patient value');"],
  ])('%s: %s', (path, source) => {
    const { refused, said } = lint(path, `${source}\n`);
    expect(refused, said).toBe(true);
    expect(said).toMatch(/noRestrictedImports|noRestrictedGlobals|noConsole/);
  });

  test('and lets through what points the right way', () => {
    const { refused, said } = lint('content-scripts/planted.ts', "import '../rules/clinical-context.ts';\n");
    expect(refused, said).toBe(false);
  });
});

describe('the compiler refuses what a folder may not know', () => {
  test.each([
    ['rules', 'export const title = document.title;'],
    ['rules', "export const answer = fetch('x');"],
    ['rules', 'export const home = process.env.HOME;'],
    ['content-scripts/parse', 'export const title = document.title;'],
    ['content-scripts/qualify', 'export const title = document.title;'],
    ['components', 'export const reader = chrome.runtime.id;'],
  ])('%s: %s', (folder, source) => {
    const { refused, said } = compile(folder, `${source}\n`);
    expect(refused, said).toBe(true);
    expect(said).toMatch(/planted\.ts/);
  });

  test('and compiles what it may know', () => {
    const { refused, said } = compile('rules', 'export const one: number = 1;\n');
    expect(refused, said).toBe(false);
  });
});

test('the rules draw no random numbers', () => {
  const files = readdirSync(join(ROOT, 'rules'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const name of files)
    expect(readFileSync(join(ROOT, 'rules', name), 'utf8'), name).not.toMatch(/Math\s*\.\s*random/);
});
