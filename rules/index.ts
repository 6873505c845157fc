/**
 * The only door of the rule module: a clinical context in, an evaluation out.
 * Pure and deterministic: the same context gives the same bytes, in any process.
 */
import { caseFacts } from './case-facts.ts';
import type { ClinicalContext } from './clinical-context.ts';
import { CONTENT_HASH, CONTENT_VERSION } from './content-identity.ts';
import { doseModification } from './dose-modification/index.ts';
import type { Evaluation } from './outcome.ts';

export type { ClinicalContext, Frequency, OrderStatus, Phase, Route, Scale } from './clinical-context.ts';
export { FREQUENCIES, ORDER_STATUSES, PHASES, ROUTES, SCALES } from './clinical-context.ts';
export { CONTENT_HASH, CONTENT_VERSION, REVIEW_STATUS } from './content-identity.ts';
export { DEFAULT_SCALE, GRADE_WORDINGS, INSTRUMENTAL_ACTIVITIES, SELF_CARE } from './grading.ts';
export type * from './outcome.ts';
export { type Fault, type ParsedContext, parseContext } from './parse-context.ts';
export * from './quantity-text.ts';
export { SOURCES, type Source, type SourceId, sourceOf, type Verification } from './sources.ts';

/** Every outcome for this case, in the fixed order of the specification. The context has been through `parseContext`. */
export function evaluate(context: ClinicalContext): Evaluation {
  const facts = caseFacts(context);
  return { contentVersion: CONTENT_VERSION, contentHash: CONTENT_HASH, outcomes: doseModification(facts) };
}
