import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { HubEnv, WidgetFile } from './env.ts';

/** What the widget fetches of a hub; the rest is one file for each of its own languages. */
export const WIDGET_FILES = [
  ...['w.js', 'app.js', 'more.js', 'seal.js', 'page.js'],
  ...['en', 'zh-Hans', 'zh-Hant', 'ar'].map((lang) => `rest.${lang}.js`),
];

/** The widget's scripts in a folder, read once; each by its plain name and by one with the hash of what it holds. */
export function widgetFiles(folder: string): Required<Pick<HubEnv, 'file' | 'hashedName'>> {
  const files = new Map<string, WidgetFile>();
  const hashedNames = new Map<string, string>();
  for (const name of WIDGET_FILES.filter((one) => existsSync(join(folder, one)))) {
    const body = new Uint8Array(readFileSync(join(folder, name)));
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
    const hashed = name.replace(/\.js$/, `.${hash}.js`);
    const file = { body, br: new Uint8Array(brotliCompressSync(body)), etag: `"${hash}"`, immutable: false };
    files.set(name, file);
    files.set(hashed, { ...file, immutable: true });
    hashedNames.set(name, hashed);
  }
  return { file: (name) => files.get(name) ?? null, hashedName: (name) => hashedNames.get(name) ?? name };
}
