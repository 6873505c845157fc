/**
 * Serves the demo EHR on loopback: `node serve.mjs [port]`, port 0 or none = any free one. Prints its URL as one line.
 * The page may load nothing but these files: the policy below refuses every other request.
 */
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), 'dist');

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
  "connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** @type {Record<string, [file: string, type: string]>} */
const FILES = {
  '/app.js': ['app.js', 'text/javascript; charset=utf-8'],
  '/app.css': ['app.css', 'text/css; charset=utf-8'],
};
/** Every other path is a place inside the single page, except what looks like a file. */
const PAGE = /** @type {[string, string]} */ (['index.html', 'text/html; charset=utf-8']);

/**
 * Starts the server; rejects when the bundle is missing (`node build.mjs` makes it) or the port is taken.
 * @param {number} [port] 0 = any free one
 * @returns {Promise<{ url: string, server: http.Server }>}
 */
export async function serveDemoEhr(port = 0) {
  const contents = new Map();
  for (const [file] of [...Object.values(FILES), PAGE]) contents.set(file, await readFile(path.join(dist, file)));

  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = FILES[pathname] ?? (path.extname(pathname) ? undefined : PAGE);
    if (!found || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    const [file, type] = found;
    response.writeHead(200, {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    response.end(contents.get(file));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}/`, server };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveDemoEhr(Number(process.argv[2] ?? 0));
  console.log(url);
}
