/**
 * What a question can be answered with (A34): the texts of the rules themselves, each with its sources and marks. No
 * sentence is written for a question; the search (components/ask/answer-search.ts) only finds what stands here.
 */
import { caseFacts } from './case-facts.ts';
import { vitaminB12, zosterProphylaxis } from './checks.ts';
import type { ClinicalContext } from './clinical-context.ts';
import type { DoseTable, Instruction } from './dose-modification/dose-table.ts';
import { DOSE_TABLES } from './dose-modification/index.ts';
import { evaluate } from './evaluate.ts';
import { GLOSSARY } from './glossary.ts';
import { GRADE_WORDINGS } from './grading.ts';
import { INTERACTIONS } from './interactions.ts';
import { cite, type Outcome, type SourceReference } from './outcome.ts';
import { listText } from './quantity-text.ts';
import { RED_FLAG_GROUPS } from './red-flags.ts';
import { SOURCES } from './sources.ts';
import { STATEMENTS } from './statements.ts';
import { SUPPLEMENTS } from './supplements.ts';
import { SYMPTOM_DRUGS } from './symptom-treatment/index.ts';

export type AnswerKind = 'rule' | 'dose-row' | 'statement' | 'term' | 'source';

export interface Answer {
  /** unique, e.g. `avoid/vitamin-c`, `dose-modification/us-pi/held-recovered`, `statement/A21` */
  id: string;
  kind: AnswerKind;
  title: string;
  text: string;
  sources: SourceReference[];
}

/** A case without a patient: what the general cards say when there is something to say. */
const GENERAL: ClinicalContext = {
  order: { drug: 'bortezomib', route: 'IV', frequency: 'twice-weekly' },
  assessment: { sensoryGrade: 1, pain: true },
  patient: { medications: ['pyridoxine'] },
};
const GENERAL_RULES: readonly string[] = [
  'route/subcutaneous',
  'schedule/weekly',
  'symptom-treatment/order',
  'avoid/pyridoxine',
  'self-care',
  'recovery',
  'monitoring',
  'investigational/mtor-inhibitors',
];

/** Cards whose summary speaks of one patient's list or result; here they are named by their subject. */
const TITLES: Readonly<Record<string, string>> = {
  'avoid/pyridoxine': 'Pyridoxine (vitamin B6): high doses injure sensory neurons and are better avoided',
  'check/zoster-prophylaxis': 'Aciclovir or valaciclovir against zoster; zoster mimics neuropathic pain',
  'check/vitamin-b12': 'Vitamin B12: a low value is a treatable part of the neuropathy',
};

function generalCards(): Answer[] {
  const outcomes: Outcome[] = [
    ...evaluate(GENERAL).outcomes.filter(({ rule }) => GENERAL_RULES.includes(rule)),
    zosterProphylaxis(caseFacts({ ...GENERAL, patient: { medications: [] } })),
    vitaminB12(caseFacts({ ...GENERAL, patient: { b12PgMl: 0 } })),
  ];
  return outcomes
    .filter((outcome) => outcome.kind === 'card')
    .map(({ rule, summary, detail, sources }) => ({
      id: rule,
      kind: 'rule',
      title: TITLES[rule] ?? summary,
      text: detail,
      sources,
    }));
}

const INSTRUCTION_WORDS: Record<Instruction['do'], string> = {
  'no-change': 'no change',
  silent: 'no row',
  'not-checked': 'not checked',
  dose: 'dose reduction',
  'level-down': 'dose reduction by one level',
  'reduce-by': 'dose reduction',
  weekly: 'schedule change to once weekly',
  withhold: 'withhold, then restart lower',
  restart: 'restart after the hold',
  discontinue: 'discontinue',
};

function rowsOf(table: DoseTable): Answer[] {
  const restart =
    table.restartWhen === undefined ? 'Restart criterion: not seen.' : `Restart when ${table.restartWhen}.`;
  return table.rows.map(({ id, output }) => {
    const done = output.instructions.map((instruction) => instruction.do);
    const held = done.includes('withhold') || done.includes('restart');
    const inWords = `Action: ${listText(
      [...new Set(done)].map((action) => INSTRUCTION_WORDS[action]),
      'or',
    )}.`;
    return {
      id: `${table.id}/${id}`,
      kind: 'dose-row' as const,
      title: `${table.name}: ${output.gist}`,
      text: held ? `${inWords} ${restart}` : inWords,
      sources: [cite(table.source, table.section, output.verification)],
    };
  });
}

function symptomDrugs(): Answer[] {
  return SYMPTOM_DRUGS.map(({ name, places, labels, use, pregnancy, notes }) => ({
    id: `symptom-treatment/${name}`,
    kind: 'rule',
    title: `${name} for neuropathic pain`,
    text: [
      ...places.map(({ source, text }) => `${source}: ${text}.`),
      ...Object.entries(labels ?? {}).map(([region, { titration }]) => `${region} label: ${titration}.`),
      ...(use === undefined ? [] : [`${use}.`]),
      ...notes,
      `Pregnancy: ${pregnancy}.`,
    ].join('\n'),
    sources: [
      ...places.map(({ source, verification }) => cite(source, undefined, verification)),
      ...Object.values(labels ?? {}).map(({ source, section, verification }) => cite(source, section, verification)),
    ],
  }));
}

/** Everything that can be found, in a fixed order. */
export function answers(): Answer[] {
  return [
    ...generalCards(),
    ...SUPPLEMENTS.map(
      ({ name, summary, notes, sources }): Answer => ({
        id: `avoid/${name}`,
        kind: 'rule',
        title: summary,
        text: notes.join('\n'),
        sources: [...sources],
      }),
    ),
    ...RED_FLAG_GROUPS.map(
      ({ name, summary, notes, flags, sources }): Answer => ({
        id: `red-flags/${name}`,
        kind: 'rule',
        title: summary,
        text: [`Asked: ${flags.map(({ question }) => question).join('; ')}.`, ...notes].join('\n'),
        sources: [...sources],
      }),
    ),
    ...symptomDrugs(),
    ...INTERACTIONS.map(
      ({ name, effect, notes, sources }): Answer => ({
        id: `interaction/${name}`,
        kind: 'rule',
        title: `${name.replaceAll('-', ' ')}: ${effect}`,
        text: notes.join('\n'),
        sources: [...sources],
      }),
    ),
    ...DOSE_TABLES.flatMap(rowsOf),
    ...STATEMENTS.map(
      ({ id, gist, note, verification }): Answer => ({
        id: `statement/${id}`,
        kind: 'statement',
        title: gist,
        text: note,
        sources: [cite('reference-article', `statement ${id}`, verification)],
      }),
    ),
    ...GRADE_WORDINGS.map(
      ({ scale, sensory, source, verification }): Answer => ({
        id: `grades/${scale}`,
        kind: 'term',
        title: `Grades of sensory neuropathy in ${scale}`,
        text: sensory.map((wording, index) => `Grade ${index + 1}: ${wording}.`).join('\n'),
        sources: [cite(source, undefined, verification)],
      }),
    ),
    ...GLOSSARY.map(
      ({ id, term, also, definition, source }): Answer => ({
        id: `term/${id}`,
        kind: 'term',
        title: term,
        text: `${definition}\nAlso: ${also.join(', ')}.`,
        sources: [cite(source)],
      }),
    ),
    ...SOURCES.map(
      ({ id, title, publisher, version, limits }): Answer => ({
        id: `source/${id}`,
        kind: 'source',
        title,
        text: [publisher, version, limits].filter((part) => part !== undefined).join('. '),
        sources: [cite(id)],
      }),
    ),
  ];
}
