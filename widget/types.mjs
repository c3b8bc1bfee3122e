import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** `from './form'`, `import('./form.ts')`: what a declaration takes from another file of the project. */
const TAKEN = /((?:from|import\()\s*['"])(\.{1,2}\/[^'"]+?)(?:\.[jt]s)?(['"])/g;

/**
 * Writes the types of a package: what its entries name and what those need, and nothing else of the project. Each file is named as Node
 * asks for it, with its ending: every way of finding modules finds it then.
 * @param config a tsconfig whose root is the checkout
 * @param entries sources, from the root of the checkout
 * @throws what the compiler says
 */
export function writeTypes({ config, entries, out }) {
  mkdirSync(out, { recursive: true });
  const made = mkdtempSync(join(out, '.made-'));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const words = [tsc, '-p', config, '--outDir', made];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);

  const waiting = entries.map((entry) => join(made, entry.replace(/\.ts$/, '.d.ts')));
  const seen = new Set();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(file, 'utf8').replace(TAKEN, (_, before, name, after) => {
      waiting.push(`${resolve(dirname(file), name)}.d.ts`);
      return `${before}${name}.js${after}`;
    });
    const place = join(out, relative(made, file));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  rmSync(made, { recursive: true });
}
