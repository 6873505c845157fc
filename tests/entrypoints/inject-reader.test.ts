/** Into which frames of a tab the reader is put, with a browser of its own making: a page may hold thousands. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

interface Script {
  target: { tabId: number; frameIds?: number[] };
  func?: unknown;
}

const tab = vi.hoisted(() => ({
  frames: [] as { frameId: number; area: number; hasReader: boolean; origins: string[] }[],
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    scripting: {
      async executeScript({ target, func }: Script) {
        if (func) return tab.frames.map(({ frameId, ...result }) => ({ frameId, result }));
        for (const frame of tab.frames) frame.hasReader ||= target.frameIds?.includes(frame.frameId) === true;
        return [];
      },
    },
  },
}));

const { injectReader, injectWhereMissing, MOST_FRAMES } = await import('../../entrypoints/sidepanel/inject-reader.ts');

const origins = ['https://ehr.example'];
const withReader = () => tab.frames.filter(({ hasReader }) => hasReader).map(({ frameId }) => frameId);

describe('a page with 5,000 frames', () => {
  beforeEach(() => {
    tab.frames = Array.from({ length: 5000 }, (_, n) => ({
      frameId: n + 7,
      area: n % 1000,
      hasReader: false,
      origins,
    }));
    // the page itself may be small
    tab.frames.push({ frameId: 0, area: 1, hasReader: false, origins });
  });

  test('the page itself and the largest frames get a reader, and no more than so many', async () => {
    expect(await injectReader(1, undefined)).toBe(true);
    expect(withReader()).toHaveLength(MOST_FRAMES);
    expect(withReader()).toContain(0);
    const smallest = Math.min(
      ...tab.frames.filter(({ hasReader, frameId }) => hasReader && frameId > 0).map(({ area }) => area),
    );
    expect(smallest).toBeGreaterThan(950);
  });

  test('looking for frames again puts in no more', async () => {
    await injectReader(1, undefined);
    const before = withReader();
    expect(await injectWhereMissing(1, undefined)).toEqual(before);
    expect(withReader()).toEqual(before);
  });

  test('where there is room, every frame gets one', async () => {
    tab.frames = tab.frames.slice(-MOST_FRAMES);
    await injectReader(1, undefined);
    expect(withReader()).toHaveLength(MOST_FRAMES);
  });

  test('a site that is not listed gets none, however large', async () => {
    for (const frame of tab.frames.slice(0, 100))
      Object.assign(frame, { area: 1e6, origins: ['https://other.example'] });
    await injectReader(1, ['https://ehr.example/*']);
    expect(tab.frames.slice(0, 100).some(({ hasReader }) => hasReader)).toBe(false);
  });
});
