/** The newest modification time among files and, recursively, directories; 0 where none exists. */
export function newestChange(paths: string[]): number;
