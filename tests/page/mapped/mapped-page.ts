/** A page at an address of its own, read with mappings. */
import type { Browser, Page } from 'puppeteer-core';
import type { PageReading } from '../../../content-scripts/page-reading.ts';
import type { SiteMapping } from '../../../mapping/shape.ts';
import { readPage } from '../browser.ts';
import { summarise } from '../summary.ts';

export type ReadMapped = Awaited<ReturnType<typeof readMapped>>;

/** Shows the HTML at the address, without any server, and hands over the page. */
async function showAt(browser: Browser, url: string, html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => void request.respond({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(url);
  return page;
}

/** Reads the HTML at the address with the mappings; the page itself has to stay as it was. */
export async function readMapped(browser: Browser, url: string, html: string, mappings: readonly SiteMapping[]) {
  const page = await showAt(browser, url, html);
  try {
    const before = await page.evaluate('document.documentElement.outerHTML');
    const reading = await readPage(page, mappings);
    if ((await page.evaluate('document.documentElement.outerHTML')) !== before) throw new Error('the page was changed');
    return { ...summarise(reading), health: reading.health, by: adaptersOf(reading), reading };
  } finally {
    await page.close();
  }
}

/** Which reader each value of the first order came from. */
const adaptersOf = ({ orders }: PageReading): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(orders[0] ?? {}).flatMap(([field, value]) =>
      typeof value === 'object' && value.status === 'read' ? [[field, value.from.adapter]] : [],
    ),
  );
