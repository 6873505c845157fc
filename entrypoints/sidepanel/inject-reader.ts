/** Puts the reader into a tab, and only into the sites that the organisation lists, where it lists any. */
import browser from 'webextension-polyfill';
import { isListed } from '../../settings/host-pattern.ts';

export type Hosts = readonly string[] | undefined;

/**
 * In no more frames than this is there a reader, the page itself and the largest of the others: a page may hold thousands,
 * and each reader takes room. The others are named by the frames that they stand in.
 */
export const MOST_FRAMES = 200;

/**
 * Runs the reader in every frame of the tab that the extension may read.
 * @returns false where the browser or the organisation forbids it: no click yet, the browser's own pages, other sites
 */
export async function injectReader(tabId: number, hosts: Hosts): Promise<boolean> {
  try {
    const frames = await readableFrames(tabId, hosts);
    if (!frames.some(({ frameId }) => frameId === 0)) return false;
    return (await putReaderInto(tabId, largest(frames, MOST_FRAMES))).includes(0);
  } catch {
    return false;
  }
}

/**
 * Puts a reader into frames that have none, e.g. one that has just loaded, and leaves those that have one alone.
 * @returns the frames that had one
 */
export async function injectWhereMissing(tabId: number, hosts: Hosts): Promise<number[]> {
  try {
    const frames = await readableFrames(tabId, hosts);
    const without = frames.filter(({ hasReader }) => !hasReader);
    await putReaderInto(tabId, largest(without, MOST_FRAMES - (frames.length - without.length)));
    return frames.flatMap(({ frameId, hasReader }) => (hasReader ? [frameId] : []));
  } catch {
    // the tab has gone, or may not be read any more: its reader's port says so
    return [];
  }
}

/** One look for frames at a time, and one more for all that was asked for meanwhile: a page may hold very many. */
export function oneLookAtATime(look: (tabId: number) => Promise<unknown>): (tabId: number) => Promise<void> {
  let looking = false;
  let next: number | null = null;
  return async (tabId) => {
    next = tabId;
    if (looking) return;
    looking = true;
    while (next !== null) {
      const lookedIn: number = next;
      next = null;
      await look(lookedIn);
    }
    looking = false;
  };
}

/** A reader may be left from before the list of sites was changed. Frames without an address belong to their page. */
export function mayBeRead(address: string | undefined, hosts: Hosts): boolean {
  const url = URL.parse(address ?? '');
  return hosts === undefined || url === null || !/^https?:$/.test(url.protocol) || isListed(url.origin, hosts);
}

interface Frame {
  frameId: number;
  hasReader: boolean;
  /** what it takes of the window, in square pixels */
  area: number;
}

/** As many frames as there is room for; the page itself is the first of them. */
function largest(frames: readonly Frame[], most: number): readonly Frame[] {
  if (frames.length <= most) return frames;
  const room = ({ frameId, area }: Frame) => (frameId === 0 ? Number.POSITIVE_INFINITY : area);
  return [...frames].sort((a, b) => room(b) - room(a)).slice(0, Math.max(0, most));
}

async function readableFrames(tabId: number, hosts: Hosts): Promise<Frame[]> {
  const found = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: lookAround });
  return found.flatMap(({ frameId, result }) => {
    const seen = result as ReturnType<typeof lookAround> | undefined;
    return seen && (!hosts || seen.origins.some((origin) => isListed(origin, hosts)))
      ? [{ frameId, hasReader: seen.hasReader, area: seen.area }]
      : [];
  });
}

/** Runs in the page, where elements answer by their names to what is not the world's own. A frame without an address of its own has its parent's origin; a sandboxed one only its address. */
function lookAround() {
  return {
    hasReader: Object.hasOwn(globalThis, 'bortezomibReader'),
    origins: [window.origin, location.origin],
    area: window.innerWidth * window.innerHeight,
  };
}

/** One frame that has gone meanwhile makes the browser refuse all of them: then each is tried by itself. */
async function putReaderInto(tabId: number, frames: readonly Frame[]): Promise<number[]> {
  const frameIds = frames.map(({ frameId }) => frameId);
  if (frameIds.length === 0) return [];
  const put = async (into: number[]) => {
    await browser.scripting.executeScript({ target: { tabId, frameIds: into }, files: ['ehr.js'] });
    return into;
  };
  try {
    return await put(frameIds);
  } catch {
    const tried = await Promise.allSettled(frameIds.map((frameId) => put([frameId])));
    return tried.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  }
}
