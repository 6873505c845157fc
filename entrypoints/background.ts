/**
 * A click on the toolbar button opens the panel and lets that tab be read, and only that one (activeTab). The panel puts
 * the reader there, because it alone knows whether the organisation's settings let it. The background keeps no state.
 */
import browser, { type Tabs } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import type { ToPanel } from '../content-scripts/messages.ts';

export default defineBackground(() => {
  browser.action.onClicked.addListener((tab) => {
    // Both browsers open the panel only while the click is being handled: before anything is awaited.
    openPanel(tab);
    void tellPanel(tab);
  });
});

function openPanel(tab: Tabs.Tab): void {
  if (import.meta.env.BROWSER === 'firefox') {
    void browser.sidebarAction.open();
  } else if (tab.windowId !== undefined) {
    void chrome.sidePanel.open({ windowId: tab.windowId });
  }
}

/** With no panel listening yet, the panel tries the tab by itself when it opens. */
async function tellPanel(tab: Tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  const message: ToPanel = { type: 'clicked', tabId: tab.id };
  await browser.runtime.sendMessage(message).catch(() => undefined);
}
