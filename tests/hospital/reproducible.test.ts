/** The same sources give the same package in another place, at another time zone and in another language. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { ROOT } from '../../scripts/ensure-installed.mjs';
import { sha256Of, zipOf } from '../../scripts/package/archives.ts';
import { copySources, ELSEWHERE, linkPackages } from '../../scripts/package/build-elsewhere.ts';

test('a build at another place gives the same bytes', () => {
  const { out, files } = inject('packaged');
  const personal = files.find((name) => /^personal\/.*-chrome-edge\.zip$/.test(name)) ?? '';
  const place = mkdtempSync(path.join(tmpdir(), 'another place '));
  try {
    copySources(ROOT, place);
    linkPackages(ROOT, place);
    const wxt = path.join(place, 'node_modules/wxt/bin/wxt.mjs');
    const { status, stderr } = spawnSync(process.execPath, [wxt, 'build', '--browser', 'chrome'], {
      cwd: place,
      encoding: 'utf8',
      env: { ...process.env, ...ELSEWHERE },
    });
    expect(status, stderr).toBe(0);
    const elsewhere = zipOf(path.join(place, '.output/chrome-mv3'));
    expect(sha256Of(elsewhere)).toBe(sha256Of(readFileSync(path.join(out, personal))));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
