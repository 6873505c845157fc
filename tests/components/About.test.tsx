import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { About } from '../../components/about/About.tsx';
import { dsiAttributes } from '../../components/about/about-words.ts';
import { DOSE_TABLES } from '../../rules/dose-modification/index.ts';
import { CONTENT_HASH, REVIEW_STATUS, SOURCES, STATEMENTS } from '../../rules/index.ts';
import { cleanup, render, screen, within } from './render.ts';

beforeEach(() => {
  render(<About />);
});
afterEach(cleanup);

const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00A0', ' ');
const region = (name: string) => screen.getByRole('region', { name });

test('no number is parted from its unit', () => {
  for (const cell of screen.getAllByRole('cell')) {
    const besides = cell.cloneNode(true) as HTMLElement;
    for (const whole of besides.querySelectorAll('.quantity')) whole.remove();
    expect(besides.textContent).not.toMatch(/\d[ \u00A0](?:mg|mL|%)/);
  }
});

test('intended use: professionals, not time-critical, not CE marked, not reviewed', () => {
  const text = plain(region('Intended use').textContent);
  for (const phrase of [
    /Health professionals/,
    /Not for patients/,
    /Not for time-critical/,
    /Not CE marked/,
    /adults/i,
  ])
    expect(text).toMatch(phrase);
  expect(screen.getAllByText(REVIEW_STATUS).length).toBeGreaterThan(0);
  expect(screen.getByText(CONTENT_HASH)).toBeTruthy();
});

describe('the rule tables', () => {
  test.each(DOSE_TABLES.map((table) => [table.name, table] as const))(
    '%s: every row, its words and its mark',
    (name, table) => {
      const shown = screen.getByRole('table', { name: `Decision table of ${name}` });
      const rows = within(shown).getAllByRole('row').slice(1);
      expect(rows).toHaveLength(table.rows.length);
      table.rows.forEach(({ output }, index) => {
        expect(plain(rows[index]?.textContent)).toContain(plain(output.gist));
      });
    },
  );

  test('conditions are in words, none of them in code', () => {
    const heads = within(region('Rule tables')).getAllByRole('rowheader');
    for (const head of heads) expect(head.textContent).toMatch(/^(?:grade|severe|no severe|on treatment|held|with)/);
    for (const head of heads) expect(head.textContent).not.toMatch(/true|false|severeAutonomic/);
  });
});

test('every source with its date, mark, limits and address as text, and no link out', () => {
  const text = plain(region('Sources').textContent);
  for (const { title, date, link, limits } of SOURCES)
    for (const part of [title, date, link, limits]) if (part !== undefined) expect(text).toContain(plain(part));
  const targets = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(targets.every((href) => href?.startsWith('#'))).toBe(true);
  for (const href of targets) expect(document.querySelector(href ?? ''), href ?? '').not.toBeNull();
});

test('all 13 source attributes, each answered, and what is used is called used', () => {
  expect(dsiAttributes()).toHaveLength(13);
  for (const [, answer] of dsiAttributes()) expect(answer.length).toBeGreaterThan(5);
  const answerOf = (name: RegExp) => dsiAttributes().find(([attribute]) => name.test(attribute))?.[1];
  expect(answerOf(/of sex$/)).toMatch(/^Used/);
  expect(answerOf(/race/)).toBe('Not used.');
  expect(answerOf(/health status/)).toMatch(/grade.*pain/);
});

test('all statements of the article', () => {
  const rows = within(region('Statements of the reference article')).getAllByRole('row');
  expect(rows).toHaveLength(STATEMENTS.length + 1);
});

test('every kind of data is sent nowhere', () => {
  const rows = within(region('Where data goes')).getAllByRole('row').slice(1);
  expect(rows.length).toBeGreaterThan(4);
  for (const row of rows) expect(within(row).getAllByRole('cell').at(-1)?.textContent).toMatch(/^nowhere/);
});

test('tables name their columns and rows', () => {
  for (const table of screen.getAllByRole('table')) {
    expect(table.querySelector('caption')?.textContent).toBeTruthy();
    for (const head of table.querySelectorAll('thead th')) expect(head.getAttribute('scope')).toBe('col');
    for (const head of table.querySelectorAll('tbody th')) expect(head.getAttribute('scope')).toBe('row');
  }
});
