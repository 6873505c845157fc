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
