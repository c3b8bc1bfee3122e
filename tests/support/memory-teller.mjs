import { setTimeout } from 'node:timers/promises';

// Loaded into a process that a test watches: tells, when it is asked, what is left after the collector. It also throws away code
// that was not used for some of its rounds, so that the first and the last telling are of the same state.
process.on('message', async () => {
  for (let round = 0; round < 12; round++) {
    globalThis.gc();
    await setTimeout(200);
  }
  process.send(process.memoryUsage());
});
process.channel.unref();
