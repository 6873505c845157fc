/** Puts the reader into a tab, and only into the sites that the organisation lists, where it lists any. */
import browser from 'webextension-polyfill';
import { isListed } from '../../settings/host-pattern.ts';

export type Hosts = readonly string[] | undefined;

/**
 * Runs the reader in every frame of the tab that the extension may read.
 * @returns false where the browser or the organisation forbids it: no click yet, the browser's own pages, other sites
 */
export async function injectReader(tabId: number, hosts: Hosts): Promise<boolean> {
  try {
    const frames = await readableFrames(tabId, hosts);
    if (!frames.some(({ frameId }) => frameId === 0)) return false;
    await putReaderInto(tabId, frames);
    return true;
  } catch {
    return false;
  }
}

/** Puts a reader into frames that have none, e.g. one that has just loaded, and leaves those that have one alone. */
export async function injectWhereMissing(tabId: number, hosts: Hosts): Promise<void> {
  try {
    const frames = await readableFrames(tabId, hosts);
    const missing = frames.filter(({ hasReader }) => !hasReader);
    if (missing.length > 0) await putReaderInto(tabId, missing);
  } catch {
    // the tab has gone, or may not be read any more: its reader's port says so
  }
}

interface Frame {
  frameId: number;
  hasReader: boolean;
}

async function readableFrames(tabId: number, hosts: Hosts): Promise<Frame[]> {
  const found = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: lookAround });
  return found.flatMap(({ frameId, result }) => {
    const seen = result as ReturnType<typeof lookAround> | undefined;
    return seen && (!hosts || seen.origins.some((origin) => isListed(origin, hosts)))
      ? [{ frameId, hasReader: seen.hasReader }]
      : [];
  });
}

/** Runs in the page, where elements answer by their names to what is not the world's own. A frame without an address of its own has its parent's origin; a sandboxed one only its address. */
function lookAround() {
  return { hasReader: Object.hasOwn(globalThis, 'bortezomibReader'), origins: [window.origin, location.origin] };
}

async function putReaderInto(tabId: number, frames: readonly Frame[]): Promise<void> {
  const frameIds = frames.map(({ frameId }) => frameId);
  await browser.scripting.executeScript({ target: { tabId, frameIds }, files: ['ehr.js'] });
}
