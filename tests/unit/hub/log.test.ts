import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSealed } from '@/lib/surveys/answer';
import { memoryStore } from '@/widget/hub/examples/memory-store';
import { type KeyValue, keyValueStore } from '@/widget/hub/key-value';
import { FORM, SPACE, sealed, submission } from './client';

class Crash extends Error {}

/** One instance of the program: each of its calls may take a while, and at some call it may be ended. */
function instance(kv: KeyValue, turn: () => Promise<void>, dieAt: number): KeyValue {
  let calls = 0;
  const step = async () => {
    calls += 1;
    if (calls > dieAt) throw new Crash();
    await turn();
    if (calls === dieAt) throw new Crash();
  };
  const after =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await step();
      return call(...args);
    };
  return { get: after(kv.get), put: after(kv.put), list: after(kv.list), delete: after(kv.delete) };
}

test('several instances that crash, resends and a reader that deletes: each acknowledged answer is read once', async () => {
  const runs = fc.record({
    writers: fc.array(
      fc.record({
        wait: fc.nat({ max: 80 }),
        posts: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 8 }),
        dieAt: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 60 })),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    pulls: fc.array(fc.record({ limit: fc.integer({ min: 1, max: 4 }), deletes: fc.boolean() }), {
      maxLength: 12,
    }),
  });
  await fc.assert(
    fc.asyncProperty(runs, fc.scheduler(), async ({ writers, pulls }, scheduler) => {
      const kv = memoryStore();
      const turn = () => scheduler.schedule(Promise.resolve());
      const acknowledged = new Set<string>();
      const read: string[] = [];
      let cursor = 0;

      const write = async ({ wait, posts, dieAt }: { wait: number; posts: number[]; dieAt: number }) => {
        for (let at = 0; at < wait; at++) await turn();
        const store = keyValueStore(instance(kv, turn, dieAt));
        for (const n of posts) {
          const rid = `${submission(n)}-0`;
          const arrival = { form: FORM, rid, sealed: sealed({ n }), at: 0 };
          try {
            await store.add(SPACE, arrival, Number.POSITIVE_INFINITY);
            acknowledged.add(rid);
          } catch (error) {
            if (error instanceof Crash) return;
            throw error;
          }
        }
      };
      const pull = async (
        store = keyValueStore(instance(kv, turn, Number.POSITIVE_INFINITY)),
        limit = 4,
        deletes = false,
      ) => {
        const answers = await store.after(SPACE, cursor, limit, 1e6);
        for (const { n, sealed: text } of answers) {
          if (n <= cursor) throw new Error('A number came again.');
          cursor = n;
          read.push(parseSealed(text)?.rid ?? '');
        }
        if (deletes) await store.deleteThrough(SPACE, cursor);
        return answers.length;
      };
      const reading = async () => {
        for (const { limit, deletes } of pulls) await pull(undefined, limit, deletes);
      };
      const all = Promise.all([...writers.map(write), reading()]);
      await scheduler.waitFor(all);

      const quiet = keyValueStore(kv);
      while ((await pull(quiet)) > 0);
      expect(new Set(read).size).toBe(read.length);
      for (const rid of acknowledged) expect(read).toContain(rid);
    }),
    { numRuns: 1000 },
  );
}, 60_000);

test('who died between place and answer has the place still: the form takes all that it may, and no more', async () => {
  const kv = memoryStore();
  const post = (store: ReturnType<typeof keyValueStore>, n: number) =>
    store.add(SPACE, { form: FORM, rid: `${submission(n)}-0`, sealed: sealed({ n }), at: 0 }, 5);
  const dying = keyValueStore({
    ...kv,
    put: async (key, ...rest) => {
      if (key.startsWith('begun/')) throw new Crash();
      return kv.put(key, ...rest);
    },
  });
  await expect(post(dying, 7)).rejects.toThrow(Crash);
  const store = keyValueStore(kv);
  const answered = [];
  for (const n of [1, 2, 3, 4, 5, 6, 7, 7, 8]) answered.push(await post(store, n));
  expect(answered).toEqual([
    ...['stored', 'stored', 'stored', 'stored', 'full', 'full'],
    ...['stored', 'already', 'full'],
  ]);
  expect(await store.after(SPACE, 0, 9, 1e6)).toHaveLength(5);
});
