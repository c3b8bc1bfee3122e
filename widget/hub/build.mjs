import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the package into dist/: the program, the library, and the widget's files that it serves (`widget/build.mjs` makes them). */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const out = process.env.SIDELIGHT_HUB_OUT ?? path('dist');
const widget = process.env.SIDELIGHT_WIDGET_OUT ?? path('../dist');

rmSync(out, { recursive: true, force: true });
for (const name of ['cli', 'index']) {
  await build({
    configFile: false,
    root: path('.'),
    // The package stands alone: what it needs is in it. `pg-native` is the driver's other half, which it does without.
    ssr: { noExternal: true, external: ['pg-native'] },
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

mkdirSync(join(out, 'public'));
for (const name of readdirSync(widget).filter((one) => /^(w|app|rest\.[\w-]+|seal|page)\.js$/.test(one)))
  cpSync(join(widget, name), join(out, 'public', name));

if (!process.argv.includes('--no-types')) {
  const tsc = path('../../node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, '-p', path('tsconfig.json'), '--outDir', join(out, 'types')],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stdout);
}
