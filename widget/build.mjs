import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds the widget into dist/: what a hub serves (`w.js`, `app.js`, `rest.js`, `seal.js`, `page.js`, each complete in itself), what a
 * bundler takes (`index.js`, `all.js`), and types. Every file is built by itself, so that none asks for a chunk that they share.
 */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const out = process.env.SIDELIGHT_WIDGET_OUT ?? path('dist');
const FILES = { w: 'iife', app: 'es', rest: 'es', seal: 'es', page: 'es', index: 'es', all: 'es' };

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
        .replace(/(\W)?\s*\/\* @__PURE__ \*\/\s*/g, (_, before) => before ?? ' ')
        .replace(/import\([`'"]crypto[`'"]\)/g, '{}');
    }
  },
};

/** JSX by `h`, which is there anyway: `preact/jsx-runtime` would be a second one. */
const jsx = {
  name: 'jsx',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('.tsx') ? `import { Fragment, h } from 'preact';${code}` : null),
};

for (const [name, format] of Object.entries(FILES)) {
  await build({
    configFile: false,
    root: path('.'),
    logLevel: 'warn',
    plugins: [jsx, finished],
    oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      // Nothing for browsers that have no popover: the styles say what they say.
      cssTarget: ['chrome123', 'firefox125', 'safari17.5'],
      minify: 'oxc',
      modulePreload: false,
      lib: { entry: path(`entries/${name}.ts`), formats: [format], name: 'w', fileName: () => `${name}.js` },
      rolldownOptions: {
        // Files of their own beside this one: a site's bundler cuts them off again.
        external: ['crypto', './app.js', './rest.js', './seal.js'],
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
