import type { Condition, InputValue } from '../../rules/decision-table.ts';
import type { DoseTable } from '../../rules/dose-modification/dose-table.ts';
import { DOSE_TABLES } from '../../rules/dose-modification/index.ts';
import { TIER_WORDS, VERIFICATION_WORDS } from '../advice/action-words.ts';
import { NamedRows } from './NamedRows.tsx';

/** The decision tables as the rules hold them, one for each source, every row with its wording and its mark. */
export function RuleTables() {
  return DOSE_TABLES.map((table) => (
    <section key={table.source} aria-labelledby={`table-${table.source}`}>
      <h3 id={`table-${table.source}`}>{table.name}</h3>
      <p className="small">
        {TIER_WORDS[table.tier]}, section {table.section}. Grades: {table.grading ?? 'scale not stated'}. Restart when:{' '}
        {table.restartWhen ?? 'not seen'}.
      </p>
      <NamedRows
        caption={`Decision table of ${table.name}`}
        head={['When', 'What the source says', 'Checked']}
        rows={table.rows.map((row) => rowOf(row))}
      />
    </section>
  ));
}

function rowOf({ id, when, output }: DoseTable['rows'][number]): { key: string; cells: string[] } {
  return { key: id, cells: [when.map(inWords).join('; or '), output.gist, VERIFICATION_WORDS[output.verification]] };
}

const PHASE_WORDS: Readonly<Record<string, string>> = {
  'on-treatment': 'on treatment',
  'held-not-recovered': 'held, not recovered',
  'held-recovered': 'held, recovered',
};

const INPUT_WORDS: Readonly<Record<string, (values: readonly InputValue[]) => string>> = {
  grade: (values) => `grade ${values.length > 2 ? `${values[0]} to ${values.at(-1)}` : values.join(' or ')}`,
  pain: ([value]) => (value === true ? 'with pain' : 'without pain'),
  severeAutonomic: ([value]) => (value === true ? 'severe autonomic neuropathy' : 'no severe autonomic neuropathy'),
  phase: (values) => values.map((value) => PHASE_WORDS[String(value)] ?? String(value)).join(' or '),
};

/** A condition of a row, e.g. 'grade 2, with pain, on treatment'. An input with several values of two matches either. */
function inWords(condition: Condition): string {
  return Object.entries(condition)
    .map(([input, values]) => INPUT_WORDS[input]?.(values) ?? `${input} ${values.join(' or ')}`)
    .join(', ');
}
