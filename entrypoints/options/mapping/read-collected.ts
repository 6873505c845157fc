/** Reads what the frames of the mapped tab have collected, exactly as the panel does. */
import { joinFrames } from '../../../content-scripts/join-frames.ts';
import type { PageReading } from '../../../content-scripts/page-reading.ts';
import { FrameReader, PageToPanel } from '../../../content-scripts/qualify/index.ts';

export { PAGE_WORDS } from '../../../content-scripts/qualify/index.ts';

export interface CollectedFrame {
  frameId: number;
  page: unknown;
}

/** The joined reading of all frames; a frame whose data does not fit is left out. */
export function readCollected(frames: readonly CollectedFrame[]): PageReading {
  const readings = frames.flatMap(({ frameId, page }) => {
    const message = PageToPanel.safeParse({ type: 'collected', page });
    if (!message.success) return [];
    const reader = new FrameReader({ salt: crypto.randomUUID(), answer: () => undefined });
    reader.take({ type: 'remembered', chart: null, since: [] });
    const reading = reader.take(message.data);
    return reading ? [{ frameId, reading }] : [];
  });
  return joinFrames(readings);
}
