/**
 * A client of Marionette, the remote protocol inside every Firefox: length-prefixed JSON arrays over a loopback socket,
 * [0, id, command, parameters] answered by [1, id, error, result]. No driver binary is needed.
 * Protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface Waiting {
  command: string;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** Where a script runs: 'content' is the current tab's page, 'chrome' is the browser's own window, fully privileged. */
export type Context = 'content' | 'chrome';

export class Marionette {
  readonly #socket: net.Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;
  #context: Context = 'content';

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    const end = (error: Error) => {
      for (const { command, reject } of this.#waiting.values()) reject(new Error(`${command}: ${error.message}`));
      this.#waiting.clear();
    };
    socket.on('error', end);
    socket.on('close', () => end(new Error('Firefox closed the connection')));
  }

  /** Connects as soon as Firefox listens, and opens a session; rejects when it does not within the time. */
  static async connect(port: number, withinMs: number): Promise<Marionette> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const socket = await tryConnect(port);
      if (socket) {
        const client = new Marionette(socket);
        await client.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
        await client.send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });
        return client;
      }
      if (Date.now() > deadline) throw new Error(`no Marionette on port ${port} within ${withinMs} ms`);
      await sleep(100);
    }
  }

  /** Sends one command and resolves with its result; rejects with the protocol's error. */
  send(command: string, parameters: { [key: string]: Json } = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const body = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { command, resolve, reject });
      this.#socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
    });
  }

  /**
   * Runs the body of an async function and resolves with what it returns (as JSON).
   * Its parameters are `args[0]`, `args[1]`, …
   */
  async run(context: Context, body: string, args: Json[] = []): Promise<unknown> {
    await this.switchTo(context);
    const script = `
      const done = arguments[arguments.length - 1];
      const args = [...arguments].slice(0, -1);
      (async () => { ${body} })().then(
        (value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error) }),
      );`;
    const parameters: { [key: string]: Json } = { script, args, newSandbox: true };
    if (context === 'chrome') parameters.sandbox = 'system';
    const result = (await this.send('WebDriver:ExecuteAsyncScript', parameters)) as {
      value: { value?: unknown; error?: string } | null;
    };
    if (result.value?.error !== undefined) throw new Error(result.value.error);
    return result.value?.value;
  }

  async switchTo(context: Context): Promise<void> {
    if (context === this.#context) return;
    await this.send('Marionette:SetContext', { value: context });
    this.#context = context;
  }

  disconnect(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const start = colon + 1;
      const end = start + Number(this.#received.toString('latin1', 0, colon));
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.toString('utf8', start, end));
      this.#received = this.#received.subarray(end);
      if (Array.isArray(message)) this.#settle(message);
    }
  }

  #settle([, id, error, result]: unknown[]): void {
    const waiting = this.#waiting.get(id as number);
    this.#waiting.delete(id as number);
    if (!waiting) return;
    if (error) {
      const { error: kind, message } = error as { error: string; message: string };
      waiting.reject(new Error(`${waiting.command}: ${kind}: ${message}`));
    } else {
      waiting.resolve(result);
    }
  }
}

function tryConnect(port: number): Promise<net.Socket | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
