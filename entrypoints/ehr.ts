/**
 * The reader that is put into a page after the click on the toolbar button. An unlisted script rather than a WXT content
 * script: WXT's wrapper announces itself by events that the page can hear and forge (docs/adr/0002-reader-in-the-page.md).
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type PageRuntime, servePanel, type WaitingReader } from '../content-scripts/serve-panel.ts';

/**
 * Only this isolated world sees it. A reader that is there already stays, because it alone remembers whose chart the page
 * showed; one that an earlier version of the extension left behind is replaced.
 */
const world = globalThis as typeof globalThis & {
  bortezomibReader?: WaitingReader;
  /** Firefox's, and Chrome's by the same shape: both answer with promises (docs/adr/0002-reader-in-the-page.md) */
  browser?: { runtime: PageRuntime };
  chrome: { runtime: PageRuntime };
};

export default defineUnlistedScript(() => {
  // an element of the page answers by its name where the world has nothing of its own
  const former = Object.hasOwn(world, 'bortezomibReader') ? world.bortezomibReader : undefined;
  if (former?.beginAnew()) return;
  former?.stop();
  const { runtime } = (Object.hasOwn(world, 'browser') && world.browser) || world.chrome;
  world.bortezomibReader = servePanel(runtime);
});
