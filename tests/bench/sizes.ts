import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildDir } from '../support/build.ts';
import type { Figure } from './figures.ts';

const CONTENT_BUDGET = 20_000;
const PANEL_BUDGET = 40_000;
/** Fetched by the panel at once, by the page's own import() of its language. */
const NAMESPACES = ['common', 'advice', 'panel'];

const zipped = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);

/** A script and all that it imports at once, by absolute path. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, from] of source.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) {
    closure(path.resolve(path.dirname(file), from as string), seen);
  }
  return seen;
}

/** The scripts that a page names, with their imports. */
function scriptsOf(page: string): Set<string> {
  const root = buildDir('chrome');
  const html = readFileSync(path.join(root, page), 'utf8');
  const named = [...html.matchAll(/<script[^>]+src="\/([^"]+)"/g)].map(([, src]) =>
    path.join(root, src as string),
  );
  if (named.length === 0) throw new Error(`${page} names no script.`);
  return named.reduce((seen, file) => closure(file, seen), new Set<string>());
}

/** Each language's dictionaries that the panel loads; they are told from each other by their first key's words. */
function dictionaries(): string[][] {
  const chunks = path.join(buildDir('chrome'), 'chunks');
  const files = readdirSync(chunks).map((name) => path.join(chunks, name));
  const isDictionary = (file: string) =>
    NAMESPACES.some((name) => path.basename(file).startsWith(`${name}-`)) &&
    /^(?:var|const)\s+\w+=\{[\w$]+:[`'"]/.test(readFileSync(file, 'utf8'));
  const perNamespace = NAMESPACES.map((name) =>
    files.filter((file) => path.basename(file).startsWith(`${name}-`) && isDictionary(file)),
  );
  if (perNamespace.some((list) => list.length !== 3)) {
    throw new Error(`The panel's dictionaries were not found: ${perNamespace.map((list) => list.length)}.`);
  }
  return perNamespace;
}

/** What is sent to a page or read by the worker, compressed as stores and browsers do (gzip, level 9). */
export function sizes(): Figure[] {
  const root = buildDir('chrome');
  // The heaviest language, whichever it is.
  const words = dictionaries().reduce(
    (sum, files) => sum + Math.max(...files.map((file) => zipped([file]))),
    0,
  );
  const method = 'gzip -9 of the built scripts';
  return [
    {
      name: 'Content script',
      value: zipped([path.join(root, 'content-scripts/overlay.js')]),
      unit: 'bytes',
      budget: CONTENT_BUDGET,
      method,
    },
    {
      name: 'Panel, scripts for a known contact',
      value: zipped(scriptsOf('panel.html')) + words,
      unit: 'bytes',
      budget: PANEL_BUDGET,
      method: `${method}, each file by itself, with the heaviest language`,
    },
    {
      name: 'Background, with all it imports',
      value: zipped(closure(path.join(root, 'background.js'))),
      unit: 'bytes',
      method,
    },
    {
      name: 'Workspace, before its language',
      value: zipped(scriptsOf('workspace.html')),
      unit: 'bytes',
      method,
    },
  ];
}
