import { afterEach, expect, test } from 'vitest';
import { RecoveryPlot } from '../../components/advice/RecoveryPlot.tsx';
import { RECOVERY_TRIALS } from '../../rules/recovery.ts';
import { cleanup, render, screen } from './render.ts';

afterEach(cleanup);

const items = () => screen.getAllByRole('listitem').map((item) => (item.textContent ?? '').replaceAll('\u00A0', ' '));

test('each trial keeps its own figures and its own mark', () => {
  render(<RecoveryPlot />);
  const [apex, summit] = items();
  expect(items()).toHaveLength(2);
  expect(apex).toMatch(/APEX: 64 % improved, median 110 days.*read in the original/);
  expect(apex).not.toMatch(/529|71/);
  expect(summit).toMatch(/SUMMIT and CREST: 71 % improved, median 47 days, range 1 to 529 days not checked/);
});

test('the picture says in words what it draws, and draws a range only where one was published', () => {
  render(<RecoveryPlot />);
  const [apex, summit] = screen.getAllByRole('img');
  expect(apex?.getAttribute('aria-label')).toBe('APEX: mark at day 110, no line: no range is given');
  expect(apex?.querySelector('.range')).toBeNull();
  expect(summit?.getAttribute('aria-label')).toBe('SUMMIT and CREST: mark at day 47, line from day 1 to day 529');
  expect(summit?.querySelector('.range')).not.toBeNull();
});

test('marks stand in proportion to their days', () => {
  render(<RecoveryPlot />);
  const at = screen
    .getAllByRole('img')
    .map((line) => Number.parseFloat(line.querySelector('circle')?.getAttribute('cx') ?? ''));
  const [apex = 0, summit = 0] = at;
  expect(apex / summit).toBeCloseTo(110 / 47, 1);
});

test('what was not opened is told apart without colour', () => {
  const { container } = render(<RecoveryPlot />);
  const unchecked = RECOVERY_TRIALS.filter(({ verification }) => verification === 'unverified');
  expect(container.querySelectorAll('.unchecked')).toHaveLength(unchecked.length);
});
