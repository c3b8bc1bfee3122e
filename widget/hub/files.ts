import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { HubEnv, WidgetFile } from './env.ts';

/** The widget's scripts in a folder, read once; each by its plain name and by one with the hash of what it holds. */
export function widgetFiles(folder: string): Required<Pick<HubEnv, 'file' | 'hashedName'>> {
  const files = new Map<string, WidgetFile>();
  const names = new Map<string, string>();
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => /^[\w.-]+\.js$/.test(name)) : [];
  for (const name of found) {
    const body = new Uint8Array(readFileSync(join(folder, name)));
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
    const file = { body, br: new Uint8Array(brotliCompressSync(body)), etag: `"${hash}"`, immutable: false };
    const hashed = name.replace(/\.js$/, `.${hash}.js`);
    files.set(name, file);
    files.set(hashed, { ...file, immutable: true });
    names.set(name, hashed);
  }
  return { file: (name) => files.get(name) ?? null, hashedName: (name) => names.get(name) ?? name };
}
