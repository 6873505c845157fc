/**
 * The evaluation as a CDS Hooks response (version 2.0 card fields), for systems that take cards. Only what the cards say:
 * no identifiers, and nothing that stands verbatim on the page (medication and problem lists, free text).
 */
import type { Basis, Card, Evaluation, Indicator, NotEvaluated, Option, SourceReference } from './outcome.ts';
import { listText, mgText, mlText } from './quantity-text.ts';

export interface CdsHooksLink {
  label: string;
  url: string;
  type: 'absolute';
}

export interface CdsHooksCard {
  /** under 140 characters */
  summary: string;
  /** GitHub flavoured markdown */
  detail: string;
  indicator: Indicator;
  source: { label: string; url?: string; topic: { code: string; display: string } };
  /** labels only, without actions: choosing one changes nothing in the record */
  suggestions?: { label: string }[];
  selectionBehavior?: 'at-most-one' | 'any';
  links?: CdsHooksLink[];
}

export interface CdsHooksResponse {
  cards: CdsHooksCard[];
}

/** Inputs whose value is a grade, a number or a choice; everything else may hold text of the page. */
const SHOWN_INPUTS: readonly string[] = [
  'assessment.sensoryGrade',
  'assessment.motorGrade',
  'assessment.pain',
  'assessment.autonomic',
  'assessment.phase',
  'assessment.baselineGrade',
  'order.dosePerBsa',
  'order.doseMg',
  'order.route',
  'order.frequency',
];

/** Rules whose detail repeats entries of the medication list word by word. */
const QUOTES_THE_PAGE: readonly string[] = ['interaction/medication-list'];
const DOSE_RULES = 'dose-modification/';

/** All cards in the order of the evaluation, then one card with what could not be evaluated: no card is no all-clear. */
export function cdsHooksResponse(evaluation: Evaluation): CdsHooksResponse {
  const cards = evaluation.outcomes.flatMap((outcome) =>
    outcome.kind === 'card' ? [cardOf(outcome, evaluation)] : [],
  );
  const open = evaluation.outcomes.filter((outcome): outcome is NotEvaluated => outcome.kind === 'not-evaluated');
  return { cards: open.length === 0 ? cards : [...cards, notEvaluatedCard(open, evaluation)] };
}

/** The response as it is copied: two spaces of indent, a line break at the end. */
export function cdsHooksText(evaluation: Evaluation): string {
  return `${JSON.stringify(cdsHooksResponse(evaluation), null, 2)}\n`;
}

function cardOf(card: Card, evaluation: Evaluation): CdsHooksCard {
  const [first] = card.sources;
  const result: CdsHooksCard = {
    summary: card.summary,
    detail: detailOf(card, evaluation),
    indicator: card.indicator,
    source: {
      label: first?.title ?? contentLabel(evaluation),
      ...(first?.link === undefined ? {} : { url: first.link }),
      topic: topicOf(card.rule),
    },
  };
  const suggestions = card.options
    .filter(({ action }) => action !== 'not-checked')
    .map((option) => ({ label: labelOf(option) }));
  if (suggestions.length > 0) {
    result.suggestions = suggestions;
    // Doses exclude each other; measures of self-care do not.
    result.selectionBehavior = card.rule.startsWith(DOSE_RULES) ? 'at-most-one' : 'any';
  }
  const links = linksOf(card.sources);
  if (links.length > 0) result.links = links;
  return result;
}

function detailOf(card: Card, evaluation: Evaluation): string {
  const notes = QUOTES_THE_PAGE.includes(card.rule) ? [] : card.detail.split('\n').filter((line) => line !== '');
  const basis = card.basis.filter(({ input }) => SHOWN_INPUTS.includes(input)).map(basisText);
  const paragraphs = [notes.map((note) => `- ${markdown(note)}`).join('\n')];
  if (basis.length > 0) paragraphs.push(`**Because**: ${markdown(basis.join('; '))}`);
  if (card.rule.startsWith(DOSE_RULES)) paragraphs.push(`**Row**: ${markdown(card.row)}`);
  paragraphs.push(`**Sources**\n\n${card.sources.map((source) => `- ${markdown(sourceText(source))}`).join('\n')}`);
  paragraphs.push(markdown(`${contentLabel(evaluation)}. Options to weigh, not orders.`));
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function notEvaluatedCard(open: NotEvaluated[], evaluation: Evaluation): CdsHooksCard {
  const missing = [...new Set(open.flatMap((outcome) => outcome.missing))];
  const lines = open.map(({ rule, missing: needs, reason }) => {
    const why = reason === undefined ? `needs ${listText(needs)}` : reason;
    return `- ${markdown(`${rule}: ${why}`)}`;
  });
  return {
    summary: `Not evaluated: ${open.length} ${open.length === 1 ? 'rule' : 'rules'} for want of ${missing.length} ${missing.length === 1 ? 'input' : 'inputs'}; this is no all-clear`,
    detail: [...lines, '', markdown(contentLabel(evaluation))].join('\n'),
    indicator: 'info',
    source: { label: contentLabel(evaluation), topic: { code: 'not-evaluated', display: 'not evaluated' } },
  };
}

function labelOf(option: Option): string {
  const numbers = [
    option.doseMg === undefined ? null : mgText(option.doseMg),
    option.volumeMl === undefined ? null : mlText(option.volumeMl),
    option.restartWhen === undefined ? null : `restart when ${option.restartWhen}`,
  ].filter((part) => part !== null && !option.label.includes(part));
  return `${option.label}${numbers.length > 0 ? ` (${numbers.join(', ')})` : ''} [${option.source}]`;
}

function basisText({ input, value }: Basis): string {
  const [, name = input] = input.split('.');
  return value.startsWith('grade')
    ? value
    : `${name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)}: ${value}`;
}

function sourceText({ title, section, date, verification }: SourceReference): string {
  return `${title}${section === undefined ? '' : `, ${section}`}, ${date} (${verification})`;
}

/** One link for each address. */
function linksOf(sources: readonly SourceReference[]): CdsHooksLink[] {
  const byUrl = new Map<string, CdsHooksLink>();
  for (const { title, link } of sources) {
    if (link !== undefined && !byUrl.has(link)) byUrl.set(link, { label: title, url: link, type: 'absolute' });
  }
  return [...byUrl.values()];
}

/** A code without a system: rule ids are this project's own, and no registered code system holds them. */
function topicOf(rule: string) {
  return { code: rule, display: rule.replaceAll('/', ': ').replaceAll('-', ' ') };
}

function contentLabel({ contentVersion, contentHash }: Evaluation): string {
  return `Bortezomib Neuropathy Sidebar, content ${contentVersion} (${contentHash.slice(0, 12)})`;
}

/** Characters that markdown would take for its own are escaped, so that the text reads as it was written. */
function markdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/gu, (sign) => `\\${sign}`);
}
