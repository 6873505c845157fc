/**
 * Browsers under policies that nobody else on this machine sees: each runs in a mount namespace of its own, in which the
 * folder of the policies is one that the test may write to, also while the browser runs. That takes Linux and root.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium, findFirefox } from '../../scripts/find-browsers.mjs';

/** Where Debian's Chromium looks for policies. */
const CHROMIUM_POLICIES = '/etc/chromium';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Why the browser of this machine cannot be put under private policies; undefined where it can. */
export function whyNot(kind: 'chromium' | 'firefox'): string | undefined {
  if (process.platform !== 'linux') return 'this takes Linux';
  const folder = kind === 'chromium' ? CHROMIUM_POLICIES : firefoxPolicyFolder();
  if (folder === undefined || !existsSync(folder)) return `there is no ${folder ?? 'Firefox'}`;
  const tried = spawnSync('unshare', ['-m', 'mount', '--bind', mkdtempSync(path.join(tmpdir(), 'try-')), folder]);
  return tried.status === 0 ? undefined : 'this takes root, or the right to make a mount namespace';
}

/** A browser's binary that starts under policies, and the policies. */
export interface UnderPolicies {
  executablePath: string;
  /** Replaces all policies; Chromium notices within seconds, Firefox at its next start. */
  set(policies: { [key: string]: Json }): void;
}

export function chromiumUnderPolicies(): UnderPolicies {
  const { folder, executablePath } = wrapped(CHROMIUM_POLICIES, findChromium() ?? '');
  const managed = path.join(folder, 'policies/managed');
  mkdirSync(managed, { recursive: true });
  return {
    executablePath,
    set: (policies) => writeFileSync(path.join(managed, 'test.json'), JSON.stringify(policies)),
  };
}

export function firefoxUnderPolicies(): UnderPolicies {
  const { folder, executablePath } = wrapped(firefoxPolicyFolder() ?? '', findFirefox() ?? '');
  return {
    executablePath,
    set: (policies) => writeFileSync(path.join(folder, 'policies.json'), JSON.stringify({ policies })),
  };
}

/** Next to Firefox's own binary, behind whatever script or link stands on the path. */
function firefoxPolicyFolder(): string | undefined {
  const binary = findFirefox();
  return binary && path.join(path.dirname(realpathSync(binary)), 'distribution');
}

/** A script that starts the binary where a copy of the folder, to be changed by the test, stands in the folder's place. */
function wrapped(original: string, binary: string): { folder: string; executablePath: string } {
  const place = mkdtempSync(path.join(tmpdir(), 'under-policies-'));
  const folder = path.join(place, 'folder');
  cpSync(original, folder, { recursive: true });
  const executablePath = path.join(place, path.basename(binary));
  writeFileSync(
    executablePath,
    `#!/bin/sh
exec unshare -m sh -c 'mount --make-rprivate / && mount --bind "$1" "$2" && shift 2 && exec "$@"' sh '${folder}' '${original}' '${binary}' "$@"
`,
  );
  chmodSync(executablePath, 0o755);
  return { folder, executablePath };
}
