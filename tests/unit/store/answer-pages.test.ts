import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { fillAnswers, packedAnswers } from '@/lib/store/answer-pages';
import type { Database } from '@/lib/store/database';
import { lineOf, packedOf } from '@/lib/store/packed-answers';
import { answersOf } from '@/lib/store/survey-reads';
import { takeBack } from '@/lib/store/take-back';
import { newStore, type Store } from './support';
import { answerTo, contactAt, give, published } from './survey-support';

/** The pages say what the bodies say, for every survey, and nothing else. */
async function expectPagesTrue(db: Database): Promise<void> {
  const surveys = (await db.responses.toArray()).map((row) => row.body.surveyId);
  const of = async (read: (surveyId: string) => Promise<string[]>) =>
    (await Promise.all([...new Set(surveys)].map(read))).flat().sort();
  const kept = await of(async (id) => (await packedAnswers(db, id)).map(lineOf));
  const true_ = await of(async (id) => (await answersOf(db, id)).map((body) => lineOf(packedOf(body))));
  expect(kept).toEqual(true_);
  const pages = await db.answers.toArray();
  expect(pages.flatMap((page) => page.lines.split(',\n')).length).toBe(true_.length);
}

const step = fc.record({ what: fc.nat(11), which: fc.nat(5), score: fc.nat(10) });

test('after whatever commands the pages of answers say what the answers say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 20 }), async (steps) => {
      const store = await newStore();
      const { db, ask } = store;
      const survey = await published(store);
      const people = [await contactAt(store, 'anna@lab.test'), await contactAt(store, 'bo@lab.test')];
      await fillAnswers(db);
      const given: ReturnType<typeof answerTo>[] = [];
      for (const { what, which, score } of steps) {
        store.clock.now += 1000;
        const ids = (await db.responses.toArray()).map((row) => row.id);
        const id = ids[which % ids.length];
        const person = people[which % 2]!;
        const again = given[which % given.length];
        const who = which % 2 ? { email: which > 2 ? 'anna@lab.test' : 'nobody@lab.test' } : {};
        if (!id || what < 3) {
          const values = { q1: score, ...(which % 3 ? { q2: `It is "so",\n${score}` } : {}) };
          const answer = answerTo(survey, store, { values, done: what > 0, who });
          given.push(answer);
          await give(store, survey, answer);
        } else if (what === 3 && again) {
          const next = { ...again, seq: again.seq + 1, done: true, values: { q1: score } };
          given[which % given.length] = next;
          await give(store, survey, next);
        } else if (what === 4) await ask('responses.setAside', { ids: [id], why: 'A test' });
        else if (what === 5) await ask('responses.keep', { ids });
        else if (what === 6) await ask('responses.handle', { ids: [id] });
        else if (what === 7) await ask('responses.assign', { id, contactId: person });
        else if (what === 8) await ask('responses.delete', { ids: [id] });
        else if (what === 9) await undoLast(store);
        else if (what === 10) await ask('contacts.erase', { id: person });
        else await takeLastBack(store);
        await expectPagesTrue(db);
      }
      await db.delete();
    }),
    { numRuns: 40 },
  );
}, 120_000);

/** What was done and not undone, the last first. */
async function standing({ db }: Store) {
  // What changed nothing is in the history too, and is not undone.
  const changes = (await db.changes.toArray()).filter(
    ({ body }) => body.undoneBy === null && body.edits.length > 0,
  );
  return changes.sort((a, b) => (a.body.clock < b.body.clock ? 1 : -1));
}

/** Undoes the last change, unless it is the survey itself: what came between may be gone, and nobody answers what is not there. */
async function undoLast(store: Store): Promise<void> {
  const last = (await standing(store)).find(({ body }) => body.op !== 'changes.undo');
  if (!last?.body.op.startsWith('surveys.')) await store.ask('changes.undo', {});
}

/** What an unfinished batch leaves when its page dies is taken back without a history. */
async function takeLastBack(store: Store): Promise<void> {
  const [last] = await standing(store);
  if (last?.body.op.startsWith('responses.')) await takeBack(store.db, last.k.command);
}

test('pages fill, are parted and emptied, and are made anew where they are not', async () => {
  const store = await newStore();
  const { call, db } = store;
  const survey = await published(store);
  await fillAnswers(db);
  await give(store, survey, answerTo(survey, store));
  const [row] = await db.responses.toArray();
  const answer = row!.body;
  await call('responses.delete', { ids: [answer.id] });
  await expectPagesTrue(db);
  expect(await db.answers.count()).toBe(0);
  await call('changes.undo', {});

  const bodies = Array.from({ length: 900 }, () => ({ ...answer, id: uuid() }));
  await db.responses.bulkPut(bodies.map((body) => ({ ...row!, id: body.id, body })));
  await db.meta.delete('answers');
  await fillAnswers(db);
  await expectPagesTrue(db);
  const pages = await db.answers.toArray();
  expect(pages.length).toBeGreaterThan(2);
  expect(Math.max(...pages.map((page) => page.lines.length))).toBeLessThan(50_000);
  const { counts, questions } = await call('results.view', { surveyId: survey.id });
  expect([counts.all, questions[0]?.n, questions[1]?.texts.length]).toEqual([901, 901, 500]);
  expect(questions[1]?.texts[0]?.text).toBe('Quick and kind');

  await call('responses.setAside', { ids: bodies.map(({ id }) => id).slice(0, 400), why: 'A test' });
  await expectPagesTrue(db);
  await call('responses.delete', { ids: bodies.map(({ id }) => id) });
  await expectPagesTrue(db);
  expect((await call('results.view', { surveyId: survey.id })).counts.all).toBe(1);
  await call('changes.undo', {});
  await expectPagesTrue(db);
}, 60_000);
