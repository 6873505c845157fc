import { afterEach, expect, test, vi } from 'vitest';
import { CdsHooksCopy } from '../../components/take-away/CdsHooksCopy.tsx';
import { evaluate } from '../../rules/index.ts';
import { cleanup, fireEvent, render, screen, waitFor } from './render.ts';

afterEach(cleanup);

const evaluation = evaluate({
  order: { drug: 'bortezomib', dosePerBsa: 1.3, frequency: 'twice-weekly' },
  assessment: { sensoryGrade: 2, pain: false },
});

test('the text that is shown is the text that is copied, and it is a response of cards', async () => {
  const onCopy = vi.fn(async (_text: string) => true);
  const { container } = render(<CdsHooksCopy evaluation={evaluation} onCopy={onCopy} />);
  const shown = container.querySelector('pre')?.textContent ?? '';
  fireEvent.click(screen.getByRole('button', { name: 'Copy as CDS Hooks card' }));
  expect(onCopy).toHaveBeenCalledWith(shown);
  expect(JSON.parse(shown).cards.length).toBeGreaterThan(3);
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/Copied/));
});

test('a browser that refuses is not reported as a copy', async () => {
  render(<CdsHooksCopy evaluation={evaluation} onCopy={async () => false} />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy as CDS Hooks card' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/did not allow copying/));
});
