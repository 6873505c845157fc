/** The dose cards: one per source, in a fixed order (US label first: the primary tier), then the comparison. */
import type { CaseFacts } from '../case-facts.ts';
import type { Outcome } from '../outcome.ts';
import { ASH_EDUCATION } from './ash-education.ts';
import { compareSources } from './compare-sources.ts';
import type { DoseTable } from './dose-table.ts';
import { EU_SMPC } from './eu-smpc.ts';
import { evaluateSource } from './evaluate-source.ts';
import { IMWG_2012 } from './imwg-2012.ts';
import { REFERENCE_ARTICLE } from './reference-article.ts';
import { US_PI } from './us-pi.ts';

export const DOSE_TABLES: readonly DoseTable[] = [US_PI, EU_SMPC, IMWG_2012, ASH_EDUCATION, REFERENCE_ARTICLE];

export function doseModification(facts: CaseFacts): Outcome[] {
  const cards = DOSE_TABLES.map((table) => evaluateSource(table, facts));
  return [...cards, compareSources(DOSE_TABLES, cards, facts)];
}
