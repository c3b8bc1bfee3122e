import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endProgramsIn } from './programs-in.ts';

const KEEPER = join(fileURLToPath(new URL('.', import.meta.url)), 'folder-keeper.ts');

/**
 * Sees to it that the folder is deleted, and every program that works in it ended, when this process is gone, however that
 * ended. Linux only.
 * @returns what does so now, and waits until it is done; it throws where that did not work
 */
export function keepFolder(folder: string): () => Promise<void> {
  // In a group of its own: what ends the group of the tests leaves it.
  const keeper = spawn(process.execPath, [KEEPER, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const exit = once(keeper, 'exit');
  keeper.unref();
  return async () => {
    keeper.ref();
    keeper.stdin?.destroy();
    const [code, signal] = await exit;
    if (code === 0) return;
    await endProgramsIn(folder);
    throw new Error(`The keeper of ${folder} ended with ${signal ?? code}.`);
  };
}
