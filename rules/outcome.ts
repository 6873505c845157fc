/**
 * What the rules conclude: a card, a rule that could not be evaluated, or one that does not apply.
 * Words are those of CDS Hooks (summary, detail, indicator, source, option); a card never blocks anything.
 */
import type { Frequency } from './clinical-context.ts';
import { type SourceId, sourceOf, type Verification } from './sources.ts';

/** Stable identity of a rule, e.g. `dose-modification/us-pi`. */
export type RuleId = string;
/** Name of an input as it stands in the clinical context, e.g. `assessment.pain`. */
export type InputName = string;
export type Indicator = 'info' | 'warning' | 'critical';
export type Tier = 'label' | 'guideline' | 'trial' | 'article';
export type Action =
  | 'no-change'
  | 'reduce-dose'
  | 'change-schedule'
  | 'withhold'
  | 'restart'
  | 'discontinue'
  | 'already-met'
  | 'not-checked'
  /** outside the dose cards: something that may be done, or is better left */
  | 'consider'
  | 'avoid';

/** One thing that the clinician may choose to do, with the source that offers it. Never above what was read. */
export interface Option {
  tier: Tier;
  source: SourceId;
  verification: Verification;
  action: Action;
  /** the option in words, e.g. 'withhold until toxicity resolves, then 0.7 mg/m² once weekly' */
  label: string;
  /** mg/m2 of the dose now (reduce-dose) or at restart (withhold, restart) */
  dosePerBsa?: number;
  doseMg?: number;
  /** mL of the reconstituted product, at the concentration of the route */
  volumeMl?: number;
  concentrationMgMl?: number;
  /** change against the dose read, in percent; never positive */
  changePercent?: number;
  frequency?: Frequency;
  restartWhen?: string;
}

/** An input that the card rests on, as it was used. */
export interface Basis {
  input: InputName;
  /** value in words with its unit, e.g. '1.3 mg/m²' */
  value: string;
}

export interface SourceReference {
  id: SourceId;
  title: string;
  section?: string;
  date: string;
  verification: Verification;
  link?: string;
}

export interface Card {
  kind: 'card';
  rule: RuleId;
  /** the decision-table row that matched */
  row: string;
  indicator: Indicator;
  /** verdict first, under 140 characters */
  summary: string;
  detail: string;
  options: Option[];
  basis: Basis[];
  sources: SourceReference[];
  /** what would change if something that was not asked, or the grading scale, were different */
  branches?: Branch[];
}

/** What would be said if a missing answer were given: shown side by side, none of them as the headline. */
export interface Branch {
  when: string;
  row: string;
  summary: string;
  options: Option[];
}

export interface NotEvaluated {
  kind: 'not-evaluated';
  rule: RuleId;
  missing: InputName[];
  reason?: string;
  branches?: Branch[];
  sources?: SourceReference[];
}

export interface NotApplicable {
  kind: 'not-applicable';
  rule: RuleId;
  reason: string;
}

export type Outcome = Card | NotEvaluated | NotApplicable;

export interface Evaluation {
  contentVersion: string;
  /** over everything that can change an output: the rules, and the site protocol when one is in use */
  contentHash: string;
  outcomes: Outcome[];
}

/** A reference to a document as a card shows it; `verification` is that of the row or statement, not of the whole document. */
export function cite(id: SourceId, section?: string, verification?: Verification): SourceReference {
  const { title, date, link, verification: ofDocument } = sourceOf(id);
  const reference: SourceReference = { id, title, date, verification: verification ?? ofDocument };
  if (section !== undefined) reference.section = section;
  if (link !== undefined) reference.link = link;
  return reference;
}

type Draft = Pick<Card, 'rule' | 'row' | 'summary' | 'sources'> & Partial<Card> & { notes?: readonly string[] };

/** A card with what most cards have: informative, no options, no inputs named. Notes become the lines of the detail. */
export function cardWith(draft: Draft): Card {
  const { rule, row, summary, sources, notes = [], branches } = draft;
  const { indicator = 'info', detail = notes.join('\n'), options = [], basis = [] } = draft;
  // written out: copying by spread was a tenth of an evaluation
  const card: Card = { kind: 'card', rule, row, indicator, summary, detail, options, basis, sources };
  if (branches !== undefined) card.branches = branches;
  return card;
}

export function notApplicable(rule: RuleId, reason: string): NotApplicable {
  return { kind: 'not-applicable', rule, reason };
}

export function notEvaluated(rule: RuleId, missing: readonly InputName[], reason?: string): NotEvaluated {
  const outcome: NotEvaluated = { kind: 'not-evaluated', rule, missing: [...missing] };
  if (reason !== undefined) outcome.reason = reason;
  return outcome;
}
