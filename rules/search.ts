/**
 * Follow-up questions (A34): full-text search over what the rules say, without a network. Every answer is a passage of
 * the rules with its sources; nothing is composed, and no answer is given when no passage has the words.
 */
import { DOSE_TABLES } from './dose-modification/index.ts';
import { GRADE_WORDINGS } from './grading.ts';
import { INTERACTIONS } from './interaction-table.ts';
import { cite, type RuleId, type SourceReference } from './outcome.ts';
import { RED_FLAG_GROUPS } from './red-flags.ts';
import { STATEMENTS } from './statements.ts';
import { SUPPLEMENTS } from './supplements.ts';
import { SYMPTOM_DRUGS } from './symptom-treatment/index.ts';

export interface Passage {
  /** the rule that the passage belongs to; absent for a grade wording */
  readonly rule?: RuleId;
  readonly title: string;
  readonly text: string;
  readonly sources: readonly SourceReference[];
}

function allPassages(): Passage[] {
  const passages: Passage[] = [];
  for (const { id, gist, note, rules } of STATEMENTS) {
    passages.push({
      rule: rules[0],
      title: `Reference article, ${id}`,
      text: `${gist} ${note}`,
      sources: [cite('reference-article')],
    });
  }
  for (const table of DOSE_TABLES) {
    for (const { output } of table.rows) {
      const sources = [cite(table.source, table.section, output.verification)];
      passages.push({ rule: table.id, title: `${table.name}, dose modification`, text: output.gist, sources });
    }
  }
  for (const { name, summary, notes, flags, sources } of RED_FLAG_GROUPS) {
    const text = [`${summary}.`, ...notes, `Asked: ${flags.map(({ question }) => question).join('; ')}.`].join(' ');
    passages.push({ rule: `red-flags/${name}`, title: `Red flag: ${name.replaceAll('-', ' ')}`, text, sources });
  }
  for (const { name, effect, notes, sources } of INTERACTIONS) {
    const text = [`${effect}.`, ...notes].join(' ');
    passages.push({ rule: `interaction/${name}`, title: `Interaction: ${name.replaceAll('-', ' ')}`, text, sources });
  }
  for (const { name, places, labels, use, notes, cautions } of SYMPTOM_DRUGS) {
    const rule = `symptom-treatment/${name}`;
    for (const { source, text, verification } of places) {
      passages.push({
        rule,
        title: `${name} in a guideline`,
        text: `${name}: ${text}.`,
        sources: [cite(source, undefined, verification)],
      });
    }
    for (const label of labels === undefined ? [] : [labels.US, labels.EU]) {
      const text = [`${name}: ${label.titration}.`, ...label.notes].join(' ');
      passages.push({
        rule,
        title: `${name}, label`,
        text,
        sources: [cite(label.source, label.section, label.verification)],
      });
    }
    const text = [
      use === undefined ? '' : `${name}: ${use}.`,
      ...notes,
      ...cautions.map((caution) => `${caution.text}.`),
    ]
      .join(' ')
      .trim();
    const sources = places.map(({ source, verification }) => cite(source, undefined, verification));
    passages.push({ rule, title: `${name}, cautions`, text, sources });
  }
  for (const { name, summary, notes, sources } of SUPPLEMENTS) {
    passages.push({
      rule: `avoid/${name}`,
      title: `Supplement: ${name.replaceAll('-', ' ')}`,
      text: [`${summary}.`, ...notes].join(' '),
      sources,
    });
  }
  for (const { scale, sensory, source, verification } of GRADE_WORDINGS) {
    const text = sensory.map((wording, index) => `Grade ${index + 1}: ${wording}.`).join(' ');
    passages.push({ title: `${scale}, sensory neuropathy`, text, sources: [cite(source, undefined, verification)] });
  }
  return passages;
}

/** Words that carry no meaning in a question. */
const STOP_WORDS = new Set(
  'a an and are as at be by can do does for from has have how i if in is it may my of on or should so that the their then there this to was what when which who why will with would you'.split(
    ' ',
  ),
);
/** What a clinician types for what the rules write. */
const SYNONYMS: Readonly<Record<string, string>> = {
  sc: 'subcutaneous',
  subq: 'subcutaneous',
  iv: 'intravenous',
  gbs: 'guillain',
  ivig: 'immunoglobulin',
  b6: 'pyridoxine',
  velcade: 'bortezomib',
  lyrica: 'pregabalin',
  neurontin: 'gabapentin',
  cymbalta: 'duloxetine',
  shingles: 'zoster',
  acyclovir: 'aciclovir',
  kidney: 'renal',
  hold: 'withheld',
  withhold: 'withheld',
  stop: 'discontinued',
  rechallenge: 'restart',
};

/** Lower-case words without accents, cut to a stem by their commonest endings. */
function termsOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .split(/[^a-z0-9.]+/u);
  return words.flatMap((word) => {
    const plain = word.replace(/^\.+|\.+$/gu, '');
    if (plain === '' || STOP_WORDS.has(plain)) return [];
    const known = SYNONYMS[plain] ?? plain;
    return [known.length > 4 ? known.replace(/(ies|ing|es|ed|s|al|ly)$/u, '') : known];
  });
}

interface Indexed {
  readonly passage: Passage;
  readonly terms: ReadonlySet<string>;
  readonly titleTerms: ReadonlySet<string>;
}

let index: { readonly entries: readonly Indexed[]; readonly weight: ReadonlyMap<string, number> } | undefined;

/** Built at the first question; the content does not change while the module is loaded. */
function indexed() {
  if (index !== undefined) return index;
  const entries = allPassages().map((passage): Indexed => {
    const titleTerms = new Set(termsOf(passage.title));
    return { passage, terms: new Set([...termsOf(passage.text), ...titleTerms]), titleTerms };
  });
  const count = new Map<string, number>();
  for (const { terms } of entries) for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1);
  const weight = new Map([...count].map(([term, n]) => [term, Math.log(1 + entries.length / n)]));
  index = { entries, weight };
  return index;
}

/** The passages that answer a question best, at most `limit`; none when its words occur nowhere. */
export function search(question: string, limit = 8): Passage[] {
  const { entries, weight } = indexed();
  const asked = [...new Set(termsOf(question))].filter((term) => weight.has(term));
  const scored = entries.flatMap(({ passage, terms, titleTerms }, at) => {
    let score = 0;
    for (const term of asked) {
      if (terms.has(term)) score += (weight.get(term) ?? 0) * (titleTerms.has(term) ? 1.5 : 1);
    }
    return score > 0 ? [{ passage, score, at }] : [];
  });
  scored.sort((a, b) => b.score - a.score || a.at - b.at);
  return scored.slice(0, limit).map(({ passage }) => passage);
}
