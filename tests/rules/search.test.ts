import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCES, search } from '../../rules/index.ts';

describe('follow-up questions', () => {
  it.each([
    ['vitamin C', 'avoid/vitamin-c'],
    ['can she take green tea extract?', 'avoid/green-tea-and-catechols'],
    ['duloxetine with tramadol', 'interaction/duloxetine-tramadol'],
    ['Lyrica in renal failure', 'symptom-treatment/pregabalin'],
    ['IVIG for GBS', 'red-flags/immune-mediated-motor-neuropathy'],
    ['severe autonomic neuropathy', 'dose-modification/eu-smpc'],
    ['shingles', 'red-flags/zoster'],
    ['ciprofloxacin', 'interaction/duloxetine-cyp1a2-inhibitor'],
  ])('%s', (question, rule) => {
    expect(
      search(question)
        .slice(0, 3)
        .map((passage) => passage.rule),
    ).toContain(rule);
  });
  it('has no answer where no passage has the words', () => {
    expect(search('')).toEqual([]);
    expect(search('is the of')).toEqual([]);
    expect(search('zyzzyva')).toEqual([]);
  });
  it('answers only with cited passages, always the same ones', () => {
    const ids = new Set(SOURCES.map(({ id }) => id));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (question) => {
        const found = search(question);
        expect(found.length).toBeLessThanOrEqual(8);
        for (const { sources } of found) for (const { id } of sources) expect(ids).toContain(id);
        for (const { sources } of found) expect(sources.length).toBeGreaterThan(0);
        expect(search(question)).toEqual(found);
      }),
    );
  });
});
