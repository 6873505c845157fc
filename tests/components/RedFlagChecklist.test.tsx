import { afterEach, expect, test, vi } from 'vitest';
import { RedFlagChecklist } from '../../components/assessment/RedFlagChecklist.tsx';
import { RED_FLAG_GROUPS } from '../../rules/red-flags.ts';
import { cleanup, fireEvent, render, screen } from './render.ts';

afterEach(cleanup);

const all = RED_FLAG_GROUPS.flatMap(({ flags }) => flags);

test('every red flag of the rules is asked, and none is answered beforehand', () => {
  render(<RedFlagChecklist chosen={undefined} onChange={() => undefined} />);
  const boxes = screen.getAllByRole('checkbox') as HTMLInputElement[];
  expect(boxes.map(({ value }) => value)).toEqual(all.map(({ id }) => id));
  expect(boxes.some(({ checked }) => checked)).toBe(false);
  expect(screen.getByText(/not asked yet/)).toBeTruthy();
});

test('a tick adds its flag, and none of these denies all', () => {
  const onChange = vi.fn();
  const [first] = all;
  render(<RedFlagChecklist chosen={['zoster']} onChange={onChange} />);
  fireEvent.click(screen.getByLabelText(first?.question ?? ''));
  fireEvent.click(screen.getByRole('button', { name: 'None of these' }));
  expect(onChange.mock.calls).toEqual([[['zoster', first?.id]], [[]]]);
});
