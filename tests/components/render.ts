/** Shows a component in the test's document and takes it away again; finding and pressing is Testing Library's own. */
import { configure } from '@testing-library/dom';
import { render as mount } from 'preact';
import { act } from 'preact/test-utils';
import type { ReactElement } from 'react';

export { fireEvent, screen, waitFor, within } from '@testing-library/dom';

// What an event leads to is on the page when the next line of the test runs.
configure({
  eventWrapper(callback) {
    let result: unknown;
    void act(() => {
      result = callback();
    });
    return result;
  },
});

const shown = new Set<HTMLElement>();

export function render(element: ReactElement) {
  const container = document.body.appendChild(document.createElement('div'));
  const put = (next: ReactElement | null) => void act(() => mount(next as never, container));
  shown.add(container);
  put(element);
  return { container, rerender: put, unmount: () => put(null) };
}

/** Takes away everything that was shown. */
export function cleanup(): void {
  for (const container of shown) {
    void act(() => mount(null, container));
    container.remove();
  }
  shown.clear();
}

/** Opens every fold, and those inside them: what a fold holds is made when it is opened. */
export function unfoldAll(): void {
  for (let closed = foldsClosed(); closed.length > 0; closed = foldsClosed())
    void act(() => {
      for (const fold of closed) {
        fold.open = true;
        fold.dispatchEvent(new Event('toggle'));
      }
    });
}

const foldsClosed = () => [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
