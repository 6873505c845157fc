/**
 * The only door of the rule module: a clinical context in, an evaluation out.
 * Pure and deterministic: the same context gives the same bytes, in any process.
 */
export type { ClinicalContext, Frequency, OrderStatus, Phase, Route, Scale } from './clinical-context.ts';
export { FREQUENCIES, ORDER_STATUSES, PHASES, ROUTES, SCALES } from './clinical-context.ts';
export { CONTENT_HASH, CONTENT_VERSION, REVIEW_STATUS } from './content-identity.ts';
export { evaluate } from './evaluate.ts';
export { DEFAULT_SCALE, GRADE_WORDINGS, INSTRUMENTAL_ACTIVITIES, SELF_CARE } from './grading.ts';
export { MONITORING_QUESTIONS } from './monitoring.ts';
export type * from './outcome.ts';
export { type Fault, type ParsedContext, parseContext } from './parse-context.ts';
export * from './quantity-text.ts';
export { RECOVERY_TRIALS } from './recovery.ts';
export { RED_FLAG_GROUPS, type RedFlag, type RedFlagGroup } from './red-flags.ts';
export { type EvaluationRecord, type Replay, recordOf, replay } from './replay.ts';
export { SELF_CARE_ADVICE } from './self-care.ts';
export { type LoadedProtocol, loadProtocol, type SiteProtocol } from './site-protocol.ts';
export { SOURCES, type Source, type SourceId, sourceOf, type Verification } from './sources.ts';
export { STATEMENTS, type Statement } from './statements.ts';
