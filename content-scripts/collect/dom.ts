/**
 * Property reads that a page cannot shadow. A form with a field called `children` or `parentNode` answers with that
 * field when asked directly, in an extension's isolated world too; the prototype's own getter does not.
 * Getters are looked up at the first call: these modules are also loaded where there is no DOM.
 */
type Prototype =
  | 'Node'
  | 'Element'
  | 'HTMLElement'
  | 'Document'
  | 'CharacterData'
  | 'Text'
  | 'ShadowRoot'
  | 'DocumentFragment';

function prototypeOf(name: Prototype): object {
  return (globalThis as unknown as Record<Prototype, { prototype: object }>)[name].prototype;
}

function getter<V>(owner: Prototype, property: string): (target: object) => V {
  let get: (() => unknown) | undefined;
  return (target) => {
    get ??= Object.getOwnPropertyDescriptor(prototypeOf(owner), property)?.get;
    return get?.call(target) as V;
  };
}

/** Methods with up to two arguments: one that is left out is as good as undefined, and no list of them has to be made. */
function method<A extends [first?: unknown, second?: unknown], V>(
  owner: Prototype,
  property: string,
): (target: object, ...args: A) => V {
  let call: ((first?: unknown, second?: unknown) => unknown) | undefined;
  return (target: object, first?: unknown, second?: unknown) => {
    call ??= (prototypeOf(owner) as Record<string, (first?: unknown, second?: unknown) => unknown>)[property];
    return call?.call(target, first, second) as V;
  };
}

export const nodeTypeOf = getter<number>('Node', 'nodeType');
export const firstChildOf = getter<Node | null>('Node', 'firstChild');
export const nextSiblingOf = getter<Node | null>('Node', 'nextSibling');
export const parentNodeOf = getter<Node | null>('Node', 'parentNode');
export const textContentOf = getter<string | null>('Node', 'textContent');
export const rootNodeOf = method<[], Node>('Node', 'getRootNode');
export const isConnected = getter<boolean>('Node', 'isConnected');
export const positionOf = method<[Node], number>('Node', 'compareDocumentPosition');
export const containsNode = method<[Node | null], boolean>('Node', 'contains');
export const localNameOf = getter<string>('Element', 'localName');
export const shadowRootOf = getter<ShadowRoot | null>('Element', 'shadowRoot');
export const assignedSlotOf = getter<HTMLSlotElement | null>('Element', 'assignedSlot');
export const previousElementOf = getter<Element | null>('Element', 'previousElementSibling');
export const nextElementOf = getter<Element | null>('Element', 'nextElementSibling');
export const attributeOf = method<[string], string | null>('Element', 'getAttribute');
export const hasAttribute = method<[string], boolean>('Element', 'hasAttribute');
export const matches = method<[string], boolean>('Element', 'matches');
export const closest = method<[string], Element | null>('Element', 'closest');
export const boxOf = method<[], DOMRect>('Element', 'getBoundingClientRect');
export const scrollTopOf = getter<number>('Element', 'scrollTop');
export const scrollHeightOf = getter<number>('Element', 'scrollHeight');
export const clientHeightOf = getter<number>('Element', 'clientHeight');
const checkVisibilityMethod = method<[CheckVisibilityOptions], boolean>('Element', 'checkVisibility');
export const checkVisibility = (element: Element): boolean =>
  checkVisibilityMethod(element, { checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: false });
export const bodyOf = getter<HTMLElement | null>('Document', 'body');
export const documentElementOf = getter<HTMLElement | null>('Document', 'documentElement');
export const defaultViewOf = getter<(Window & typeof globalThis) | null>('Document', 'defaultView');
export const ownerDocumentOf = getter<Document>('Node', 'ownerDocument');
export const visibilityStateOf = getter<DocumentVisibilityState>('Document', 'visibilityState');
export const newElement = method<[string], HTMLElement>('Document', 'createElement');
export const scrollIntoView = method<[ScrollIntoViewOptions], void>('Element', 'scrollIntoView');
export const baseOf = getter<string>('Node', 'baseURI');
export const treeWalker = method<[Node, number], TreeWalker>('Document', 'createTreeWalker');
export const newRange = method<[], Range>('Document', 'createRange');

