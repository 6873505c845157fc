/**
 * Every different answer that the rules other than the dose tables give over the worked cases and over values at and
 * beside each limit, as a text to read through: tests/rules/every-outcome.txt. A change of any word, number, source or
 * reason shows there as a difference to be reviewed; `vitest -u` writes it anew once it has been.
 */
import { expect, it } from 'vitest';
import { evaluate } from '../../rules/index.ts';
import type { Branch, Option, Outcome, SourceReference } from '../../rules/outcome.ts';
import { type Limit, limits } from './limits.ts';
import { contextGiven, WORKED_CASES } from './worked-cases.ts';

const optionText = ({ action, tier, source, verification, label, ...numbers }: Option): string =>
  `- ${action} [${tier} ${source} ${verification}]: ${label}${Object.keys(numbers).length > 0 ? ` ${JSON.stringify(numbers)}` : ''}`;

const branchText = ({ when, row, summary, options }: Branch): string[] => [
  `if ${when} (${row}): ${summary}`,
  ...options.map((option) => `  ${optionText(option)}`),
];

const sourceText = ({ id, section, verification }: SourceReference): string =>
  `${id}${section === undefined ? '' : ` ${section}`} [${verification}]`;

/** Lines that cards of one rule share, each told once and named by its number. */
class Notes {
  readonly #all: string[] = [];
  numberOf(note: string): number {
    const known = this.#all.indexOf(note);
    return 1 + (known >= 0 ? known : this.#all.push(note) - 1);
  }
  lines(): string[] {
    return this.#all.map((note, index) => `  (${index + 1}) ${note}`);
  }
}

function linesOf(outcome: Outcome, notes: Notes): string[] {
  if (outcome.kind === 'not-applicable') return [`does not apply: ${outcome.reason}`];
  const numbers = (lines: readonly string[]) => lines.map((line) => `(${notes.numberOf(line)})`).join(' ');
  const branches = (outcome.branches ?? []).flatMap(branchText);
  if (outcome.kind === 'not-evaluated') {
    const sources = outcome.sources?.map(sourceText) ?? [];
    return [
      `not evaluated, needs ${outcome.missing.join(', ')}${outcome.reason === undefined ? '' : `: ${outcome.reason}`}`,
      ...branches,
      ...(sources.length > 0 ? [`sources ${numbers(sources)}`] : []),
    ];
  }
  return [
    `${outcome.row} (${outcome.indicator}): ${outcome.summary}`,
    ...outcome.options.map(optionText),
    ...branches,
    `because ${outcome.basis.map(({ input, value }) => `${input} = ${value}`).join('; ') || 'always'}; says ${numbers(
      outcome.detail.split('\n').filter((line) => line !== ''),
    )}; sources ${numbers(outcome.sources.map(sourceText))}`,
  ];
}

const familyOf = (rule: string): string => rule.split('/')[0] ?? rule;

function everyOutcome(all: readonly Limit[]): string {
  const rules = new Map<string, { said: Set<string>; notes: Notes }>();
  for (const { about, context } of all)
    for (const outcome of evaluate(context).outcomes) {
      // the dose tables have a text of their own (applied-rows.txt)
      if (!about.includes(familyOf(outcome.rule)) || outcome.rule.startsWith('dose-modification/')) continue;
      const { said, notes } = rules.get(outcome.rule) ?? { said: new Set(), notes: new Notes() };
      rules.set(outcome.rule, { said, notes });
      const [first, ...rest] = linesOf(outcome, notes);
      said.add([`  ${first}`, ...rest.map((line) => `    ${line}`)].join('\n'));
    }
  return [...rules.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { said, notes }]) => [rule, ...notes.lines(), ...[...said].sort(), ''].join('\n'))
    .join('\n')
    .replaceAll('\u00A0', ' ');
}

it('is what was reviewed', async () => {
  const cases = WORKED_CASES.map((worked) => ({
    about: worked.expected.map(({ rule }) => familyOf(rule)),
    context: contextGiven(worked),
  }));
  await expect(everyOutcome([...cases, ...limits()])).toMatchFileSnapshot('./every-outcome.txt');
});
