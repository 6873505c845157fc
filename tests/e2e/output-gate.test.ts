/**
 * The built extension holds nothing that could send something anywhere. What libraries bring along without its being
 * used is pinned, place by place: one more, from anywhere, fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fits, IN_PAGES, POLYFILL, unexplained } from '../../scripts/known-primitives.ts';
import { networkPrimitives } from '../../scripts/output-gate.ts';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (target) => {
  const directory = path.join(OUTPUT, target);
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));

  test('there is a build to look at', () => {
    expect(files).toEqual(
      expect.arrayContaining(['manifest.json', 'background.js', 'ehr.js', 'sidepanel.html', 'options.html']),
    );
  });

  const findingsIn = (name: string) => networkPrimitives(name, readFileSync(path.join(directory, name), 'utf8'));

  test.each(files.filter((name) => /\.(?:js|css|html)$/.test(name)))('%s', (name) => {
    expect(unexplained(name, readFileSync(path.join(directory, name), 'utf8'))).toEqual([]);
  });

  test('what is loaded later is a file of the extension', () => {
    const scripts = files.filter((name) => name.endsWith('.js'));
    const named = scripts.flatMap((name) =>
      [...readFileSync(path.join(directory, name), 'utf8').matchAll(/import\(\s*["'`]([^"'`]*)["'`]\s*\)/g)].map(
        ([, file = '']) => path.posix.join(path.dirname(name), file),
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });

  test.each([
    ['background.js', ['background.js'], POLYFILL],
    ['the pages', files.filter((name) => /^chunks\/.*\.js$/.test(name)), IN_PAGES],
  ] as const)('what libraries bring along is there as often as is pinned: %s', (_name, names, libraries) => {
    const found = names.flatMap(findingsIn);
    for (const entry of libraries) {
      const here = found.filter(fits(entry));
      expect(here.length, `${entry.primitive}: ${here.map(({ excerpt }) => excerpt).join('\n')}`).toBe(entry.times);
    }
  });

  test('the manifest has nothing but the tab that was clicked on, and its policy allows no connection', () => {
    const manifest = JSON.parse(readFileSync(path.join(directory, 'manifest.json'), 'utf8'));
    const panel = target === 'chrome-mv3' ? ['sidePanel'] : [];
    expect([...manifest.permissions].sort()).toEqual(['activeTab', 'idle', 'scripting', 'storage', ...panel].sort());
    for (const key of [
      'content_scripts',
      'externally_connectable',
      'host_permissions',
      'optional_permissions',
      'update_url',
      'web_accessible_resources',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
    // nothing is granted by these: the user is asked for the site of a framed part, one by one
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    const policy: string = manifest.content_security_policy.extension_pages;
    const directives = new Map(
      policy.split(';').map((directive) => {
        const [name = '', ...values] = directive.trim().split(/\s+/);
        return [name, values.join(' ')] as const;
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('connect-src')).toBe("'none'");
    expect(directives.get('sandbox')).toBe('allow-scripts allow-same-origin allow-modals');
    const allowed = [...directives].filter(([name]) => name.endsWith('-src')).map(([, values]) => values);
    expect(allowed.filter((values) => values !== "'none'" && values !== "'self'")).toEqual([]);
  });
});
