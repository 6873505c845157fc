/**
 * What is known of a page from one reading to the next, tree by tree, so that a change costs with itself and not with
 * the page. Only where to look is kept: what stands there, and whether it is seen, is looked at anew each time.
 */

import { shownValueOf } from './controls.ts';
import { bodyOf, documentElementOf, isElement, ownerDocumentOf, rootNodeOf, shadowRootOf, treeWalker } from './dom.ts';
import { namesTheDrug } from './known-words.ts';
import { once } from './once.ts';
import { type Changes, CONTROLS, RootIndex, SPECIAL } from './root-index.ts';

/** More places with the name than this are not looked at. */
const MOST_HITS = 2000;
/** More places than this are not looked at. */
const MOST_LABELS = 1500;
const MOST_ROOTS = 2000;
/** With more changes than this, looking through the whole page is no dearer. */
const MOST_CHANGES = 5000;
/** Elements that are asked at once whether they have got a shadow root. */
const ASKED_AT_ONCE = 2000;
const SHOW_ELEMENT = 1;
/** A tree that changes each time it is looked through is taken as it was found. */
const MOST_ATTEMPTS = 3;

/** Where to look in a page. */
export interface Found {
  /** where the name stands: a text node (the first of those it is spread over) or a form control */
  names: (Text | Element)[];
  /** text nodes that hold a label of patient data, of a result or of a section */
  labels: Text[];
  roots: Node[];
  /** frames, drawn areas, embedded documents and custom elements */
  special: Element[];
  /** false where there are more of them than are looked at */
  whole: boolean;
}

export class PageIndex {
  #roots = new Map<Node, RootIndex>();
  #nodes = new Set<Node>();
  #seams = new Set<Node>();
  #asking: Generator<boolean> = this.#askAll();
  readonly #onRoot: (root: Node) => void;

  /** @param onRoot told of each open shadow root before it is looked through, so that no change in it goes unnoticed */
  constructor(onRoot: (root: Node) => void = () => undefined) {
    this.#onRoot = onRoot;
  }

  /** Takes note of changes; every change of the page since it was first looked through has to come here. */
  note(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes, nextSibling, previousSibling } of records) {
      if (type === 'attributes') {
        if (isElement(target) && shadowRootOf(target)) this.#indexAround(target)?.noteHost(target);
        continue;
      }
      if (type === 'characterData') this.#nodes.add(target);
      for (const node of addedNodes) this.#nodes.add(node);
      if (removedNodes.length > 0) this.#seams.add(nextSibling ?? previousSibling ?? target);
    }
    if (this.#nodes.size + this.#seams.size > MOST_CHANGES) this.forget();
  }

  /** The next time, the whole page is looked through. */
  forget(): void {
    this.#roots = new Map();
    this.#nodes = new Set();
    this.#seams = new Set();
    this.#asking = this.#askAll();
  }

  /**
   * A script can give a shadow root to an element that stands there already, and nobody tells of it: so some elements are
   * asked each time this is called, all of them in turn.
   * @returns true where there is a new root
   */
  askForRoots(): boolean {
    return this.#asking.next().value;
  }

  *#askAll(): Generator<boolean, never> {
    for (let asked = 1; ; ) {
      for (const [node, root] of [...this.#roots]) {
        const walker = treeWalker(ownerDocumentOf(node), node, SHOW_ELEMENT);
        for (let at: Node | null = node; at; at = walker.nextNode(), asked += 1) {
          if (isElement(at) && root.noteHost(at)) yield true;
          if (asked % ASKED_AT_ONCE === 0) yield false;
        }
      }
      yield false;
    }
  }

  #indexAround(node: Node): RootIndex | undefined {
    const root = rootNodeOf(node);
    return this.#roots.get('host' in root ? root : (bodyOf(root as Document) ?? root));
  }

  /** Where to look now. Given up before its end, it has learned nothing. */
  *look(document: Document): Generator<void, Found> {
    const top = bodyOf(document) ?? documentElementOf(document);
    const found: Found = { names: [], labels: [], roots: top ? [top] : [], special: [], whole: true };
    const taken = { nodes: this.#nodes, seams: this.#seams };
    this.#nodes = new Set();
    this.#seams = new Set();
    const byTree = changesByTree(taken);
    const roots = new Map<Node, RootIndex>();
    let done = false;
    try {
      for (let index = 0; index < found.roots.length && index < MOST_ROOTS; index += 1) {
        const node = found.roots[index] as Node;
        const root = yield* this.#lookInto(node, byTree.get(rootNodeOf(node)));
        roots.set(node, root);
        root.noteDefined();
        for (const shadow of root.shadowRoots()) found.roots.push(shadow);
        addTo(found, root);
      }
      found.whole &&= found.roots.length <= MOST_ROOTS;
      this.#roots = roots;
      done = true;
      return found;
    } finally {
      if (!done) {
        for (const node of taken.nodes) this.#nodes.add(node);
        for (const node of taken.seams) this.#seams.add(node);
      }
    }
  }

  *#lookInto(node: Node, changes: Changes | undefined): Generator<void, RootIndex> {
    const known = this.#roots.get(node);
    if (known && (!changes || (yield* known.update(changes)))) return known;
    if (!known) this.#onRoot(node);
    for (let attempt = 1; ; attempt += 1) {
      const root = new RootIndex(node);
      if ((yield* root.fill()) || attempt >= MOST_ATTEMPTS) return root;
    }
  }
}

function changesByTree({ nodes, seams }: { nodes: Iterable<Node>; seams: Iterable<Node> }): Map<Node, Changes> {
  const byTree = new Map<Node, Changes>();
  const of = (node: Node): Changes => {
    return once(byTree, rootNodeOf(node), () => ({ nodes: [], seams: [] }));
  };
  for (const node of nodes) of(node).nodes.push(node);
  for (const node of seams) of(node).seams.push(node);
  return byTree;
}

function addTo(found: Found, root: RootIndex): void {
  const room = <N>(into: N[], most: number, nodes: readonly N[]) => {
    found.whole &&= into.length + nodes.length <= most;
    for (const node of nodes.slice(0, most - into.length)) into.push(node);
  };
  const named = (control: Element) => {
    const value = shownValueOf(control);
    return value !== null && namesTheDrug(value.slice(0, 2000));
  };
  found.whole &&= root.whole;
  room<Text | Element>(found.names, MOST_HITS, root.names());
  for (const name of CONTROLS) room<Text | Element>(found.names, MOST_HITS, root.elements(name).filter(named));
  for (const name of SPECIAL) for (const element of root.elements(name)) found.special.push(element);
  for (const element of root.custom()) found.special.push(element);
  room(found.labels, MOST_LABELS, root.labels());
}
