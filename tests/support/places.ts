import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { importsOf } from './architecture';
import type { Places } from './documents';
import type { Words } from './words';

const PAGES = 'entrypoints/workspace/pages';
const SETTINGS = `${PAGES}/settings/settings-page.tsx`;

/** Keys of words that a source asks for: every text of it that is one. */
const keysIn = (source: string, words: Words): string[] =>
  [...source.matchAll(/'([a-z]+\.\w+)'/g)].map(([, key]) => key!).filter((key) => key in words);

/**
 * Every word that what is imported by some views draws, however far down. What is drawn beside them (navigation, messages) is no part of
 * it, nor is what a label is made of elsewhere.
 */
function drawnBy(root: string, views: readonly string[], words: Words): Set<string> {
  const drawn = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...views];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const source = readFileSync(join(root, file), 'utf8');
    for (const key of keysIn(source, words)) drawn.add(words[key]!);
    for (const { from, typeOnly } of importsOf(source)) {
      const target = typeOnly ? null : fileOf(root, file, from);
      if (target) waiting.push(target);
    }
  }
  return drawn;
}

/** The view or its part that an import names; null for a package, a style, and what draws nothing. */
function fileOf(root: string, file: string, from: string): string | null {
  if (!/^[@.]/.test(from)) return null;
  const path = from.startsWith('@/') ? from.slice(2) : normalize(join(dirname(file), from));
  if (!/^(components|entrypoints)\//.test(path)) return null;
  return ['.ts', '.tsx'].map((ending) => path + ending).find((name) => existsSync(join(root, name))) ?? null;
}

/** The pages of the workspace, the parts of a survey and the parts of the settings by their names, each with all its words. */
export function placesOf(root: string, words: Words): Places {
  const places = new Map<string, Set<string>>();
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const viewsIn = (page: string) =>
    readdirSync(join(root, PAGES, page))
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => `${PAGES}/${page}/${name}`);

  for (const [, page, key] of read('entrypoints/workspace/navigation.tsx').matchAll(
    /page: '(\w+)',\s+label: t\('([\w.]+)'\)/g,
  ))
    places.set(words[key!]!, drawnBy(root, viewsIn(page!), words));

  // What a survey has of its own: six parts under one head.
  const survey = drawnBy(root, [...viewsIn('surveys'), ...viewsIn('results')], words);
  for (const [, key] of read(`${PAGES}/surveys/survey-head.tsx`).matchAll(
    /id: '\w+', label: t\('([\w.]+)'\)/g,
  ))
    places.set(words[key!]!, survey);

  const settings = read(SETTINGS);
  const imported = new Map<string, string>();
  for (const { text, from } of importsOf(settings)) {
    const file = fileOf(root, SETTINGS, from);
    for (const [name] of file ? text.matchAll(/\b[A-Z]\w+/g) : []) imported.set(name, file!);
  }
  const titles = new Set<string>();
  const name = words['common.settings']!;
  for (const [, key, body] of settings.matchAll(
    /<Part\s[^>]*?title=\{t\('([\w.]+)'\)\}[^>]*>([\s\S]*?)<\/Part>/g,
  )) {
    const views = [...body!.matchAll(/<([A-Z]\w+)/g)].flatMap(([, view]) => imported.get(view!) ?? []);
    const drawn = drawnBy(root, views, words);
    for (const one of keysIn(body!, words)) drawn.add(words[one]!);
    titles.add(words[key!]!);
    places.set(`${name}, ${words[key!]!}`, drawn);
  }
  // A place in the settings is one of their parts, not any of their words.
  places.set(name, titles);
  return places;
}

/** Every file of the checkout that is written, by its path from the root. */
export function writtenFiles(root: string): string[] {
  const skipped = /^(node_modules|dist|\..*)$/;
  const under = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (skipped.test(entry.name) && folder !== root) return [];
      if (!entry.isDirectory()) return [relative(root, path)];
      return skipped.test(entry.name) ? [] : under(path);
    });
  return under(root);
}
