/**
 * Hands a sheet for the patient from the sidebar to a tab of the extension, because Chromium's side panel cannot print.
 * It goes through memory between two pages of the extension; not through an address, a storage or the background.
 */
import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { Handout, Language } from '../../rules/patient-handout.ts';

const CHANNEL = 'sheet-for-the-patient';
type Message = { type: 'ready' } | { type: 'sheet'; handout: Handout };

/** By name, because the list of the rules brings the texts of the sheet with it, which come when they are wanted. */
const LANGUAGES = ['en', 'es'] as const satisfies readonly Language[];

const texts = z.array(z.string());
/** Both ends are pages of the extension; what is none of theirs is passed over all the same. */
const Message = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('sheet'),
    handout: z.strictObject({
      language: z.enum(LANGUAGES),
      title: z.string(),
      sections: z.array(z.strictObject({ id: z.string(), title: z.string(), items: texts })),
      blanks: texts,
      foot: z.string(),
    }),
  }),
]);
const messageIn = ({ data }: MessageEvent): Message | undefined => Message.safeParse(data).data;

/** A tab that takes longer to open gets no sheet; the button can be pressed again. */
const WAIT_MS = 10_000;

/** Opens the tab, or goes to it, and shows the sheet there. */
export function showSheetInTab(handout: Handout): void {
  const channel = new BroadcastChannel(CHANNEL);
  const send = () => channel.postMessage({ type: 'sheet', handout } satisfies Message);
  channel.onmessage = (event) => {
    if (messageIn(event)?.type === 'ready') send();
  };
  send();
  void browser.runtime.openOptionsPage();
  setTimeout(() => channel.close(), WAIT_MS);
}

/** In the tab: takes every sheet that is handed over, until the returned function is called. */
export function receiveSheets(show: (handout: Handout) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event) => {
    const message = messageIn(event);
    if (message?.type === 'sheet') show(message.handout);
  };
  channel.postMessage({ type: 'ready' } satisfies Message);
  return () => channel.close();
}
