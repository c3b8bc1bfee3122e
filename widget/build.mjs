import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { drawOnly } from './draw-only.mjs';
import { collectNotices } from './notices.mjs';
import { sealOnly } from './seal-only.mjs';
import { writeTypes } from './types.mjs';

/**
 * Builds the widget into dist/: what a hub serves (`w.js`, `app.js`, `rest.<language>.js`, `more.js`, `seal.js`, `page.js`), what a bundler takes
 * (`index.js`, `all.js`), and types. Every file is built by itself; what those beside `app.js` share with it they take from it, for it is
 * there when they come.
 */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const out = process.env.SIDELIGHT_WIDGET_OUT ?? path('dist');
const RESTS = ['en', 'zh-Hans', 'zh-Hant', 'ar'].map((lang) => `rest.${lang}`);
const NAMES = ['w', 'app', ...RESTS, 'more', 'seal', 'page', 'index', 'all'];
const SHARED = [
  ...['path', 'piping', 'rules', 'scale'].map((name) => `../lib/surveys/${name}.ts`),
  ...['app/goes-on.ts', 'app/render.tsx', 'app/words.ts', 'seal/patience.ts', 'entries/app.ts'],
].map(path);
// What few forms need brings its own rules: handing them out would cost every page 20 bytes.
const SHARING = [...RESTS, 'page'];
const SHORT = ['app', ...SHARING, 'more', 'all'];

// A runner of tests leaves NODE_ENV=test to what it starts, and the JSX would then name its file and line in every element.
process.env.NODE_ENV = 'production';

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

/**
 * Names of what these files alone hand to each other, shortened in all of them alike. None of them is a name in a form, in an answer,
 * in what a site calls, or of the browser's; none is read by a name that is computed.
 */
const OWN =
  'labelledBy describedBy beside draft drafts guide guided solo invalid onClose isUntouched isLast goOn pageId trail faults hand isOpen surface said touched preview prefill shadow press flush below arrows keepOrder byHand copied unset delivery pause sealed deliver prepare retry onKey onCancel options variables rest post css look cells share drag change back say pressed know'.split(
    ' ',
  );
/** A to Z, then AA to ZA. */
const shortName = (index) => String.fromCharCode(65 + (index % 26)) + (index < 26 ? '' : 'A');
const ownNames = {
  include: new RegExp(`^(${OWN.join('|')})$`),
  cache: Object.fromEntries(OWN.map((name, index) => [name, shortName(index)])),
};
/** The names that @hpke/core keeps to itself. */
const privateNames = { include: /^_[a-z]/ };

/** Fails where the app does not hand out what is taken from it. */
let handedOut = [];
const shared = {
  name: 'shared',
  enforce: 'pre',
  async resolveId(source, importer) {
    const { id } = (importer && (await this.resolve(source, importer, { skipSelf: true }))) || {};
    return SHARED.includes(id) ? { id: './app.js', external: true } : null;
  },
  generateBundle(_, files) {
    for (const { importedBindings } of Object.values(files))
      for (const taken of importedBindings?.['./app.js'] ?? [])
        if (!handedOut.includes(taken)) this.error(`app.js does not export ${taken}`);
  },
};
const handsOut = {
  name: 'hands-out',
  generateBundle(_, { 'app.js': app }) {
    handedOut = app.exports;
  },
};

const notices = collectNotices();
for (const name of NAMES) {
  await build({
    configFile: false,
    root: path('.'),
    logLevel: 'warn',
    plugins: [
      jsx,
      finished,
      notices.plugin,
      name === 'app' && handsOut,
      ['app', 'all'].includes(name) && drawOnly(),
      SHARING.includes(name) && shared,
      ['seal', 'all'].includes(name) && sealOnly(),
    ],
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
      lib: {
        entry: path(`entries/${name}.ts`),
        formats: [name === 'w' ? 'iife' : 'es'],
        name: 'w',
        fileName: () => `${name}.js`,
      },
      rolldownOptions: {
        // Files of their own beside this one: a site's bundler cuts them off again.
        external: ['crypto', './app.js', ...RESTS.map((rest) => `./${rest}.js`), './more.js', './seal.js'],
        // Library builds are left with their white space unless told.
        output: {
          codeSplitting: false,
          minify: {
            compress: true,
            mangle: true,
            codegen: true,
            mangleProps: name === 'seal' ? privateNames : SHORT.includes(name) ? ownNames : undefined,
          },
        },
      },
    },
  });
}

writeFileSync(join(out, 'NOTICES.txt'), notices.text());

if (!process.argv.includes('--no-types'))
  writeTypes({
    config: path('tsconfig.json'),
    entries: ['widget/entries/index.ts', 'widget/entries/all.ts'],
    out: join(out, 'types'),
  });
