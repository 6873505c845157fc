/** Puts the reader into a tab. */
import browser from 'webextension-polyfill';

/**
 * Runs the reader in every frame of the tab that the extension may read.
 * @returns false where the browser or a policy forbids it: no click yet, the browser's own pages, stores, blocked hosts
 */
export async function injectReader(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['ehr.js'] });
    return true;
  } catch {
    return false;
  }
}

/** Puts a reader into frames that have none, e.g. one that has just loaded, and leaves those that have one alone. */
export async function injectWhereMissing(tabId: number): Promise<void> {
  try {
    const found = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => 'bortezomibReader' in globalThis,
    });
    const frameIds = found.flatMap(({ frameId, result }) => (result === false ? [frameId] : []));
    if (frameIds.length > 0) await browser.scripting.executeScript({ target: { tabId, frameIds }, files: ['ehr.js'] });
  } catch {
    // the tab has gone, or may not be read any more: its reader's port says so
  }
}
