/** Builds from a copy of the sources in another place, as somebody else would who checks that these bytes come from these sources. */
import { execFileSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Copies what is under version control, as it stands now, and what was not committed yet. */
export function copySources(root: string, to: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of listed.split('\0').filter(Boolean)) {
    try {
      cpSync(path.join(root, name), path.join(to, name));
    } catch (error) {
      // deleted, but not committed yet
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

/** Gives a copy the installed packages: the same files under another path, by hard links. */
export function linkPackages(root: string, to: string): void {
  linkFolder(path.join(root, 'node_modules'), path.join(to, 'node_modules'));
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
    else link(source, target);
  }
}

function link(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // on another file system
    cpSync(source, target);
  }
}

/** Surroundings that differ in everything a build should not depend on. */
export const ELSEWHERE: NodeJS.ProcessEnv = {
  TZ: 'Pacific/Auckland',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'C',
  SOURCE_DATE_EPOCH: undefined,
};
