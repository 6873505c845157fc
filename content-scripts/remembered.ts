/**
 * Keeps for the panel whose chart this frame showed, for as long as the reader is in the page, and what has changed since
 * the panel said so. The reader does not look into it.
 */
import { MOST_STRETCHES } from './limits.ts';
import type { PageToPanel } from './messages.ts';
import type { FrameChart, PatientChange } from './qualify/frame-chart.ts';

let chart: FrameChart | null = null;
/** number of the collection that it was made of */
let madeOf = -1;
/** with the number of the collection after which each came */
let changes: (PatientChange & { after: number })[] = [];

/**
 * Keeps what the panel made of a collection; what changed before that collection is part of it. What it made of an
 * earlier one and comes late knows less.
 */
export function remember(collection: number, told: FrameChart): void {
  if (collection < madeOf) return;
  madeOf = collection;
  chart = told;
  changes = changes.filter(({ after }) => after >= collection);
}

/** Notes a change that came after a collection. Of very many without an answer, the oldest and the newest are kept. */
export function noteChange(collection: number, change: PatientChange): void {
  if (changes.length >= MOST_STRETCHES) changes.pop();
  changes.push({ ...change, after: collection });
}

/** What a panel is told first of all. */
export const remembered = (): PageToPanel => ({
  type: 'remembered',
  chart,
  since: changes.map(({ after: _, ...change }) => change),
});

/** The user wants everything read as it stands. */
export function forget(): void {
  chart = null;
  madeOf = -1;
  changes = [];
}
