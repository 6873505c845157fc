import { defineConfig } from 'wxt';
import { packageFromEnvironment } from './scripts/package/package-options.ts';
import { licenceTexts, namedLibrariesOnly } from './scripts/package/shipped-libraries.ts';
import { chromeManagedSchema } from './settings/chrome-schema.ts';

/**
 * Content security policy of the extension's own pages: nothing but the extension's own files, no connection of any
 * kind, and a sandbox without pop-ups and top navigation (`allow-modals` is what print() needs). Facts and limits: docs/adr/0003-nothing-leaves.md.
 */
const EXTENSION_PAGES_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; sandbox allow-scripts allow-same-origin allow-modals";

/** What an organisation may set by policy, in Chromium's dialect; Firefox wants no schema. */
const MANAGED_SCHEMA = 'managed-settings.json';

/** Vite's helper for dynamic imports puts <link> elements into the page; with its preloading off it has nothing to do. */
function plainDynamicImports() {
  return {
    name: 'plain-dynamic-imports',
    enforce: 'pre' as const,
    load: (id: string) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}

// A build started from a test would otherwise inherit its NODE_ENV and ship React's development build.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

/** What `npm run package` asks for; the personal package where nothing does. */
const { outDir, version, hosts, chromiumUpdateUrl, firefoxId, firefoxUpdateUrl } = packageFromEnvironment();

export default defineConfig({
  ...(outDir === undefined ? {} : { outDir }),
  modules: ['@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_shortName__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    ...(version === undefined ? {} : { version }),
    // The personal package reads the tab that was clicked on; the managed one reads its hosts, and no other by any click.
    permissions: [...(hosts ? [] : ['activeTab']), 'scripting', 'idle', 'storage'],
    // A framed part may belong to another site: its user may let the personal package read that one. Nothing is granted before.
    ...(hosts ? { host_permissions: [...hosts] } : { optional_host_permissions: ['https://*/*', 'http://*/*'] }),
    action: { default_title: '__MSG_extension_action__' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+B' } } },
    ...(command === 'build' ? { content_security_policy: { extension_pages: EXTENSION_PAGES_CSP } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: firefoxId,
              ...(firefoxUpdateUrl === undefined ? {} : { update_url: firefoxUpdateUrl }),
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '121',
          storage: { managed_schema: MANAGED_SCHEMA },
          ...(chromiumUpdateUrl === undefined ? {} : { update_url: chromiumUpdateUrl }),
        }),
  }),
  hooks: {
    'build:publicAssets': (wxt, files) => {
      files.push({ relativeDest: 'third-party-licences.txt', contents: licenceTexts(import.meta.dirname) });
      if (wxt.config.browser === 'firefox') return;
      files.push({ relativeDest: MANAGED_SCHEMA, contents: JSON.stringify(chromeManagedSchema(), null, 2) });
    },
  },
  // One file of styles, so that a part whose code is loaded later has nothing else to wait for.
  // WXT's own wrapper of the page's script logs in development only: what it would say is left out.
  vite: () => ({
    build: {
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: { treeshake: { manualPureFunctions: ['logger.error'] } },
    },
    plugins: [plainDynamicImports(), namedLibrariesOnly(import.meta.dirname)],
  }),
});
