/** What is missing is asked where it is missed, or its name leads to the question. */
import { afterEach, expect, test, vi } from 'vitest';
import { Advice } from '../../components/advice/Advice.tsx';
import { Assessment, type AssessmentAnswers } from '../../components/assessment/Assessment.tsx';
import { EnterValues } from '../../components/reading/EnterValues.tsx';
import { type ClinicalContext, evaluate } from '../../rules/index.ts';
import { cleanup, fireEvent, render, screen, within } from './render.ts';

afterEach(cleanup);

const order: ClinicalContext['order'] = { drug: 'bortezomib', dosePerBsa: 1.3, route: 'SC', frequency: 'twice-weekly' };

function show(answers: AssessmentAnswers, assessment: ClinicalContext['assessment'], changes: object = {}) {
  const onAnswer = vi.fn();
  const evaluation = evaluate({ order: { ...order, ...changes }, assessment });
  render(
    <>
      <Assessment answers={answers} onAnswer={onAnswer} />
      <EnterValues entered={{}} onEnter={vi.fn()} />
      <Advice evaluation={evaluation} orderedDose={1.3} answers={answers} onAnswer={onAnswer} />
    </>,
  );
  return {
    onAnswer,
    waiting: () => within(document.querySelector('[data-rule="dose-modification/us-pi"]') as HTMLElement),
  };
}

test('pain that was not asked is asked in the card that waits for it; the answer is the same answer', () => {
  const { onAnswer, waiting } = show({ scale: 'CTCAE 5.0', grade: 1 }, { scale: 'CTCAE 5.0', sensoryGrade: 1 });
  const question = within(waiting().getByRole('group', { name: 'Neuropathic pain' }));
  expect(question.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
  fireEvent.click(question.getByRole('radio', { name: 'Yes' }));
  expect(onAnswer).toHaveBeenCalledWith({ pain: true });
});

test('whoever answers there stays with the advice: the focus goes to its heading, not to nowhere', () => {
  const { waiting } = show({ scale: 'CTCAE 5.0', grade: 1 }, { scale: 'CTCAE 5.0', sensoryGrade: 1 });
  fireEvent.click(waiting().getByRole('radio', { name: 'No' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Options for this order' }));
});

test('the name of a missing grade leads to the grade', () => {
  const { waiting } = show({ scale: 'CTCAE 5.0' }, { scale: 'CTCAE 5.0' });
  fireEvent.click(waiting().getByRole('button', { name: 'sensory grade' }));
  expect((document.activeElement as HTMLInputElement).name).toBe('grade');
});

test('the name of a missing value opens the fold that hides its field, and goes there', () => {
  show(
    { scale: 'CTCAE 5.0', grade: 2, pain: true },
    { scale: 'CTCAE 5.0', sensoryGrade: 2, pain: true },
    { route: undefined },
  );
  const [link] = screen.getAllByRole('button', { name: 'route' });
  const fold = screen.getByText('Enter or correct a value').closest('details') as HTMLDetailsElement;
  expect(fold.open).toBe(false);
  fireEvent.click(link as HTMLElement);
  expect(fold.open).toBe(true);
  expect(document.activeElement).toBe(screen.getByLabelText('Route'));
});

test('what only the page can show is named, without a press that leads nowhere', () => {
  show({ scale: 'CTCAE 5.0', grade: 2, pain: true }, { scale: 'CTCAE 5.0', sensoryGrade: 2, pain: true });
  expect(screen.getByRole('region', { name: 'Advice' }).textContent).toContain('medication list');
  expect(screen.queryByRole('button', { name: 'medication list' })).toBeNull();
});

test('every name that is a press leads somewhere', () => {
  show({ scale: 'CTCAE 5.0' }, undefined, { dosePerBsa: undefined, route: undefined, frequency: undefined });
  const links = [...document.querySelectorAll<HTMLElement>('.link')];
  expect(links.length).toBeGreaterThan(4);
  for (const link of links) {
    (document.activeElement as HTMLElement | null)?.blur();
    fireEvent.click(link);
    expect(document.activeElement?.closest('[data-input]'), link.textContent ?? '').toBeTruthy();
  }
});
