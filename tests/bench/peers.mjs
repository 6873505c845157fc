/** The rule engines beside which the project's rules are timed. Plain JavaScript: their packages are installed here only. */
export { cqlExecution } from './cql-execution.mjs';
export { jsonLogic } from './json-logic.mjs';
export { jsonRulesEngine } from './json-rules-engine.mjs';
