import { afterEach, describe, expect, test, vi } from 'vitest';
import { Note } from '../../components/take-away/Note.tsx';
import { type ClinicalContext, evaluate } from '../../rules/index.ts';
import { cleanup, fireEvent, render, screen, waitFor } from './render.ts';

afterEach(cleanup);

const context: ClinicalContext = {
  order: {
    drug: 'bortezomib',
    dosePerBsa: 1.3,
    doseMg: 2.34,
    route: 'SC',
    days: [1, 4, 8, 11],
    frequency: 'twice-weekly',
    regimen: 'VRd',
    status: 'active',
  },
  assessment: { scale: 'CTCAE 5.0', sensoryGrade: 2, pain: true, redFlags: [] },
  patient: { bsaM2: 1.8 },
};

function show(patientLabel: string | null = 'Zzdemo, Testia') {
  const onCopy = vi.fn(async () => true);
  const { container } = render(
    <Note
      context={context}
      evaluation={evaluate(context)}
      patientLabel={patientLabel}
      date="22 November 2026"
      byHand={[]}
      onCopy={onCopy}
    />,
  );
  return { onCopy, text: () => container.querySelector('pre')?.textContent ?? '' };
}

describe('the note', () => {
  test('is copied exactly as it is shown', async () => {
    const { onCopy, text } = show();
    fireEvent.click(screen.getByRole('radio', { name: /0\.7.*once weekly.*US label/ }));
    const shown = text();
    fireEvent.click(screen.getByRole('button', { name: 'Copy note' }));
    expect(onCopy).toHaveBeenCalledWith(shown);
    expect(shown).toContain('Plan: withhold until the toxicity has resolved, then 0.7');
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/Copied/));
  });

  test('names nobody, although the panel echoes whose chart it is for', () => {
    const { text } = show();
    expect(screen.getByText('Zzdemo, Testia')).toBeTruthy();
    expect(text()).not.toContain('Zzdemo');
  });

  test('nothing is chosen beforehand, and the note says so', () => {
    const { text } = show();
    expect(screen.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
    expect(text()).toContain('Plan: not chosen yet');
  });

  test('none of the options: the reason stands in the note', () => {
    const { text } = show();
    fireEvent.click(screen.getByRole('radio', { name: 'Something else' }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'patient prefers to wait' } });
    expect(text()).toContain('none of the options offered; reason: patient prefers to wait');
  });
});
