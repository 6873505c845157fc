/**
 * Hands a sheet for the patient from the sidebar to a tab of the extension, because Chromium's side panel cannot print.
 * It goes through memory between two pages of the extension; not through an address, a storage or the background.
 */
import browser from 'webextension-polyfill';
import type { Handout } from '../../rules/patient-handout.ts';

const CHANNEL = 'sheet-for-the-patient';
type Message = { type: 'ready' } | { type: 'sheet'; handout: Handout };

/** A tab that takes longer to open gets no sheet; the button can be pressed again. */
const WAIT_MS = 10_000;

/** Opens the tab, or goes to it, and shows the sheet there. */
export function showSheetInTab(handout: Handout): void {
  const channel = new BroadcastChannel(CHANNEL);
  const send = () => channel.postMessage({ type: 'sheet', handout } satisfies Message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'ready') send();
  };
  send();
  void browser.runtime.openOptionsPage();
  setTimeout(() => channel.close(), WAIT_MS);
}

/** In the tab: takes every sheet that is handed over, until the returned function is called. */
export function receiveSheets(show: (handout: Handout) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'sheet') show(data.handout);
  };
  channel.postMessage({ type: 'ready' } satisfies Message);
  return () => channel.close();
}
