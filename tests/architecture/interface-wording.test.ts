/** Safe expression (I1 to I11, F11, I13) in the words of the interface, and that no line claims what must be decided. */
import path from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { breaking, FIGURES, SAFE_EXPRESSION, type SafeExpressionRule } from '../rules/safe-expression.ts';

/** The extension's own name is a title, with capitals. */
const NAME = /Bortezomib (?:Neuropathy Sidebar|sidebar)/g;

async function wordsOf(locale: string): Promise<Map<string, string>> {
  const messages = await parseMessagesFile(path.join(import.meta.dirname, `../../locales/${locale}.yml`));
  const entries = messages
    .filter(({ key }) => !key.join('').startsWith('@@'))
    .map((message) => {
      const text = message.type === 'plural' ? Object.values(message.plurals).join('\n') : message.message;
      return [message.key.join('.'), text.replace(NAME, 'the sidebar').replace(/\{\w+\}|\$\d/g, 'x')] as const;
    });
  return new Map(entries);
}

const English = await wordsOf('en');
const Spanish = await wordsOf('es');

const offences = (rule: SafeExpressionRule, words: Map<string, string>) =>
  [...words].filter(([, text]) => breaking(rule, [text]).length > 0);

describe('the words of the interface', () => {
  it.each(SAFE_EXPRESSION)('$name', (rule) => {
    expect(offences(rule, English)).toEqual([]);
  });

  it.each(SAFE_EXPRESSION)('$name: planted among them, it is found', (rule) => {
    expect(offences(rule, new Map([...English, ['planted', rule.planted]]))).toEqual([['planted', rule.planted]]);
  });

  it.each(FIGURES)('Spanish: $name', (rule) => {
    expect(offences(rule, Spanish)).toEqual([]);
  });

  it('use no dash as punctuation, and straight quotes nowhere', () => {
    const signs = /\p{L} [–—-] \p{L}|["']/u;
    expect([...English, ...Spanish].filter(([, text]) => signs.test(text))).toEqual([]);
  });

  it('never call a silent reader or a missing card safe', () => {
    const text = [...English.values()].join('\n');
    expect(text).not.toMatch(
      /\b(?:is|are) safe\b|\bno action needed\b|\bnothing to do\b(?<!not that there is nothing to do)/i,
    );
  });
});
