/** The page's half of the mapping mode, put into the tab that an administrator maps, and only for as long as that takes. */
import browser from 'webextension-polyfill';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveMappingMode } from '../content-scripts/mapping-mode/serve-mapping-mode.ts';

const world = globalThis as typeof globalThis & { bortezomibMapping?: ReturnType<typeof serveMappingMode> };

export default defineUnlistedScript(() => {
  world.bortezomibMapping?.stop();
  world.bortezomibMapping = serveMappingMode(browser.runtime);
});
