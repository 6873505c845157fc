/**
 * What a question can be answered with (A34): the texts of the rules themselves, each with its sources and marks. No
 * sentence is written for a question; the search (components/answer-search.ts) only finds what stands here.
 */
import { caseFacts } from './case-facts.ts';
import { vitaminB12, zosterProphylaxis } from './checks.ts';
import type { ClinicalContext } from './clinical-context.ts';
import type { DoseTable } from './dose-modification/dose-table.ts';
import { DOSE_TABLES } from './dose-modification/index.ts';
import { evaluate } from './evaluate.ts';
import { GLOSSARY } from './glossary.ts';
import { GRADE_WORDINGS } from './grading.ts';
import { INTERACTIONS } from './interactions.ts';
import { type Card, cite, type Outcome, type SourceReference } from './outcome.ts';
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

const fromCard = ({ rule, summary, detail, sources }: Card): Answer => ({
  id: rule,
  kind: 'rule',
  title: summary,
  text: detail,
  sources,
});
const isCard = (outcome: Outcome): outcome is Card => outcome.kind === 'card';

function generalCards(): Answer[] {
  const { outcomes } = evaluate(GENERAL);
  const withoutProphylaxis = zosterProphylaxis(caseFacts({ ...GENERAL, patient: { medications: [] } }));
  const lowB12 = vitaminB12(caseFacts({ ...GENERAL, patient: { b12PgMl: 0 } }));
  const general = outcomes.filter(isCard).filter(({ rule }) => GENERAL_RULES.includes(rule));
  return [
    ...general.map(fromCard),
    ...[withoutProphylaxis].filter(isCard).map((card) => ({
      ...fromCard(card),
      title: 'Aciclovir or valaciclovir against zoster; zoster mimics neuropathic pain',
    })),
    ...[lowB12].filter(isCard).map((card) => ({
      ...fromCard(card),
      title: 'Vitamin B12: a low value is a treatable part of the neuropathy',
    })),
  ];
}

function rowsOf(table: DoseTable): Answer[] {
  const restart =
    table.restartWhen === undefined ? 'Restart criterion: not seen.' : `Restart when ${table.restartWhen}.`;
  return table.rows.map(({ id, output }) => {
    const held = output.instructions.some(
      (instruction) => instruction.do === 'withhold' || instruction.do === 'restart',
    );
    return {
      id: `${table.id}/${id}`,
      kind: 'dose-row' as const,
      title: `${table.name}: ${output.gist}`,
      text: held ? restart : '',
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
