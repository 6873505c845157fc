/**
 * The rules beside three rule engines that hold the same rows, and `evaluate` on a full context: how long one takes, and
 * whether the heap stays flat over very many.
 */
import { heapOverEvaluations, timeEvaluate } from './evaluate.ts';
import { type Contestant, interleaved } from './interleaved.ts';
import { cqlExecution, jsonLogic, jsonRulesEngine, type Peer } from './peers.mjs';
import { contextOf, type Decision, decide, decisionCases, neutralRules } from './us-dose-decision.ts';

/** How many times faster than each engine the rules have to be; how long one evaluation may take; what all may leave behind. */
const TARGETS = {
  timesFaster: { 'json-logic-js': 3, 'json-rules-engine': 50, 'cql-execution': 50 } as Record<string, number>,
  evaluateMedianUs: 100,
  heapGrownBytes: 2 ** 20,
};

const cases = decisionCases();
const contexts = cases.map(contextOf);

const inWords = ({ row, action, dosePerBsa, frequency }: Decision) =>
  JSON.stringify([row, action, dosePerBsa, frequency]);

/** @throws Error with the first combination on which an engine and the rules differ */
async function assertEqualAnswers(peers: readonly Peer[]): Promise<void> {
  for (const peer of peers) {
    for (const [index, given] of cases.entries()) {
      const ours = inWords(decide(contexts[index] as (typeof contexts)[number]));
      const theirs = inWords(await peer.decide(given));
      if (ours !== theirs) throw new Error(`${JSON.stringify(given)}: the rules say ${ours}, ${peer.name} ${theirs}`);
    }
  }
}

function rulesContestant(): Contestant {
  let next = 0;
  return {
    name: 'rules/',
    run(times) {
      let characters = 0;
      for (let i = 0; i < times; i++) {
        characters += decide(contexts[next] as (typeof contexts)[number]).row.length;
        next = (next + 1) % contexts.length;
      }
      return characters;
    },
  };
}

function peerContestant({ name, decide: decideLikeThem }: Peer): Contestant {
  let next = 0;
  const given = () => {
    const one = cases[next] as (typeof cases)[number];
    next = (next + 1) % cases.length;
    return one;
  };
  const isAsync = decideLikeThem(given()) instanceof Promise;
  return {
    name,
    // An engine that answers at once is not made to wait for a promise.
    run: isAsync
      ? async (times) => {
          let characters = 0;
          for (let i = 0; i < times; i++) characters += (await decideLikeThem(given())).row.length;
          return characters;
        }
      : (times) => {
          let characters = 0;
          for (let i = 0; i < times; i++) characters += (decideLikeThem(given()) as Decision).row.length;
          return characters;
        },
  };
}

/** Measures the rules. @param evaluations of the endurance part @throws Error where an engine gives another answer */
export async function measureRules(evaluations: number, progress: (line: string) => void) {
  const rules = neutralRules();
  const peers = [jsonLogic(rules), jsonRulesEngine(rules), cqlExecution(rules)];
  progress(`equal answers over ${cases.length.toLocaleString('en')} combinations`);
  await assertEqualAnswers(peers);
  progress('the US dose decision, interleaved rounds');
  const [ours, ...theirs] = await interleaved([rulesContestant(), ...peers.map(peerContestant)]);
  const decision = theirs.map((timing, index) => {
    const target = TARGETS.timesFaster[timing.name] ?? 1;
    return { ...timing, version: peers[index]?.version, target, met: timing.timesTheFirst >= target };
  });
  progress('evaluate on a full context');
  const full = timeEvaluate();
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error('the heap cannot be measured: node --expose-gc scripts/bench.ts');
  const heap = heapOverEvaluations(evaluations, () => void collect(), progress);
  return {
    combinations: cases.length,
    rules: { function: 'caseFacts + US_PI.lookUp + applyRow', medianUs: ours?.medianUs },
    peers: decision,
    evaluate: { ...full, target: TARGETS.evaluateMedianUs, met: full.medianUs < TARGETS.evaluateMedianUs },
    heap: { ...heap, target: TARGETS.heapGrownBytes, met: heap.grownBytes < TARGETS.heapGrownBytes },
  };
}

export type RulesResult = Awaited<ReturnType<typeof measureRules>>;

export const rulesMet = ({ peers, evaluate, heap }: RulesResult): boolean =>
  [...peers, evaluate, heap].every(({ met: reached }) => reached);

const met = (yes: boolean) => (yes ? 'met' : 'MISSED');
const us = (value: number | undefined) => `${(value ?? Number.NaN).toFixed(2).padStart(9)} µs`;
const megabytes = (bytes: number | undefined) => `${((bytes ?? Number.NaN) / 2 ** 20).toFixed(2)} MB`;

/** The same to read. */
export function readableRules({ combinations, rules, peers, evaluate: full, heap }: RulesResult): string {
  return [
    `US dose decision: grade × pain × phase × order → applied row. ${combinations} combinations, equal answers from all.`,
    `  ${'rules/'.padEnd(26)}${us(rules.medianUs)}`,
    ...peers.map(({ name, version, medianUs, timesTheFirst, ratioRange: [least, most], target, met: reached }) => {
      const range = `${least.toFixed(1)} to ${most.toFixed(1)}`;
      return `  ${`${name} ${version}`.padEnd(26)}${us(medianUs)}  ${timesTheFirst.toFixed(1).padStart(6)} times ours (${range}); target ${target}: ${met(reached)}`;
    }),
    `  ours: ${rules.function}, words of the options included`,
    '',
    `evaluate, full context, ${full.outcomes} outcomes`,
    `  median ${us(full.medianUs).trim()}, 99th percentile ${us(full.p99Us).trim()}; target under ${full.target} µs: ${met(full.met)}`,
    `  ${heap.evaluations.toLocaleString('en')} evaluations: heap ${megabytes(heap.heapUsed[0])} before, ${megabytes(heap.heapUsed[1])} after a tenth, ${megabytes(heap.heapUsed[10])} after all; target under ${megabytes(heap.target)} of growth: ${met(heap.met)}`,
  ].join('\n');
}
