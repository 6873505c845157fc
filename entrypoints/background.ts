/**
 * A click on the toolbar button opens the panel and puts the reader into that tab, and only there (activeTab).
 * The background keeps no state: the panel holds what was read, in memory, while it is open.
 */
import browser, { type Tabs } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import type { ToPanel } from '../content-scripts/messages.ts';
import { injectReader } from './sidepanel/inject-reader.ts';

export default defineBackground(() => {
  browser.action.onClicked.addListener((tab) => {
    // Both browsers open the panel only while the click is being handled: before anything is awaited.
    openPanel(tab);
    void letRead(tab);
  });
});

function openPanel(tab: Tabs.Tab): void {
  if (import.meta.env.BROWSER === 'firefox') {
    void browser.sidebarAction.open();
  } else if (tab.windowId !== undefined) {
    void chrome.sidePanel.open({ windowId: tab.windowId });
  }
}

/** Puts the reader into the tab that the click granted, and tells the panel whether that worked. */
async function letRead(tab: Tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  const granted = await injectReader(tab.id);
  const message: ToPanel = { type: 'access', tabId: tab.id, granted };
  // With no panel listening yet the panel asks by itself when it opens.
  await browser.runtime.sendMessage(message).catch(() => undefined);
}
