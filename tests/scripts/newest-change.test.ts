import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newestChange } from '../../scripts/newest-change.mjs';

test('the newest change is found at any depth; what does not exist counts as never changed', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'changes-'));
  const deep = path.join(root, 'a/b');
  await mkdir(deep, { recursive: true });
  await writeFile(path.join(deep, 'file'), '');
  await utimes(path.join(deep, 'file'), 0, new Date('2100-01-01T00:00:00Z'));
  expect(newestChange([root])).toBe(Date.parse('2100-01-01T00:00:00Z'));
  expect(newestChange([path.join(root, 'absent')])).toBe(0);
});
