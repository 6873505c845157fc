/** What the views share about cards, and about the dose cards of which each source has one. */
import { DOSE_TABLES } from '../../rules/dose-modification/index.ts';
import type { Card, Option, Outcome } from '../../rules/outcome.ts';

/** The cards among the outcomes, in their order. */
export function cardsOf(outcomes: readonly Outcome[]): Card[] {
  return outcomes.filter((outcome): outcome is Card => outcome.kind === 'card');
}

/** The id of the source whose dose card this is. */
export function sourceIdOf(card: Card): string {
  return card.rule.slice(card.rule.lastIndexOf('/') + 1);
}

/** What the source itself offers; steps that another source adds to its card are not its answer. */
export function ownOptions(card: Card): Option[] {
  return card.options.filter(({ source }) => source === sourceIdOf(card));
}

/** Short name of a source of doses, e.g. 'US label'; other sources keep their id. */
export function sourceName(id: string): string {
  return DOSE_TABLES.find(({ source }) => source === id)?.name ?? id;
}
