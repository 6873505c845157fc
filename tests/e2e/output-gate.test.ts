/**
 * The built extension holds nothing that could send something anywhere. What libraries bring along without its being
 * used is pinned, place by place: one more, from anywhere, fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { networkPrimitives } from '../../scripts/output-gate.ts';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');

/** A thing that a library brings along, and why it sends nothing. */
interface Known {
  primitive: string;
  excerpt: RegExp;
  times: number;
  why: string;
}

/** webextension-polyfill 0.12.0 carries a table of every API's name and number of arguments, wherever it is bundled. */
const POLYFILL: Known[] = [
  {
    primitive: 'setUninstallURL',
    excerpt: /sendNativeMessage:\{minArgs:2,maxArgs:2\},setUninstallURL:\{minArgs:1,maxArgs:1\}\}/,
    times: 1,
    why: 'a key of the table; nothing calls it',
  },
  {
    primitive: 'native messaging',
    excerpt: /sendNativeMessage:\{minArgs:2,maxArgs:2\}/,
    times: 1,
    why: 'a key of the table; it needs a permission that the manifest does not ask for',
  },
];

/** react-dom 19.3.1 can render any element; the test of the sources below shows that we render none of these. */
const REACT_DOM: Known[] = [
  {
    primitive: 'media element',
    excerpt: /(?<!document)\.createElement\(`(?:link|script)`\)/,
    times: 10,
    why: 'for <link> and <script> that a component renders',
  },
  {
    primitive: 'resource hint',
    excerpt: /`preconnect`|`dns-prefetch`|rel[:=][`"](?:preload|modulepreload)/,
    times: 8,
    why: 'for preconnect(), prefetchDNS(), preload() and preinit(), which nothing calls',
  },
  {
    primitive: 'address of an element',
    excerpt: /case`img`:\w+\.src\?\w+\.src=\w+\.src|\.action=(?:\w+|null)\}/,
    times: 4,
    why: 'a rendered <img>; and `action` as the field of a queue of state updates',
  },
  {
    primitive: 'markup from text',
    excerpt: /innerHTML=`<script><\\\/script>`|__html!==\w+&&\(\w+\.innerHTML=/,
    times: 3,
    why: 'for dangerouslySetInnerHTML and <script>',
  },
  {
    primitive: 'form submission',
    excerpt: /If you called form\.submit\(\)|form\.requestSubmit\(\) instead/,
    times: 2,
    why: 'the text of an error message',
  },
  {
    primitive: 'navigation',
    excerpt: /info:`react-t/,
    times: 1,
    why: 'for view transitions, which nothing uses; CSP sandbox forbids it',
  },
];

/** Vite 8.3.8 loads what the panel needs later, e.g. the grammar, as files of the extension; the policy allows no other. */
const VITE: Known[] = [
  {
    primitive: 'dynamic import',
    excerpt: /\(\)=>import\(`\.\/[\w-]+\.js`\)/,
    times: 1,
    why: 'a chunk of the extension beside the one that asks for it',
  },
  {
    primitive: 'media element',
    excerpt: /document\.createElement\(`link`\)(?:\.relList|;if\(\w+\.rel=)/,
    times: 2,
    why: 'for the styles of such a chunk',
  },
  {
    primitive: 'resource hint',
    excerpt: /`modulepreload`\)\?`modulepreload`:`preload`/,
    times: 3,
    why: 'for such a chunk',
  },
  {
    primitive: 'address of an element',
    excerpt: /crossOrigin=``,\w+\.href=\w+\.href/,
    times: 1,
    why: 'the address of such a chunk',
  },
];
/** minisearch 7.2.0 calls a method of its own map of terms `fetch`. */
const MINISEARCH: Known[] = [
  {
    primitive: 'fetch',
    excerpt: /\}fetch\((\w+),(\w+)\)\{if\(typeof \1!=|this\._index\.fetch\(/,
    times: 3,
    why: 'looks a term up in memory, or puts it there',
  },
];

const IN_PAGES = [...POLYFILL, ...REACT_DOM, ...MINISEARCH, ...VITE];

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (target) => {
  const directory = path.join(OUTPUT, target);
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));

  test('there is a build to look at', () => {
    expect(files).toEqual(
      expect.arrayContaining(['manifest.json', 'background.js', 'ehr.js', 'sidepanel.html', 'options.html']),
    );
  });

  /** Which libraries a file may hold; how the pages' code is cut into chunks is the bundler's affair. */
  const known = (name: string) => {
    if (name === 'ehr.js') return [];
    return name.startsWith('chunks/') ? IN_PAGES : POLYFILL;
  };
  const findingsIn = (name: string) => networkPrimitives(name, readFileSync(path.join(directory, name), 'utf8'));
  const fits =
    ({ primitive, excerpt }: Known) =>
    (finding: { primitive: string; excerpt: string }) =>
      primitive === finding.primitive && excerpt.test(finding.excerpt);

  test.each(files.filter((name) => /\.(?:js|css|html)$/.test(name)))('%s', (name) => {
    expect(findingsIn(name).filter((finding) => !known(name).some((entry) => fits(entry)(finding)))).toEqual([]);
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

  test('the manifest asks for nothing but the tab that was clicked on, and its policy allows no connection', () => {
    const manifest = JSON.parse(readFileSync(path.join(directory, 'manifest.json'), 'utf8'));
    const panel = target === 'chrome-mv3' ? ['sidePanel'] : [];
    expect([...manifest.permissions].sort()).toEqual(['activeTab', 'idle', 'scripting', 'storage', ...panel].sort());
    for (const key of [
      'content_scripts',
      'externally_connectable',
      'host_permissions',
      'optional_host_permissions',
      'optional_permissions',
      'update_url',
      'web_accessible_resources',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
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
