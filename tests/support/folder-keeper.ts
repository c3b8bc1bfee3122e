import { rmSync } from 'node:fs';
import { endProgramsIn } from './programs-in.ts';

/** Waits until the one that started it is gone, however that ended, and then ends and deletes what stands in the folder. */
const [, , folder] = process.argv;
if (!folder) throw new Error('Say which folder to keep.');
// What ends the tests is not to end what tidies up behind them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once('close', async () => {
  await endProgramsIn(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
