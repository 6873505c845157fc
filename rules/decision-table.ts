/**
 * Decision tables in the sense of DMN with hit policy 'unique': every combination of the inputs matches exactly one row.
 * `defectsOf` proves that by enumeration, `compile` turns a table into a look-up without search.
 */

export type InputValue = string | number | boolean;

/** The allowed values of each input; their product is the whole space that the rows have to cover. */
export type InputSpace = Readonly<Record<string, readonly InputValue[]>>;

/** The values that match, by input; an input that is not named matches any value. */
export type Condition = Readonly<Record<string, readonly InputValue[]>>;

export interface DecisionRow<Output> {
  /** unique within the table and stable: shown to the reader as the row that matched */
  readonly id: string;
  /** the row matches when one of these conditions does: printed rows often join two with 'or' */
  readonly when: readonly Condition[];
  readonly output: Output;
}

export interface DecisionTable<Output> {
  readonly id: string;
  readonly inputs: InputSpace;
  readonly rows: readonly DecisionRow<Output>[];
}

export type Defect =
  | { readonly kind: 'gap'; readonly at: string }
  | { readonly kind: 'overlap'; readonly at: string; readonly rows: readonly string[] }
  | { readonly kind: 'dead-row'; readonly row: string }
  | { readonly kind: 'duplicate-id'; readonly row: string }
  | { readonly kind: 'unknown-input'; readonly row: string; readonly input: string }
  | { readonly kind: 'unknown-value'; readonly row: string; readonly input: string; readonly value: string };

export type Combination = Readonly<Record<string, InputValue>>;

/** Every combination of input values, in a fixed order (last input fastest). */
export function combinationsOf(inputs: InputSpace): Combination[] {
  let combinations: Combination[] = [{}];
  for (const [input, values] of Object.entries(inputs)) {
    combinations = combinations.flatMap((known) => values.map((value) => ({ ...known, [input]: value })));
  }
  return combinations;
}

function matches<Output>(row: DecisionRow<Output>, combination: Combination): boolean {
  return row.when.some((condition) =>
    Object.entries(condition).every(([input, values]) => values.includes(combination[input] as InputValue)),
  );
}

/** All defects of a table; an empty list proves that every combination has exactly one row and every row is reached. */
export function defectsOf<Output>(table: DecisionTable<Output>): Defect[] {
  const defects: Defect[] = [];
  const ids = new Set<string>();
  for (const row of table.rows) {
    if (ids.has(row.id)) defects.push({ kind: 'duplicate-id', row: row.id });
    ids.add(row.id);
    for (const [input, values] of row.when.flatMap((condition) => Object.entries(condition))) {
      const known = table.inputs[input];
      if (known === undefined) defects.push({ kind: 'unknown-input', row: row.id, input });
      for (const value of values) {
        if (known !== undefined && !known.includes(value)) {
          defects.push({ kind: 'unknown-value', row: row.id, input, value: String(value) });
        }
      }
    }
  }
  const reached = new Set<DecisionRow<Output>>();
  for (const combination of combinationsOf(table.inputs)) {
    const hits = table.rows.filter((row) => matches(row, combination));
    const at = JSON.stringify(combination);
    if (hits.length === 0) defects.push({ kind: 'gap', at });
    if (hits.length > 1) defects.push({ kind: 'overlap', at, rows: hits.map((row) => row.id) });
    for (const row of hits) reached.add(row);
  }
  for (const row of table.rows) if (!reached.has(row)) defects.push({ kind: 'dead-row', row: row.id });
  return defects;
}

/**
 * The look-up of a table: combination in, its one row out, in constant time.
 * @throws Error naming the defects, when the table is not complete and unique. It is built once, at load.
 */
export function compile<Inputs extends object, Output>(
  table: DecisionTable<Output>,
): (inputs: Inputs) => DecisionRow<Output> {
  const defects = defectsOf(table);
  if (defects.length > 0) throw new Error(`decision table ${table.id}: ${JSON.stringify(defects)}`);
  const combinations = combinationsOf(table.inputs);
  const rows = combinations.map((combination) => table.rows.find((row) => matches(row, combination)));
  // The rows stand in the order of the combinations: each value of an input moves on by as many as those after it span.
  const strides = Object.entries(table.inputs).map(([name, values]) => ({
    name,
    steps: new Map<unknown, number>(),
    values,
  }));
  let span = 1;
  for (const { steps, values } of strides.toReversed()) {
    values.forEach((value, index) => {
      steps.set(value, index * span);
    });
    span *= values.length;
  }
  return (inputs) => {
    let at = 0;
    for (const { name, steps } of strides) at += steps.get((inputs as Combination)[name]) ?? Number.NaN;
    const row = rows[at];
    if (row === undefined) throw new Error(`decision table ${table.id}: no such combination`);
    return row;
  };
}
