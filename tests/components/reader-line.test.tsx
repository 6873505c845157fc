/** The head of the panel: the age of the reading and what the reader recognised (H24), and the panel's keys. */

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KEYS, useKeys } from '../../components/panel/keys.ts';
import { ReaderStatus } from '../../components/panel/PanelStates.tsx';
import { Recognised } from '../../components/panel/Recognised.tsx';
import type { PageReading } from '../../content-scripts/page-reading.ts';
import { frameReading, from, orderReading, read } from '../entrypoints/frame-readings.ts';
import { cleanup, fireEvent, render, screen } from './render.ts';

afterEach(cleanup);

describe('the age of the reading', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('counts seconds, then minutes, and is no part of what is read aloud', () => {
    render(<ReaderStatus state="ready" readAt={1_000_000 - 12_000} />);
    expect(screen.getByText('12 s ago')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Read');
    for (let second = 0; second < 50; second += 1) act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByText('1 min ago')).toBeTruthy();
    for (let minute = 0; minute < 4; minute += 1) act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByText('5 min ago')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Read');
  });

  test('a new reading is new at once; without one there is no age', () => {
    const { rerender } = render(<ReaderStatus state="ready" readAt={1_000_000 - 30_000} />);
    rerender(<ReaderStatus state="ready" readAt={1_000_000} />);
    expect(screen.getByText('0 s ago')).toBeTruthy();
    rerender(<ReaderStatus state="reading" readAt={null} />);
    expect(screen.queryByText(/ago/)).toBeNull();
  });
});

describe('what the reader recognised (H24)', () => {
  const { top: _top, origin: _origin, childFrames: _childFrames, ...shared } = frameReading();
  const page: PageReading = {
    ...shared,
    orders: [orderReading()],
    patientKey: 'key',
    patientLabel: 'Zzdemo',
    patientConflict: false,
  };
  const words = (changes: Partial<PageReading> = {}) => {
    cleanup();
    const { container } = render(<Recognised page={{ ...page, ...changes }} />);
    return container.textContent ?? '';
  };

  test('how it read, how many orders and values, how many from known fields', () => {
    expect(words()).toMatch(/^General reader · 1 order · 9 values$/);
    const known = { ...read(1.3), from: { ...from('x'), confidence: 'confirmed' } } as ReturnType<typeof read<number>>;
    expect(words({ adapter: 'openmrs', orders: [orderReading({ dosePerBsa: known })] })).toMatch(
      /^Known screen: openmrs · 1 order · 9 values · 1 from known fields$/,
    );
  });

  test('fewer values than before the page changed show', () => {
    const gone = { status: 'not-found' } as const;
    expect(words({ orders: [orderReading({ route: gone, days: gone, frequency: gone })] })).toContain('6 values');
  });

  test('what was left out and what could not be read is counted', () => {
    const text = words({
      ignored: [{ text: 'a', reason: 'b' }],
      unreadable: [
        { kind: 'canvas', label: 'x' },
        { kind: 'frame', label: 'y' },
      ],
    });
    expect(text).toContain('1 left out');
    expect(text).toContain('2 areas not readable');
  });

  test('a page that is too large to be read whole says so here too, also where an order has to be chosen', () => {
    const text = words({ unreadable: [{ kind: 'too-large', label: 'x' }] });
    expect(text).toContain('This page is too large to be read whole.');
    expect(text).not.toContain('not readable');
  });

  test('a screen on which nothing was recognised says so, and not that all is well', () => {
    const text = words({ orders: [], patientKey: null, patientLabel: null });
    expect(text).toMatch(/Nothing on this screen was recognised.*changed/);
    expect(document.querySelector('.recognised.gaps')).toBeTruthy();
  });
});

describe('the keys of the panel', () => {
  function Places() {
    useKeys();
    return (
      <>
        {KEYS.map(([, place]) => (
          <fieldset key={place} data-key={place}>
            <button type="button">{place}</button>
          </fieldset>
        ))}
        <input type="text" aria-label="typed" />
      </>
    );
  }
  const press = (letter: string, more: object = {}, target: Element = document.body) =>
    fireEvent.keyDown(target, { code: `Key${letter}`, altKey: true, ...more });

  test.each(KEYS.filter(([, place]) => place !== 'readAgain'))('Alt+%s goes to %s', (letter, place) => {
    render(<Places />);
    press(letter);
    expect(document.activeElement?.textContent).toBe(place);
  });

  test('Read again is pressed, not gone to', () => {
    const pressed = vi.fn();
    render(<Places />);
    document.querySelector('[data-key="readAgain"]')?.addEventListener('click', pressed);
    press('R');
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('nothing is taken from the browser or from what is typed', () => {
    render(<Places />);
    for (const more of [{ altKey: false }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) {
      expect(press('G', more)).toBe(true);
    }
    expect(press('G', {}, screen.getByLabelText('typed'))).toBe(true);
    expect(press('X')).toBe(true);
    expect(document.activeElement).toBe(document.body);
  });
});