const everyElementIn = method<[string], HTMLCollectionOf<Element>>('Element', 'getElementsByTagName');
const queryAllInElement = method<[string], NodeListOf<Element>>('Element', 'querySelectorAll');
const queryAllInDocument = method<[string], NodeListOf<Element>>('Document', 'querySelectorAll');
const queryAllInFragment = method<[string], NodeListOf<Element>>('DocumentFragment', 'querySelectorAll');

const hitInDocument = method<[number, number], Element | null>('Document', 'elementFromPoint');
const hitInShadow = method<[number, number], Element | null>('ShadowRoot', 'elementFromPoint');

/** The innermost element shown at a point of the viewport, open shadow roots included. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let hit = hitInDocument(document, x, y);
  for (let depth = 0; hit && depth < 20; depth += 1) {
    const shadow = shadowRootOf(hit);
    const inner: Element | null = shadow ? hitInShadow(shadow, x, y) : null;
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** The window that shows an element. */
export const viewOf = (element: Element): (Window & typeof globalThis) | null =>
  defaultViewOf(ownerDocumentOf(element));

/** Every element inside an element or shadow root; of an element live, which is the fastest to walk. */
export const elementsIn = (root: Node): ArrayLike<Element> =>
  isElement(root) ? everyElementIn(root, '*') : queryAll(root, '*');

/** All elements matching `selector` inside a document, shadow root or element. */
export function queryAll(root: Node, selector: string): NodeListOf<Element> {
  const type = nodeTypeOf(root);
  if (type === 9) return queryAllInDocument(root, selector);
  return type === 11 ? queryAllInFragment(root, selector) : queryAllInElement(root, selector);
}

export const isElement = (node: Node | null): node is Element => node !== null && nodeTypeOf(node) === 1;
export const isText = (node: Node | null): node is Text => node !== null && nodeTypeOf(node) === 3;

/** The element that shows this node: its slot, its shadow host or its parent. */
export function shownIn(node: Node): Element | null {
  if (isElement(node)) {
    const slot = assignedSlotOf(node);
    if (slot) return slot;
  }
  const parent = parentNodeOf(node);
  const type = parent && nodeTypeOf(parent);
  if (type === 1) return parent as Element;
  return type === 11 && parent && 'host' in parent ? (parent as ShadowRoot).host : null;
}

/**
 * Goes through what an element shows, in order: its open shadow root's nodes, a slot's assigned nodes, or its children.
 * @param visit returns false where no more is wanted
 */
export function eachShownChildOf(element: Element, visit: (child: Node) => boolean): void {
  if (localNameOf(element) === 'slot' && 'assignedNodes' in element) {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) {
      assigned.every(visit);
      return;
    }
  }
  let child = firstChildOf(shadowRootOf(element) ?? element);
  while (child && visit(child)) child = nextSiblingOf(child);
}

/** More children than this are not looked through for a label, a heading or a table. */
const MOST_CHILDREN = 20_000;

/** @param most how many are enough */
export function shownChildrenOf(element: Element, most = MOST_CHILDREN): Node[] {
  const children: Node[] = [];
  eachShownChildOf(element, (child) => children.push(child) < most);
  return children;
}

/** The element children that are shown, in order. @param most how many are enough */
export function shownElementsOf(element: Element, most = MOST_CHILDREN): Element[] {
  const children: Element[] = [];
  let looked = 0;
  eachShownChildOf(element, (child) => {
    looked += 1;
    return !(isElement(child) && children.push(child) >= most) && looked < MOST_CHILDREN;
  });
  return children;
}

/** How many elements stand in an element; a browser counts them once and remembers until they change. */
export const countIn = (element: Element): number => everyElementIn(element, '*').length;

/** What an element stands in further up than this is not looked at. */
const HIGHEST = 400;

/** `element` and what it stands in, innermost first. */
export function* upwards(element: Element | null): Generator<Element> {
  let steps = 0;
  for (let at = element; at && steps < HIGHEST; at = shownIn(at), steps += 1) yield at;
}

/** The element with this id in the same tree (document or shadow root). */
export function elementById(near: Element, id: string): Element | null {
  if (!id) return null;
  return queryAll(rootNodeOf(near), `#${CSS.escape(id)}`)[0] ?? null;
}

/** The nearest shown ancestor, `element` included, for which `test` holds. */
export function nearest(element: Element | null, test: (element: Element) => boolean): Element | null {
  let steps = 0;
  for (let at = element; at && steps < HIGHEST; at = shownIn(at), steps += 1) if (test(at)) return at;
  return null;
}
