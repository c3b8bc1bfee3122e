import path from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from '../../support/build.ts';
import { type Edit, MUTANTS } from './mutants.ts';

/** Plants the fault named by SIDELIGHT_MUTANT; without that name, or when a text does not stand exactly once, it throws. */
export function plant(): Plugin {
  const mutant = MUTANTS[process.env.SIDELIGHT_MUTANT ?? ''];
  if (!mutant) throw new Error(`There is no mutant "${process.env.SIDELIGHT_MUTANT}".`);
  const edited = new Set(mutant.edits.map(({ file }) => path.join(ROOT, file)));
  return {
    name: 'plant',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0] as string;
      if (!edited.has(file)) return null;
      const edits = mutant.edits.filter((edit) => path.join(ROOT, edit.file) === file);
      return { code: edits.reduce(applied, code), map: null };
    },
  };
}

/** The text with the fault in it; throws when what it replaces does not stand there exactly once. */
export function applied(code: string, { file, find, replace }: Edit): string {
  const [before, after, ...more] = code.split(find);
  if (after === undefined || more.length > 0)
    throw new Error(`${file}: "${find}" does not stand there once.`);
  return `${before}${replace}${after}`;
}
