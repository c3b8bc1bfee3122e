import type { Page } from '@playwright/test';
import type { Figure } from './figures.ts';
import type { Bench } from './in-page/index.ts';
import type { World } from './world.ts';

const EVERY = 100;
/** Looks between two collections: what is left after one is what is held. */
const LOOKS = 50;

interface Peaks {
  save: number;
  restore: number;
  /** Of restoring, right after a collection. */
  held: number;
}

/** The full store saved as one file, and that file restored into an empty store: how long, and how much of the page's memory it takes at most. */
export async function backup(world: World): Promise<Figure[]> {
  const page = await world.quietPage();
  await page.evaluate(world.script);
  const watch = await watchMemory(page);
  const made = await page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.backup());
  const { before, peaks } = await watch.stop();
  await page.close();
  const size = `${(made.bytes / 1e6).toFixed(0)} MB file of ${made.rows.toLocaleString('en')} contacts and activities`;
  const memory = (name: string, peak: number): Figure => ({
    name,
    value: peak - before,
    unit: 'bytes',
    method: `JavaScript heap and buffers of the page above its ${Math.round(before / 1e6)} MB before, uncollected garbage included, looked at every ${EVERY} ms; the browser keeps the file outside of it`,
  });
  return [
    { name: 'Backup saved', value: made.save, unit: 'ms', method: size },
    memory('Its peak memory', peaks.save),
    {
      name: 'Backup restored into an empty store',
      value: made.restore,
      unit: 'ms',
      method: `${size}; every row checked first, figures, lists and search index made anew`,
    },
    memory('Its peak memory', peaks.restore),
    {
      ...memory('Of that held', peaks.held),
      method: `what a collection every ${(EVERY * LOOKS) / 1000} s leaves`,
    },
  ];
}

async function watchMemory(page: Page) {
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    const usage: { usedSize: number; backingStorageSize?: number } =
      await session.send('Runtime.getHeapUsage');
    return usage.usedSize + (usage.backingStorageSize ?? 0);
  };
  await session.send('HeapProfiler.collectGarbage');
  const before = await used();
  const peaks: Peaks = { save: before, restore: before, held: before };
  let isOver = false;
  const looking = (async () => {
    for (let look = 1; !isOver; look += 1) {
      const { result } = await session.send('Runtime.evaluate', { expression: 'globalThis.stage' });
      const now = await used();
      const stage = result.value as 'save' | 'restore' | undefined;
      if (stage) peaks[stage] = Math.max(peaks[stage], now);
      if (stage === 'restore' && look % LOOKS === 0) {
        await session.send('HeapProfiler.collectGarbage');
        peaks.held = Math.max(peaks.held, await used());
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await looking;
      return { before, peaks };
    },
  };
}
