/** Short ways to write a clinical context in a test, and to find one outcome of its evaluation. */
import { type ClinicalContext, evaluate, parseContext } from '../../rules/index.ts';
import type { Action, Card, NotEvaluated, Option, Outcome } from '../../rules/outcome.ts';

type Parts = {
  order?: Partial<ClinicalContext['order']>;
  assessment?: ClinicalContext['assessment'];
  patient?: ClinicalContext['patient'];
  setting?: ClinicalContext['setting'];
};

/** A context that has been through the schema, like every context that the rules see. */
export function contextOf({ order, ...rest }: Parts): ClinicalContext {
  const parsed = parseContext({ order: { drug: 'bortezomib', ...order }, ...rest });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

export const outcomesOf = (parts: Parts): Outcome[] => evaluate(contextOf(parts)).outcomes;

export function outcomeOf(parts: Parts, rule: string): Outcome {
  const found = outcomesOf(parts).filter((outcome) => outcome.rule === rule);
  if (found.length !== 1) throw new Error(`${found.length} outcomes of ${rule}`);
  return found[0] as Outcome;
}

export function cardOf(parts: Parts, rule = 'dose-modification/us-pi'): Card {
  const outcome = outcomeOf(parts, rule);
  if (outcome.kind !== 'card') throw new Error(`${rule} is ${JSON.stringify(outcome)}`);
  return outcome;
}

export function notEvaluatedOf(parts: Parts, rule = 'dose-modification/us-pi'): NotEvaluated {
  const outcome = outcomeOf(parts, rule);
  if (outcome.kind !== 'not-evaluated') throw new Error(`${rule} is ${JSON.stringify(outcome)}`);
  return outcome;
}

/** All options of an outcome, those of its branches included. */
export function optionsOf(outcome: Outcome): Option[] {
  if (outcome.kind === 'not-applicable') return [];
  const own = outcome.kind === 'card' ? outcome.options : [];
  return [...own, ...(outcome.branches ?? []).flatMap((branch) => branch.options)];
}

export const actionsOf = (outcome: { options: Option[] }): Action[] => outcome.options.map((option) => option.action);
