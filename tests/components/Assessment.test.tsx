import { afterEach, describe, expect, test, vi } from 'vitest';
import { Assessment } from '../../components/assessment/Assessment.tsx';
import { SCALES } from '../../rules/clinical-context.ts';
import { GRADE_WORDINGS } from '../../rules/grading.ts';
import { cleanup, fireEvent, render, screen, within } from './render.ts';

afterEach(cleanup);

describe('the questions', () => {
  test('no answer is preset: neither grade nor pain', () => {
    render(<Assessment answers={{ scale: 'CTCAE 5.0' }} onAnswer={() => undefined} />);
    const chosen = screen
      .getAllByRole('radio', { hidden: true })
      .filter((radio) => (radio as HTMLInputElement).checked);
    expect(chosen).toEqual([]);
  });

  test.each(SCALES)('%s: each grade stands with the wording of that scale', (scale) => {
    render(<Assessment answers={{ scale }} onAnswer={() => undefined} />);
    const wordings = GRADE_WORDINGS.find((wording) => wording.scale === scale)?.sensory ?? [];
    expect(wordings).toHaveLength(4);
    const shown = screen.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).name === 'grade');
    expect(shown.map((radio) => radio.closest('label')?.textContent)).toEqual(
      ['no neuropathy; no tingling, numbness, pain or weakness', ...wordings].map((text, grade) => `${grade}${text}`),
    );
  });

  test('a choice is passed on as it was made', () => {
    const onAnswer = vi.fn();
    render(<Assessment answers={{ scale: 'CTCAE 5.0' }} onAnswer={onAnswer} />);
    fireEvent.click(screen.getByRole('radio', { name: /^severe symptoms/ }));
    fireEvent.click(within(screen.getByRole('group', { name: 'Neuropathic pain' })).getByRole('radio', { name: 'No' }));
    expect(onAnswer.mock.calls).toEqual([[{ grade: 3 }], [{ pain: false }]]);
  });

  test('the question path proposes, and only pressing the button answers', () => {
    const onAnswer = vi.fn();
    render(<Assessment answers={{ scale: 'CTCAE 5.0' }} onAnswer={onAnswer} />);
    const answer = (question: RegExp, name: string) =>
      fireEvent.click(within(screen.getByRole('group', { name: question })).getByRole('radio', { name }));
    answer(/^Life-threatening/, 'No');
    answer(/^Limits self-care/, 'No');
    answer(/^Limits household/, 'Yes');
    expect(onAnswer).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Use grade 2' }));
    expect(onAnswer).toHaveBeenCalledWith({ grade: 2 });
  });

  test('another scale drops the grade: the same number means something else there', () => {
    const onAnswer = vi.fn();
    render(<Assessment answers={{ scale: 'CTCAE 5.0', grade: 2 }} onAnswer={onAnswer} />);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'NCI 2003' } });
    expect(onAnswer).toHaveBeenCalledWith({ scale: 'NCI 2003', grade: undefined, motorGrade: undefined });
  });
});
