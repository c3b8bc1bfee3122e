import { dirname, join, normalize } from 'node:path';

/**
 * What the documents say of the product, held against the product. In them `*emphasis*` is what stands on the screen, in the words that
 * stand there; `*Settings, Backup, Save backup*` is a place, a thing in it, and so on. What is only stressed is `**strong**`.
 */
export interface Document {
  /** Path from the root. */
  name: string;
  text: string;
}

/** A page or a part of it by the name that it bears, and every word that is drawn there. */
export type Places = ReadonlyMap<string, ReadonlySet<string>>;

export interface Product {
  /** All that is written on a screen, with its blanks: `NPS {value}`. */
  labels: readonly string[];
  places: Places;
  /** Paths of all files from the root, with `/` between. */
  files: readonly string[];
  /** What `npm run` takes, and what `npm test --` takes. */
  scripts: readonly string[];
  suites: readonly string[];
}

export interface Passage {
  /** From 1. */
  line: number;
  text: string;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
const joined = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The same text with what `pattern` finds made blank, line by line, so that all else stands where it stood. */
const blanked = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (found) => found.replace(/[^\n]/g, ' '));

const FENCE = /^ *```[\s\S]*?^ *```/gm;
const CODE = /`[^`\n]+`/g;

/** What a page emphasises, in its order. */
export function emphasised(page: string): Passage[] {
  const text = blanked(blanked(page, FENCE), CODE);
  return [...text.matchAll(/(?<![*\w\\])\*(?![*\s])((?:[^*\n]|\n(?!\n))+?)(?<![\s\\*])\*(?![*\w])/g)].map(
    (found) => ({ line: lineOf(text, found.index), text: joined(found[1]!) }),
  );
}

/** What a page writes as code, outside of what is to be typed as a whole. */
export function coded(page: string): Passage[] {
  const text = blanked(page, FENCE);
  return [...text.matchAll(CODE)].map((found) => ({
    line: lineOf(text, found.index),
    text: found[0].slice(1, -1),
  }));
}

/** A label as it is spoken of: without the mark at its end. */
const spoken = (label: string): string => label.replace(/[.:…。：？]$/, '');

/** @returns whether words are a whole label, or a sentence of one, with numbers in its blanks. */
export function reader(labels: readonly string[]): (words: string) => boolean {
  const sentences = labels
    .flatMap((label) => [label, ...label.split(/(?<=[.?!:])\s+|(?<=[。？！：])/)])
    .map(spoken);
  const plain = new Set(sentences);
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const patterns = sentences
    .filter((label) => /\{\w+\}/.test(label))
    .map(
      (label) =>
        new RegExp(
          `^${label
            .split(/\{\w+\}/)
            .map(escaped)
            .join('[\\d.,]+')}$`,
        ),
    );
  return (words) => plain.has(spoken(words)) || patterns.some((pattern) => pattern.test(spoken(words)));
}

/**
 * What a page says is on the screen and is not, or not at the place it says.
 * @param said words that are emphasised because somebody types or says them
 */
export function faultsOfControls(
  { name, text }: Document,
  { labels, places }: Pick<Product, 'labels' | 'places'>,
  said: ReadonlySet<string> = new Set(),
): string[] {
  const isThere = reader(labels);
  const faults: string[] = [];
  for (const { line, text: words } of emphasised(text)) {
    if (said.has(words) || isThere(words)) continue;
    const [place = '', ...rest] = words.split(/, |，/);
    const drawn = rest.length > 0 ? places.get(place) : undefined;
    if (!drawn) faults.push(`${name}:${line} "${words}" is nowhere on the screen`);
    else {
      // Of several the last but one is a part with words of its own, where it is known as one.
      for (const [index, part] of rest.entries()) {
        const inside = places.get([place, ...rest.slice(0, index)].join(', ')) ?? drawn;
        if (!inside.has(part)) faults.push(`${name}:${line} "${part}" is not in "${place}"`);
      }
    }
  }
  for (const found of blanked(text, CODE).matchAll(/(?<![*\w])Settings, [A-Z]\w+/g))
    faults.push(`${name}:${lineOf(text, found.index)} "${found[0]}" is a place without emphasis`);
  return faults;
}

/**
 * Rows of a table whose last cell names tests, of which one is not there: `e2e/hostile-page`: *replaced functions ...* is a file below
 * `tests` and how one of its tests begins.
 * @param tests the text of each file below `tests`, by its path there
 */
export function faultsOfProofs({ name, text }: Document, tests: ReadonlyMap<string, string>): string[] {
  return text.split('\n').flatMap((row, at) => {
    const cell = row.startsWith('| ') ? (row.split(' | ').at(-1) ?? '') : '';
    const named = coded(cell).map(({ text: path }) => path);
    const read = [...tests].filter(([file]) =>
      named.some((path) => file === path || file.startsWith(`${path}.`) || file.startsWith(`${path}/`)),
    );
    const faults = named.filter((path) => !read.some(([file]) => file.startsWith(path)));
    const titles = emphasised(cell).map(({ text: title }) => title);
    // Which of the files holds it is not looked at: a cell goes on to "both" and "Firefox".
    const untold = titles.filter(
      (title) => ![...tests.values()].some((source) => source.includes(title.replace(/ ?\.\.\. ?/g, ''))),
    );
    return [
      ...faults.map((path) => `${name}:${at + 1} there is no test ${path}`),
      ...untold.map((title) => `${name}:${at + 1} no test is called "${title}"`),
    ];
  });
}

/** Endings of files that are written, not built. */
const SOURCE = /^[\w./-]*\w\.(ts|tsx|mjs|md|css)$/;
const FOLDER = /^(lib|components|entrypoints|widget|tests|docs|public)\/[\w./-]*$/;

/** What a page names that the checkout does not hold: files, folders, commands, other pages, headings of pages, pictures. */
export function faultsOfNames(
  { name, text }: Document,
  { files, scripts, suites }: Omit<Product, 'labels' | 'places'>,
  pages: ReadonlyMap<string, string>,
): string[] {
  const faults: string[] = [];
  const say = (line: number, what: string) => faults.push(`${name}:${line} ${what}`);
  const holds = (path: string) =>
    files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));
  // What a package is built into lies in no checkout.
  const isFile = (path: string) =>
    /(^|\/)dist\//.test(path) || holds(path) || files.some((file) => file.endsWith(`/${path}`));

  for (const { line, text: code } of coded(text)) {
    if (FOLDER.test(code)) {
      const there = ['', '.ts', '.tsx'].some((ending) => holds(code + ending));
      // A test is named by its path below `tests`.
      if (!there && !holds(`tests/${code}.test.tsx`)) say(line, `there is no ${code}`);
    } else if (SOURCE.test(code) && !isFile(code.replace(/^(\.\.?\/)+/, '')))
      say(line, `no file is called ${code}`);
  }
  for (const found of text.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g))
    if (!scripts.includes(found[1]!)) say(lineOf(text, found.index), `there is no "npm run ${found[1]}"`);
  for (const found of text.matchAll(/\bnpm test -- ([a-z][\w -]*)/g))
    for (const suite of found[1]!.trim().split(' '))
      if (!suites.includes(suite)) say(lineOf(text, found.index), `npm test has no part "${suite}"`);

  for (const { line, target } of linksOf(text)) {
    const [path = '', heading] = target.split('#');
    const to = path ? normalize(join(dirname(name), path)) : name;
    if (!holds(to.replace(/\/$/, ''))) say(line, `leads to ${target}, which is not there`);
    else if (heading && !headingsOf(pages.get(to) ?? '').includes(heading))
      say(line, `leads to ${target}, a heading that is not there`);
  }
  return faults;
}

/** Where a page leads within the checkout, pictures too. */
export function linksOf(page: string): { line: number; target: string }[] {
  const text = blanked(blanked(page, FENCE), CODE);
  return [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map((found) => ({ line: lineOf(text, found.index), target: (found[1] ?? found[2])! }))
    .filter(({ target }) => !/^[a-z]+:/.test(target));
}

/** Headings as the end of an address, in the way of GitHub. */
export function headingsOf(page: string): string[] {
  return [...blanked(page, FENCE).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/ /g, '-'),
  );
}
