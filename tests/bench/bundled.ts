import path from 'node:path';
import { build } from 'vite';
import { ROOT } from '../support/build.ts';

/** A file that imports code of the product by alias, and all that it imports, as one script: to be run in a page, or here. */
export async function codeOf(file: string, format: 'iife' | 'es' = 'iife'): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: { entry: path.join(ROOT, file), formats: [format], name: 'bundle' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error(`${file} was not bundled.`);
  return result.output[0].code;
}

/** What such a file exports, run here. */
export async function bundled<T>(file: string): Promise<T> {
  const code = Buffer.from(await codeOf(file, 'es')).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
