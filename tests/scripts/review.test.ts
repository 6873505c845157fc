/** The document that a committee signs shows everything that changed, and is not fooled by what did not. */
import { describe, expect, test } from 'vitest';
import { CONTENT_HASH, CONTENT_VERSION, REVIEW_STATUS, SOURCES } from '../../rules/index.ts';
import { clinicalDocs } from '../../scripts/generate-clinical-docs.ts';
import { type Content, changesBetween } from '../../scripts/review/content-changes.ts';
import { reviewDocument } from '../../scripts/review/review-document.ts';
import { siteSettingsFrom } from '../../settings/site-settings.ts';

const now: Content = { version: CONTENT_VERSION, hash: CONTENT_HASH, documents: clinicalDocs() };
const changed = (document: string, from: string, to: string): Content => {
  const text = now.documents[document] ?? '';
  expect(text).toContain(from);
  return {
    version: '0.0.9',
    hash: '0'.repeat(64),
    documents: { ...now.documents, [document]: text.replace(from, to) },
  };
};

describe('changes', () => {
  test('a dose that was another one is shown as gone and as new', () => {
    const before = changed(
      'sign-off.csv',
      'withhold, then 0.7 mg/m² once weekly',
      'withhold, then 0.9 mg/m² once weekly',
    );
    const [change, ...others] = changesBetween(before, now);
    expect(others).toEqual([]);
    expect(change?.document).toBe('sign-off.csv');
    expect(change?.gone.join()).toContain('0.9 mg/m²');
    expect(change?.added.join()).toContain('0.7 mg/m²');
    const document = reviewDocument(now, before);
    expect(document).toMatch(/^- .*0\.9 mg\/m²/m);
    expect(document).toMatch(/^\+ .*0\.7 mg\/m²/m);
  });
  test('a row that is new, one that is gone, and one of two like ones', () => {
    const of = (text: string): Content => ({ version: '1', hash: 'x', documents: { a: text } });
    expect(changesBetween(of('one\ntwo\ntwo'), of('one\ntwo\nthree'))).toEqual([
      { document: 'a', gone: ['two'], added: ['three'] },
    ]);
    expect(changesBetween(of('one'), of('one'))).toEqual([]);
  });
  test('the version in each document’s head is no change', () => {
    const before = changed('red-flags.md', `content version ${CONTENT_VERSION}`, 'content version 0.0.9');
    expect(changesBetween(before, now)).toEqual([]);
    expect(reviewDocument(now, before)).toMatch(/hash differs because code/);
  });
  test('the same content says so; without a former one everything is new', () => {
    expect(reviewDocument(now, now)).toContain('This is the same content.');
    expect(reviewDocument(now, undefined)).toContain('everything below is new');
  });
});

describe('the document', () => {
  const document = reviewDocument(now, undefined);
  test('holds identity, status, every source and a line to sign for each row', () => {
    expect(document).toContain(CONTENT_HASH);
    expect(document).toContain(REVIEW_STATUS);
    for (const { id } of Object.values(SOURCES)) expect(document).toContain(`| ${id} |`);
    const rows = (now.documents['sign-off.csv'] ?? '').trimEnd().split('\n').length - 1;
    const list = document.slice(document.indexOf('## To be signed'));
    expect(list.trimEnd().split('\n').slice(4)).toHaveLength(rows);
  });
  test('the setting that it offers is accepted once reference and date are filled in', () => {
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(document) ?? [];
    const contentApproval = { ...JSON.parse(json), reference: 'PTC 12/2026', date: '2026-11-20' };
    const settings = siteSettingsFrom({ contentApproval }, { byOrganisation: true, readsWithoutClick: false });
    expect(settings).toMatchObject({ refused: [], availability: 'open', approval: { status: 'approved' } });
  });
});
