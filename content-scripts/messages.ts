/**
 * The whole protocol between page, panel and background, by direction. Types only, so that the page's reader stays
 * small; what reaches the panel is parsed with message-schemas.ts.
 *
 *   background → panel   clicked         the toolbar button was clicked on this tab, which lets it be read
 *   page → panel         reader-ready    a reader was put into a page and waits
 *   panel → page         start           read for this panel; each frame answers by opening a port
 *   page → panel (port)  changing        something is changing: clear first
 *                        reading         a new reading of this frame
 *   panel → page (port)  read-again, exclude, outline, scroll-to
 */
import type { FrameReading } from './page-reading.ts';
import type { Stretch } from './qualify/whose-chart.ts';

/** Name of the port that each frame of the page opens to the panel. */
export const READING_PORT = 'reading';

/** page → panel, over the port */
export type PageToPanel =
  | { type: 'changing'; reason: 'navigation' | 'patient' | 'content'; at: number }
  | { type: 'reading'; reading: FrameReading };

/** panel → page, over the port */
export type PanelToPage =
  | { type: 'read-again' }
  /** leave out text of these times: over all frames, it was found to belong to a former patient */
  | { type: 'exclude'; stretches: readonly Stretch[] }
  /** outline the text that a value was read from; null takes the outline away */
  | { type: 'outline'; locator: string | null }
  | { type: 'scroll-to'; locator: string };

/** panel → page. The salt makes patient keys worthless outside this session. */
export interface Start {
  type: 'start';
  salt: string;
  /** the user asks for everything as it stands, what was there before a change of patient included */
  afresh?: boolean;
}

/** page or background → panel */
export type ToPanel = { type: 'reader-ready' } | { type: 'clicked'; tabId: number };

/** Whether an unknown message is a request to start reading. */
export function isStart(message: unknown): message is Start {
  return (
    isRecord(message) &&
    message.type === 'start' &&
    typeof message.salt === 'string' &&
    typeof message.afresh === 'boolean'
  );
}

/** Whether an unknown message is one that the panel may send over the port. */
export function isPanelToPage(message: unknown): message is PanelToPage {
  if (!isRecord(message)) return false;
  if (message.type === 'read-again') return true;
  if (message.type === 'exclude') return Array.isArray(message.stretches) && message.stretches.every(isStretch);
  if (message.type === 'outline') return message.locator === null || typeof message.locator === 'string';
  return message.type === 'scroll-to' && typeof message.locator === 'string';
}

const isStretch = (value: unknown): value is Stretch =>
  Array.isArray(value) && value.length === 2 && value.every((time) => typeof time === 'number');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
