/** What the page About and evidence says in its own words, in its order; everything clinical on it comes from the rules. */
import { t, type WordKey } from '../words.ts';

type Named = Extract<WordKey, `about.${string}.name`> extends `${infer Id}.name` ? Id : never;
type WithText = Named & (Extract<WordKey, `about.${string}.text`> extends `${infer Id}.text` ? Id : never);

const namedTexts = (ids: readonly WithText[]) => ids.map((id) => [t(`${id}.name`), t(`${id}.text`)] as const);

/** Who it is for, in the same words as in the README. */
export const intendedUse = () =>
  namedTexts(['about.use.for', 'about.use.who', 'about.use.patients', 'about.use.notFor', 'about.use.status']);

/** How the output comes about, step by step. */
export const logic = () => [
  t('about.logic.read'),
  t('about.logic.ask'),
  t('about.logic.lookUp'),
  t('about.logic.apply'),
  t('about.logic.compare'),
  t('about.logic.open'),
  t('about.logic.fixed'),
];

const INPUTS = [
  ['dosePerBsa', 'fromOrder'],
  ['dose', 'fromOrder'],
  ['order', 'fromOrder'],
  ['grade', 'asked'],
  ['pain', 'asked'],
  ['redFlags', 'asked'],
  ['body', 'fromPage'],
  ['results', 'fromPage'],
  ['person', 'fromPage'],
  ['lists', 'fromPage'],
] as const;

/** The inputs, how each gets in, and what makes it usable. */
export const inputs = () =>
  INPUTS.map(([id, how]) => [t(`about.inputs.${id}.name`), t(`about.inputs.${how}`), t(`about.inputs.${id}.accepted`)]);

const UNUSED = ['race', 'ethnicity', 'orientation', 'gender', 'social'] as const;
const ATTRIBUTES = [
  'citation',
  'developer',
  'funding',
  'dates',
  'race',
  'ethnicity',
  'language',
  'orientation',
  'gender',
  'sex',
  'birth',
  'social',
  'health',
] as const;
type Unused = (typeof UNUSED)[number];
const isUnused = (id: (typeof ATTRIBUTES)[number]): id is Unused => (UNUSED as readonly string[]).includes(id);

/** The 13 source attributes of an evidence-based decision support intervention, 45 CFR 170.315(b)(11). */
export const dsiAttributes = () =>
  ATTRIBUTES.map(
    (id) =>
      [
        t(`about.attributes.${id}.name`),
        isUnused(id) ? t('about.attributes.notUsed') : t(`about.attributes.${id}.text`),
      ] as const,
  );

/** The permissions of the manifest, and what is not asked for. */
export const permissions = () =>
  namedTexts([
    'about.permissions.activeTab',
    'about.permissions.scripting',
    'about.permissions.idle',
    'about.permissions.storage',
    'about.permissions.sidePanel',
    'about.permissions.notAskedFor',
  ]);

/** Every kind of data: where it is kept, and where it is sent. */
export const destinations = () =>
  (['page', 'patient', 'answers', 'questions', 'copies', 'use'] as const).map((id) => [
    t(`about.data.${id}.name`),
    t(`about.data.${id}.kept`),
    t(id === 'copies' ? 'about.data.nowhereByUs' : 'about.data.nowhere'),
  ]);

/** The versions and what changed in each. */
export const changes = () => namedTexts(['about.changes.first']);
