/** The CDS Hooks response against the field rules of the specification (cds-hooks.hl7.org, version 2.0, card attributes). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cdsHooksResponse, cdsHooksText } from '../../rules/cds-hooks.ts';
import { type ClinicalContext, evaluate, parseContext } from '../../rules/index.ts';

const CASES = join(import.meta.dirname, 'cases');
const contexts: ClinicalContext[] = readdirSync(CASES)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(CASES, name), 'utf8')).cases as { given: { order: object } }[])
  .flatMap(({ given }) => {
    const parsed = parseContext({ ...given, order: { drug: 'bortezomib', ...given.order } });
    return parsed.ok ? [parsed.value] : [];
  });

const CARD_FIELDS = ['summary', 'detail', 'indicator', 'source', 'suggestions', 'selectionBehavior', 'links'];

describe('every card of every worked case', () => {
  const cards = contexts.flatMap((context) => cdsHooksResponse(evaluate(context)).cards);

  it('there are many of them, with and without suggestions', () => {
    expect(contexts.length).toBeGreaterThan(200);
    expect(cards.some(({ suggestions }) => suggestions !== undefined)).toBe(true);
    expect(cards.some(({ suggestions }) => suggestions === undefined)).toBe(true);
  });

  it('has only fields of the specification', () => {
    for (const card of cards) {
      expect(CARD_FIELDS).toEqual(expect.arrayContaining(Object.keys(card)));
      expect(['label', 'url', 'topic']).toEqual(expect.arrayContaining(Object.keys(card.source)));
      expect(Object.keys(card.source.topic)).toEqual(['code', 'display']);
    }
  });

  it('summary: one sentence under 140 characters', () => {
    for (const { summary } of cards) {
      expect(summary.length, summary).toBeLessThan(140);
      expect(summary).not.toMatch(/\n|^$/u);
    }
  });

  it('indicator and source are there; addresses are absolute and secure', () => {
    for (const { indicator, source, links = [] } of cards) {
      expect(['info', 'warning', 'critical']).toContain(indicator);
      expect(source.label).toBeTruthy();
      expect(source.topic.code).toBeTruthy();
      for (const { label, url, type } of links) {
        expect(type).toBe('absolute');
        expect(label).toBeTruthy();
        expect(new URL(url).protocol).toBe('https:');
      }
      if (source.url !== undefined) expect(new URL(source.url).protocol).toBe('https:');
      expect(new Set(links.map(({ url }) => url)).size).toBe(links.length);
    }
  });

  it('selectionBehavior stands exactly where there are suggestions; suggestions carry no actions', () => {
    for (const { suggestions, selectionBehavior, source } of cards) {
      expect(selectionBehavior !== undefined).toBe(suggestions !== undefined);
      if (suggestions === undefined) continue;
      expect(suggestions.length).toBeGreaterThan(0);
      for (const suggestion of suggestions) {
        expect(Object.keys(suggestion)).toEqual(['label']);
        expect(suggestion.label).toBeTruthy();
      }
      expect(selectionBehavior).toBe(source.topic.code.startsWith('dose-modification/') ? 'at-most-one' : 'any');
    }
  });

  it('detail: names its sources with their marks, and no character is taken for markup', () => {
    for (const { detail, source } of cards) {
      if (source.topic.code === 'not-evaluated') continue;
      expect(detail).toMatch(/\((?:primary|secondary|unverified)\)/u);
      expect(detail).not.toMatch(/(?<!\\)[<>`]/u);
    }
  });
});

describe('one case', () => {
  const context: ClinicalContext = {
    order: {
      drug: 'bortezomib',
      dosePerBsa: 1.3,
      doseMg: 2.34,
      route: 'IV',
      frequency: 'twice-weekly',
      regimen: 'Zzregimen',
      product: 'Zzproduct',
    },
    assessment: { scale: 'CTCAE 5.0', sensoryGrade: 2, pain: true },
    patient: {
      bsaM2: 1.8,
      medications: ['Zzmed 5 mg for Zzname', 'vitamin C 1000 mg for Zzname', 'sertraline 50 mg Zzname'],
      problems: ['type 2 diabetes, see letter to Dr Zzname', 'neuropathy Zzname', 'thalidomide 2019 Zzname'],
      allergies: ['Zzname'],
    },
  };
  const evaluation = evaluate(context);
  const { cards } = cdsHooksResponse(evaluation);

  it('holds nothing that stood on the page word by word', () => {
    expect(JSON.stringify(evaluation)).toContain('Zz');
    expect(cdsHooksText(evaluation)).not.toContain('Zz');
  });

  it('the dose card says verdict, basis, row and the option of the source', () => {
    const card = cards.find(({ source }) => source.topic.code === 'dose-modification/us-pi');
    expect(card?.suggestions?.[0]?.label).toMatch(/0\.7.mg\/m².*once weekly.*\[us-pi\]/u);
    expect(card?.detail).toMatch(/\*\*Because\*\*: .*grade 2/u);
    expect(card?.detail).toContain('**Row**: grade-2-with-pain-or-grade-3');
    expect(card?.source.url).toMatch(/^https:\/\/dailymed/u);
  });

  it('what was not evaluated is a card of its own, last, and says that it is no all-clear', () => {
    const last = cards.at(-1);
    expect(last?.summary).toMatch(/^Not evaluated: \d+ rules .* no all-clear$/u);
    expect(last?.detail).toContain('red-flags/checklist: needs assessment.redFlags');
  });

  it('the same evaluation gives the same bytes', () => {
    expect(cdsHooksText(evaluate(context))).toBe(cdsHooksText(evaluation));
  });
});
