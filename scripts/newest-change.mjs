/** Whether something built is older than what it was built from. Plain Node. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The newest modification time among files and, recursively, directories.
 * @param {string[]} paths
 * @returns {number} milliseconds since the epoch; 0 where none exists
 */
export function newestChange(paths) {
  let newest = 0;
  for (const each of paths) {
    if (!existsSync(each)) continue;
    const stat = statSync(each);
    const inside = stat.isDirectory() ? newestChange(readdirSync(each).map((name) => path.join(each, name))) : 0;
    newest = Math.max(newest, stat.mtimeMs, inside);
  }
  return newest;
}
