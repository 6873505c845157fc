/** The rows as one json-logic-js expression: if, else if, ... in the order of the table. */
import { createRequire } from 'node:module';
import jsonLogicJs from 'json-logic-js';

const { version } = createRequire(import.meta.url)('json-logic-js/package.json');
const input = (name) => ({ var: name });

function matches({ when, order }) {
  const conditions = when.map((condition) => ({
    and: Object.entries(condition).map(([name, values]) =>
      values.length === 1 ? { '===': [input(name), values[0]] } : { in: [input(name), values] },
    ),
  }));
  const rows = conditions.length === 1 ? conditions[0] : { or: conditions };
  if (order === undefined) return rows;
  return { and: [rows, ofOrder(order)] };
}

function ofOrder({ dose, level }) {
  const unknown = { '===': [input('dosePerBsa'), null] };
  if (dose === 'unknown') return unknown;
  const above = { '>': [input('dosePerBsa'), level] };
  return dose === 'above' ? above : { and: [{ '!': unknown }, { '<=': [input('dosePerBsa'), level] }] };
}

function doseOf(dose) {
  if (dose === 'ordered') return input('dosePerBsa');
  if (dose === null || typeof dose === 'number') return dose;
  return { if: [{ '===': [input('dosePerBsa'), null] }, null, { min: [input('dosePerBsa'), dose.atMost] }] };
}

function frequencyOf(frequency) {
  if (frequency === null) return null;
  if (frequency === 'ordered') return input('frequency');
  return { if: [{ '===': [input('frequency'), 'every-2-weeks'] }, 'every-2-weeks', 'weekly'] };
}

/** @type {import('./peers.d.mts')['jsonLogic']} */
export function jsonLogic(rules) {
  const branches = rules.flatMap((rule) => [
    matches(rule),
    [rule.row, rule.action, doseOf(rule.dose), frequencyOf(rule.frequency)],
  ]);
  const expression = { if: [...branches, null] };
  return {
    name: 'json-logic-js',
    version,
    decide(given) {
      const [row, action, dosePerBsa, frequency] = jsonLogicJs.apply(expression, given);
      return { row, action, dosePerBsa, frequency };
    },
  };
}
