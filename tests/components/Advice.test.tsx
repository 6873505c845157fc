import { afterEach, describe, expect, test, vi } from 'vitest';
import { Advice } from '../../components/advice/Advice.tsx';
import { type ClinicalContext, evaluate } from '../../rules/index.ts';
import { cleanup, render, screen, unfoldAll } from './render.ts';

afterEach(cleanup);

const FULL: ClinicalContext = {
  order: {
    drug: 'bortezomib',
    dosePerBsa: 1.3,
    doseMg: 2.34,
    route: 'IV',
    days: [1, 4, 8, 11],
    cycleLengthDays: 21,
    frequency: 'twice-weekly',
    regimen: 'VTd',
    status: 'active',
    cycle: 2,
  },
  assessment: {
    scale: 'CTCAE 5.0',
    sensoryGrade: 2,
    motorGrade: 0,
    pain: true,
    autonomic: 'none',
    redFlags: ['saddle-anaesthesia'],
  },
  patient: {
    ageYears: 78,
    sex: 'female',
    weightKg: 70,
    heightCm: 165,
    bsaM2: 1.8,
    creatinineMgDl: 2.4,
    b12PgMl: 150,
    medications: ['sertraline 50 mg', 'vitamin C 1 g', 'tramadol 50 mg'],
    problems: ['type 2 diabetes'],
  },
};

describe('the evaluation as cards', () => {
  test('every card of the rules is shown exactly once, and every waiting rule is named', () => {
    const evaluation = evaluate(FULL);
    const { container } = render(
      <Advice evaluation={evaluation} orderedDose={1.3} answers={{ scale: 'CTCAE 5.0' }} onAnswer={vi.fn()} />,
    );
    unfoldAll();
    const cards = evaluation.outcomes.filter(({ kind }) => kind === 'card').map(({ rule }) => rule);
    const shown = [...container.querySelectorAll('[data-rule]')].map((card) => card.getAttribute('data-rule'));
    expect([...shown].sort()).toEqual([...cards].sort());
    const waiting = evaluation.outcomes.filter(({ kind }) => kind === 'not-evaluated');
    expect(screen.getByText(`Not evaluated: ${waiting.length}`)).toBeTruthy();
  });

  test('a red flag stands before the dose', () => {
    const { container } = render(
      <Advice evaluation={evaluate(FULL)} orderedDose={1.3} answers={{ scale: 'CTCAE 5.0' }} onAnswer={vi.fn()} />,
    );
    const [first] = container.querySelectorAll('[data-rule]');
    expect(first?.getAttribute('data-rule')).toBe('red-flags/cord-compression');
  });

  test.each([
    ['an intrathecal route', { route: 'intrathecal' as const }, 'dose-check/route'],
    ['more than twice the highest dose', { dosePerBsa: 3.5 }, 'dose-check/over-dose'],
    ['days less than 72 hours apart', { days: [1, 2, 8, 9] }, 'dose-check/interval'],
  ])('%s leads, open to read, before the dose', (_, order, rule) => {
    const evaluation = evaluate({ order: { ...FULL.order, ...order }, assessment: { sensoryGrade: 1, pain: false } });
    const { container } = render(
      <Advice evaluation={evaluation} answers={{ scale: 'CTCAE 5.0' }} onAnswer={vi.fn()} />,
    );
    const shown = [...container.querySelectorAll('[data-rule]')].map((card) => card.getAttribute('data-rule'));
    expect(shown).toContain(rule);
    expect(shown.indexOf(rule)).toBeLessThan(shown.indexOf('dose-modification/us-pi'));
    expect(container.querySelector(`[data-rule="${rule}"]`)?.closest('details')).toBeNull();
  });

  test('pain not answered: both branches, no headline', () => {
    const { pain: _pain, ...assessment } = FULL.assessment ?? {};
    const { container } = render(
      <Advice
        evaluation={evaluate({ ...FULL, assessment })}
        orderedDose={1.3}
        answers={{ scale: 'CTCAE 5.0' }}
        onAnswer={vi.fn()}
      />,
    );
    const primary = container.querySelector('[data-rule="dose-modification/us-pi"]');
    expect(primary?.classList.contains('headline')).toBe(false);
    expect(primary?.textContent).toMatch(/with neuropathic pain/);
    expect(primary?.textContent).toMatch(/without neuropathic pain/);
  });

  test('the ladder has no step above the order', () => {
    const evaluation = evaluate({ ...FULL, order: { ...FULL.order, dosePerBsa: 1, doseMg: 1.8 } });
    const { container } = render(
      <Advice evaluation={evaluation} orderedDose={1} answers={{ scale: 'CTCAE 5.0' }} onAnswer={vi.fn()} />,
    );
    const levels = [...container.querySelectorAll('.ladder-steps .level')].map(({ textContent }) =>
      Number.parseFloat(textContent ?? ''),
    );
    expect(Math.max(...levels.filter((level) => !Number.isNaN(level)))).toBe(1);
  });

  test('whatever is still missing, no card of another source is lost', () => {
    const cases = [
      FULL.assessment,
      { ...FULL.assessment, pain: undefined },
      { ...FULL.assessment, autonomic: undefined },
      { sensoryGrade: 3 as const },
    ];
    for (const assessment of cases) {
      const evaluation = evaluate({ ...FULL, assessment });
      const { container, unmount } = render(
        <Advice evaluation={evaluation} orderedDose={1.3} answers={{ scale: 'CTCAE 5.0' }} onAnswer={vi.fn()} />,
      );
      unfoldAll();
      const cards = evaluation.outcomes.filter(
        ({ kind, rule }) => kind === 'card' && rule.startsWith('dose-modification/'),
      );
      for (const { rule } of cards) {
        if (rule === 'dose-modification/comparison' && cards.length === 1) continue;
        expect(container.querySelector(`[data-rule="${rule}"]`), rule).not.toBeNull();
      }
      unmount();
    }
  });

  test('the sources stand side by side, each with how it was checked', () => {
    render(
      <Advice evaluation={evaluate(FULL)} orderedDose={1.3} answers={{ scale: 'CTCAE 5.0' }} onAnswer={vi.fn()} />,
    );
    const rows = screen.getAllByRole('rowheader').map((row) => row.textContent);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/^US labelread in a copy/);
    expect(screen.getAllByRole('row')[1]?.textContent).toMatch(/hold, then 0\.7.mg\/m² once weekly/);
  });

  test('what another answer or another scale would change stands on the card', () => {
    const { autonomic: _autonomic, ...assessment } = FULL.assessment ?? {};
    const evaluation = evaluate({ ...FULL, assessment: { ...assessment, scale: 'NCI 2003' } });
    const { container } = render(
      <Advice evaluation={evaluation} orderedDose={1.3} answers={{ scale: 'CTCAE 5.0' }} onAnswer={vi.fn()} />,
    );
    unfoldAll();
    const branching = evaluation.outcomes.flatMap((outcome) =>
      outcome.kind === 'card' && outcome.branches
        ? outcome.branches.map((branch) => ({ rule: outcome.rule, branch }))
        : [],
    );
    expect(branching.length).toBeGreaterThan(0);
    for (const { rule, branch } of branching) {
      const shown = container.querySelector(`[data-rule="${rule}"]`)?.textContent?.replaceAll('\u00a0', ' ');
      expect(shown, rule).toContain(`${branch.when}: ${branch.summary}`.replaceAll('\u00a0', ' '));
    }
  });
});
