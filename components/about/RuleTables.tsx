import { PHASES } from '../../rules/clinical-context.ts';
import type { Condition, InputValue } from '../../rules/decision-table.ts';
import type { DoseTable } from '../../rules/dose-modification/dose-table.ts';
import { DOSE_TABLES } from '../../rules/dose-modification/index.ts';
import { tierInWords, verificationInWords } from '../advice/action-words.ts';
import { asKey, t } from '../words.ts';
import { NamedRows } from './NamedRows.tsx';

/** The decision tables as the rules hold them, one for each source, every row with its wording and its mark. */
export function RuleTables() {
  return DOSE_TABLES.map((table) => (
    <section key={table.source} aria-labelledby={`table-${table.source}`}>
      <h3 id={`table-${table.source}`}>{table.name}</h3>
      <p className="small">
        {t('about.tables.about', {
          tier: tierInWords(table.tier),
          section: table.section,
          grading: table.grading ?? t('about.tables.scaleNotStated'),
          restart: table.restartWhen ?? t('about.tables.restartNotSeen'),
        })}
      </p>
      <NamedRows
        caption={t('about.tables.caption', { source: table.name })}
        head={[t('about.tables.when'), t('about.tables.says'), t('about.tables.checked')]}
        rows={table.rows.map((row) => rowOf(row))}
      />
    </section>
  ));
}

function rowOf({ id, when, output }: DoseTable['rows'][number]): { key: string; cells: string[] } {
  const conditions = when.map(inWords).join(t('about.tables.rowsOr'));
  return { key: id, cells: [conditions, output.gist, verificationInWords(output.verification)] };
}

const INPUT_WORDS: Readonly<Record<string, (values: readonly InputValue[]) => string>> = {
  grade: (values) =>
    values.length > 2
      ? t('about.tables.gradeRange', { from: String(values[0]), to: String(values.at(-1)) })
      : t('about.tables.grade', { grades: values.join(t('about.tables.or')) }),
  pain: ([value]) => t(value === true ? 'about.tables.withPain' : 'about.tables.withoutPain'),
  severeAutonomic: ([value]) => t(value === true ? 'about.tables.severeAutonomic' : 'about.tables.noSevereAutonomic'),
  phase: (values) => values.map(phaseInWords).join(t('about.tables.or')),
};

function phaseInWords(value: InputValue): string {
  const phase = PHASES.find((known) => known === value);
  return phase ? t(`about.tables.phase.${asKey(phase)}`) : String(value);
}

/** A condition of a row, e.g. 'grade 2, with pain, on treatment'. An input with several values of two matches either. */
function inWords(condition: Condition): string {
  return Object.entries(condition)
    .map(([input, values]) => INPUT_WORDS[input]?.(values) ?? `${input} ${values.join(t('about.tables.or'))}`)
    .join(', ');
}
