import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { importsOf } from './architecture';

/**
 * What is evaluated before the first line of a file: its imports and theirs, but not what is loaded by `import()`. Project files by
 * path from the root, packages by name; each with the file that asks for it first.
 */
export function startOf(root: string, entry: string): Map<string, string> {
  const found = new Map([[entry, '']]);
  for (const file of found.keys()) {
    if (!existsSync(join(root, file))) continue;
    for (const { from, typeOnly, text } of importsOf(readFileSync(join(root, file), 'utf8'))) {
      if (typeOnly || /\bimport\(/.test(text) || isOfTypes(text)) continue;
      const target = fileOf(root, file, from);
      if (!found.has(target)) found.set(target, file);
    }
  }
  return found;
}

/** `import { type A, type B } from`: nothing is left of it. */
function isOfTypes(text: string): boolean {
  const names = /\{([^}]*)\}/
    .exec(text)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return !!names && names.filter(Boolean).every((name) => name.startsWith('type '));
}

function fileOf(root: string, file: string, from: string): string {
  const path = from.startsWith('@/')
    ? from.slice(2)
    : from.startsWith('.')
      ? normalize(join(dirname(file), from))
      : null;
  if (path === null) return from;
  const known = ['', '.ts', '.tsx', '/index.ts'].map((end) => path + end);
  return known.find((one) => /\.\w+$/.test(one) && existsSync(join(root, one))) ?? path;
}
