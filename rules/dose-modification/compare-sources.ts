/** Where the sources agree for this order and where not, and the known reasons: the answers stand side by side. */
import type { CaseFacts } from '../case-facts.ts';
import type { Card, Option, Outcome } from '../outcome.ts';
import { frequencyText, listText, perBsaText } from '../quantity-text.ts';
import { scaleBasis } from './basis.ts';
import type { DoseTable } from './dose-table.ts';

export const COMPARISON_RULE = 'dose-modification/comparison';

const ACTION_TEXT: Readonly<Record<Option['action'], string>> = {
  'no-change': 'no change',
  'reduce-dose': 'reduce',
  'change-schedule': 'change to',
  withhold: 'withhold',
  restart: 'restart',
  discontinue: 'discontinue',
  'already-met': 'row already met',
  'not-checked': 'not checked',
  consider: 'consider',
  avoid: 'avoid',
};

function optionText({ action, dosePerBsa, frequency }: Option): string {
  const dose = dosePerBsa === undefined || action === 'already-met' ? '' : ` ${perBsaText(dosePerBsa)}`;
  const often =
    frequency === undefined || action === 'reduce-dose' || action === 'already-met'
      ? ''
      : ` ${frequencyText(frequency)}`;
  const joint = action === 'withhold' && dose !== '' ? ', then' : action === 'reduce-dose' && dose !== '' ? ' to' : '';
  return `${ACTION_TEXT[action]}${joint}${dose}${often}`;
}

/** The source's own options in words; what other sources add to its card is not its answer. */
function answerOf(table: DoseTable, outcome: Card): string {
  const own = outcome.options.filter((option) => option.source === table.source || option === outcome.options[0]);
  return own.length === 0 ? 'no row' : own.map(optionText).join(' or ');
}

const REASONS: readonly { readonly rows: readonly string[]; readonly text: string }[] = [
  {
    rows: ['grade-1-without-pain'],
    text: 'Grade 1 without pain: the labels ask for no change; IMWG 2012 already goes one level down or to once weekly.',
  },
  {
    rows: ['grade-1-with-pain-or-grade-2'],
    text: 'Grade 1 with pain or grade 2: the US label names 1 mg/m² only, the EU text adds 1.3 mg/m² once weekly, IMWG 2012 offers the schedule, the ASH table a range of 25 to 50 %.',
  },
  {
    rows: ['grade-2-with-pain-or-grade-3', 'held-not-recovered', 'held-recovered'],
    text: 'After a hold the criterion differs: resolved (US and EU labels), grade 1 or less (ASH table), baseline (reference article). A patient with neuropathy before treatment may never reach the first.',
  },
  {
    rows: ['grade-4', 'grade-4-or-severe-autonomic'],
    text: 'Grade 4 has two definitions: life-threatening (CTCAE 4 and later) and permanent, disabling sensory loss (2003).',
  },
  {
    rows: ['grade-4-or-severe-autonomic'],
    text: 'Severe autonomic neuropathy has a row only in the EU text.',
  },
];

/** One card over all sources' cards; not evaluated when a source's card still waits for an answer. */
export function compareSources(tables: readonly DoseTable[], outcomes: readonly Outcome[], facts: CaseFacts): Outcome {
  const missing = [
    ...new Set(outcomes.flatMap((outcome) => (outcome.kind === 'not-evaluated' ? outcome.missing : []))),
  ];
  if (missing.length > 0) return { kind: 'not-evaluated', rule: COMPARISON_RULE, missing };
  const answers = tables.flatMap((table, index) => {
    const outcome = outcomes[index];
    return outcome?.kind === 'card' ? [{ table, outcome, answer: answerOf(table, outcome) }] : [];
  });
  if (answers.length === 0) {
    return { kind: 'not-applicable', rule: COMPARISON_RULE, reason: 'No source has a table for this order.' };
  }
  const checked = answers.filter(
    ({ outcome }) => outcome.options[0] !== undefined && outcome.options[0].action !== 'not-checked',
  );
  const agree = new Set(checked.map(({ answer }) => answer)).size <= 1;
  const rows = new Set(answers.map(({ outcome }) => outcome.row));
  const reasons = agree
    ? []
    : REASONS.filter((reason) => reason.rows.some((row) => rows.has(row))).map(({ text }) => text);
  const names = checked.map(({ table }) => table.name);
  const card: Card = {
    kind: 'card',
    rule: COMPARISON_RULE,
    row: agree ? 'agree' : 'differ',
    indicator: 'info',
    summary: agree
      ? `Sources agree for this order: ${checked[0]?.answer ?? 'none has a checked row'}`
      : `Sources differ for this order: ${listText(names)}`,
    detail: [...answers.map(({ table, answer }) => `${table.name}: ${answer}.`), ...reasons].join('\n'),
    options: [],
    basis: [scaleBasis(facts)],
    sources: answers.flatMap(({ outcome }) => outcome.sources.slice(0, 1)),
  };
  return card;
}
