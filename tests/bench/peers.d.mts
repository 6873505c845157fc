import type { Decision, DecisionCase, NeutralRule } from './us-dose-decision.ts';

/** An engine that holds the rules; what can be prepared once is prepared when it is made. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  readonly decide: (given: DecisionCase) => Decision | Promise<Decision>;
}

export function jsonLogic(rules: readonly NeutralRule[]): Peer;
export function jsonRulesEngine(rules: readonly NeutralRule[]): Peer;
export function cqlExecution(rules: readonly NeutralRule[]): Peer;
