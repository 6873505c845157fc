/**
 * The pages that mean it ill, in Firefox ESR: what keeps page and reader apart there is another mechanism than in Chromium.
 * The largest pages are left to Chromium. After every page, a plain chart is read right (H30, H31).
 */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Firefox } from '../../scripts/drive/firefox.ts';
import { type Panel, panelInSidebar } from '../../scripts/drive/panel.ts';
import { atRest, PLAIN, type Served, STRANGE, serve } from './hostile-ground.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';

const BUILT = path.resolve(import.meta.dirname, '../../.output/firefox-mv3');
const LARGE = /10-MB|5,000|6,000|huge|deep/;
/** It changes while it loads, and no reader is there before the click: there is nothing to see of it. */
const BEFORE_THE_CLICK = 'restless-banner';

let server: Served;
let firefox: Firefox;
let panel: Panel;

beforeAll(async () => {
  server = await serve(
    new Map([['plain', PLAIN], ...Object.entries(HOSTILE_PAGES).map(([name, { html }]) => [name, html] as const)]),
  );
  firefox = await Firefox.launch({ extensionDir: BUILT, headless: true });
  await firefox.goto(`${server.url}plain`);
  await firefox.openPanel();
  panel = panelInSidebar(firefox);
  await panel.waitForState(['ready', 'partly-read']);
});
afterAll(async () => {
  await firefox?.close();
  server?.close();
});

/** Every error of a script in the browser's console that is neither Firefox's own nor of a page. */
const FAULTS = `
  return Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
    .filter(({ category, sourceName }) => category === 'content javascript' && !/^https?:/.test(sourceName))
    .map(String);`;

/** A page is loaded and its button clicked, because the grant goes with the former page. */
async function open(name: string): Promise<void> {
  await firefox.goto(`${server.url}${name}`);
  await firefox.clickToolbarButton();
}

describe('hostile pages in Firefox ESR', () => {
  test('an error of the extension would be heard', async () => {
    await firefox.inSidebar(`setTimeout(() => { throw new Error('planted'); });`);
    await expect.poll(() => firefox.inWindow(FAULTS)).toEqual([expect.stringMatching(/planted/)]);
    await firefox.inWindow('Services.console.reset();');
  });

  test.each(Object.entries(HOSTILE_PAGES).filter(([name]) => !LARGE.test(name) && name !== BEFORE_THE_CLICK))(
    '%s',
    async (name, { states, says, asked, lasts = 0 }) => {
      await open(name);
      await new Promise((resolve) => setTimeout(resolve, lasts));
      const first = await atRest(panel);
      expect(states, first.text).toContain(first.state);
      expect(first.text).toMatch(says);
      if (asked) {
        await panel.readAgain();
        const again = await atRest(panel);
        expect(asked, again.text).toContain(again.state);
      }
      expect(await panel.run(STRANGE)).toEqual({ canary: null, strange: [] });

      await open('plain');
      await panel.waitForState(['ready']);
      const { text } = await atRest(panel);
      expect(text).toContain('Chart on screen: Amber Zztest');
      expect(text).not.toMatch(/Mallory|Velcade|FORGED/);
      expect(await firefox.inWindow(FAULTS)).toEqual([]);
    },
  );
});
