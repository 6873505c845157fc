/**
 * Serves OpenMRS O3 on loopback with invented patients behind it: `node serve.mjs [port]`, port 0 or none = any free
 * one. Prints its URL as one line.
 *
 * The app is what its makers publish: the shell and the frontend modules, each package's finished bundle, unchanged.
 * Assembling them means two lists, the import map and the registry of routes, which are made here from the packages.
 * The shell's page names a development server as the place of the import map and asks to work offline; that address is
 * pointed here and offline work is off, as `openmrs build` sets both by default.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fhir } from './fhir.mjs';
import { rest } from './rest.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const SPA = '/openmrs/spa/';
const SHELL = '@openmrs/esm-app-shell';

/** The page may ask nobody but this server. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'self'";

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * Starts the server; rejects when a package is missing (`npm ci` installs them) or the port is taken.
 * @param {number} [port] 0 = any free one
 * @returns {Promise<{ url: string, server: http.Server }>}
 */
export async function serveOpenmrs(port = 0) {
  const { folders, generated } = assemble();
  const server = http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const answer = (/** @type {number} */ status, /** @type {string} */ type, /** @type {string | Buffer} */ body) =>
      response
        .writeHead(status, {
          'content-type': type,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        })
        .end(body);
    const [, service] = /^\/openmrs\/ws\/(rest\/v1|fhir2\/R4)/.exec(pathname) ?? [];
    if (service) {
      const below = pathname.slice(`/openmrs/ws/${service}`.length);
      const found = (service === 'rest/v1' ? rest : fhir)(below, searchParams);
      answer(found ? 200 : 404, TYPES['.json'] ?? '', JSON.stringify(found ?? { error: { message: 'not found' } }));
      return;
    }
    if (!pathname.startsWith(SPA) || request.method !== 'GET') {
      answer(404, 'text/plain', '');
      return;
    }
    const name = pathname.slice(SPA.length);
    const extension = path.extname(name);
    const content = generated.get(name) ?? (await fileOf(name, folders));
    if (content !== undefined) answer(200, TYPES[extension] ?? 'application/octet-stream', content);
    // Every other path is a place inside the single page, except what looks like a file.
    else if (extension) answer(404, 'text/plain', '');
    else answer(200, TYPES['.html'] ?? '', generated.get('index.html') ?? '');
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}${SPA}`, server };
}

/**
 * The import map, the registry of routes and the page, from the installed packages.
 * @returns {{ folders: Map<string, string>, generated: Map<string, string> }} where each package's files lie, by the
 *   name of its folder below the app ('' = the shell); files that are made here, by name
 */
function assemble() {
  const { dependencies } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));
  /** @type {Record<string, string>} */
  const imports = {};
  /** @type {Record<string, object>} */
  const routes = {};
  const folders = new Map([['', path.join(here, 'node_modules', SHELL, 'dist')]]);
  for (const name of Object.keys(dependencies)) {
    if (name === SHELL) continue;
    const root = path.join(here, 'node_modules', name);
    const { version, browser } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const folder = `${name.replace('@', '').replace('/', '-')}-${version}`;
    const dist = path.join(root, path.dirname(browser));
    folders.set(folder, dist);
    imports[name] = `./${folder}/${path.basename(browser)}`;
    routes[name] = { ...JSON.parse(readFileSync(path.join(dist, 'routes.json'), 'utf8')), version };
  }
  const page = readFileSync(path.join(here, 'node_modules', SHELL, 'dist/index.html'), 'utf8');
  const generated = new Map([
    ['importmap.json', JSON.stringify({ imports })],
    ['routes.registry.json', JSON.stringify(routes)],
    [
      'index.html',
      page
        .replaceAll(/https:\/\/[^"]+\/importmap\.json/g, `${SPA}importmap.json`)
        .replace(/\boffline:\s*true/, 'offline: false'),
    ],
  ]);
  return { folders, generated };
}

/**
 * @param {string} name path below the app
 * @param {Map<string, string>} folders
 */
async function fileOf(name, folders) {
  const [first = '', ...rest] = decodeURIComponent(name).split('/');
  const [folder, inside] = folders.has(first) && first ? [first, rest.join('/')] : ['', name];
  const root = folders.get(folder) ?? '';
  const file = path.join(root, inside);
  if (!file.startsWith(root + path.sep) || !existsSync(file) || !statSync(file).isFile()) return undefined;
  return readFile(file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveOpenmrs(Number(process.argv[2] ?? 0));
  console.log(url);
}
