/**
 * Offline full-text search over the answers of the rules. The index is made in memory when it is first asked; a question
 * is never kept, sent or logged.
 */
import MiniSearch from 'minisearch';
import { type Answer, type AnswerKind, answers } from '../../rules/answers.ts';
import { recognise } from '../../rules/medications.ts';

export const MOST_ANSWERS = 6;

/** Words that carry no subject of their own. */
const EMPTY_WORDS = new Set(
  (
    'a about after an and any are as at be been by can could did do does for from get gets give given got had has have how i ' +
    'if in into is it its long many may me more much my of on or our over please should so some tell than that the their ' +
    'them then there these they this to until up use used using was we what when where which who why will with would you ' +
    'bortezomib velcade patient patients not no'
  ).split(' '),
);

/** Words that mean the same to the asker. Each is searched with its whole group. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['shingles', 'zoster', 'herpes', 'vzv'],
  ['b6', 'pyridoxine'],
  ['b12', 'cobalamin'],
  ['vitc', 'ascorbic', 'ascorbate'],
  ['mri', 'imaging', 'spine', 'cord'],
  ['ncs', 'emg', 'electromyography', 'electrophysiology', 'conduction'],
  ['sc', 'sq', 'subcut', 'subcutaneous', 'subq'],
  ['iv', 'intravenous'],
  ['restart', 'resume', 'rechallenge', 'reintroduce', 'restarting', 'resumed'],
  ['hold', 'held', 'withhold', 'withheld', 'pause', 'interrupt'],
  ['stop', 'discontinue', 'discontinued'],
  ['reduce', 'reduction', 'decrease', 'reduced', 'reducing'],
  ['better', 'recover', 'recovery', 'improve', 'improved', 'reversible', 'heal', 'resolve'],
  ['egcg', 'catechol', 'polyphenol'],
  ['alc', 'carnitine'],
  ['ala', 'lipoic'],
  ['feet', 'foot', 'shoe', 'sock'],
  ['ice', 'icy', 'cold'],
  ['kidney', 'renal', 'crcl', 'creatinine'],
  ['weakness', 'motor', 'gbs', 'guillain'],
  ['dizzy', 'dizziness', 'syncope', 'autonomic', 'orthostatic'],
  ['aciclovir', 'acyclovir', 'valaciclovir', 'valacyclovir', 'antiviral'],
  ['age', 'older', 'elderly'],
  ['sugar', 'glucose', 'diabetes', 'diabetic'],
];

/** Whole phrases whose words alone say too little. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    /\bhow long\b|\bget(?:s|ting)? better\b|\bgo(?:es)? away\b|\b(?:is|be|stay|remain) (?:it )?permanent\b/u,
    'recovery median',
  ],
  [/\bvit(?:amin)?\.? ?b ?6\b|\bb ?6\b/u, 'b6'],
  [/\bvit(?:amin)?\.? ?b ?12\b|\bb ?12\b/u, 'b12'],
  [/\bvit(?:amin)?\.? ?c\b/u, 'vitamin c'],
  [/\b(?:not|no) (?:pain|painful)\b|\bwithout pain\b/u, 'without pain'],
];

const KIND_WEIGHT: Record<AnswerKind, number> = { rule: 1.5, 'dose-row': 1.2, statement: 1.1, term: 1, source: 0.6 };

/** From this length on a word may be mistyped; shorter ones would match anything. */
const FUZZY_FROM_LENGTH = 5;
const FUZZY = 0.2;
const PREFIX_FROM_LENGTH = 3;
/** The share of the question's words that an answer has to have. */
const SHARE_OF_WORDS = 0.5;
/** What is far behind the best answer is noise. */
const SHARE_OF_BEST = 0.2;
/** The primary source of the panel stands before the others when they say the same. */
const PRIMARY_SOURCE = 'dose-modification/us-pi/';
const PRIMARY_WEIGHT = 1.25;

