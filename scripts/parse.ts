/**
 * Order text from a pipe: JSON Lines {"id","text"} in, JSON Lines with the values out, one for one and in order.
 * A line that is not such an object is named on stderr and skipped; the exit code is then 2.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseOrderText } from '../content-scripts/parse/index.ts';

function readRequest(line: string): { id: unknown; text: string } {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    // the parser's own message would repeat the line, which may hold a patient's data
    throw new Error('not valid JSON');
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) throw new Error('not a JSON object');
  const { id, text } = request as { id?: unknown; text?: unknown };
  if (typeof text !== 'string') throw new Error('"text" is missing or not a string');
  return { id: id ?? null, text };
}

let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number++;
  if (line.trim() === '') continue;
  try {
    const { id, text } = readRequest(line);
    const { kind, drug, dosePerBsa, doseMg, route, days, cycleLengthDays, frequency, regimen, status } =
      parseOrderText(text);
    const out = { id, kind, drug, dosePerBsa, doseMg, route, days, cycleLengthDays, frequency, regimen, status };
    if (!process.stdout.write(`${JSON.stringify(out)}\n`)) await once(process.stdout, 'drain');
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(`line ${number}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
