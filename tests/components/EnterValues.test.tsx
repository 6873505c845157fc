import { afterEach, describe, expect, test, vi } from 'vitest';
import { EnterValues } from '../../components/reading/EnterValues.tsx';
import { enteredNumber } from '../../components/reading/entered-values.ts';
import { cleanup, fireEvent, render, screen } from './render.ts';

afterEach(cleanup);

describe('what counts as a number (H05)', () => {
  test.each([
    ['1.3', 1.3],
    ['1,3', 1.3],
    ['0.7', 0.7],
    [' 1 ', 1],
    ['', undefined],
  ])('%s', (typed, value) => {
    expect(enteredNumber('dosePerBsa', typed)).toBe(value);
  });

  test.each(['1,300', '1.300', '1.', '.7', '-1', '1e1', '13', '1 3', 'one', '1.3 mg'])('%s is refused', (typed) => {
    expect(enteredNumber('dosePerBsa', typed)).toHaveProperty('error');
  });
});

test('an entry that stops being a number is taken back, with the reason beside it', () => {
  const onEnter = vi.fn();
  render(<EnterValues entered={{}} onEnter={onEnter} />);
  const field = screen.getByLabelText(/^Dose per m²/);
  fireEvent.input(field, { target: { value: '1.3' } });
  fireEvent.input(field, { target: { value: '1.3 or so' } });
  expect(onEnter.mock.calls.map(([values]) => values.dosePerBsa)).toEqual([1.3, undefined]);
  expect(screen.getByRole('alert').textContent).toMatch(/not a number/);
});

test('a selection can be taken back to what was read', () => {
  const onEnter = vi.fn();
  render(<EnterValues entered={{ route: 'IV' }} onEnter={onEnter} />);
  fireEvent.change(screen.getByLabelText('Route'), { target: { value: '' } });
  expect(onEnter).toHaveBeenCalledWith({ route: undefined });
});
