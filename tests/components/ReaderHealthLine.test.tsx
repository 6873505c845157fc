/** The line that says whether the page is still as its adapter or mapping describes it. */
import { afterEach, expect, test } from 'vitest';
import { ReaderHealthLine } from '../../components/reading/ReaderHealthLine.tsx';
import type { ReaderHealth } from '../../content-scripts/collect/named-field.ts';
import { cleanup, render, screen } from './render.ts';

afterEach(cleanup);

const APPLIED: ReaderHealth = {
  mapping: 'example',
  name: 'Example EHR',
  page: 'Orders',
  state: 'applied',
  matched: ['patient', 'Order list'],
  missing: [],
};

test('a page as described says what matched', () => {
  render(<ReaderHealthLine health={[APPLIED]} />);
  expect(screen.getByText('Example EHR, Orders: the page is as described')).toBeTruthy();
  expect(screen.getByText('Matches: patient, Order list')).toBeTruthy();
  expect(screen.queryByText('No longer matches:')).toBeNull();
});

test('what has changed is named, and that nothing of the description was used', () => {
  render(
    <ReaderHealthLine
      health={[
        { ...APPLIED, missing: ['Order list: no dose in 1 of 2'] },
        { ...APPLIED, page: 'Results', state: 'stepped-aside', matched: [], missing: ['needed: #labs'] },
      ]}
    />,
  );
  expect(screen.getByText('Example EHR, Orders: parts of the page have changed')).toBeTruthy();
  expect(
    screen.getByText('Example EHR, Results: not as described any more, read without the description'),
  ).toBeTruthy();
  expect(screen.getByText('Order list: no dose in 1 of 2')).toBeTruthy();
  expect(screen.getByText('needed: #labs')).toBeTruthy();
});

test('no description, no line', () => {
  const { container } = render(<ReaderHealthLine health={[]} />);
  expect(container.textContent).toBe('');
});
