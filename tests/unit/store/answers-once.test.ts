import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '@/lib/surveys/answer';
import { seal } from '@/widget/seal/seal';
import { hubInProcess } from './hub-support';
import { newStore } from './support';
import { answerTo, authorForm, contactAt, published } from './survey-support';

/** One way of one post into the store; the same post may come by all of them, and again. */
const delivery = fc.record({
  submission: fc.integer({ min: 0, max: 4 }),
  seq: fc.integer({ min: 0, max: 3 }),
  way: fc.constantFrom('hub', 'bridge', 'text', 'file'),
  /** The worker died before it could answer: the same command is sent again. */
  resent: fc.boolean(),
});
const pull = fc.constant('pull' as const);

test('whatever way and however often posts come, in whatever order: one response, one activity, one task, one case each', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ arbitrary: delivery, weight: 4 }, { arbitrary: pull, weight: 1 }), {
        minLength: 1,
        maxLength: 14,
      }),
      fc.boolean(),
      async (deliveries, complaint) => {
        const [hub, store] = [await hubInProcess(), await newStore()];
        const anna = await contactAt(store, 'anna@lab.test');
        const survey = await published(store, authorForm(complaint ? { kind: 'complaint' } : {}));
        await store.call('hub.connect', { address: hub.connection });
        const base = Array.from({ length: 5 }, () =>
          answerTo(survey, store, { who: { email: 'anna@lab.test' } }),
        );
        const postOf = (submission: number, seq: number): Answer => ({
          ...base[submission]!,
          seq,
          done: seq >= 2,
          values: { q1: 2, q2: `Post ${seq}` },
        });
        const highest = new Map<string, number>();
        await Promise.all(
          deliveries.map(async (one, at) => {
            if (one === 'pull') return void (await store.call('hub.pull', {}));
            const post = postOf(one.submission, one.seq);
            highest.set(post.id, Math.max(highest.get(post.id) ?? 0, one.seq));
            const sealed = await seal(survey.key, post);
            if (one.way === 'hub') return void (await hub.post(sealed));
            const as = {
              commandId: `delivery-${at}`,
              caller: one.way === 'bridge' ? 'bridge' : 'workspace',
            } as const;
            const send = () =>
              one.way === 'file'
                ? store.call('responses.takeFile', { text: `Hello\n> ${sealed}\nbye` }, as)
                : store.call('responses.take', { sealed, via: one.way === 'bridge' ? 'bridge' : 'text' }, as);
            await send();
            if (one.resent) await send();
          }),
        );
        await store.call('hub.pull', {});
        await store.call('hub.pull', {});

        const rows = (await store.db.responses.toArray()).map((row) => row.body);
        expect(new Map(rows.map((row) => [row.id, row.seq]))).toEqual(highest);
        for (const row of rows) {
          expect(row.values).toEqual({ q1: 2, q2: `Post ${row.seq}` });
          expect(row.contactId).toBe(anna);
        }
        const done = rows.filter((row) => row.done).map((row) => row.id);
        const activities = (await store.db.activities.toArray()).map((row) => row.body);
        expect(activities.map((one) => one.id).sort()).toEqual([...highest.keys()].sort());
        const tasks = (await store.db.tasks.toArray()).map((row) => row.body.activityId);
        const cases = (await store.db.cases.toArray()).map((row) => row.body.responseId);
        expect((complaint ? cases : tasks).sort()).toEqual(done.sort());
        expect(complaint ? tasks : cases).toEqual([]);
        await store.db.delete();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
