/** The project's folder. */
export const ROOT: string;
/** Runs a command to its end, quiet while it goes well; rejects when it fails, with its output on stderr. */
export function run(
  what: string,
  command: string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv },
): Promise<void>;
