/**
 * `npm run bench`: the rules beside three rule engines that hold the same rows, `evaluate` on a full context, and the
 * reader in real Chromium beside libraries that look through pages, and the panel beside the demo EHR.
 * A readable page on standard output, or JSON with `-- --json`; progress on standard error. Exit 1 when an engine gives
 * another answer than the rules, or when a figure misses its target. `-- --evaluations N` shortens the endurance part.
 */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { heapOverEvaluations, timeEvaluate } from '../tests/bench/evaluate.ts';
import { type Contestant, interleaved } from '../tests/bench/interleaved.ts';
import { measurePanel, readablePanel } from '../tests/bench/panel.ts';
import { cqlExecution, jsonLogic, jsonRulesEngine, type Peer } from '../tests/bench/peers.mjs';
import { measureReader } from '../tests/bench/reader/measure.ts';
import { allMet, judged, readable } from '../tests/bench/reader/report.ts';
import { contextOf, type Decision, decide, decisionCases, neutralRules } from '../tests/bench/us-dose-decision.ts';

/** How many times faster than each engine the rules have to be; how long one evaluation may take; what all may leave behind. */
const TARGETS = {
  timesFaster: { 'json-logic-js': 3, 'json-rules-engine': 50, 'cql-execution': 50 } as Record<string, number>,
  evaluateMedianUs: 100,
  heapGrownBytes: 2 ** 20,
};

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, evaluations: { type: 'string', default: '1000000' } },
});
const progress = (line: string) => process.stderr.write(`${line}\n`);

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
const evaluateTiming = timeEvaluate();
const collect = globalThis.gc;
if (collect === undefined) throw new Error('the heap cannot be measured: node --expose-gc scripts/bench.ts');
const heap = heapOverEvaluations(Number(options.evaluations), () => void collect(), progress);

const reader = judged(await measureReader(progress));
const panel = await measurePanel(progress);

const result = {
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  },
  usDoseDecision: {
    combinations: cases.length,
    equalAnswers: true,
    rules: { function: 'caseFacts + US_PI.lookUp + applyRow', medianUs: ours?.medianUs },
    peers: decision,
  },
  evaluate: {
    ...evaluateTiming,
    target: TARGETS.evaluateMedianUs,
    met: evaluateTiming.medianUs < TARGETS.evaluateMedianUs,
  },
  heap: { ...heap, target: TARGETS.heapGrownBytes, met: heap.grownBytes < TARGETS.heapGrownBytes },
  reader,
  panel,
};

const met = (yes: boolean) => (yes ? 'met' : 'MISSED');
const us = (value: number | undefined) => `${(value ?? Number.NaN).toFixed(2).padStart(9)} µs`;
const megabytes = (bytes: number | undefined) => `${((bytes ?? Number.NaN) / 2 ** 20).toFixed(2)} MB`;

function page(): string {
  const { machine, evaluate: full } = result;
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; Node ${machine.node}, ${machine.platform}`,
    '',
    `US dose decision: grade × pain × phase × order → applied row. ${cases.length} combinations, equal answers from all.`,
    `  ${'rules/'.padEnd(26)}${us(ours?.medianUs)}`,
    ...decision.map(({ name, version, medianUs, timesTheFirst, ratioRange: [least, most], target, met: reached }) => {
      const range = `${least.toFixed(1)} to ${most.toFixed(1)}`;
      return `  ${`${name} ${version}`.padEnd(26)}${us(medianUs)}  ${timesTheFirst.toFixed(1).padStart(6)} times ours (${range}); target ${target}: ${met(reached)}`;
    }),
    `  ours: ${result.usDoseDecision.rules.function}, words of the options included`,
    '',
    `evaluate, full context, ${full.outcomes} outcomes`,
    `  median ${us(full.medianUs).trim()}, 99th percentile ${us(full.p99Us).trim()}; target under ${full.target} µs: ${met(full.met)}`,
    `  ${heap.evaluations.toLocaleString('en')} evaluations: heap ${megabytes(heap.heapUsed[0])} before, ${megabytes(heap.heapUsed[1])} after a tenth, ${megabytes(heap.heapUsed[10])} after all; target under ${megabytes(TARGETS.heapGrownBytes)} of growth: ${met(result.heap.met)}`,
    '',
    readable(reader),
    '',
    readablePanel(panel),
  ].join('\n');
}

process.stdout.write(`${options.json ? JSON.stringify(result, null, 2) : page()}\n`);
const rulesMet = [...decision, result.evaluate, result.heap].every(({ met: reached }) => reached);
if (!rulesMet || !allMet(reader) || !panel.every(({ met: reached }) => reached)) process.exitCode = 1;
