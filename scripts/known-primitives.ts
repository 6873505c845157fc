/**
 * What libraries bring into the built extension without its being used: network primitives that the output gate finds,
 * pinned place by place, each with the reason why it sends nothing.
 */
import { type Finding, networkPrimitives } from './output-gate.ts';

/** A thing that a library brings along, and why it sends nothing. */
export interface Known {
  primitive: string;
  excerpt: RegExp;
  times: number;
  why: string;
}

/** webextension-polyfill 0.12.0 carries a table of every API's name and number of arguments, wherever it is bundled. */
export const POLYFILL: Known[] = [
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

/** preact 11.2.0 can take markup; the test of the sources (tests/scripts/output-gate.test.ts) shows that we give it none. */
const PREACT: Known[] = [
  {
    primitive: 'markup from text',
    excerpt: /\(\w+\.innerHTML=\w+\.__html\)/,
    times: 1,
    why: 'for dangerouslySetInnerHTML',
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

export const IN_PAGES = [...POLYFILL, ...PREACT, ...MINISEARCH];

/** Which of them a file may hold; how the pages' code is cut into chunks is the bundler's affair. */
function knownIn(fileName: string): readonly Known[] {
  if (fileName === 'ehr.js') return [];
  return fileName.startsWith('chunks/') ? IN_PAGES : POLYFILL;
}

export const fits =
  ({ primitive, excerpt }: Known) =>
  (finding: Finding) =>
    primitive === finding.primitive && excerpt.test(finding.excerpt);

/** What stands in a built file and is not explained. */
export function unexplained(fileName: string, text: string): Finding[] {
  return networkPrimitives(fileName, text).filter(
    (finding) => !knownIn(fileName).some((entry) => fits(entry)(finding)),
  );
}
