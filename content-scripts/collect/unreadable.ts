/** Parts of the page that this frame's reader cannot see into, and the frames that report for themselves. */
import { MOST_AREAS } from '../limits.ts';
import type { Unreadable } from '../page-reading.ts';
import { plainText } from '../words/plain-text.ts';
import type { CollectedPage } from './collected-page.ts';
import {
  attributeOf,
  baseOf,
  boxOf,
  checkVisibility,
  defaultViewOf,
  firstChildOf,
  localNameOf,
  shadowRootOf,
  shownIn,
} from './dom.ts';
import { ariaLabelOf } from './headings.ts';
import type { Visibility } from './visibility.ts';

/** Smaller areas show icons, charts' corners and counting pixels, not orders. */
const SMALLEST_AREA = 120 * 60;
/** What a look at one costs. */
const LOOKING = 5;
/** Name of the element that this extension outlines text with; its root is closed and ours. */
const OWN = 'bortezomib-outline';

const area = (element: Element): number => {
  const box = boxOf(element);
  return box.width * box.height;
};

const nameOf = (element: Element): string => {
  const said =
    ariaLabelOf(element) || attributeOf(element, 'title') || attributeOf(element, 'name') || attributeOf(element, 'id');
  return plainText(said ?? '').slice(0, 120);
};

/** A document's origin; 'opaque' where it has none that another document could name. */
export function originOfDocument(document: Document): string {
  const origin = defaultViewOf(document)?.origin;
  return !origin || origin === 'null' ? 'opaque' : origin;
}

/** Origin that a frame's document should have; 'opaque' where the page does not say. */
function originOf(frame: Element, document: Document): string {
  const sandbox = attributeOf(frame, 'sandbox');
  if (sandbox !== null && !sandbox.includes('allow-same-origin')) return 'opaque';
  const source = attributeOf(frame, 'src');
  if (attributeOf(frame, 'srcdoc') !== null || !source || /^(?:about|javascript):/i.test(source))
    return originOfDocument(document);
  try {
    const { origin } = new URL(source, baseOf(document));
    return origin === 'null' ? 'opaque' : origin;
  } catch {
    return 'opaque';
  }
}

/** A custom element that takes room on the page and has nothing inside that can be seen from here. */
function isClosed(element: Element): boolean {
  const name = localNameOf(element);
  return name.includes('-') && name !== OWN && shadowRootOf(element) === null && firstChildOf(element) === null;
}

/** Puts what cannot be seen into, and the frames, into `into`; where there are more than are told of, it is not whole. */
export function* collectSurroundings(
  into: Pick<CollectedPage, 'unreadable' | 'childFrames' | 'whole'>,
  document: Document,
  special: readonly Element[],
  visibility: Visibility,
): Generator<void> {
  const { unreadable, childFrames } = into;
  const say = (kind: Unreadable['kind'], element: Element, fallback: string) => {
    if (unreadable.length < MOST_AREAS) unreadable.push({ kind, label: nameOf(element) || fallback });
    else into.whole = false;
  };
  const seen = (element: Element) => {
    visibility.effort.spend(LOOKING);
    return area(element) >= SMALLEST_AREA && isShown(element, visibility);
  };
  for (const element of special) {
    const name = localNameOf(element);
    if (name === 'canvas') {
      if (seen(element)) say('canvas', element, 'drawn area');
    } else if (name === 'embed' || name === 'object') {
      if (seen(element)) say('embedded-document', element, 'embedded document');
    } else if (name !== 'iframe' && name !== 'frame') {
      if (isClosed(element) && seen(element)) say('closed-shadow-root', element, name);
    } else if (area(element) >= 100 && isShown(element, visibility)) {
      const origin = originOf(element, document);
      if (childFrames.length < MOST_AREAS)
        childFrames.push({ origin, label: nameOf(element) || (origin === 'opaque' ? 'frame' : origin) });
      else into.whole = false;
    }
    yield;
  }
}

/** Frames and canvases hold no text of their own: whether they are shown is what their surroundings say. */
function isShown(element: Element, visibility: Visibility): boolean {
  const parent = shownIn(element);
  return checkVisibility(element) && (!parent || visibility.shows(parent));
}
