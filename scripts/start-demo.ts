/**
 * The main job, shown: a bortezomib order in the demo EHR with the extension's real side panel beside it.
 * With a display the browser stays open for whoever sits before it. Without one, or with --headless, the road is played:
 * read, grade 2 with pain, grade 1 without; what was read and the advice are printed, and screenshots are saved.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { serveDemoEhr } from '../tests/ehr/medplum/serve.mjs';
import { argumentsOf } from './command-line.ts';
import { Chromium } from './drive/chromium.ts';
import { panelIn } from './drive/panel.ts';
import { sideBySide, type WindowPictures } from './drive/pictures.ts';

const ROOT = path.dirname(import.meta.dirname);
const EXTENSION = path.join(ROOT, '.output/chrome-mv3');
const PICTURES = path.join(ROOT, '.artifacts/demo');

/** What the demo answers, in this order. */
const ASSESSMENTS = [
  { grade: 2, pain: true, picture: 'grade-2-with-pain' },
  { grade: 1, pain: false, picture: 'grade-1-no-pain' },
];

const { values: options } = argumentsOf(import.meta.url, {
  options: { headless: { type: 'boolean', default: false } },
});
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

await (options.headless || !hasDisplay ? playTheRoad() : leaveOpen());

/** Opens everything and waits until the browser is closed. */
async function leaveOpen(): Promise<void> {
  const { url, server } = await serveDemoEhr();
  const chromium = await Chromium.launch({ extensionDir: EXTENSION, headless: false }).catch((error: Error) => {
    throw new Error(
      `the browser did not start on this display (npm start -- --headless plays the demo): ${error.message}`,
    );
  });
  const page = await openOrder(chromium, url);
  await chromium.openPanel(page);
  console.log(`
The demo EHR is at ${page.url()}, the panel beside it has read the order.
Choose a grade and whether there is pain; choose another patient on the left.
On any other tab: click the toolbar button to let the panel read it. Close the browser to end.`);
  await new Promise<void>((resolve) => chromium.browser.once('disconnected', () => resolve()));
  server.close();
}

/** Plays the road without anybody and prints it. */
async function playTheRoad(): Promise<void> {
  const { url, server } = await serveDemoEhr();
  const chromium = await Chromium.launch({ extensionDir: EXTENSION, headless: true });
  try {
    const page = await openOrder(chromium, url);
    const panelPage = await chromium.openPanel(page);
    const panel = panelIn(panelPage);
    const state = await panel.waitForState(['ready', 'partly-read']);
    await sleep(500); // the window gives the panel its room in a short movement
    const windows = new Map<string, WindowPictures>([['order-read', await photograph(page, panelPage)]]);

    heading(`What was read from ${await page.title()} (${state})`);
    await panel.unfold('What was read');
    print(await panel.sectionText('What was read'));

    for (const { grade, pain, picture } of ASSESSMENTS) {
      await panel.choose('grade', String(grade));
      await panel.choose('pain', pain ? 'yes' : 'no');
      heading(`Advice for grade ${grade}, ${pain ? 'with' : 'without'} neuropathic pain`);
      print(await panel.sectionText('Advice'));
      await panel.scrollTo('Advice');
      windows.set(picture, await photograph(page, panelPage));
    }
    await chromium.close();
    await save(windows);
  } finally {
    await chromium.close().catch(() => undefined);
    server.close();
  }
}

/** Shows the first patient's order and waits until it stands on the page. */
async function openOrder(chromium: Chromium, url: string): Promise<Page> {
  const page = await chromium.firstPage();
  await page.goto(url);
  await page.waitForFunction(() => document.body.textContent.includes('mg/m²'));
  return page;
}

async function photograph(page: Page, panel: Page): Promise<WindowPictures> {
  return { page: await page.screenshot(), panel: await panel.screenshot() };
}

async function save(windows: Map<string, WindowPictures>): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const pictures = await sideBySide([...windows.values()]);
  heading('Screenshots');
  for (const [index, name] of [...windows.keys()].entries()) {
    const file = path.join(PICTURES, `${index + 1}-${name}.png`);
    await writeFile(file, pictures[index] ?? new Uint8Array());
    console.log(`  ${path.relative(process.cwd(), file)}`);
  }
}

function heading(text: string): void {
  console.log(`\n${text}`);
}

function print(text: string): void {
  console.log(text.replace(/^/gm, '  '));
}
