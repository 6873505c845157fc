/**
 * What one tree of a page (the body, or an open shadow root) holds that is worth a closer look: where the drug is named,
 * where labels stand, form controls, frames, hosts of shadow roots. Kept from one reading to the next.
 */
import {
  containsNode,
  elementsIn,
  isElement,
  isText,
  localNameOf,
  matches,
  ownerDocumentOf,
  parentNodeOf,
  queryAll,
  shadowRootOf,
  textContentOf,
  treeWalker,
} from './dom.ts';
import { lowerCase, pattern } from './known-words.ts';
import { SortedNodes } from './sorted-nodes.ts';

const SHOW_TEXT = 4;
/** Elements or texts between two looks at the clock. */
const STEP = 256;
/** Characters of text that are searched at once; no name or label is longer than the overlap. */
const CHUNK = 100_000;
const OVERLAP = 200;
const MOST_NAMES = 5000;
/** More labels than this are not kept; a reading uses the first of them alone. */
const MOST_KEPT = 4000;
/** On a smaller page every custom element is looked at, on a larger one those that no script has defined. */
const FEW = 3000;
/** Without the drug's name, a larger page is not looked at for anything else. */
const LARGE = 20_000;

/** Frames and what else holds no text of its own, then form controls. */
export const SPECIAL = ['iframe', 'frame', 'canvas', 'embed', 'object'];
export const CONTROLS = ['input', 'textarea', 'select'];
const LISTED = new Set([...SPECIAL, ...CONTROLS]);
/** The elements of HTML that may have a shadow root, beside custom ones. */
const MAY_HOST = new Set(
  'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span'.split(','),
);
/** Elements of which the commonest names are learned, and how many of these have such a name at least. */
const SAMPLE = 128;
const COMMON = 2;
const UNDEFINED = ':not(:defined)';

const INVISIBLE = /\u00AD|\u200B|\u200C|\u200D|\u2060|\u0301/;

const isCode = (node: Node): boolean => {
  const parent = parentNodeOf(node);
  return isElement(parent) && /^(?:script|style|template|noscript|textarea|option)$/.test(localNameOf(parent));
};

/** Asked directly, which is fast; a form can answer with a field of that name, its prototype cannot. */
const hostsOpenRoot = (element: Element): boolean => Boolean(element.shadowRoot && shadowRootOf(element));
const nameOf = (element: Element): string =>
  typeof element.localName === 'string' ? element.localName : localNameOf(element);

/**
 * The commonest names of elements that are not worth a look: neither hosts of shadow roots, frames, controls nor custom
 * ones. Found in a sample; what is not in it is looked at needlessly, and nothing worse.
 */
