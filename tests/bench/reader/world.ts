/** A page in real Chromium with an isolated world, as a content script has one, and what work in it costs. */
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { build } from 'vite';

/** One script out of a module beside this one and all that it imports. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['iife'], name: 'measured' },
    },
  });
  const output = [built].flat()[0];
  if (!output || !('output' in output)) throw new Error(`nothing was built from ${entry}`);
  return output.output[0].code;
}

/** A page with an isolated world of its own. */
export class World {
  readonly page: Page;
  readonly #session: CDPSession;
  readonly #contextId: number;

  private constructor(page: Page, session: CDPSession, contextId: number) {
    this.page = page;
    this.#session = session;
    this.#contextId = contextId;
  }

  static async open(browser: Browser, html: string, scripts: readonly string[]): Promise<World> {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.screenshot();
    const session = await page.createCDPSession();
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'bench',
    });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const world = new World(page, session, executionContextId);
    for (const script of scripts) await world.run(script);
    return world;
  }

  async run(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      contextId: this.#contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async #busyMs(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  }

  /** Processor time of the page's thread for what an expression does. */
  async cost(expression: string): Promise<number> {
    const before = await this.#busyMs();
    await this.run(expression);
    return (await this.#busyMs()) - before;
  }

  async heapBytes(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#session.send('Runtime.getHeapUsage');
    return usedSize;
  }
}
