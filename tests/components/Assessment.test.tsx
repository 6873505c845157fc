import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Assessment } from '../../components/Assessment.tsx';
import { SCALES } from '../../rules/clinical-context.ts';
import { gradingScale } from '../../rules/grading-scales.ts';

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
    for (const { name, wording } of gradingScale(scale).grades) {
      expect(screen.getByRole('radio', { name: `${name}: ${wording}` })).toBeTruthy();
    }
  });

  test('a choice is passed on as it was made', () => {
    const onAnswer = vi.fn();
    render(<Assessment answers={{ scale: 'CTCAE 5.0' }} onAnswer={onAnswer} />);
    fireEvent.click(screen.getByRole('radio', { name: /^Severe:/ }));
    fireEvent.click(screen.getByRole('radio', { name: 'No' }));
    expect(onAnswer.mock.calls).toEqual([[{ grade: 3 }], [{ pain: false }]]);
  });

  test('another scale drops the grade: the same number means something else there', () => {
    const onAnswer = vi.fn();
    render(<Assessment answers={{ scale: 'CTCAE 5.0', grade: 2 }} onAnswer={onAnswer} />);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'NCI 2003' } });
    expect(onAnswer).toHaveBeenCalledWith({ scale: 'NCI 2003', grade: undefined });
  });
});
