/**
 * The reader that is put into a page after the click on the toolbar button. An unlisted script rather than a WXT content
 * script: WXT's wrapper announces itself by events that the page can hear and forge (docs/adr/0002-reader-in-the-page.md).
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type PageRuntime, type Reader, servePanel } from '../content-scripts/serve-panel.ts';

/** Only this isolated world sees it; a second click replaces the reader instead of adding one. */
const world = globalThis as typeof globalThis & {
  bortezomibReader?: Reader;
  /** Firefox's, and Chrome's by the same shape: both answer with promises (docs/adr/0002-reader-in-the-page.md) */
  browser?: { runtime: PageRuntime };
  chrome: { runtime: PageRuntime };
};

export default defineUnlistedScript(() => {
  // an element of the page answers by its name where the world has nothing of its own
  if (Object.hasOwn(world, 'bortezomibReader')) world.bortezomibReader?.stop();
  const { runtime } = (Object.hasOwn(world, 'browser') && world.browser) || world.chrome;
  world.bortezomibReader = servePanel(runtime);
});
