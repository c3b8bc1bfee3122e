import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { collectNotices } from '../notices.mjs';
import { writeTypes } from '../types.mjs';

/** Builds the package into dist/: the program, the library, and the widget's files that it serves (`widget/build.mjs` makes them). */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const out = process.env.SIDELIGHT_HUB_OUT ?? path('dist');
const widget = process.env.SIDELIGHT_WIDGET_OUT ?? path('../dist');

rmSync(out, { recursive: true, force: true });
const notices = collectNotices();
for (const name of ['cli', 'index']) {
  await build({
    configFile: false,
    root: path('.'),
    // The package stands alone: what it needs is in it. `pg-native` is the driver's other half, which it does without.
    ssr: { noExternal: true, external: ['pg-native'] },
    plugins: [notices.plugin],
    logLevel: 'warn',
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      ssr: path(`${name}.ts`),
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: `${name}.js` } },
    },
  });
}

// What is run by its name; it says so where the program cannot run.
cpSync(path('sidelight-hub.js'), join(out, 'sidelight-hub.js'));

writeFileSync(join(out, 'NOTICES.txt'), notices.text());

// All but what is for a site's bundler.
mkdirSync(join(out, 'public'));
const served = readdirSync(widget).filter((one) => /\.js$/.test(one) && !/^(index|all)\.js$/.test(one));
for (const name of [...served, 'NOTICES.txt']) cpSync(join(widget, name), join(out, 'public', name));

// As whoever installed the package would write them.
mkdirSync(join(out, 'examples'));
for (const name of readdirSync(path('examples')))
  writeFileSync(
    join(out, 'examples', name),
    readFileSync(path(`examples/${name}`), 'utf8')
      .replace("'../index.ts'", "'@sidelight/hub'")
      .replace(/ In a project of your own.*$/m, ''),
  );

if (!process.argv.includes('--no-types'))
  writeTypes({ config: path('tsconfig.json'), entries: ['widget/hub/index.ts'], out: join(out, 'types') });
