/**
 * Keys that a JSON text gives twice in one object. JSON.parse keeps the last without a word, so that
 * `{"dosePerBsa":0.7,"dosePerBsa":1.3}` would be advised on as if the first had never been written.
 */

interface Level {
  /** keys seen so far; undefined for an array */
  readonly keys: Set<string> | undefined;
  /** key, or index, of the value that is being read */
  at: string | number;
}

const pathOf = (levels: readonly Level[]): string =>
  levels.reduce((path, { at }) => (typeof at === 'number' ? `${path}[${at}]` : path === '' ? at : `${path}.${at}`), '');

/** The path of every key that is repeated, in the order of the text. The text has to be valid JSON. */
export function duplicateKeys(json: string): string[] {
  const found: string[] = [];
  const levels: Level[] = [];
  let previous = '';
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), at: '' });
    else if (token === '[') levels.push({ keys: undefined, at: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && typeof level?.at === 'number') level.at++;
    else if (token.startsWith('"') && level?.keys !== undefined && (previous === '{' || previous === ',')) {
      level.at = String(JSON.parse(token));
      if (level.keys.has(level.at)) found.push(pathOf(levels));
      level.keys.add(level.at);
    }
    previous = token;
  }
  return found;
}
