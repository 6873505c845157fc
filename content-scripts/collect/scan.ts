/**
 * The first look at a page: one pass over its text and form values, to find where bortezomib is named and where labels of
 * patient data and results stand. Everything else is read only around these places.
 */
import { BORTEZOMIB_NAME } from '../parse/drug-names.ts';
import { CLINICAL_LABEL } from '../qualify/candidates.ts';
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
import { shownValueOf } from './runs.ts';

const SHOW_TEXT = 4;
const MOST_HITS = 300;
const MOST_LABELS = 1500;

/** The name without its word boundaries: text of neighbouring cells touches in `textContent`. */
const NAME_ANYWHERE = new RegExp(BORTEZOMIB_NAME.source.replace(/\(\?<?!(?:\[[^\]]*\]|[^)])*\)/g, ''), 'giu');

export interface Scan {
  /** where the name stands: a text node (the first of those it is spread over) or a form control */
  names: (Text | Element)[];
  /** text nodes that hold a label of patient data, of a result or of a section */
  labels: Text[];
  /** form controls with a value */
  roots: Node[];
}

/** The body (or frameset) and every open shadow root in it. */
export function rootsOf(document: Document): Node[] {
  const top = bodyOf(document) ?? documentElementOf(document);
  if (!top) return [];
  const roots: Node[] = [top];
  for (let index = 0; index < roots.length && roots.length < 2000; index += 1) {
    const root = roots[index];
    if (!root) break;
    for (const element of queryAll(root, '*')) {
      const shadow = shadowRootOf(element);
      if (shadow) roots.push(shadow);
    }
  }
  return roots;
}

const isCode = (node: Node): boolean => {
  const parent = parentNodeOf(node);
  return isElement(parent) && /^(?:script|style|template|noscript|textarea|option)$/.test(localNameOf(parent));
};

/** Looks once at everything; a page that names neither bortezomib nor anything clinical costs one look at its text. */
export function scan(document: Document): Scan {
  const found: Scan = { names: [], labels: [], roots: rootsOf(document) };
  for (const root of found.roots) {
    const all = textContentOf(root) ?? '';
    const named = [...all.matchAll(NAME_ANYWHERE)].slice(0, 5000).map((match) => match.index);
    if (named.length > 0 || CLINICAL_LABEL.test(all)) scanText(document, root, named, found);
    for (const control of queryAll(root, 'input,textarea,select')) {
      const value = shownValueOf(control);
      if (value && found.names.length < MOST_HITS && BORTEZOMIB_NAME.test(value.slice(0, 2000)))
        found.names.push(control);
    }
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
    else if (data.length > 1 && found.labels.length < MOST_LABELS && CLINICAL_LABEL.test(data) && !isCode(node))
      found.labels.push(node);
    at = end;
  }
}
