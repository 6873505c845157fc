/**
 * The first look at a page: one pass over its text and form values, to find where bortezomib is named and where labels of
 * patient data and results stand. Everything else is read only around these places.
 */
import {
  bodyOf,
  documentElementOf,
  isElement,
  localNameOf,
  ownerDocumentOf,
  parentNodeOf,
  queryAll,
  shadowRootOf,
  textContentOf,
  treeWalker,
} from './dom.ts';
import { namesTheDrug, pattern } from './known-words.ts';
import { shownValueOf } from './runs.ts';

const SHOW_ELEMENT = 1;
const SHOW_TEXT = 4;
const MOST_HITS = 300;
const FEW = 3000;
const LARGE = 20_000;
/** More places than this are not looked at. */
export const MOST_LABELS = 1500;

export interface Scan {
  /** where the name stands: a text node (the first of those it is spread over) or a form control */
  names: (Text | Element)[];
  /** text nodes that hold a label of patient data, of a result or of a section */
  labels: Text[];
  roots: Node[];
  /** frames, drawn areas, embedded documents and custom elements */
  special: Element[];
}

interface Root {
  node: Node;
  /** elements in it, shadow roots not included */
  size: number;
}

/** The body (or frameset) and every open shadow root in it. */
function rootsOf(document: Document): Root[] {
  const top = bodyOf(document) ?? documentElementOf(document);
  const roots: Root[] = top ? [{ node: top, size: 0 }] : [];
  for (let index = 0; index < roots.length && roots.length < 2000; index += 1) {
    const root = roots[index];
    if (!root) break;
    const walker = treeWalker(document, root.node, SHOW_ELEMENT);
    for (let element = walker.nextNode() as Element | null; element; element = walker.nextNode() as Element | null) {
      root.size += 1;
      // asked directly, which is fast; a form can answer with a field of that name, its prototype cannot
      const shadow = element.shadowRoot && shadowRootOf(element);
      if (shadow) roots.push({ node: shadow, size: 0 });
    }
  }
  return roots;
}

const isCode = (node: Node): boolean => {
  const parent = parentNodeOf(node);
  return isElement(parent) && /^(?:script|style|template|noscript|textarea|option)$/.test(localNameOf(parent));
};

const INVISIBLE = /\u00AD|\u200B|\u200C|\u200D|\u2060|\u0301/;

/** Offsets of the names in a text; of the words around invisible characters too, where such words spell a name. */
function namesIn(all: string): number[] {
  const names = pattern(INVISIBLE.test(all) ? 'nameLoosely' : 'nameAnywhere');
  const found: number[] = [];
  for (const match of all.matchAll(names)) if (found.push(match.index) >= 5000) break;
  return found;
}

/** Frames and what else holds no text of its own; custom elements that no script has defined. */
const SPECIAL = ['iframe', 'frame', 'canvas', 'embed', 'object', ':not(:defined)'];
const CONTROLS = ['input', 'textarea', 'select'];

/** Looks once at everything; a page that names neither bortezomib nor anything clinical costs one look at its text. */
export function scan(document: Document): Scan {
  const roots = rootsOf(document);
  const found: Scan = { names: [], labels: [], roots: roots.map(({ node }) => node), special: [] };
  for (const { node: root, size } of roots) {
    const all = textContentOf(root) ?? '';
    const named = namesIn(all);
    // without the drug's name, a page of this size is not looked at for anything else
    if (named.length > 0 || (size < LARGE && pattern('clinical').test(all))) scanText(document, root, named, found);
    // one short query each: a list of selectors costs several times as much
    for (const selector of SPECIAL) found.special.push(...queryAll(root, selector));
    for (const selector of CONTROLS)
      for (const control of queryAll(root, selector)) {
        const value = shownValueOf(control);
        const names = value && found.names.length < MOST_HITS && namesTheDrug(value.slice(0, 2000));
        if (names) found.names.push(control);
      }
    // on a large page, looking at every element's name would cost more than all the rest
    if (size < FEW)
      for (const element of queryAll(root, ':defined'))
        if (localNameOf(element).includes('-')) found.special.push(element);
  }
  return found;
}

function scanText(document: Document, root: Node, named: number[], found: Scan): void {
  const walker = treeWalker(ownerDocumentOf(root) ?? document, root, SHOW_TEXT);
  let at = 0;
  let next = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    const end = at + data.length;
    let hit = false;
    while ((named[next] ?? Number.POSITIVE_INFINITY) < end) {
      hit = true;
      next += 1;
    }
    if (hit && found.names.length < MOST_HITS && !isCode(node)) found.names.push(node);
    else if (data.length > 1 && found.labels.length < MOST_LABELS && pattern('clinical').test(data) && !isCode(node))
      found.labels.push(node);
    at = end;
  }
}
