import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const SUPPORT = path.join(import.meta.dirname, '../../support/kept-folder.ts');

const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

test.skipIf(process.platform !== 'linux')(
  'what stands and works in a kept folder goes with the one who kept it, though that one was killed',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-kept-'));
    mkdirSync(path.join(folder, 'below'));
    const script = `
      const { keepFolder } = await import(${JSON.stringify(SUPPORT)});
      const { spawn } = await import('node:child_process');
      keepFolder(${JSON.stringify(folder)});
      const left = spawn('sleep', ['600'], { cwd: ${JSON.stringify(path.join(folder, 'below'))}, detached: true, stdio: 'ignore' });
      process.stdout.write(String(left.pid));
      setInterval(() => {}, 1000);`;
    const keeping = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(keeping.stdout, 'data');
    const left = Number(said);
    expect(isAlive(left)).toBe(true);
    keeping.kill('SIGKILL');
    await expect.poll(() => isAlive(left) || existsSync(folder), { timeout: 10_000 }).toBe(false);
  },
  15_000,
);
