import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandOf, endTree, projectNode } from '../../support/programs.ts';
import { SUITES } from '../../support/suites.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sidelight programs '));
afterAll(() => rmSync(folder, { recursive: true }));

function write(place: string, content: object): void {
  mkdirSync(path.join(folder, place), { recursive: true });
  writeFileSync(path.join(folder, place, 'package.json'), JSON.stringify(content));
}
write('.', {
  dependencies: { plain: '1' },
  devDependencies: { '@of/many': '1', absent: '1', '@of/own': '1' },
});
write('node_modules/plain', { bin: 'cli.js' });
write('node_modules/@of/many', { bin: { one: 'bin/one.mjs', two: './two.js' } });
write('node_modules/@of/own', { bin: './own.js' });

const ROOT = path.resolve(import.meta.dirname, '../../..');
const below = (...places: string[]) => path.join(folder, 'node_modules', ...places);

describe('a program of the project', () => {
  test.each([
    ['linux', 'node'],
    ['darwin', 'node'],
    ['win32', 'node.exe'],
  ] as const)(
    'is run by the project’s own Node, on %s by %s, and no shell parts its path at a blank',
    (platform, node) => {
      const file = below('node', 'bin', node);
      expect(projectNode(folder, platform)).toBe(file);
      expect(commandOf('node', folder, platform)).toEqual([file]);
      expect(commandOf('two', folder, platform)).toEqual([file, below('@of', 'many', 'two.js')]);
      expect(commandOf('plain', folder, platform)).toEqual([file, below('plain', 'cli.js')]);
      expect(commandOf('own', folder, platform)).toEqual([file, below('@of', 'own', 'own.js')]);
    },
  );

  test('that nobody brings is named', () => {
    expect(() => commandOf('three', folder)).toThrow('No package of this project brings three.');
    // What is wanted and not installed brings nothing.
    expect(() => commandOf('absent', folder)).toThrow('absent');
  });

  test('is there for every suite, and runs', () => {
    const names = new Set(SUITES.map((suite) => suite.command('none')[0]));
    for (const name of names) expect(commandOf(name, ROOT)).toHaveLength(2);
    const [program, ...words] = commandOf('biome', ROOT);
    expect(spawnSync(program, [...words, '--version'], { encoding: 'utf8' }).stdout).toContain('Version');
  });
});

test.skipIf(process.platform === 'win32')(
  'what a program started ends with it; ended twice is no error',
  async () => {
    const script =
      "const { pid } = require('child_process').spawn('sleep', ['600']); console.log(pid); setInterval(() => {}, 1000)";
    const child = spawn(process.execPath, ['-e', script], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    const [said] = await once(child.stdout, 'data');
    endTree(child.pid as number, 'SIGKILL');
    await exit;
    const isAlive = () =>
      spawnSync('ps', ['-o', 'stat=', '-p', String(said).trim()], { encoding: 'utf8' }).stdout;
    await expect.poll(isAlive).toMatch(/^(Z.*)?\s*$/);
    endTree(child.pid as number, 'SIGKILL');
  },
);
