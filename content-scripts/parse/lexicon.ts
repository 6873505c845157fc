/** Tokens to items: each token or known phrase with the tags that the vocabulary gives it. */
import { NON_LATIN_NAMES } from './drug-names.ts';
import { fold, type Token, tokenise, WORDS_WITHOUT_SPACES } from './tokens.ts';
import { type Tag, VOCABULARY } from './vocabulary.ts';

/** One token, or one known phrase of several tokens, with everything that it can mean. */
export interface Item extends Token {
  tags: readonly Tag[];
}
export type Items = readonly Item[];

/** Something recognised in items [from, next); null where the text says it in a way that may not be used. */
export interface Found<T> {
  value: T | null;
  from: number;
  next: number;
  /** why there is no value although the text says something */
  reason?: string;
}

const NO_TAGS: readonly Tag[] = [];
const END: Item = { kind: 'break', t: '', start: 0, end: 0, spaced: true, tags: NO_TAGS };

/** Item at a position; beyond either end a break, so that the grammar needs no bounds checks. */
export const at = (items: Items, i: number): Item => items[i] ?? END;
export const has = (items: Items, i: number, ...tags: Tag[]): boolean => {
  const own = at(items, i).tags;
  return own.length > 0 && tags.some((tag) => own.includes(tag));
};
export const isMark = (items: Items, i: number, marks: string): boolean => {
  const item = at(items, i);
  return item.kind === 'mark' && marks.includes(item.t);
};

const DOES =
  /^(?:riduc|somministr|prosegu|continu|inizi|prescriv|consigli|raccomand|sospend|riprend|aument|administr|recomi|recome|reduc|reduz|inici|mantien|mantem|disminu|diminu|aplic|indic|paut|program|ajust|suspend|reinici|decid|cambi|modific)/;
/** 'si riduce', 'se administra': Italian, Spanish and Portuguese say that one does it; no condition. */
export const isReflexive = (items: Items, i: number): boolean =>
  /^s[ie]$/.test(at(items, i).t) && DOES.test(at(items, i + 1).t);

interface Phrase {
  parts: string[];
  tags: Tag[];
}

/** Phrases by their first part; a part ending in `*` is a stem. */
const phrases = new Map<string, Phrase[]>();
const MIN_STEM = 3;
const MAX_STEM = 20;

for (const [tag, list] of Object.entries(VOCABULARY)) {
  for (const written of fold(list).split('|')) {
    const parts = written.split(' ');
    const first = parts[0] ?? '';
    const same = phrases.get(first);
    const known = same?.find((phrase) => phrase.parts.join(' ') === written);
    if (known !== undefined) known.tags.push(tag as Tag);
    else if (same !== undefined) same.push({ parts, tags: [tag as Tag] });
    else phrases.set(first, [{ parts, tags: [tag as Tag] }]);
  }
}
for (const same of phrases.values()) same.sort((a, b) => b.parts.length - a.parts.length);

const partMatches = (part: string, token: string) =>
  part.endsWith('*') ? token.startsWith(part.slice(0, -1)) : part === token;

const NO_PHRASES: readonly Phrase[] = [];
/** Phrases that a word may begin, by the word: most words of a text recur. Emptied before it grows with the text. */
const beginnings = new Map<string, readonly Phrase[]>();
const MAX_BEGINNINGS = 4000;

function phrasesFrom(word: string): readonly Phrase[] {
  const known = beginnings.get(word);
  if (known !== undefined) return known;
  const found = [...(phrases.get(word) ?? [])];
  for (let length = Math.min(word.length, MAX_STEM); length >= MIN_STEM; length--) {
    found.push(...(phrases.get(`${word.slice(0, length)}*`) ?? []));
  }
  found.sort((a, b) => b.parts.length - a.parts.length);
  if (beginnings.size >= MAX_BEGINNINGS) beginnings.clear();
  beginnings.set(word, found.length === 0 ? NO_PHRASES : found);
  return found;
}

/** The longest phrase that begins at a token, with the tags of every phrase of that length that fits. */
function phraseAt(tokens: readonly Token[], i: number): Phrase | undefined {
  let best: Phrase | undefined;
  for (const phrase of phrasesFrom(tokens[i]?.t ?? '')) {
    if (best !== undefined && phrase.parts.length < best.parts.length) break;
    const fits = phrase.parts.every((part, k) => {
      const token = tokens[i + k];
      return token !== undefined && (k === 0 || (token.kind !== 'break' && partMatches(part, token.t)));
    });
    if (fits) best = best === undefined ? phrase : { parts: best.parts, tags: [...best.tags, ...phrase.tags] };
  }
  return best;
}

/** Known words of scripts that put no spaces between words, longest first. */
const unspaced = new RegExp(
  [...phrases.keys(), ...fold(NON_LATIN_NAMES).split('|')]
    .filter((word) => WORDS_WITHOUT_SPACES.test(word))
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** Splits a run of such a script at the words that are known; offsets hold because folding keeps these characters. */
function splitRun(token: Token): Token[] {
  const { t } = token;
  if (token.kind !== 'word' || !WORDS_WITHOUT_SPACES.test(t) || token.end - token.start !== t.length) return [token];
  const parts: Token[] = [];
  let done = 0;
  const push = (from: number, to: number) => {
    if (to <= from) return;
    const spaced = from === 0 && token.spaced;
    parts.push({ kind: 'word', t: t.slice(from, to), start: token.start + from, end: token.start + to, spaced });
  };
  for (const match of t.matchAll(unspaced)) {
    push(done, match.index);
    done = match.index + match[0].length;
    push(match.index, done);
  }
  push(done, t.length);
  return parts;
}

/** Tokenises text and names the words and phrases that the vocabulary knows; breaks and numbers stay as they are. */
export function readItems(text: string): Item[] {
  const tokens = tokenise(text).flatMap(splitRun);
  const items: Item[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const phrase = token.kind === 'break' ? undefined : phraseAt(tokens, i);
    if (phrase === undefined) {
      items.push({ ...token, tags: NO_TAGS });
      continue;
    }
    const last = tokens[i + phrase.parts.length - 1] ?? token;
    items.push({
      ...token,
      kind: phrase.parts.length > 1 ? 'word' : token.kind,
      t: tokens
        .slice(i, i + phrase.parts.length)
        .map(({ t }) => t)
        .join(' '),
      end: last.end,
      tags: phrase.tags,
    });
    i += phrase.parts.length - 1;
  }
  return items;
}
