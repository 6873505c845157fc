import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsDoc } from '../../scripts/generate-settings-doc.ts';

test('the paper on the settings says what the schema says', () => {
  expect(readFileSync('docs/deployment/settings.md', 'utf8')).toBe(settingsDoc());
});
