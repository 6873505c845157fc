import { t } from '../../components/words.ts';
import type { FrameReading } from '../../content-scripts/page-reading.ts';
import { emptyReading } from '../../content-scripts/qualify/empty-reading.ts';

/** Stands for a frame whose message did not fit the protocol: nothing of it is used, and that is said. */
export function unusableReading(frameId: number): FrameReading {
  const reading = emptyReading('opaque', frameId === 0);
  const label = t(frameId === 0 ? 'reading.unusable.page' : 'reading.unusable.frame');
  return { ...reading, unreadable: [{ kind: 'frame', label }] };
}
