/**
 * Writes docs/clinical/ from the rules: the tables, sources and statements as a clinician reads them, and a list to sign.
 * Nothing in that folder is written by hand; a test fails when it no longer says what the rules say.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Condition } from '../rules/decision-table.ts';
import type { DoseTable, RowInstruction } from '../rules/dose-modification/dose-table.ts';
import { DOSE_TABLES } from '../rules/dose-modification/index.ts';
import {
  CONTENT_VERSION,
  GRADE_WORDINGS,
  RED_FLAG_GROUPS,
  REVIEW_STATUS,
  SOURCES,
  STATEMENTS,
} from '../rules/index.ts';
import { INTERACTIONS } from '../rules/interactions.ts';
import { DRUGS } from '../rules/medications.ts';
import { REGIMENS } from '../rules/regimens.ts';
import { SUPPLEMENTS } from '../rules/supplements.ts';
import { SYMPTOM_DRUGS } from '../rules/symptom-treatment/index.ts';
import type { LabelDosing } from '../rules/symptom-treatment/symptom-drug.ts';

export const FOLDER = join(fileURLToPath(new URL('..', import.meta.url)), 'docs', 'clinical');

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const cell = (text: string) => plain(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const page = (title: string, ...parts: string[]) =>
  [
    `# ${title}`,
    `Generated from the rules, content version ${CONTENT_VERSION}. ${REVIEW_STATUS} Changes are made in \`rules/\`; then \`npx node scripts/generate-clinical-docs.ts\`.`,
    ...parts,
    '',
  ].join('\n\n');

const conditionText = (condition: Condition) =>
  Object.entries(condition)
    .map(([input, values]) => `${input} ${values.join(' or ')}`)
    .join(', ');

function instructionText(instruction: RowInstruction): string {
  const orders = instruction.orders === undefined ? '' : ` (orders ${instruction.orders.replaceAll('-', ' ')})`;
  switch (instruction.do) {
    case 'dose':
      return `${instruction.dosePerBsa} mg/m²${orders}`;
    case 'weekly':
      return `once weekly at ${instruction.dosePerBsa === undefined ? 'the same dose' : `${instruction.dosePerBsa} mg/m²`}${orders}`;
    case 'reduce-by':
      return `${instruction.percent} % lower${orders}`;
    case 'withhold':
    case 'restart': {
      const { dosePerBsa, percentOfOrder, weekly } = instruction.restart;
      const dose = dosePerBsa === undefined ? `${percentOfOrder} % of the dose` : `${dosePerBsa} mg/m²`;
      return `${instruction.do === 'withhold' ? 'withhold, then ' : 'restart at '}${dose}${weekly ? ' once weekly' : ''}`;
    }
    default:
      return `${instruction.do.replaceAll('-', ' ')}${orders}`;
  }
}

function doseTableText(table: DoseTable): string {
  const rows = table.rows.map(({ id, when, output }) => [
    id,
    when.map(conditionText).join('; or '),
    output.gist,
    output.instructions.map(instructionText).join('; or '),
    output.verification,
  ]);
  return [
    `## ${table.name} (\`${table.id}\`)`,
    `Section: ${table.section}. Tier: ${table.tier}. Grades: ${table.grading ?? 'scale not stated'}. Restart when: ${table.restartWhen ?? 'not seen'}.`,
    tableOf(['row', 'when', 'gist of the wording', 'instruction', 'checked'], rows),
  ].join('\n\n');
}

function renalText({ bands }: LabelDosing): string {
  return bands
    .map((band) => {
      const dose =
        band.avoid ??
        `${band.start ?? ''}${band.maximum === undefined ? '' : `, at most ${band.maximum} mg daily`}${band.inProportionTo === undefined ? '' : ' in proportion'}`;
      return `${band.above === undefined ? 'from' : 'above'} ${band.from} mL/min: ${dose}`;
    })
    .join('; ');
}

function csvLine(values: readonly string[]): string {
  return values.map((value) => `"${plain(value).replaceAll('"', '""').replaceAll('\n', ' ')}"`).join(',');
}

/** One line for everything that a reviewer has to agree with: rows, statements, interactions, supplements, red flags. */
function signOffCsv(): string {
  const lines = [['kind', 'id', 'text', 'source', 'checked', 'reviewer', 'date', 'agreed (yes/no)', 'remark']];
  const add = (kind: string, id: string, text: string, source: string, checked: string) =>
    lines.push([kind, id, text, source, checked, '', '', '', '']);
  for (const table of DOSE_TABLES) {
    for (const { id, output } of table.rows) {
      const text = `${output.gist} -> ${output.instructions.map(instructionText).join('; or ')}`;
      add('dose row', `${table.id}: ${id}`, text, `${table.source}, ${table.section}`, output.verification);
    }
  }
  for (const { id, gist, note, rules, verification } of STATEMENTS)
    add('statement', id, `${gist} ${note}`, rules.join(' '), verification);
  for (const { name, flags, summary, sources } of RED_FLAG_GROUPS) {
    add(
      'red flag',
      name,
      `${flags.map(({ question }) => question).join('; ')} -> ${summary}`,
      sources.map(({ id }) => id).join(' '),
      sources[0]?.verification ?? '',
    );
  }
  for (const { name, effect, sources } of INTERACTIONS)
    add('interaction', name, effect, sources.map(({ id }) => id).join(' '), sources[0]?.verification ?? '');
  for (const { name, labels } of SYMPTOM_DRUGS) {
    if (labels === undefined) continue;
    for (const region of ['US', 'EU'] as const) {
      add(
        'symptom drug',
        `${name} ${region}`,
        `${labels[region].titration}. ${renalText(labels[region])}`,
        labels[region].source,
        labels[region].verification,
      );
    }
  }
  for (const { name, summary, sources } of SUPPLEMENTS)
    add('supplement', name, summary, sources.map(({ id }) => id).join(' '), sources[0]?.verification ?? '');
  return `${lines.map(csvLine).join('\n')}\n`;
}

