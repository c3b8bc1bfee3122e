import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyValue } from '../index.ts';

const isMissing = (error: unknown) => (error as { code?: string }).code === 'ENOENT';

/** A store of one file an entry, written through to the disk. For one machine; its keys are made of letters, digits, `-` and `/`. */
export async function fileStore(folder: string): Promise<KeyValue> {
  const pathOf = (key: string) => join(folder, key.replaceAll('/', '+'));
  await mkdir(folder, { recursive: true });
  let made = 0;

  return {
    async get(key) {
      try {
        return await readFile(pathOf(key), 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    /** Written whole beside its place and then put there at once: there is never half an entry. */
    async put(key, value, ifAbsent = false) {
      const beside = join(folder, `.${process.pid}.${made++}`);
      const file = await open(beside, 'wx');
      try {
        await file.writeFile(value);
        await file.sync();
      } finally {
        await file.close();
      }
      if (!ifAbsent) {
        await rename(beside, pathOf(key));
        return true;
      }
      try {
        await link(beside, pathOf(key));
        return true;
      } catch (error) {
        if ((error as { code?: string }).code === 'EEXIST') return false;
        throw error;
      } finally {
        await rm(beside);
      }
    },
    async list(prefix, after, limit) {
      const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
      const keys = names.map((name) => name.replaceAll('+', '/'));
      return keys
        .filter((key) => key.startsWith(prefix) && key > after)
        .sort()
        .slice(0, limit);
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  };
}
