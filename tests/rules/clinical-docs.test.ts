import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate, STATEMENTS } from '../../rules/index.ts';
import { INTERACTIONS } from '../../rules/interactions.ts';
import { clinicalDocs, FOLDER } from '../../scripts/generate-clinical-docs.ts';

const docs = clinicalDocs();

describe('docs/clinical', () => {
  it.each(Object.keys(docs))('%s says what the rules say (npx node scripts/generate-clinical-docs.ts)', (name) => {
    expect(readFileSync(join(FOLDER, name), 'utf8').replaceAll('\r\n', '\n')).toBe(docs[name]);
  });
  it('holds nothing else', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(docs).sort());
  });
  it('has a list to sign with the same number of fields in every line', () => {
    const lines = (docs['sign-off.csv'] ?? '').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(line.split('","')).toHaveLength(9);
  });
});

describe('the statements of the article', () => {
  it('are A1 to A34, each with a rule or a part of the panel', () => {
    expect(STATEMENTS.map(({ id }) => id)).toEqual(Array.from({ length: 34 }, (_, index) => `A${index + 1}`));
    for (const { id, rules, carriedBy } of STATEMENTS)
      expect(rules.length > 0 || carriedBy !== undefined, id).toBe(true);
  });
  it('name only rules that exist', () => {
    const known = new Set(evaluate({ order: { drug: 'bortezomib' } }).outcomes.map(({ rule }) => rule));
    for (const { name } of INTERACTIONS) known.add(`interaction/${name}`);
    for (const name of ['immune-mediated-motor-neuropathy']) known.add(`red-flags/${name}`);
    for (const { rules } of STATEMENTS) for (const rule of rules) expect(known).toContain(rule);
  });
});
