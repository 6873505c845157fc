/** All rules over one case, in a fixed order. */
import { type CaseFacts, caseFacts } from './case-facts.ts';
import { checks } from './checks.ts';
import type { ClinicalContext } from './clinical-context.ts';
import { CONTENT_HASH, CONTENT_VERSION } from './content-identity.ts';
import { doseChecks } from './dose-check/index.ts';
import { doseModification } from './dose-modification/index.ts';
import { interactions } from './interactions.ts';
import { investigational, monitoring } from './monitoring.ts';
import type { Evaluation, Outcome } from './outcome.ts';
import { recovery } from './recovery.ts';
import { redFlags } from './red-flags.ts';
import { riskFactors } from './risk-factors.ts';
import { subcutaneousRoute, weeklySchedule } from './route-and-schedule.ts';
import { selfCare } from './self-care.ts';
import { type SiteProtocol, siteProtocolCard, withLocalNotes } from './site-protocol.ts';
import { supplements } from './supplements.ts';
import { symptomTreatment } from './symptom-treatment/index.ts';

/** All rules in a fixed order: red flags outrank the dose, what cannot be ordered comes last. */
function outcomesOf(facts: CaseFacts, protocol: SiteProtocol | undefined): Outcome[] {
  const site = protocol?.document;
  const bands = site?.toleranceBandsPercent;
  return [
    ...redFlags(facts),
    ...doseModification(facts, site?.primarySource),
    ...(protocol === undefined ? [] : [siteProtocolCard(protocol, facts)]),
    subcutaneousRoute(facts),
    weeklySchedule(facts),
    ...doseChecks(facts, bands),
    ...interactions(facts),
    ...symptomTreatment(facts, site?.analgesicOrder),
    ...checks(facts),
    ...riskFactors(facts),
    ...supplements(facts),
    selfCare(facts),
    recovery(facts),
    monitoring(facts),
    investigational(),
  ];
}

/**
 * Every outcome for this case. The context has been through `parseContext`, the protocol through `loadProtocol`.
 * The content hash covers both the rules and the protocol.
 */
export function evaluate(context: ClinicalContext, protocol?: SiteProtocol): Evaluation {
  const outcomes = outcomesOf(caseFacts(context), protocol);
  return {
    contentVersion: CONTENT_VERSION,
    contentHash: protocol?.hash ?? CONTENT_HASH,
    outcomes: protocol === undefined ? outcomes : withLocalNotes(protocol, outcomes),
  };
}
