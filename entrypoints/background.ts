/**
 * A click on the toolbar button opens the panel and puts the reader into that tab, and only there (activeTab).
 * The background keeps no state: the panel holds what was read, in memory, while it is open.
 */
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import type { ToPanel } from '../content-scripts/messages.ts';

export default defineBackground(() => {
  browser.action.onClicked.addListener((tab) => {
    // Both browsers open the panel only while the click is being handled: before anything is awaited.
    openPanel(tab);
    void letRead(tab);
  });
});

function openPanel(tab: browser.Tabs.Tab): void {
  if (import.meta.env.BROWSER === 'firefox') {
    void browser.sidebarAction.open();
  } else if (tab.windowId !== undefined) {
    void chrome.sidePanel.open({ windowId: tab.windowId });
  }
}

/** Puts the reader into every frame of the tab that the click granted, and tells the panel whether that worked. */
async function letRead(tab: browser.Tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  let granted = true;
  try {
    await browser.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: ['ehr.js'] });
  } catch {
    // The browser's own pages, stores, and pages that a policy closes to extensions cannot be read.
    granted = false;
  }
  const message: ToPanel = { type: 'access', tabId: tab.id, granted };
  // With no panel listening yet the panel asks by itself when it opens.
  await browser.runtime.sendMessage(message).catch(() => undefined);
}
