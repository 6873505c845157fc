/** Replay: the inputs of an evaluation with the identity of its content, from which the same bytes come again. */
import type { ClinicalContext } from './clinical-context.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './outcome.ts';
import type { SiteProtocol } from './site-protocol.ts';

/** What has to be kept of an evaluation to reproduce it. It holds patient values: keeping it is the hospital's decision. */
export interface EvaluationRecord {
  readonly context: ClinicalContext;
  readonly contentVersion: string;
  readonly contentHash: string;
}

export function recordOf(context: ClinicalContext, { contentVersion, contentHash }: Evaluation): EvaluationRecord {
  return { context, contentVersion, contentHash };
}

export type Replay =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly reason: string };

/** The evaluation of a record, or why this content is not the one that it came from: then nothing is reproduced. */
export function replay(record: EvaluationRecord, protocol?: SiteProtocol): Replay {
  const evaluation = evaluate(record.context, protocol);
  if (evaluation.contentHash !== record.contentHash || evaluation.contentVersion !== record.contentVersion) {
    return {
      ok: false,
      reason: `recorded with content ${record.contentVersion} (${record.contentHash}), this is ${evaluation.contentVersion} (${evaluation.contentHash})`,
    };
  }
  return { ok: true, evaluation };
}
