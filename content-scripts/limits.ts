/** How much of a page goes to the panel. The reader keeps within it, and the panel refuses what does not. */
import type { FrameReading } from './page-reading.ts';

/** characters of a text that was read */
export const LONGEST_TEXT = 2000;
/** characters of a label, a locator or a banner */
export const LONGEST_LABEL = 400;
export const MOST_ORDERS = 50;
export const MOST_ENTRIES = 500;
export const MOST_AREAS = 200;

const LABELS = new Set(['adapter', 'label', 'locator', 'id', 'patientKey', 'patientLabel']);
const ENTRIES: Partial<Record<string, number>> = {
  orders: MOST_ORDERS,
  unreadable: MOST_AREAS,
  childFrames: MOST_AREAS,
};

/** The reading with every text and list cut to the limits; a cut text ends in an ellipsis. */
export function withinLimits(reading: FrameReading): FrameReading {
  return cut(reading, '') as FrameReading;
}

function cut(value: unknown, name: string): unknown {
  if (typeof value === 'string') return shortened(value, LABELS.has(name) ? LONGEST_LABEL : LONGEST_TEXT);
  if (Array.isArray(value)) return value.slice(0, ENTRIES[name] ?? MOST_ENTRIES).map((entry) => cut(entry, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, key)]));
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
