/** Serves one folder on loopback, so that a page on disk is read as a page and not as a file. */
import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
};

export interface FolderServer {
  /** where the folder stands, ending in a slash */
  url: string;
  close(): void;
}

/** Starts serving; nothing outside the folder can be asked for. */
export async function serveFolder(folder: string): Promise<FolderServer> {
  const root = path.resolve(folder);
  const server = http.createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = path.join(root, decodeURIComponent(pathname));
      if (!file.startsWith(root + path.sep)) throw new Error('outside the folder');
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': contentType(file, body), 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

/** A page that names its charset is believed; one that does not is UTF-8 where its bytes allow it, as from a disk. */
function contentType(file: string, body: Buffer): string {
  const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  if (type !== 'text/html' && type !== 'text/plain') return type;
  const namesCharset = /<meta[^>]+charset/i.test(body.toString('latin1', 0, 1024));
  return namesCharset || !isUtf8(body) ? type : `${type}; charset=utf-8`;
}
