/** The command `npm run --silent read -- PAGE…` as scripts use it. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
  await writeFile(
    path.join(folder, 'order µ.html'),
    `<!doctype html><title>Order</title><h2>Active medications</h2>
     <p>Bortezomib 1.3 mg/m² (2.21 mg) subcutaneously on days 1, 8, 15 of a 28-day cycle</p>
     <script>alert('hello')</script>`,
  );
  await writeFile(
    path.join(folder, 'framed.html'),
    `<!doctype html><title>Framed</title><p>BSA: 1.7 m²</p><iframe src="order%20%C2%B5.html" width="600" height="300"></iframe>`,
  );
});

test('one JSON line per page in the order given, and nothing else on stdout; a bad page is a line and exit code 1', () => {
  const pages = ['order µ.html', 'nothing.html', 'framed.html'].map((name) => path.join(folder, name));
  const run = spawnSync('npm', ['run', '--silent', 'read', '--', ...pages], { cwd: ROOT, encoding: 'utf8' });
  const lines = run.stdout.trimEnd().split('\n');
  expect(lines, run.stderr).toHaveLength(3);
  const [order, nothing, framed] = lines.map((line) => JSON.parse(line));

  expect(order).toMatchObject({
    page: pages[0],
    orders: [{ kind: 'order', drug: 'bortezomib', dosePerBsa: 1.3, doseMg: 2.21, route: 'SC', days: [1, 8, 15] }],
  });
  expect(nothing).toEqual({ page: pages[1], error: 'no such file' });
  expect(framed.orders, 'the frame and the page around it are joined').toMatchObject([{ dosePerBsa: 1.3 }]);
  expect(framed.patient).toMatchObject({ bsaM2: 1.7 });
  expect(run.status).toBe(1);
});

test('without a page it says how it is used, with exit code 2', () => {
  const run = spawnSync('npm', ['run', '--silent', 'read'], { cwd: ROOT, encoding: 'utf8' });
  expect(run.status).toBe(2);
  expect(run.stdout).toBe('');
  expect(run.stderr).toContain('usage');
});
