import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../rules/outcome.ts';
import { RED_FLAG_GROUPS } from '../../rules/red-flags.ts';
import { outcomesOf } from './case-of.ts';

type Assessment = NonNullable<Parameters<typeof outcomesOf>[0]['assessment']>;

const redFlags = (assessment: Assessment): Outcome[] =>
  outcomesOf({ assessment }).filter(({ rule }) => rule.startsWith('red-flags/'));
const rows = (assessment: Assessment) =>
  redFlags(assessment).map((outcome) => `${outcome.rule}: ${outcome.kind === 'card' ? outcome.row : outcome.kind}`);

describe('a yes to one question', () => {
  it.each(RED_FLAG_GROUPS.flatMap((group) => group.flags.map(({ id }) => [id, group] as const)))(
    '%s gives the card of its group and no other',
    (id, { name, summary, notes, sources }) => {
      expect(redFlags({ redFlags: [id] })).toEqual([
        {
          kind: 'card',
          rule: `red-flags/${name}`,
          row: id,
          indicator: 'critical',
          summary,
          detail: notes.join('\n'),
          options: [],
          basis: [{ input: 'assessment.redFlags', value: id }],
          sources,
        },
      ]);
    },
  );
  it.each(RED_FLAG_GROUPS.map(({ name }) => name))('the name of the group, %s, counts as well', (name) => {
    expect(rows({ redFlags: [name] })).toEqual([`red-flags/${name}: ${name}`]);
  });
  it.each(['Foot drop', ' foot-drop ', 'FOOT_DROP', 'foot   drop'])('is understood as %j', (written) => {
    expect(rows({ redFlags: [written] })).toEqual(['red-flags/immune-mediated-motor-neuropathy: foot-drop']);
  });
});

describe('several', () => {
  it('of one group are one card, of two groups two, in the order of the checklist', () => {
    expect(rows({ redFlags: ['syncope', 'foot-drop', 'ascending-weakness'] })).toEqual([
      'red-flags/immune-mediated-motor-neuropathy: foot-drop, ascending-weakness',
      'red-flags/autonomic-neuropathy: syncope',
    ]);
  });
  it('come before every dose card', () => {
    const [first, second] = outcomesOf({ assessment: { redFlags: ['syncope', 'foot-drop'] } });
    expect([first?.rule, second?.rule]).toEqual([
      'red-flags/immune-mediated-motor-neuropathy',
      'red-flags/autonomic-neuropathy',
    ]);
  });
});

describe('a flag outside the checklist', () => {
  it('has a card of its own', () => {
    const [card, ...others] = redFlags({ redFlags: ['Double vision', 'fever'] });
    expect(others).toEqual([]);
    expect(card).toMatchObject({
      kind: 'card',
      rule: 'red-flags/other',
      row: 'double-vision, fever',
      indicator: 'critical',
      summary: 'A red flag outside this checklist was answered yes: its own assessment comes before the dose',
      detail: 'The answer is not one that these rules know; it is shown because an unknown red flag is not none.',
      basis: [
        { input: 'assessment.redFlags', value: 'double-vision' },
        { input: 'assessment.redFlags', value: 'fever' },
      ],
      sources: [{ id: 'general-knowledge' }],
    });
  });
  it('does not hide one that is known', () => {
    expect(rows({ redFlags: ['fever', 'syncope'] })).toEqual([
      'red-flags/autonomic-neuropathy: syncope',
      'red-flags/other: fever',
    ]);
  });
});

describe('findings elsewhere in the assessment', () => {
  it('motor grade 3 or worse belongs to the motor group', () => {
    expect(rows({ motorGrade: 2, redFlags: [] })).toEqual(['red-flags/checklist: not-applicable']);
    for (const motorGrade of [3, 4]) {
      expect(rows({ motorGrade, redFlags: [] })).toEqual([
        `red-flags/immune-mediated-motor-neuropathy: motor neuropathy grade ${motorGrade}`,
      ]);
    }
  });
  it('severe autonomic neuropathy belongs to the autonomic group', () => {
    expect(rows({ autonomic: 'mild', redFlags: [] })).toEqual(['red-flags/checklist: not-applicable']);
    expect(rows({ autonomic: 'severe', redFlags: ['syncope'] })).toEqual([
      'red-flags/autonomic-neuropathy: syncope, severe autonomic neuropathy',
    ]);
  });
});

describe('the checklist itself', () => {
  it('is open when it was not answered, also beside a finding', () => {
    const open = { kind: 'not-evaluated', rule: 'red-flags/checklist', missing: ['assessment.redFlags'] };
    expect(redFlags({})).toEqual([open]);
    expect(redFlags({ motorGrade: 3 })[1]).toEqual(open);
  });
  it('says so when every question was answered no', () => {
    expect(redFlags({ redFlags: [] })).toEqual([
      { kind: 'not-applicable', rule: 'red-flags/checklist', reason: 'All questions were answered no.' },
    ]);
  });
});
