/**
 * Text to tokens, each with its place in the original text. Spelling differences that mean nothing (case, accents,
 * full-width and superscript digits, soft hyphens, kinds of dash, quote and space, markdown emphasis, HTML tags) end here.
 */

export interface Token {
  kind: 'number' | 'word' | 'mark' | 'break';
  /** folded: lower case, no accents, ASCII digits */
  t: string;
  start: number;
  end: number;
  /** white space, a line break or the beginning of the text stands before it */
  spaced: boolean;
}

const ALIASES: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  '٫': '.',
  '⋅': '·',
  '∙': '·',
  '‧': '·',
  '・': '·',
  '、': ',',
  '。': '.',
  '⁄': '/',
  '∕': '/',
  '÷': '/',
  '✕': '×',
  '✖': '×',
  '∗': '*',
  '⇒': '→',
  '➔': '→',
  '➡': '→',
  '⟶': '→',
  '►': '→',
};
const DASH = /[\u2010-\u2015\u2212\uFE58\uFF0D]/;
const SINGLE_QUOTE = /[\u2018\u2019\u201B\u2032\u00B4`]/;
const DOUBLE_QUOTE = /[\u201C-\u201F\u00AB\u00BB\u2039\u203A\u2033]/;
const INVISIBLE = /\u00AD|[\u200B\u200C\u200E\u200F]|\u200D|[\u2060-\u2064]|\uFEFF|\p{Variation_Selector}/u;
const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const SPACE = /\s/;
const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6];
const HTML_TAG = /<(\/?)([a-z][a-z0-9]{0,9})(?:\s[^<>]{0,80})?\/?>/iy;
/** elements of a page that have no meaning for its text */
const INLINE_TAG =
  /^(?:a|abbr|b|bdi|big|body|button|caption|center|code|dd|dl|dt|em|font|form|h\d|html|i|img|input|ins|kbd|label|main|mark|nav|ol|option|pre|q|samp|section|select|small|span|strong|sub|sup|table|tbody|tfoot|thead|tt|u|ul|var|wbr)$/i;
const HTML_ENTITY = /&(?:nbsp|thinsp|sup2|sup3|middot|times|shy|#160|#178|#xb2|#xa0);/iy;
const STRUCK_TAG = /^(?:s|del|strike)$/i;
const ENTITY_TEXT: Record<string, string> = {
  sup2: '2',
  '#178': '2',
  '#xb2': '2',
  sup3: '3',
  middot: '·',
  times: '×',
  shy: '',
};

/** One character folded; '' when it carries no meaning. Hangul and Han stay as they are. */
function foldCharacter(c: string): string {
  const code = c.codePointAt(0) ?? 0;
  if (code < 0x80) return code >= 65 && code <= 90 ? c.toLowerCase() : c;
  const alias = ALIASES[c];
  if (alias !== undefined) return alias;
  if (INVISIBLE.test(c)) return '';
  if (DASH.test(c)) return '-';
  if (SINGLE_QUOTE.test(c)) return "'";
  if (DOUBLE_QUOTE.test(c)) return '"';
  if (SPACE.test(c)) return code === 0x2028 || code === 0x2029 ? '\n' : ' ';
  for (const zero of DIGIT_ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
  if (code >= 0xac00 && code <= 0xd7a3) return c;
  if (MARK.test(c)) return '';
  const plain = c.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (plain !== c && plain.length === 1) return foldCharacter(plain);
  return ALIASES[plain] ?? (plain.trim() === '' ? ' ' : plain);
}

/** A word or phrase in the form in which tokens carry it. */
export function fold(text: string): string {
  let folded = '';
  for (const c of text) folded += foldCharacter(c);
  return folded;
}

export const WORDS_WITHOUT_SPACES = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3]/;

/** Scanner state: characters are appended to the open token while their class stays the same. */
class Scanner {
  readonly tokens: Token[] = [];
  spaced = true;
  private open: Token | undefined;
  /** the open word is written in a script without spaces */
  private script = false;

  add(kind: 'number' | 'word', t: string, start: number, end: number): void {
    const script = kind === 'word' && t > '\u3000' && WORDS_WITHOUT_SPACES.test(t);
    if (this.open?.kind === kind && script === this.script) {
      this.open.t += t;
      this.open.end = end;
      return;
    }
    this.open = { kind, t, start, end, spaced: this.spaced };
    this.script = script;
    this.tokens.push(this.open);
    this.spaced = false;
  }

  mark(t: string, start: number, end: number): void {
    this.tokens.push({ kind: t === '\n' ? 'break' : 'mark', t, start, end, spaced: this.spaced });
    this.open = undefined;
    this.spaced = t === '\n';
  }

  space(): void {
    this.open = undefined;
    this.spaced = true;
  }
}

const MARKUP = '<&\\*_~-=';

/** Splits text into words, digit runs, single marks and line breaks. Linear in the length of the text; never throws. */
export function tokenise(text: string): Token[] {
  const scanner = new Scanner();
  for (let i = 0; i < text.length; ) {
    const unit = text.charAt(i);
    const c = unit < '\uD800' ? unit : String.fromCodePoint(text.codePointAt(i) ?? 32);
    const end = i + c.length;
    if ((unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z')) {
      scanner.add('word', unit.toLowerCase(), i, end);
      i = end;
      continue;
    }
    const skip = MARKUP.includes(unit) ? scanMarkup(text, i, c, scanner) : i;
    if (skip > i) {
      i = skip;
      continue;
    }
    for (const f of foldCharacter(c)) {
      if (f >= '0' && f <= '9') scanner.add('number', f, i, end);
      else if ((f >= 'a' && f <= 'z') || (f > '\x7f' && LETTER.test(f))) scanner.add('word', f, i, end);
      else if (f === '\n' || f === '\r') scanner.mark('\n', i, end);
      else if (f === ' ' || f === '\t' || f === '\f' || f === '\v') scanner.space();
      else scanner.mark(f, i, end);
    }
    i = end;
  }
  return joinAbbreviations(scanner.tokens);
}

/** Consumes markup at position i (tags, entities, emphasis, escaped line breaks, arrows); returns the new position. */
function scanMarkup(text: string, i: number, c: string, scanner: Scanner): number {
  const next = text[i + 1] ?? '';
  if (c === '<') {
    HTML_TAG.lastIndex = i;
    const tag = HTML_TAG.exec(text);
    if (tag === null) return i;
    const end = i + tag[0].length;
    const name = tag[2] ?? '';
    if (STRUCK_TAG.test(name)) scanner.mark('~~', i, end);
    else if (/^(?:br|p|div|tr|li|h\d)$/i.test(name)) scanner.mark('\n', i, end);
    else if (/^t[dh]$/i.test(name)) scanner.mark('|', i, end);
    else if (!INLINE_TAG.test(name)) {
      // an XML element is a labelled field: '<dose>2.3 mg</dose>' reads 'dose: 2.3 mg |'
      scanner.space();
      if (tag[1] === '/') scanner.mark('|', i, end);
      else {
        for (const c of name.toLowerCase()) scanner.add(c >= '0' && c <= '9' ? 'number' : 'word', c, i, end);
        scanner.mark(':', i, end);
      }
      scanner.space();
    }
    return end;
  }
  if (c === '&') {
    HTML_ENTITY.lastIndex = i;
    const entity = HTML_ENTITY.exec(text);
    if (entity === null) return i;
    const end = i + entity[0].length;
    const meant = ENTITY_TEXT[entity[0].slice(1, -1).toLowerCase()];
    if (meant === undefined) scanner.space();
    else if (meant === '2' || meant === '3') scanner.add('number', meant, i, end);
    else if (meant !== '') scanner.mark(meant, i, end);
    return end;
  }
  if (c === '\\' && (next === 'n' || next === 'r' || next === 't')) {
    if (next === 't') scanner.space();
    else scanner.mark('\n', i, i + 2);
    return i + 2;
  }
  if (c === '*' && next === '*') return i + 2;
  if (c === '_' && next === '_') return i + 2;
  if (c === '~' && next === '~') {
    scanner.mark('~~', i, i + 2);
    return i + 2;
  }
  if ((c === '-' || c === '=') && (next === '>' || (next === c && text[i + 2] === '>'))) {
    const end = next === '>' ? i + 2 : i + 3;
    scanner.mark('→', i, end);
    return end;
  }
  return i;
}

/** `s.c.`, `i.v.`, `p.o.` become one word each, as they are written without dots. */
function joinAbbreviations(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  const letter = (k: number) => tokens[k]?.kind === 'word' && tokens[k]?.t.length === 1;
  const dot = (k: number) => tokens[k]?.t === '.' && !tokens[k]?.spaced;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    let last = i;
    let word = token.t;
    if (letter(i)) {
      while (dot(last + 1) && letter(last + 2) && word.length < 4 && (!tokens[last + 2]?.spaced || word.length === 1)) {
        word += tokens[last + 2]?.t;
        last += 2;
      }
    }
    if (last === i) {
      joined.push(token);
      continue;
    }
    if (dot(last + 1)) last++;
    joined.push({ ...token, t: word, end: tokens[last]?.end ?? token.end });
    i = last;
  }
  return joined;
}
