/**
 * The sheet for the patient (A14 to A17, A32): which paragraphs this case calls for, in plain English and Spanish.
 * It holds no doses, no names and nothing that was read from a page; the texts stand in patient-handout-text.ts.
 */
import { type CaseFacts, caseFacts } from './case-facts.ts';
import type { ClinicalContext } from './clinical-context.ts';
import { CONTENT_HASH, CONTENT_VERSION } from './content-identity.ts';
import {
  HANDOUT_SECTIONS,
  HANDOUT_TITLE,
  HANDOUT_WORDS,
  type HandoutItem,
  type Language,
} from './patient-handout-text.ts';

export { LANGUAGES, type Language } from './patient-handout-text.ts';

export interface HandoutSection {
  id: string;
  title: string;
  /** each a short paragraph of its own */
  items: string[];
}

export interface Handout {
  language: Language;
  title: string;
  sections: HandoutSection[];
  /** lines that are filled in by hand: where to call */
  blanks: string[];
  foot: string;
}

/** What decides whether a paragraph is on the sheet. */
export type Situation =
  | 'pain-possible'
  | 'cold-possible'
  | 'cold-not-possible'
  | 'weakness'
  | 'on-hold'
  | 'diabetes'
  | 'always';

const COLD_UP_TO_GRADE = 2;

/** Cold only where the skin is likely to feel it: a known grade of at most 2, and no Raynaud phenomenon. */
function situationsOf({ assessment, conditions, order }: CaseFacts): Set<Situation> {
  const { sensoryGrade, motorGrade, pain, phase } = assessment;
  const has = (name: string) => conditions?.some(({ condition }) => condition === name) ?? false;
  const mayFeelCold = sensoryGrade !== undefined && Math.max(sensoryGrade, motorGrade ?? 0) <= COLD_UP_TO_GRADE;
  const situations = new Set<Situation>(['always']);
  situations.add(mayFeelCold && !has('raynaud') ? 'cold-possible' : 'cold-not-possible');
  if (pain !== false) situations.add('pain-possible');
  if ((motorGrade ?? 0) > 0) situations.add('weakness');
  if (phase === 'held-not-recovered' || order.status === 'held') situations.add('on-hold');
  if (has('diabetes')) situations.add('diabetes');
  return situations;
}

/** The sheet for this case. An answer that is missing never takes a warning off the sheet. */
export function patientHandout(context: ClinicalContext, language: Language): Handout {
  const situations = situationsOf(caseFacts(context));
  const isOnSheet = ({ when = 'always' }: HandoutItem) => situations.has(when);
  const words = HANDOUT_WORDS[language];
  return {
    language,
    title: HANDOUT_TITLE[language],
    sections: HANDOUT_SECTIONS.map(({ id, title, items }) => ({
      id,
      title: title[language],
      items: items.filter(isOnSheet).map(({ text }) => text[language]),
    })),
    blanks: [...words.blanks],
    foot: `${words.foot} ${words.content} ${CONTENT_VERSION}, ${CONTENT_HASH.slice(0, 12)}.`,
  };
}

/** The sheet as plain text, paragraph by paragraph in the order of the page. */
export function handoutText({ title, sections, blanks, foot }: Handout): string {
  const parts = sections.map((section) => [section.title, ...section.items.map((item) => `- ${item}`)].join('\n'));
  return [title, ...parts, blanks.map((blank) => `${blank}: ____________________`).join('\n'), foot].join('\n\n');
}