/** Lower case, without accents, without the plural s. */
function processTerm(term: string): string | null {
  const plain = term
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
  if (EMPTY_WORDS.has(plain)) return null;
  return /[^suei]s$/u.test(plain) && plain.length > 3 ? plain.slice(0, -1) : plain;
}

const tokenize = (text: string) => text.split(/[^\p{L}\p{N}.]+|\.(?!\d)/u).filter((part) => part !== '');

let index: { search: MiniSearch<Answer>; byId: Map<string, Answer> } | null = null;

function indexed() {
  if (index === null) {
    const all = answers();
    const search = new MiniSearch<Answer>({ fields: ['title', 'text', 'id'], tokenize, processTerm });
    search.addAll(all);
    index = { search, byId: new Map(all.map((answer) => [answer.id, answer])) };
  }
  return index;
}

interface Subject {
  word: string;
  /** words that mean the same, searched as they stand */
  same: string[];
}

/** The words of a question that carry its subject, each with the words that mean the same. */
function subjectsOf(question: string): Subject[] {
  let text = question.toLowerCase();
  const added: string[] = [];
  for (const [phrase, words] of PHRASES) {
    if (!phrase.test(text)) continue;
    text = text.replace(phrase, ' ');
    added.push(words);
  }
  const words = tokenize(`${text} ${added.join(' ')}`).flatMap((word) => processTerm(word) ?? []);
  return [...new Set(words)].map((word) => ({
    word,
    same: [...new Set(sameAs(word))].filter((other) => other !== word),
  }));
}

/** Synonyms, and for the name of a drug its generic name and its class. */
function sameAs(word: string): string[] {
  const group = SYNONYMS.find((synonyms) => synonyms.some((synonym) => processTerm(synonym) === word)) ?? [];
  const drugs = recognise([word]).flatMap(({ drug }) => [drug.name, ...drug.classes]);
  const single = drugs.filter((name) => /^\p{L}+$/u.test(name));
  return [...group, ...single].flatMap((other) => processTerm(other) ?? []);
}

/** The answers that have most to do with a question, best first; empty when nothing here speaks of it. */
export function findAnswers(question: string): Answer[] {
  const subjects = subjectsOf(question);
  if (subjects.length === 0) return [];
  const { search, byId } = indexed();
  const found = search.search(
    {
      combineWith: 'OR',
      queries: subjects.map(({ word, same }) => ({
        combineWith: 'OR',
        queries: [
          { queries: [word], prefix: word.length >= PREFIX_FROM_LENGTH, fuzzy: mayBeMistyped(word) ? FUZZY : false },
          ...(same.length > 0 ? [{ queries: same, prefix: false, fuzzy: false }] : []),
        ],
      })),
    },
    {
      boost: { title: 3, id: 2 },
      boostDocument: (id) =>
        KIND_WEIGHT[byId.get(id)?.kind ?? 'term'] * (String(id).startsWith(PRIMARY_SOURCE) ? PRIMARY_WEIGHT : 1),
    },
  );
  const enough = Math.ceil(subjects.length * SHARE_OF_WORDS);
  const ranked = found
    .map(({ id, score, queryTerms }) => {
      const matched = subjects.filter(({ word, same }) =>
        [word, ...same].some((term) => queryTerms.includes(term)),
      ).length;
      return { answer: byId.get(id), matched, rank: score * (matched / subjects.length) ** 2 };
    })
    .filter(({ matched }) => matched >= enough)
    .sort((a, b) => b.rank - a.rank);
  const best = ranked[0]?.rank ?? 0;
  return ranked
    .filter(({ rank }) => rank >= best * SHARE_OF_BEST)
    .flatMap(({ answer }) => answer ?? [])
    .slice(0, MOST_ANSWERS);
}

function mayBeMistyped(word: string): boolean {
  return word.length >= FUZZY_FROM_LENGTH && !/\d/u.test(word);
}
