/**
 * Writes docs/deployment/hazards.md from hazards.json beside it: hazard, control, the code that holds it and the tests that
 * fail without it. A test fails when the table is stale or names code or a test that does not exist.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Hazard {
  /** H01 to H36 */
  id: string;
  hazard: string;
  /** 1 (nuisance) to 5 (death or lasting harm) */
  severity: number;
  likelihood: 'low' | 'medium' | 'high';
  control: string;
  /** files that hold the control */
  code: string[];
  tests: { file: string; title: string }[];
  /** what the control does not cover */
  left?: string;
}

const FOLDER = join(fileURLToPath(new URL('..', import.meta.url)), 'docs', 'deployment');
export const HAZARD_TABLE = join(FOLDER, 'hazards.md');
export const HAZARDS: readonly Hazard[] = JSON.parse(readFileSync(join(FOLDER, 'hazards.json'), 'utf8'));

const cell = (text: string) => text.replaceAll('|', '\\|');

/** The table as Markdown. */
export function hazardTable(hazards: readonly Hazard[] = HAZARDS): string {
  const rows = hazards.map(({ id, hazard, severity, likelihood, control, code, tests, left }) => {
    const tested = tests.map(({ file, title }) => `\`${file}\`: ${title}`).join('<br>');
    const held = `${control}<br>${code.map((file) => `\`${file}\``).join(', ')}`;
    return `| ${[id, hazard, `${severity}, ${likelihood}`, held, tested, left ?? ''].map(cell).join(' | ')} |`;
  });
  return `# Hazards, controls and the tests that guard them

Severity from 1 (nuisance) to 5 (death or lasting harm) and likelihood without the control. Generated from \`hazards.json\` by
\`npx node scripts/generate-hazard-table.ts\`; a test fails when a test or a file named here is missing.

| Hazard | What can happen | Severity, likelihood | Control | Test | Left |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(HAZARD_TABLE, hazardTable());
