/** The dose cards: one per source, in a fixed order (US label first: the primary tier), then the comparison. */
import type { CaseFacts } from '../case-facts.ts';
import type { Outcome } from '../outcome.ts';
import type { SourceId } from '../sources.ts';
import { ASH_EDUCATION } from './ash-education.ts';
import { compareSources } from './compare-sources.ts';
import type { DoseTable } from './dose-table.ts';
import { EU_SMPC } from './eu-smpc.ts';
import { evaluateSource } from './evaluate-source.ts';
import { IMWG_2012 } from './imwg-2012.ts';
import { REFERENCE_ARTICLE } from './reference-article.ts';
import { US_PI } from './us-pi.ts';

export const DOSE_TABLES: readonly DoseTable[] = [US_PI, EU_SMPC, IMWG_2012, ASH_EDUCATION, REFERENCE_ARTICLE];

const EU_FIRST: readonly DoseTable[] = [EU_SMPC, ...DOSE_TABLES.filter((table) => table !== EU_SMPC)];

/** The cards of all sources, the primary one first, and their comparison. */
export function doseModification(facts: CaseFacts, primary: SourceId = US_PI.source): Outcome[] {
  const tables = primary === EU_SMPC.source ? EU_FIRST : DOSE_TABLES;
  const cards = tables.map((table) => evaluateSource(table, facts));
  return [...cards, compareSources(tables, cards, facts)];
}
