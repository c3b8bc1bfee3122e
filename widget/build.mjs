import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds the widget into dist/: what a hub serves (`w.js`, `app.js`, `seal.js`, `page.js`, each complete in itself), what a
 * bundler takes (`index.js`, `all.js`), and types. Every file is built by itself, so that none asks for a chunk that they share.
 */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const out = process.env.SIDELIGHT_WIDGET_OUT ?? path('dist');
const FILES = { w: 'iife', app: 'es', seal: 'es', page: 'es', index: 'es', all: 'es' };

rmSync(out, { recursive: true, force: true });
/**
 * What was written for the builder of this package means nothing to the next one: its hints; and Node's own cryptography, for which
 * @hpke/core asks where there is no Web Crypto. There the widget is silent.
 */
const finished = {
  name: 'finished',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      file.code = file.code
        ?.replace(/\s*\/\* @vite-ignore \*\/\s*/g, '')
        .replace(/import\([`'"]crypto[`'"]\)/g, '{}');
    }
  },
};

for (const [name, format] of Object.entries(FILES)) {
  await build({
    configFile: false,
    root: path('.'),
    logLevel: 'warn',
    plugins: [finished],
    // A fifth of Preact is all that is used, and all that is shipped.
    resolve: { alias: [{ find: /^preact(\/jsx-runtime)?$/, replacement: path('app/dom.ts') }] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      minify: 'oxc',
      modulePreload: false,
      lib: { entry: path(`entries/${name}.ts`), formats: [format], name: 'w', fileName: () => `${name}.js` },
      rolldownOptions: {
        // Files of their own beside this one: a site's bundler cuts them off again.
        external: ['crypto', './app.js', './seal.js'],
        // Library builds are left with their white space unless told.
        output: { codeSplitting: false, minify: true },
      },
    },
  });
}

if (!process.argv.includes('--no-types')) {
  const tsc = path('../node_modules/.bin/tsc');
  const { status, stdout } = spawnSync(tsc, ['-p', path('tsconfig.json'), '--outDir', `${out}/types`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout);
}
