/**
 * One clinical context (JSON) on standard input, its evaluation (JSON) on standard output.
 * A context that is refused: each fault's path and reason on standard error, exit 2, nothing on standard output.
 */
import { text } from 'node:stream/consumers';
import { evaluate, type Fault, parseContext } from '../rules/index.ts';
import { duplicateKeys } from './duplicate-keys.ts';

function refuse(faults: readonly Fault[]): void {
  for (const { path, reason } of faults) process.stderr.write(`${path}: ${reason}\n`);
  process.exitCode = 2;
}

const input = await text(process.stdin);
let json: unknown;
let readable = false;
try {
  json = JSON.parse(input);
  readable = true;
} catch (error) {
  const reason = input.trim() === '' ? 'standard input is empty' : `not JSON: ${(error as Error).message}`;
  refuse([{ path: '(root)', reason }]);
}
const repeated = readable ? duplicateKeys(input) : [];
if (repeated.length > 0) {
  refuse(repeated.map((path) => ({ path, reason: 'is given more than once' })));
} else if (readable) {
  const context = parseContext(json);
  if (context.ok) process.stdout.write(`${JSON.stringify(evaluate(context.value), null, 2)}\n`);
  else refuse(context.faults);
}
