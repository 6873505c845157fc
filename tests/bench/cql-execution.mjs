/**
 * The rows as one CQL expression, written as ELM (what a CQL translator would give for a `case` with `when` for each row),
 * run by cql-execution's Executor for one patient. The inputs are parameters of the library: the cheapest way in.
 */
import { createRequire } from 'node:module';
import cql from 'cql-execution';

const { version } = createRequire(import.meta.url)('cql-execution/package.json');
const TYPES = '{urn:hl7-org:elm-types:r1}';

const parameter = (name) => ({ type: 'ParameterRef', name });
const NOTHING = { type: 'Null' };

function literal(value) {
  if (value === null) return NOTHING;
  const valueType = { string: 'String', boolean: 'Boolean', number: Number.isInteger(value) ? 'Integer' : 'Decimal' };
  return { type: 'Literal', valueType: TYPES + valueType[typeof value], value: String(value) };
}

function ifElse(condition, yes, no) {
  // biome-ignore lint/suspicious/noThenProperty: ELM calls it so
  return { type: 'If', condition, then: yes, else: no };
}

/** ELM's And and Or take two operands. */
const joined = (type, operands) => operands.reduce((left, right) => ({ type, operand: [left, right] }));
const equal = (name, value) => ({ type: 'Equal', operand: [parameter(name), literal(value)] });
const isNull = (name) => ({ type: 'IsNull', operand: parameter(name) });

function matches({ when, order }) {
  const rows = when.map((condition) =>
    joined(
      'And',
      Object.entries(condition).map(([name, values]) =>
        values.length === 1
          ? equal(name, values[0])
          : { type: 'In', operand: [parameter(name), { type: 'List', element: values.map(literal) }] },
      ),
    ),
  );
  const ofRows = joined('Or', rows);
  return order === undefined ? ofRows : joined('And', [ofRows, ofOrder(order)]);
}

function ofOrder({ dose, level }) {
  if (dose === 'unknown') return isNull('dosePerBsa');
  const type = dose === 'above' ? 'Greater' : 'LessOrEqual';
  return { type, operand: [parameter('dosePerBsa'), literal(level)] };
}

function doseOf(dose) {
  if (dose === 'ordered') return parameter('dosePerBsa');
  if (dose === null || typeof dose === 'number') return literal(dose);
  const below = { type: 'LessOrEqual', operand: [parameter('dosePerBsa'), literal(dose.atMost)] };
  return ifElse(isNull('dosePerBsa'), NOTHING, ifElse(below, parameter('dosePerBsa'), literal(dose.atMost)));
}

function frequencyOf(frequency) {
  if (frequency === null) return NOTHING;
  if (frequency === 'ordered') return parameter('frequency');
  return ifElse(equal('frequency', 'every-2-weeks'), literal('every-2-weeks'), literal('weekly'));
}

function libraryOf(rules) {
  const caseItem = rules.map((rule) => ({
    when: matches(rule),
    // biome-ignore lint/suspicious/noThenProperty: ELM calls it so
    then: {
      type: 'Tuple',
      element: [
        { name: 'row', value: literal(rule.row) },
        { name: 'action', value: literal(rule.action) },
        { name: 'dosePerBsa', value: doseOf(rule.dose) },
        { name: 'frequency', value: frequencyOf(rule.frequency) },
      ],
    },
  }));
  const inputs = { grade: 'Integer', pain: 'Boolean', phase: 'String', dosePerBsa: 'Decimal', frequency: 'String' };
  return {
    library: {
      identifier: { id: 'UsDoseDecision', version: '1' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
      parameters: {
        def: Object.entries(inputs).map(([name, type]) => ({
          name,
          accessLevel: 'Public',
          parameterTypeSpecifier: { type: 'NamedTypeSpecifier', name: TYPES + type },
        })),
      },
      statements: {
        def: [
          {
            name: 'Decision',
            context: 'Patient',
            accessLevel: 'Public',
            expression: { type: 'Case', caseItem, else: NOTHING },
          },
        ],
      },
    },
  };
}

/** One patient, once through. */
class OnePatient {
  #patient = { id: 'one', getId: () => 'one' };
  currentPatient() {
    return this.#patient;
  }
  nextPatient() {
    this.#patient = undefined;
    return undefined;
  }
}

/** @type {import('./peers.d.mts')['cqlExecution']} */
export function cqlExecution(rules) {
  const executor = new cql.Executor(new cql.Library(libraryOf(rules)));
  return {
    name: 'cql-execution',
    version,
    async decide(given) {
      const results = await executor.withParameters(given).exec_expression('Decision', new OnePatient());
      return results.patientResults.one.Decision;
    },
  };
}
