/**
 * The whole protocol between page, panel and background, by direction. Types only, so that the page's reader stays
 * small; what reaches the panel is parsed with message-schemas.ts.
 *
 *   background → panel   clicked         the toolbar button was clicked on this tab, which lets it be read
 *   page → panel         reader-ready    a reader was put into a page and waits
 *   panel → page         start           read for this panel, and what to look for; each frame answers by opening a port
 *   page → panel (port)  remembered      first of all: whose chart this frame showed so far, as the panel last said
 *                        changing        something is changing: clear first
 *                        collected       what stands on this frame now
 *                        here            the answer to ask: whatever there was to say before has been said
 *   panel → page (port)  understood      what the panel made of a collection: whose chart it is, and by which texts
 *                        ask             whether the frame still answers, and has said everything
 *                        read-again, outline, scroll-to
 *
 * What a page says over its port is numbered, so that the panel notices what was lost, doubled or came late
 * (docs/adr/0015-what-may-be-lost.md).
 */
import type { SiteMapping } from '../mapping/shape.ts';
import type { CollectedPage } from './collect/collected-page.ts';
import type { FrameChart, PatientChange } from './qualify/frame-chart.ts';
import type { PageWords } from './words/page-words.ts';

/** Name of the port that each frame of the page opens to the panel. */
export const READING_PORT = 'reading';

/** The address names somebody, or nobody any more. */
export interface AddressChange {
  names: string | null;
  /** it named somebody else before */
  another: boolean;
}

/** page → panel, over the port */
export type PageToPanel =
  /** null: nothing is known of before. `since`: what changed that the panel has not taken into `chart`, oldest first */
  | { type: 'remembered'; chart: FrameChart | null; since: PatientChange[] }
  /** `address`: whom it names now, where it named somebody else or nobody before */
  | { type: 'changing'; reason: 'navigation' | 'patient' | 'content'; at: number; address: AddressChange | null }
  | { type: 'collected'; page: CollectedPage };

/** page → panel, over the port, as it travels: numbered from 0 for each port */
export interface OverPort {
  number: number;
  /** `asked`: number of the question that is answered */
  message: PageToPanel | { type: 'here'; asked: number };
}

/** panel → page, over the port */
export type PanelToPage =
  | { type: 'read-again' }
  | { type: 'ask'; asked: number }
  /** `serial` of the collection; `reliedOn`: locators of the texts that say whose chart it is */
  | { type: 'understood'; serial: number; reliedOn: string[]; chart: FrameChart }
  /** outline the text that a value was read from; null takes the outline away */
  | { type: 'outline'; locator: string | null }
  | { type: 'scroll-to'; locator: string };

/** panel → page */
export interface Start {
  type: 'start';
  /** names the panel's session: readers that serve another one start anew */
  session: string;
  words: PageWords;
  /** adapters and the organisation's own mapping; each frame uses those that are for its address */
  mappings: readonly SiteMapping[];
  /** the user asks for everything as it stands, what was there before a change of patient included */
  afresh: boolean;
}

/** page or background → panel */
export type ToPanel = { type: 'reader-ready' } | { type: 'clicked'; tabId: number };

/** Whether an unknown message is a request to start reading. */
export function isStart(message: unknown): message is Start {
  return (
    isRecord(message) &&
    message.type === 'start' &&
    typeof message.session === 'string' &&
    typeof message.afresh === 'boolean' &&
    isRecord(message.words) &&
    Array.isArray(message.mappings)
  );
}

/** Whether an unknown message is one that the panel may send over the port. What is to be kept for it is not looked into. */
export function isPanelToPage(message: unknown): message is PanelToPage {
  if (!isRecord(message)) return false;
  if (message.type === 'read-again') return true;
  if (message.type === 'ask') return typeof message.asked === 'number';
  if (message.type === 'understood')
    return typeof message.serial === 'number' && Array.isArray(message.reliedOn) && isRecord(message.chart);
  if (message.type === 'outline') return message.locator === null || typeof message.locator === 'string';
  return message.type === 'scroll-to' && typeof message.locator === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
