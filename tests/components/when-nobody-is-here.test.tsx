import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const idle = vi.hoisted(() => ({ listeners: new Set<(state: string) => void>() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    idle: {
      onStateChanged: {
        addListener: (listener: (state: string) => void) => idle.listeners.add(listener),
        removeListener: (listener: (state: string) => void) => idle.listeners.delete(listener),
      },
    },
  },
}));

import { whenNobodyIsHere } from '../../entrypoints/sidepanel/when-nobody-is-here.ts';

const MINUTE = 60_000;

describe('a workstation that was left (H34)', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('ten minutes without use count as left, and any use starts them anew', () => {
    const onLeft = vi.fn();
    const stop = whenNobodyIsHere(onLeft, 10);
    vi.advanceTimersByTime(9 * MINUTE);
    document.dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(9 * MINUTE);
    expect(onLeft).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1 * MINUTE);
    expect(onLeft).toHaveBeenCalledOnce();
    stop();
  });

  test('a locked screen counts at once; an idle one does not', () => {
    const onLeft = vi.fn();
    const stop = whenNobodyIsHere(onLeft, 10);
    for (const listener of idle.listeners) listener('idle');
    expect(onLeft).not.toHaveBeenCalled();
    for (const listener of idle.listeners) listener('locked');
    expect(onLeft).toHaveBeenCalledOnce();
    stop();
    expect(idle.listeners.size).toBe(0);
  });
});
