import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FolderServer, serveFolder } from '../../scripts/serve-folder.ts';

let server: FolderServer;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'served-'));
  await mkdir(path.join(folder, 'served/css'), { recursive: true });
  await writeFile(path.join(folder, 'outside.txt'), 'outside');
  await writeFile(path.join(folder, 'served/a page.html'), '<p>µ');
  await writeFile(path.join(folder, 'served/old.html'), Buffer.from('<p>\xb5', 'latin1'));
  await writeFile(path.join(folder, 'served/named.html'), '<meta charset="windows-1252"><p>a');
  await writeFile(path.join(folder, 'served/css/style.css'), 'p{}');
  server = await serveFolder(path.join(folder, 'served'));
});
afterAll(() => server.close());

test('serves a page and what lies beside it', async () => {
  expect(await (await fetch(`${server.url}a%20page.html`)).text()).toBe('<p>µ');
  expect((await fetch(`${server.url}css/style.css`)).headers.get('content-type')).toBe('text/css');
});

test.each([
  ['a%20page.html', 'text/html; charset=utf-8'],
  ['old.html', 'text/html'],
  ['named.html', 'text/html'],
])('%s is sent as %s', async (name, type) => {
  expect((await fetch(server.url + name)).headers.get('content-type')).toBe(type);
});

test.each(['%2e%2e/outside.txt', '..%2foutside.txt', 'nothing.html', 'css'])('does not serve %s', async (name) => {
  expect((await fetch(server.url + name)).status).toBe(404);
});
