/** The trust boundary of the rules: unknown data in, a clinical context or every fault with its path out. */
import { ClinicalContext } from './clinical-context.ts';
import { contradictionsOf, type Fault } from './contradictions.ts';

export type { Fault };

export type ParsedContext =
  | { readonly ok: true; readonly value: ClinicalContext }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Units by the ending of a field's name, longest first: a value out of range is most often one in another unit. */
const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  ['PerBsa', 'mg/m²'],
  ['MgDl', 'mg/dL'],
  ['PerNl', 'per nL (10⁹/L)'],
  ['MlMin', 'mL/min'],
  ['MIuL', 'mIU/L'],
  ['PgMl', 'pg/mL'],
  ['Percent', '%'],
  ['Years', 'years'],
  ['UlnUL', 'U/L'],
  ['astUL', 'U/L'],
  ['Mg', 'mg'],
  ['Cm', 'cm'],
  ['Kg', 'kg'],
  ['M2', 'm²'],
  ['Days', 'days'],
];

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );

function unitOf(path: readonly PropertyKey[]): string {
  const field = String(path.findLast((part) => typeof part === 'string') ?? '');
  const unit = UNITS.find(([ending]) => field.endsWith(ending))?.[1];
  return unit === undefined ? '' : ` ${unit}`;
}

type Issue = Extract<ReturnType<typeof ClinicalContext.safeParse>, { success: false }>['error']['issues'][number];

/** The faults of a document that its schema refused, each with path and reason. */
export function faultsOfIssues(issues: readonly Issue[], json: unknown): Fault[] {
  return issues.flatMap((issue): Fault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathText([...issue.path, key]), reason: 'unknown key' }))
      : [{ path: pathText(issue.path) || '(root)', reason: reasonOf(issue, json) }],
  );
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], json);
}

function found(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return `${typeof value === 'string' ? `text '${value.slice(0, 40)}'` : `${typeof value} ${String(value)}`}`;
}

function reasonOf(issue: Issue, json: unknown): string {
  const value = valueAt(json, issue.path);
  switch (issue.code) {
    case 'too_small':
    case 'too_big': {
      const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      if (issue.origin === 'array') return `has to have ${limit} entries`;
      if (issue.origin === 'string') return `has to have ${limit} characters`;
      return `${String(value)} is out of range: ${limit}${unitOf(issue.path)} is accepted`;
    }
    case 'invalid_value':
      return `${found(value)} is not accepted: ${issue.values.map((v) => `'${String(v)}'`).join(', ')}`;
    case 'invalid_union':
      return `${found(value)} is not one of the accepted values`;
    case 'invalid_format':
      return `${found(value)} is no date-time with a zone (ISO 8601)`;
    case 'invalid_type':
      return value === undefined ? 'is missing' : `${found(value)} where ${issue.expected} is expected`;
    default:
      return `${found(value)} is not accepted`;
  }
}

/** A clinical context from unknown data: its value, or every fault that was found, each with path and reason. */
export function parseContext(json: unknown): ParsedContext {
  const parsed = ClinicalContext.safeParse(json);
  if (!parsed.success) return { ok: false, faults: faultsOfIssues(parsed.error.issues, json) };
  const contradictions = contradictionsOf(parsed.data);
  return contradictions.length > 0 ? { ok: false, faults: contradictions } : { ok: true, value: parsed.data };
}
