/** The worked cases of tests/rules/cases: discovered by listing, so that a new file cannot be forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ClinicalContext, parseContext } from '../../rules/index.ts';
import type { Outcome } from '../../rules/outcome.ts';

export interface Expectation {
  rule: string;
  outcome?: Outcome['kind'];
  row?: string;
  indicator?: string;
  action?: string;
  actions?: string[];
  dosePerBsa?: number;
  doseMg?: number;
  volumeMl?: number;
  changePercent?: number;
  frequency?: string;
  restartWhen?: string;
  missing?: string[];
  branches?: string[];
  basis?: string[];
  says?: string[];
  neverAbovePerBsa?: number;
  noNumbers?: boolean;
  noVolume?: boolean;
  first?: boolean;
}

export interface WorkedCase {
  case: string;
  given: { order: object };
  expected: Expectation[];
  reason: string;
}

const FOLDER = fileURLToPath(new URL('./cases/', import.meta.url));

export const CASE_FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => ({
    name,
    ...(JSON.parse(readFileSync(FOLDER + name, 'utf8')) as { title: string; cases: WorkedCase[] }),
  }));
export const WORKED_CASES: readonly WorkedCase[] = CASE_FILES.flatMap(({ cases }) => cases);

/** What a case gives, as a context that has been through the schema. */
export function contextGiven({ given }: WorkedCase): ClinicalContext {
  const parsed = parseContext({ ...given, order: { drug: 'bortezomib', ...given.order } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}
