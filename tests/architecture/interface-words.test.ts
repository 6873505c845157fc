/** The words of the interface stand in locales/ and nowhere else, and every one of them is used. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { hardCodedWords, hardCodedWordsOfHtml } from './hard-coded-words.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
/** What is searched for, not what is shown: it belongs to the English of the rules' statements. */
const SEARCH_VOCABULARY = 'components/ask/answer-search.ts';
const sources = globSync('{components,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT });
const files = sources.filter((name) => name !== SEARCH_VOCABULARY);
const pages = globSync('entrypoints/**/*.html', { cwd: ROOT });

const locale = async (name: string) => {
  const messages = await parseMessagesFile(path.join(ROOT, `locales/${name}.yml`));
  return new Map(
    messages.map((message) => [message.key.join('.'), message] as const).filter(([key]) => !key.startsWith('@@')),
  );
};
const English = await locale('en');
const Spanish = await locale('es');

describe('no word of the interface stands in the code', () => {
  test('the files are there', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(pages.length).toBeGreaterThan(1);
  });

  test.each(files)('%s', (name) => {
    expect(hardCodedWords(name, read(name))).toEqual([]);
  });

  test.each(pages)('%s', (name) => {
    expect(hardCodedWordsOfHtml(read(name))).toEqual([]);
  });

  test.each([
    ['text', '<p>Dose</p>'],
    ['a label', '<section aria-label="Advice" />'],
    ['a title', "<abbr title={'Body surface area'} />"],
    ['a placeholder in a template', '<input placeholder={`mg of ' + '$' + '{drug}`} />'],
    ['an alternative text that depends on something', "<img alt={wide ? 'plot' : 'small plot'} />"],
    ['text that depends on something', "<p>{read ? '' : 'not read'}</p>"],
    ['text after an and', "<p>{read && 'found'}</p>"],
    ['one of several texts', "<p>{[a, 'or', b]}</p>"],
    ['words handed to a component', '<Card title="Dose" />'],
    ['a list of words', "const NAMES = { dose: 'Dose per area', route: 'Route' };"],
    ['one word of a list', "const NAMES = { route: 'Route' };"],
    ['a sentence that is returned', "function words() { return 'not found on this page'; }"],
    ['a sentence with a value', 'const words = `read ' + '$' + '{count} of them at once`;'],
    ['an error for people', "setError('not a number');"],
  ])('planted, it is found: %s', (_what, source) => {
    const planted = source.startsWith('<') ? `const planted = ${source};` : source;
    expect(hardCodedWords('planted.tsx', planted)).not.toEqual([]);
  });

  test.each([
    ['keys of words', "<p aria-label={t('advice.label')}>{t('advice.title')}</p>"],
    ['a key that is put together', '<p>{t(`fields.' + '$' + '{field}`)}</p>'],
    ['classes and ids', '<p className="panel-section big text" id="a" data-rule="x y" />'],
    ['comparisons', "<p>{state === 'not asked yet' ? first : second}</p>"],
    ['the name of a form field', '<Choice name="motorGrade" value="yes" />'],
    ['signs', "<p>{' · '}({value}): –</p>"],
  ])('not words: %s', (_what, source) => {
    expect(hardCodedWords('fine.tsx', `const fine = ${source};`)).toEqual([]);
  });

  test('planted in a page, it is found', () => {
    expect(hardCodedWordsOfHtml('<html><title>Panel</title></html>')).toEqual(['Panel']);
    expect(hardCodedWordsOfHtml('<img alt="Plot">')).toEqual(['Plot']);
    expect(hardCodedWordsOfHtml('<title>__MSG_panel_title__</title>')).toEqual([]);
  });
});

describe('the locales', () => {
  test('the manifest takes its words from them', () => {
    const config = read('wxt.config.ts');
    for (const field of ['name', 'short_name', 'description', 'default_title'])
      expect(config).toMatch(new RegExp(`\\b${field}:\\s*'__MSG_\\w+__'`));
  });

  test('English is complete: every word that the code names is there, and every word that is there is named', () => {
    const named = [...files, ...pages, 'wxt.config.ts'].flatMap((name) => keysNamedIn(read(name)));
    const unused = [...English.keys()].filter((key) => !named.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  test('Spanish is complete for the sheet for the patient, and says that it is Spanish', () => {
    const around = [...English.keys()].filter((key) => key.startsWith('handout.'));
    expect(around.length).toBeGreaterThan(8);
    expect([...Spanish.keys()].filter((key) => key.startsWith('handout.')).sort()).toEqual(around.sort());
    expect(Spanish.get('handout.language')).toMatchObject({ message: 'es' });
  });

  test('a translation has no word that English lacks, and fills in the same names', () => {
    for (const [key, message] of Spanish) {
      const original = English.get(key);
      expect(original, key).toBeDefined();
      expect(message.namedSubstitutions, key).toEqual(original?.namedSubstitutions);
      expect(message.type, key).toBe(original?.type);
    }
  });

  test('a language that lacks words does not claim the page for itself', () => {
    for (const key of ['language.code', 'language.direction'])
      if (Spanish.size < English.size) expect(Spanish.has(key), key).toBe(false);
  });

  test('every key is a name that both browsers take', () => {
    for (const key of English.keys()) expect(key.replaceAll('.', '_')).toMatch(/^\w+$/);
  });
});

/** Patterns of the keys that a file names: whole, put together from parts, or as the manifest and HTML write them. */
function keysNamedIn(source: string): RegExp[] {
  const whole = [...source.matchAll(/'([a-z]\w*(?:\.\w+)+)'/gi)].map(([, key = '']) => key.replaceAll('.', '\\.'));
  const inParts = [...source.matchAll(/`([a-z]\w*\.[^`\s]*)`/gi)].map(([, key = '']) =>
    key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.]+'),
  );
  const inMessages = [...source.matchAll(/__MSG_(\w+?)__/g)].map(([, key = '']) => key.replaceAll('_', '[._]'));
  const byId = [...source.matchAll(/'((?:about)\.\w+\.\w+)'/g)].map(
    ([, id = '']) => `${id.replaceAll('.', '\\.')}\\.\\w+`,
  );
  return [...whole, ...inParts, ...inMessages, ...byId].map((pattern) => new RegExp(`^${pattern}$`));
}
