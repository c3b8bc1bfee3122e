import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { lazySchemas } from './lazy-schemas';
import { nativeInPages } from './native-in-pages';
import { sharedChunks } from './shared-chunks';
import { collectNotices } from './widget/notices.mjs';

/** Firefox wants a fixed id to keep its data between versions; Chrome derives one from the key of the store. */
const GECKO_ID = 'sidelight@sidelight.invalid';

// One for all scripts and pages, each of which is a build of its own.
const notices = collectNotices();

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  outDir: process.env.SIDELIGHT_OUT ?? '.output',
  targetBrowsers: ['chrome', 'firefox'],
  // What Mozilla's reviewers build from is the product alone.
  zip: { excludeSources: ['tests/**', 'test-results/**', 'playwright-report/**'] },
  hooks: {
    'build:done': ({ config }) => writeFileSync(join(config.outDir, 'NOTICES.txt'), notices.text()),
  },
  vite: () => ({
    build: {
      // A page names all that it starts with, so that nothing waits for the script that would ask for it.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
      },
    },
    plugins: [nativeInPages(), lazySchemas(), sharedChunks(), notices.plugin],
    // The worker of a page, in parts: what reads files is not loaded to count something.
    worker: {
      format: 'es',
      plugins: () => [lazySchemas(), notices.plugin],
      rolldownOptions: {
        output: { entryFileNames: 'jobs.js', chunkFileNames: 'chunks/jobs-[name]-[hash].js' },
      },
    },
  }),
  manifest: ({ browser, mode }) => ({
    // The one place that is ever asked is the hub that the user connected (lib/hub/client.ts), which may be anywhere; in the clear
    // only on this computer. A development server may be asked too.
    ...(mode === 'production'
      ? {
          content_security_policy: {
            extension_pages:
              "script-src 'self'; object-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
          },
        }
      : {}),
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // Off in private windows until the user lets it in, in the browser's own settings.
    incognito: 'spanning',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'alarms',
      'contextMenus',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    commands: {
      'toggle-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_toggle_panel__' },
      'side-panel': { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_side_panel__' },
      'hide-hour': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_hide_hour__' },
    },
    web_accessible_resources: [
      {
        resources: ['panel.html'],
        matches: ['https://*/*', 'http://*/*'],
        ...(browser === 'chrome' ? { use_dynamic_url: true } : {}),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
          sidebar_action: {
            default_panel: 'panel.html',
            default_title: '__MSG_name__',
            open_at_install: false,
          },
        }
      : { minimum_chrome_version: '124', side_panel: { default_path: 'panel.html' } }),
  }),
});