/** Every file of docs/clinical and its text. */
export function clinicalDocs(): Record<string, string> {
  return {
    'dose-modification.md': page(
      'Dose modification by source',
      'Each table is complete, without overlap and without dead rows. A row is applied to the order and never printed raw: see `rules/dose-modification/apply-row.ts`.',
      ...DOSE_TABLES.map(doseTableText),
      '## Grade wording by scale',
      tableOf(
        ['scale', 'grade 1', 'grade 2', 'grade 3', 'grade 4', 'checked'],
        GRADE_WORDINGS.map(({ scale, sensory, verification }) => [scale, ...sensory, verification]),
      ),
    ),
    'statements.md': page(
      'The statements of the reference article, and the rule that carries each',
      tableOf(
        ['id', 'statement', 'rules', 'checked', 'what the rules add'],
        STATEMENTS.map(({ id, gist, rules, carriedBy, verification, note }) => [
          id,
          gist,
          [...rules.map((rule) => `\`${rule}\``), ...(carriedBy === undefined ? [] : [carriedBy])].join(', '),
          verification,
          note,
        ]),
      ),
    ),
    'sources.md': page(
      'Sources',
      'primary: the document itself was read. secondary: read in a copy. unverified: not opened, never drives a headline.',
      tableOf(
        ['id', 'title', 'publisher', 'version', 'date', 'checked', 'limits'],
        SOURCES.map(({ id, title, publisher, version, date, link, verification, limits }) => [
          id,
          link === undefined ? title : `[${title}](${link})`,
          publisher,
          version ?? '',
          date,
          verification,
          limits ?? '',
        ]),
      ),
    ),
    'red-flags.md': page(
      'Red flags and look-alikes',
      ...RED_FLAG_GROUPS.map(({ name, flags, summary, notes, sources }) =>
        [
          `## ${name.replaceAll('-', ' ')}`,
          `${summary}.`,
          flags.map(({ id, question }) => `- \`${id}\`: ${question}`).join('\n'),
          notes.join(' '),
          `Sources: ${sources.map(({ id, verification }) => `${id} (${verification})`).join(', ')}`,
        ].join('\n\n'),
      ),
    ),
    'symptom-treatment.md': page(
      'Drugs for neuropathic pain',
      tableOf(
        [
          'drug',
          'place in the guidelines',
          'US label by creatinine clearance',
          'EU label by creatinine clearance',
          'cautions',
        ],
        SYMPTOM_DRUGS.map(({ name, places, labels, use, cautions }) => [
          name,
          places.map(({ source, text, verification }) => `${source} (${verification}): ${text}`).join('; '),
          labels === undefined ? (use ?? '') : `${labels.US.titration}. ${renalText(labels.US)}`,
          labels === undefined ? '' : `${labels.EU.titration}. ${renalText(labels.EU)}`,
          cautions.map(({ text }) => text).join('; '),
        ]),
      ),
      '## Interactions',
      tableOf(
        ['rule', 'weight', 'effect', 'notes', 'sources'],
        INTERACTIONS.map(({ name, indicator, effect, notes, sources }) => [
          `interaction/${name}`,
          indicator,
          effect,
          notes.join(' '),
          sources.map(({ id, verification }) => `${id} (${verification})`).join(', '),
        ]),
      ),
      '## Drugs and supplements that are recognised',
      tableOf(
        ['generic name', 'other written forms', 'classes'],
        DRUGS.map(({ name, written, classes }) => [name, written.join(', '), classes.join(', ')]),
      ),
    ),
    'regimens.md': page(
      'Regimens that contain bortezomib',
      tableOf(
        ['regimen', 'written forms', 'drugs', 'usual start, mg/m²', 'bortezomib days', 'neurotoxic partners'],
        REGIMENS.map((regimen) => [
          regimen.name,
          [...regimen.synonyms.slice(1), ...regimen.ambiguousSynonyms.map((name) => `${name} (ambiguous)`)].join(', '),
          regimen.components.join(', '),
          String(regimen.dosePerBsa),
          regimen.schedules
            .map(({ days, cycleLengthDays, cycles, source, verification, dosePerBsa }) => {
              const part =
                cycles === undefined
                  ? ''
                  : ` from cycle ${cycles[0]}${cycles[1] === undefined ? '' : ` to ${cycles[1]}`}`;
              return `${days.join(', ')} of ${cycleLengthDays}${part}${dosePerBsa === undefined ? '' : ` at ${dosePerBsa} mg/m²`} (${source}, ${verification})`;
            })
            .join('; '),
          [...regimen.neurotoxicPartners, ...regimen.minorNeurotoxicPartners.map((name) => `${name} (minor)`)].join(
            ', ',
          ),
        ]),
      ),
    ),
    'sign-off.csv': signOffCsv(),
  };
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(clinicalDocs())) {
    const file = join(FOLDER, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
