/**
 * `npm run bench`: the rules beside three rule engines that hold the same rows; the reader in real Chromium beside libraries
 * that look through pages; the panel; working sessions in two EHRs with the extension and without; how costs grow.
 * A readable page on standard output, or JSON with `-- --json`; progress on standard error; both are kept in
 * docs/performance.md with machine and versions. Exit 1 when an engine gives another answer than the rules, or when a
 * figure misses its target.
 *
 *   -- --parts rules,reader   only these parts; the page keeps what it has of the others
 *   -- --evaluations N        a shorter endurance part
 *   -- --seconds N --pairs N  shorter or fewer working sessions
 */
import path from 'node:path';
import { measureGrowth, readableGrowth } from '../tests/bench/growth/measure.ts';
import { plotOf } from '../tests/bench/growth/plot.mjs';
import { measurePanel, readablePanel } from '../tests/bench/panel.ts';
import { measureReader } from '../tests/bench/reader/measure.ts';
import { allMet, judged, readable } from '../tests/bench/reader/report.ts';
import { measureRules, readableRules, rulesMet } from '../tests/bench/rules.ts';
import { measureSessions } from '../tests/bench/session/measure.ts';
import { judgedSessions, readableSessions } from '../tests/bench/session/report.ts';
import { argumentsOf } from './command-line.ts';
import { keepPerformance, machine } from './performance-page.ts';
import { weighed } from './size-budget.ts';

const { values: options } = argumentsOf(import.meta.url, {
  options: {
    json: { type: 'boolean', default: false },
    parts: { type: 'string', default: 'rules,reader,panel,sessions,growth' },
    evaluations: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '60' },
    pairs: { type: 'string', default: '3' },
  },
});
const progress = (line: string) => process.stderr.write(`${line}\n`);

interface Part {
  result: unknown;
  text: string;
  met: boolean;
  /** by file name */
  pictures?: Record<string, string>;
}

const PARTS: Record<string, () => Promise<Part>> = {
  async rules() {
    const result = await measureRules(Number(options.evaluations), progress);
    return { result, text: readableRules(result), met: rulesMet(result) };
  },
  async reader() {
    const result = judged(await measureReader(progress));
    return { result, text: readable(result), met: allMet(result) };
  },
  async panel() {
    const figures = await measurePanel(progress);
    const sizes = weighed(path.join(import.meta.dirname, '../.output/chrome-mv3'));
    const lines = sizes.map(
      ({ part, size, most, met }) =>
        `  ${part.padEnd(52)}${(size / 1000).toFixed(1).padStart(7)} kB gzip; at most ${most / 1000}: ${met ? 'met' : 'MISSED'}`,
    );
    const text = [readablePanel(figures), 'What is loaded, Chromium (each with what is before it)', ...lines].join(
      '\n',
    );
    return { result: { figures, sizes }, text, met: [...figures, ...sizes].every(({ met }) => met) };
  },
  async sessions() {
    const [seconds, pairs] = [Number(options.seconds), Number(options.pairs)];
    const result = judgedSessions(await measureSessions({ seconds, pairs, progress }));
    return { result, text: readableSessions(result), met: result.every(({ met }) => met) };
  },
  async growth() {
    const result = await measureGrowth(progress);
    const pictures = Object.fromEntries(result.map((curve) => [`growth-${curve.id}.svg`, plotOf(curve)]));
    return { result, text: readableGrowth(result), met: result.every(({ met }) => met), pictures };
  },
};

const named = options.parts.split(',');
const unknown = named.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) {
  progress(`no part "${unknown}"; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

const results: Record<string, unknown> = { machine: machine() };
for (const name of named) {
  const { result, text, met, pictures = {} } = await (PARTS[name] as () => Promise<Part>)();
  results[name] = result;
  keepPerformance({ name, result, text, pictures });
  if (!options.json) process.stdout.write(`${text}\n\n`);
  if (!met) process.exitCode = 1;
}
if (options.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
