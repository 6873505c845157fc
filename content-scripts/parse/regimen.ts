/** Regimen names inside text. The names themselves are those of rules/regimens.ts. */
import { REGIMENS, type Regimen } from '../../rules/regimens.ts';
import { namesOtherDrug } from './drug-names.ts';
import { at, type Found, has, type Items, isMark, readItems } from './lexicon.ts';
import { type CellReading, spanOf } from './quantity.ts';
import { fold } from './tokens.ts';

interface Written {
  regimen: Regimen;
  /** the letters also mean something else, so that the text around them has to confirm the regimen */
  ambiguous: boolean;
}

const MAX_ITEMS = 7;
/** Short names that no other medical term shares, in whatever case they are written. */
const DISTINCT = new Set(['vrd', 'rvd', 'vmp', 'vtd', 'vcd', 'btd']);
const letters = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');

const written = new Map<string, Written>();
for (const regimen of REGIMENS) {
  for (const name of [...regimen.synonyms, ...regimen.ambiguousSynonyms]) {
    // names made of drug names are lists of drugs in running text
    if (/bortezomib|velcade|venetoclax/i.test(name)) continue;
    const key = letters(name);
    const ambiguous = regimen.ambiguousSynonyms.includes(name) || (key.length <= 3 && !DISTINCT.has(key));
    const known = written.get(key);
    if (known === undefined) written.set(key, { regimen, ambiguous });
  }
}

/** Drug names compared by their first letters, with the spelling differences between languages removed. */
const stem = (word: string) =>
  fold(word)
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/y/g, 'i')
    .replace(/x/g, 's')
    .replace(/k/g, 'c')
    .slice(0, 4);

function namesPartners(regimen: Regimen, drugWords: readonly string[]): boolean {
  const partners = regimen.components.filter((name) => name !== 'bortezomib').map(stem);
  const named = drugWords.map(stem);
  return partners.length > 0 && partners.every((partner) => named.some((word) => partner.startsWith(word)));
}

function confirmed(
  text: string,
  items: Items,
  from: number,
  next: number,
  found: Written,
  drugWords: readonly string[],
): boolean {
  if (!found.ambiguous) return true;
  const raw = text.slice(at(items, from).start, at(items, next - 1).end);
  const labelled =
    /^(?:regimen|regimens|protocol|protocols|schema|esquema|protocolo|protocole|protokoll|protocollo|regime|regimes|chemo|chemotherapy|treatment plan|plan)$/;
  for (const k of [from - 1, from - 2, from - 3, next, next + 1]) if (labelled.test(at(items, k).t)) return true;
  // 'Vd' as such is a regimen, 'Vd.' is Spanish for you
  const mixedCase = /[a-z]/.test(raw) && /[A-Z]/.test(raw) && !isMark(items, next, '.');
  const asWritten = found.regimen.synonyms.some(
    (name) => letters(name) === letters(raw) && name.replace(/[^A-Za-z]/g, '') === raw.replace(/[^A-Za-z]/g, ''),
  );
  if (mixedCase && asWritten) return true;
  const bracketed = isMark(items, from - 1, '([') && isMark(items, next, ')]');
  const heading = isMark(items, next, ':') && (from === 0 || at(items, from - 1).kind === 'break');
  // 'MPV: bortezomib …' heads a line, letters that also mean something else do not
  if (heading && found.regimen.synonyms.some((name) => letters(name) === letters(raw))) return true;
  return (bracketed || heading || letters(raw) !== 'bd') && namesPartners(found.regimen, drugWords);
}

/** Every regimen named in the text, except a former one ('prior VRd'). `drugWords` are the other drugs it names. */
export function findRegimens(text: string, items: Items, drugWords: readonly string[]): Found<string>[] {
  const found: Found<string>[] = [];
  let doubtful: Found<string> | null = null;
  for (let i = 0; i < items.length; i++) {
    if (at(items, i).kind !== 'word') continue;
    const match = longestName(items, i);
    if (match === null) continue;
    const former =
      has(items, i - 1, 'history', 'former', 'negation') ||
      has(items, i - 2, 'history') ||
      /^(?:after|nach|apres|tras|dopo|apos|na|efter|following)$/.test(at(items, i - 1).t);
    // 'VD/VRd' offers two, whatever each of them would mean alone
    const offered = isMark(items, i - 1, '/') && doubtful?.next === i - 1 ? doubtful : null;
    doubtful = null;
    // 'POM/VEL/DEX' is more than the 'VEL/DEX' in it
    const part = isMark(items, i - 1, '/+') && !at(items, i).spaced && namesOtherDrug(at(items, i - 2).t);
    if (part) {
      found.push({ value: null, from: i, next: match.next, reason: 'part of a longer list of drugs' });
      i = match.next - 1;
      continue;
    }
    if (!former && confirmed(text, items, i, match.next, match.found, drugWords)) {
      if (offered !== null) found.push(offered);
      found.push({ value: match.found.regimen.name, from: i, next: match.next });
    } else doubtful = { value: match.found.regimen.name, from: i, next: match.next };
    i = match.next - 1;
  }
  return found;
}

function longestName(items: Items, i: number): { found: Written; next: number } | null {
  let key = '';
  let best: { found: Written; next: number } | null = null;
  if (!at(items, i).spaced && at(items, i - 1).kind === 'word') return null;
  if (isMark(items, i - 1, '-') && !at(items, i).spaced && !at(items, i - 1).spaced && at(items, i - 2).kind === 'word')
    return null;
  for (let k = i; k < i + MAX_ITEMS; k++) {
    const item = at(items, k);
    if (item.kind === 'break' || (item.kind === 'mark' && !'-/+.'.includes(item.t))) break;
    if (item.kind === 'mark') continue;
    key += letters(item.t);
    if (key.length > 24) break;
    const known = written.get(key);
    const glued = at(items, k + 1).kind === 'number' && !at(items, k + 1).spaced;
    const longer =
      isMark(items, k + 1, '-') &&
      !at(items, k + 1).spaced &&
      !at(items, k + 2).spaced &&
      at(items, k + 2).kind === 'word' &&
      !/^(?:regimen|based|like|schema|protokoll|protocol|protocole|protocollo|zyklus|kuur|kur|chemo|therapie|therapy|regime|schema's|induktion|induction|inductie|behandling)$/.test(
        at(items, k + 2).t,
      );
    if (known !== undefined && !glued) best = longer ? best : { found: known, next: k + 1 };
  }
  return best;
}

/** The one regimen named; two different ones are ambiguous. */
export function resolveRegimen(found: readonly Found<string>[]): Found<string> | null {
  const [first] = found;
  if (first === undefined) return null;
  if (found.some(({ value }) => value !== first.value))
    return { ...first, value: null, reason: 'two regimens are named' };
  return first;
}

/** Canonical regimen name in a labelled cell; every written form counts there, also those that are ambiguous in prose. */
export function parseRegimen(text: string): CellReading<string> {
  if (text.trim() === '') return { value: null, reason: 'absent' };
  const items = readItems(text);
  const found: Found<string>[] = [];
  for (let i = 0; i < items.length; i++) {
    const match = at(items, i).kind === 'word' ? longestName(items, i) : null;
    if (match === null) continue;
    found.push({ value: match.found.regimen.name, from: i, next: match.next });
    i = match.next - 1;
  }
  const resolved = resolveRegimen(found);
  if (resolved === null) return { value: null, reason: 'unparsed', text };
  if (resolved.value === null) return { value: null, reason: 'ambiguous', text };
  return { value: resolved.value, span: spanOf(items, resolved.from, resolved.next) };
}
