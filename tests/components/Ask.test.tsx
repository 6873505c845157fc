import { afterEach, describe, expect, test } from 'vitest';
import { Ask } from '../../components/ask/Ask.tsx';
import { findAnswers, MOST_ANSWERS } from '../../components/ask/answer-search.ts';
import { answers } from '../../rules/answers.ts';
import { cleanup, fireEvent, render, screen } from './render.ts';

afterEach(cleanup);

const idsFor = (question: string) => findAnswers(question).map(({ id }) => id);

describe('what a question finds', () => {
  test.each([
    ['why not vitamin C', /^avoid\/vitamin-c$/],
    ['restart after hold', /^dose-modification\/us-pi\/held/],
    ['weekly or reduce', /^(?:schedule\/weekly|dose-modification\/(?:imwg-2012|eu-smpc)\/grade-1)/],
    ['B6', /^avoid\/pyridoxine$/],
    ['green tea', /^avoid\/green-tea/],
    ['MRI?', /^red-flags\/cord-compression$/],
    ['can I give subcutaneous', /^route\/subcutaneous$/],
    ['duloxetine or pregabalin', /^symptom-treatment\/order$/],
    ['how long until it gets better', /^recovery$/],
    ['shingles', /^red-flags\/zoster$/],
    ['nerve conduction', /^(?:monitoring|statement\/A24)$/],
    ['is it permanent?', /^recovery$/],
    ['vitamin B12', /^check\/vitamin-b12$/],
    ['stop at grade 4', /^dose-modification\/us-pi\/grade-4$/],
    ['CIDP', /^term\/cidp$/],
  ])('%s', (question, first) => expect(idsFor(question)[0]).toMatch(first));

  test('restart after hold: what the sources say once it has recovered is among them', () => {
    expect(idsFor('restart after hold')).toContain('dose-modification/us-pi/held-recovered');
  });

  test.each([
    ['pyridoxin', 'avoid/pyridoxine'],
    ['duloxetin', 'symptom-treatment/duloxetine'],
    ['subcutanous', 'route/subcutaneous'],
    ['vitamine c', 'avoid/vitamin-c'],
    ['herpe', 'red-flags/zoster'],
  ])('mistyped or begun: %s', (question, first) => expect(idsFor(question)[0]).toBe(first));

  test('a brand name finds its drug, capitals and punctuation do not matter', () => {
    expect(idsFor('Cymbalta')).toContain('symptom-treatment/duloxetine');
    expect(idsFor('GREEN, TEA!!')).toEqual(idsFor('green tea'));
  });

  test.each([
    'banana spaceship',
    'what is the weather tomorrow',
    'xqzzyv',
    'capital of France',
    'who is the president',
    '   ',
    '???',
    'the of and',
    '*',
    '(',
  ])('nothing for: %s', (question) => expect(findAnswers(question)).toEqual([]));

  test('never more than fit, and the same question finds the same', () => {
    expect(idsFor('neuropathy').length).toBeLessThanOrEqual(MOST_ANSWERS);
    expect(idsFor('neuropathy')).toEqual(idsFor('neuropathy'));
  });
});

describe('what can be found', () => {
  test('every answer has an identity of its own, a title and a source with a mark', () => {
    const all = answers();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, title, sources } of all) {
      expect(title, id).not.toBe('');
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { verification } of sources) expect(['primary', 'secondary', 'unverified']).toContain(verification);
    }
  });

  test('nothing in it speaks of one patient', () => {
    for (const { id, title, text } of answers())
      expect(`${title} ${text}`, id).not.toMatch(/NaN|undefined|dose not stated|on the medication list|\b0.pg/u);
  });
});

describe('the field', () => {
  const type = (value: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value } });

  test('shows statements with their sources and marks, and says how many', async () => {
    render(<Ask />);
    type('green tea');
    const [first] = await screen.findAllByRole('article');
    expect(first?.textContent).toMatch(/Green tea extract.*Blood.*|Green tea extract/);
    expect(first?.textContent).toContain('read in the original');
    expect(screen.getByRole('status').textContent).toMatch(/^\d found$/);
  });

  test('says that nothing was found, and that this is no all-clear', async () => {
    render(<Ask />);
    type('banana spaceship');
    await screen.findByText(/Nothing found/);
    expect(screen.getByRole('status').textContent).toMatch(/Nothing found.*does not mean/);
    expect(screen.queryAllByRole('article')).toHaveLength(0);
  });

  test('keeps the question nowhere: no storage, no address, no autofill, gone when the panel is', () => {
    const { unmount } = render(<Ask />);
    type('shingles zzq');
    expect(screen.getByRole('textbox').getAttribute('autocomplete')).toBe('off');
    expect(JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + location.href).not.toContain(
      'zzq',
    );
    unmount();
    render(<Ask />);
    expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('');
  });

  test('can be cleared', async () => {
    render(<Ask />);
    type('shingles');
    await screen.findAllByRole('article');
    fireEvent.click(screen.getByRole('button', { name: 'Clear the question' }));
    expect(screen.queryAllByRole('article')).toHaveLength(0);
  });
});