function commonest(elements: ArrayLike<Element>): string[] {
  const counts = new Map<string, number>();
  for (let at = 0; at < SAMPLE; at += 1) {
    const element = elements[Math.floor((at * elements.length) / SAMPLE)];
    const name = element ? nameOf(element) : '';
    // a name in capitals, which HTML has none of, could be that of others in a selector
    if (!LISTED.has(name) && !MAY_HOST.has(name) && /^[a-z][a-z0-9]*$/.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= COMMON).sort(([, a], [, b]) => b - a);
  return common.map(([name]) => name);
}

const allBut = (names: readonly string[]): string => (names.length > 0 ? `:not(${names.join()})` : '*');

/** Offsets of the names in a text; of the words around invisible characters too, where such words spell a name. */
function* namesIn(all: string): Generator<void, number[]> {
  const found: number[] = [];
  for (let from = 0; from < all.length; from += CHUNK) {
    const text = lowerCase(all.slice(from, from + CHUNK + OVERLAP));
    for (const match of text.matchAll(pattern(INVISIBLE.test(text) ? 'nameLoosely' : 'nameAnywhere'))) {
      const at = from + match.index;
      if (match.index < CHUNK && at > (found.at(-1) ?? -1) && found.push(at) >= MOST_NAMES) return found;
    }
    yield;
  }
  return found;
}

/** Nodes that changed in a tree since it was looked through. */
export interface Changes {
  /** elements and texts that were added, and texts that were written anew */
  nodes: Node[];
  /** nodes beside which something was taken out, so that what stands there may join to a name */
  seams: Node[];
}

export class RootIndex {
  readonly node: Node;
  size = 0;
  /** text in which a name begins, that of scripts included */
  readonly #named = new SortedNodes<Text>();
  readonly #labels = new SortedNodes<Text>();
  readonly #elements = new Map<string, SortedNodes<Element>>();
  readonly #custom = new SortedNodes<Element>();
  readonly #hosts = new SortedNodes<Element>();
  /** labels were not looked for, since the page is large and does not name the drug */
  #passedOver = false;
  /** there are more labels than are kept */
  #crowded = false;
  /** every place that holds the name is known */
  whole = true;

  constructor(node: Node) {
    this.node = node;
    for (const name of LISTED) this.#elements.set(name, new SortedNodes());
  }

  names = (): Text[] => this.#named.all().filter((node) => !isCode(node));
  labels = (): readonly Text[] => (this.size < LARGE || this.#named.size > 0 ? this.#labels.all() : []);
  elements = (name: string): readonly Element[] => this.#elements.get(name)?.all() ?? [];
  custom = (): Element[] => this.#custom.all().filter((element) => this.size < FEW || matches(element, UNDEFINED));

  /** Open shadow roots in it, in the order of their hosts. */
  shadowRoots(): ShadowRoot[] {
    return this.#hosts.all().flatMap((host) => shadowRootOf(host) ?? []);
  }

  /**
   * Looks through the whole tree; once, an index that is to be filled again is a new one.
   * @returns false where the tree has changed meanwhile
   */
  *fill(): Generator<void, boolean> {
    const elements = elementsIn(this.node);
    const size = elements.length;
    this.size = size;
    if (isElement(this.node)) this.noteHost(this.node);
    const worthALook = queryAll(this.node, allBut(commonest(elements)));
    for (let index = 0; index < worthALook.length; index += 1) {
      const element = worthALook[index];
      if (element) this.#append(element);
      if (index % STEP === STEP - 1) yield;
    }
    yield;
    return elements.length === size && (yield* this.#fillTexts());
  }

  #append(element: Element): void {
    const name = nameOf(element);
    if (name.includes('-')) this.#custom.append(element);
    else this.#elements.get(name)?.append(element);
    if (hostsOpenRoot(element)) this.#hosts.append(element);
  }

  /** Whether the text stayed as it was meanwhile. */
  *#fillTexts(): Generator<void, boolean> {
    const all = textContentOf(this.node) ?? '';
    const named = yield* namesIn(all);
    this.whole = named.length < MOST_NAMES;
    const worthALook = named.length > 0 || this.size < LARGE;
    this.#passedOver = !worthALook;
    if (!worthALook) return true;
    const walker = this.#texts();
    let at = 0;
    let next = 0;
    let node = walker.nextNode() as Text | null;
    while (node) {
      // many texts at once, a line each: most hold nothing, and one search says so of all of them
      const texts: Text[] = [];
      const hits: boolean[] = [];
      let lines = '';
      for (; node && texts.length < STEP; node = walker.nextNode() as Text | null) {
        const { data } = node;
        at += data.length;
        texts.push(node);
        hits.push((named[next] ?? Number.POSITIVE_INFINITY) < at);
        while ((named[next] ?? Number.POSITIVE_INFINITY) < at) next += 1;
        lines += `${data}\n`;
      }
      if (hits.includes(true) || pattern('clinicalInLines').test(lowerCase(lines)))
        texts.forEach((text, index) => {
          this.#take(text, hits[index] === true, (nodes) => nodes.append(text));
        });
      yield;
    }
    return at === all.length;
  }

  #texts(): TreeWalker {
    return treeWalker(ownerDocumentOf(this.node), this.node, SHOW_TEXT);
  }

  #take(node: Text, hit: boolean, into: (nodes: SortedNodes<Text>) => void): void {
    if (hit) into(this.#named);
    else if (node.data.length > 1 && pattern('clinical').test(lowerCase(node.data)) && !isCode(node)) {
      if (this.#labels.size < MOST_KEPT) into(this.#labels);
      else this.#crowded = true;
    }
  }

  /** Whether a change cannot be taken over by looking at what changed alone. */
  #mustBeFilledAnew(size: number, names: boolean): boolean {
    const crossed = (limit: number) => this.size < limit !== size < limit;
    return crossed(FEW) || crossed(LARGE) || this.#crowded || !this.whole || (this.#passedOver && names);
  }

  /**
   * Looks again at what changed and at nothing else.
   * @returns false where that is not enough and the tree has to be looked through anew
   */
  *update({ nodes, seams }: Changes): Generator<void, boolean> {
    const isHere = (node: Node) => containsNode(this.node, node);
    const looked = new Set<Node>();
    const texts = new Map<Text, boolean>();
    const elements: Element[] = [];
    for (const node of nodes) {
      if (looked.has(node) || !isHere(node)) continue;
      const inside = isElement(node) ? [node, ...queryAll(node, '*')] : [];
      for (const element of inside) {
        if (!looked.has(element)) elements.push(element);
        looked.add(element);
        if (elements.length % STEP === 0) yield;
      }
      yield* this.#lookAtTexts(node, looked, texts);
    }
    for (const seam of seams) {
      const before = isHere(seam) ? this.#textBefore(seam) : null;
      if (before) yield* this.#lookAtTexts(before, looked, texts);
    }
    const size = this.size + elements.length;
    if (this.#mustBeFilledAnew(size, [...texts.values()].includes(true))) return false;
    this.size = size;
    for (const sorted of [this.#custom, this.#hosts, ...this.#elements.values()]) {
      for (const element of elements) sorted.delete(element);
      sorted.settle(isHere);
    }
    for (const sorted of [this.#named, this.#labels]) {
      for (const text of texts.keys()) sorted.delete(text);
      sorted.settle(isHere);
    }
    for (const element of elements) this.#takeElement(element);
    for (const [text, hit] of texts) this.#take(text, hit, (sorted) => sorted.insert(text));
    return !this.#crowded;
  }

  #takeElement(element: Element): void {
    const name = localNameOf(element);
    this.#elements.get(name)?.insert(element);
    if (name.includes('-')) this.#custom.insert(element);
    this.noteHost(element);
  }

  /** A shadow root that came to an element which stood there already; whether it was not known. */
  noteHost(element: Element): boolean {
    if (!hostsOpenRoot(element) || this.#hosts.has(element)) return false;
    this.#hosts.insert(element);
    return true;
  }

  /** Shadow roots that came with a definition, which no change of the page tells. */
  noteDefined(): void {
    for (const element of this.#custom.all()) this.noteHost(element);
  }

  #textBefore(node: Node): Text | null {
    const walker = this.#texts();
    walker.currentNode = node;
    return (isText(node) ? node : (walker.previousNode() ?? walker.nextNode())) as Text | null;
  }

  /** Names in the texts of a node and around it, since a name may reach over several texts. */
  *#lookAtTexts(node: Node, looked: Set<Node>, into: Map<Text, boolean>): Generator<void, void> {
    const inside: Text[] = [];
    if (isText(node)) inside.push(node);
    else if (isElement(node)) {
      const walker = treeWalker(ownerDocumentOf(node), node, SHOW_TEXT);
      for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
        inside.push(text);
        if (inside.length % STEP === 0) yield;
      }
    }
    const [first] = inside;
    const last = inside.at(-1);
    if (!first || !last) return;
    const before = this.#beside(first, 'previousNode').reverse();
    const after = this.#beside(last, 'nextNode');
    const own = [...before, ...inside];
    const named = yield* namesIn([...own, ...after].map(({ data }) => data).join(''));
    let at = 0;
    let next = 0;
    for (const text of own) {
      const end = at + text.data.length;
      let hit = false;
      while ((named[next] ?? Number.POSITIVE_INFINITY) < end) {
        hit = true;
        next += 1;
      }
      at = end;
      into.set(text, hit || into.get(text) === true);
      looked.add(text);
    }
  }

  /** The texts before or after a text, as far as a name can reach. */
  #beside(text: Text, step: 'previousNode' | 'nextNode'): Text[] {
    const walker = this.#texts();
    walker.currentNode = text;
    const found: Text[] = [];
    let length = 0;
    while (length < OVERLAP) {
      const node = walker[step]() as Text | null;
      if (!node) break;
      found.push(node);
      length += node.data.length;
    }
    return found;
  }
}
