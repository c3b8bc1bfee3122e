import path from 'node:path';
import { build } from 'vite';
import { ROOT } from '../build.ts';

/** Bundles an example as its reader would: with the package by its name, as it is built. */
export async function bundle(file: string): Promise<string> {
  const dist = (name: string) => path.join(ROOT, 'widget/dist', name);
  const made = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: '@sidelight/widget/all', replacement: dist('all.js') },
        { find: '@sidelight/widget', replacement: dist('index.js') },
      ],
    },
    build: {
      write: false,
      lib: { entry: path.join(ROOT, 'widget/examples', file), formats: ['iife'], name: 'example' },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  if (!first || !('output' in first)) throw new Error(`${file} was not bundled.`);
  return first.output[0].code;
}

/** The drawing of a form as the builder's preview has it: one script that leaves `drawn.render` on the page. */
export async function bundleRender(): Promise<string> {
  const made = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      lib: { entry: path.join(ROOT, 'widget/app/render.tsx'), formats: ['iife'], name: 'drawn' },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  if (!first || !('output' in first)) throw new Error('The drawing was not bundled.');
  return first.output[0].code;
}
