/**
 * Recorders of network traffic, for showing that there is none. A recorder that records nothing proves nothing:
 * each test that relies on one first makes a request that it has to catch.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';

/** A loopback server that counts whoever connects, whatever they then say (http, https, WebSocket or nothing). */
export interface Counter {
  port: number;
  /** connections so far */
  count(): number;
  close(): Promise<void>;
}

export async function countConnections(): Promise<Counter> {
  let connections = 0;
  const server = net.createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n');
  });
  const close = closing(server);
  return { port: await listen(server), count: () => connections, close };
}

/** A proxy that writes down every request of a browser and lets only loopback through. */
export interface RecordingProxy {
  port: number;
  /** every request so far, e.g. `GET http://127.0.0.1:4000/x` or `CONNECT example.test:443` */
  requests: string[];
  close(): Promise<void>;
}

export async function recordingProxy(): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const target = URL.parse(request.url ?? '');
    if (target?.hostname !== '127.0.0.1') {
      response.writeHead(502).end();
      return;
    }
    const onward = http.request(target, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const close = closing(server);
  return { port: await listen(server), requests, close };
}

/** Sends all of Chromium's traffic through the proxy, loopback included. */
export function chromiumProxyArgs(proxy: RecordingProxy): string[] {
  return [`--proxy-server=http://127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'];
}

/** Sends all of Firefox's traffic through the proxy, loopback included, and no DNS query past it. */
export function firefoxProxyPrefs(proxy: RecordingProxy): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}

/** Makes Chromium write its own network log to a file; read it after the browser has closed. */
export function netLogArgs(file: string): string[] {
  return [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'];
}

/** What Chromium's network log says was sent. */
export interface NetLog {
  /** requests that left the browser's own files, with the origin that asked for each ('' = the browser itself) */
  requests: { url: string; initiator: string }[];
  /** addresses that datagrams were sent to (WebRTC, DNS, QUIC) */
  datagrams: string[];
}

/** Reads a network log; the last line of a log that was cut short is repaired. */
export async function readNetLog(file: string): Promise<NetLog> {
  const text = await readFile(file, 'utf8');
  const log = parseNetLog(text);
  const typeNames = new Map(Object.entries(log.constants.logEventTypes).map(([name, id]) => [id, name]));
  const requests: NetLog['requests'] = [];
  const datagrams = new Set<string>();
  const connectedTo = new Map<number, string>();
  for (const { type, source, params } of log.events) {
    const name = typeNames.get(type);
    if (name === 'URL_REQUEST_START_JOB' && params?.url && /^(https?|wss?|ftp):/.test(params.url)) {
      const initiator = params.initiator === 'not an origin' ? '' : (params.initiator ?? '');
      requests.push({ url: params.url, initiator });
    }
    // Connecting a datagram socket sends nothing: Chromium does it to see whether there is a route.
    if (name === 'UDP_CONNECT' && params?.address) connectedTo.set(source.id, params.address);
    if (name === 'UDP_BYTES_SENT') datagrams.add(params?.address ?? connectedTo.get(source.id) ?? 'unknown');
  }
  return { requests, datagrams: [...datagrams] };
}

interface RawNetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; source: { id: number }; params?: { url?: string; initiator?: string; address?: string } }[];
}

function parseNetLog(text: string): RawNetLog {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(`${text.replace(/,\s*$/, '')}]}`);
  }
}

async function listen(server: net.Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Closes a server with every connection that is still open, those handed over by CONNECT included. */
function closing(server: net.Server): () => Promise<void> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
}
