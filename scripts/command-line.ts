/** Arguments of a command: what is not accepted is said in a line, with how the command is used, and not as a stack. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * Reads the command line.
 * @param command `import.meta.url` of the command's own file, whose first comment is how it is used
 * @returns the values; ends the process with 0 after `--help`, with 2 where an argument is not accepted
 */
export function argumentsOf<const T extends ParseArgsConfig>(command: string, config: T) {
  if (process.argv.slice(2).includes('--help')) {
    process.stdout.write(usageIn(command));
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's message goes on with advice for programmers
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    process.stderr.write(`${said.replace(/\.$/, '')}.\n\n${usageIn(command)}`);
    process.exit(2);
  }
}

function usageIn(command: string): string {
  const [, comment = ''] = /^\/\*\*(.*?)\*\//s.exec(readFileSync(fileURLToPath(command), 'utf8')) ?? [];
  return `${comment.replace(/^ ?\* ?/gm, '').trim()}\n`;
}
