/** A part of the page that stayed unread: named, and with a way to read it only where there is one. */
import { afterEach, expect, test, vi } from 'vitest';
import { AskForSite, UnreadParts } from '../../components/reading/UnreadParts.tsx';
import type { Unreadable } from '../../content-scripts/page-reading.ts';
import { cleanup, fireEvent, render, screen } from './render.ts';

afterEach(cleanup);

const FRAME: Unreadable = { kind: 'frame', label: 'Order entry', origin: 'https://orders.example' };
const button = () => screen.queryByRole('button');

const shown = (part: Unreadable, askFor: (origin: string) => (() => void) | null) =>
  render(
    <AskForSite.Provider value={askFor}>
      <UnreadParts parts={[part]} />
    </AskForSite.Provider>,
  );

test('a frame of another site: the site is named, and a press asks for it and for no other', () => {
  const asked = vi.fn();
  shown(FRAME, (origin) => () => asked(origin));
  expect(screen.getByText(/could not be read: Order entry/)).toBeTruthy();
  expect(screen.getByText(/https:\/\/orders\.example/)).toBeTruthy();
  expect(asked).not.toHaveBeenCalled();
  fireEvent.click(button() as HTMLElement);
  expect(asked.mock.calls).toEqual([['https://orders.example']]);
});

test('where it may not be asked for, it is named and no more', () => {
  shown(FRAME, () => null);
  expect(screen.getByText(/could not be read: Order entry/)).toBeTruthy();
  expect(button()).toBeNull();
});

test('a part without a site of its own cannot be asked for', () => {
  shown({ kind: 'canvas', label: 'drawn area' }, () => () => undefined);
  expect(screen.getByText(/could not be read: drawn area/)).toBeTruthy();
  expect(button()).toBeNull();
});
