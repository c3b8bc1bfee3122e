import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { seal } from '@/widget/seal/seal';
import { contents, newStore, type Store } from './support';
import { answerTo, authorForm, contactAt } from './survey-support';

const step = fc.record({ what: fc.nat(20), whom: fc.nat(3), word: fc.constantFrom('Ada', 'Lamp', '燈壞了') });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function some(store: Store, table: 'contacts' | 'surveys' | 'responses' | 'cases', nth: number) {
  const rows = (await store.db.table(table).toArray()).filter((row) => row.body.deletedAt === null);
  return rows.length > 0 ? rows[nth % rows.length].body : undefined;
}

const SCHEDULES = [uuid(), uuid()];
const GOALS = [uuid(), uuid()];

/** Asks who did not refuse; of two one is held out. */
const daily = (whom: number) => ({
  on: true,
  audience: { by: 'agreed' },
  agreedOnly: false,
  rhythm: { kind: 'every', days: 14 + whom },
  from: '2026-03-01',
  until: null,
  perDay: 5,
  channel: 'mail',
  holdout: 50,
  quotas: [],
});

/** Does one thing with surveys, answers or cases. What the store refuses is no step. */
async function run(store: Store, { what, whom, word }: Step): Promise<void> {
  const { ask, call } = store;
  const [contact, survey, response, found] = await Promise.all(
    (['contacts', 'surveys', 'responses', 'cases'] as const).map((table) => some(store, table, whom)),
  );
  const kind = whom === 0 ? 'complaint' : 'survey';
  if (!contact) return void (await contactAt(store, `${whom}@lab.test`, word));
  if (!survey || what === 0)
    return void (await call('surveys.add', { name: word, form: authorForm({ kind }) }));
  const ids = [response?.id ?? contact.id];
  const id = found?.id ?? contact.id;
  const answer = async () => {
    await ask('surveys.publish', { id: survey.id });
    const { publicKey } = await call('hub.key', {});
    const who = whom < 2 ? { email: '0@lab.test' } : {};
    const fresh = answerTo(survey, store, { values: { q1: whom, q2: word }, who, done: whom !== 3 });
    const later =
      response && response.surveyId === survey.id ? { id: response.id, seq: response.seq + 1 } : {};
    await ask('responses.take', { sealed: await seal(publicKey, { ...fresh, ...later }), via: 'text' });
  };
  const which = { surveyId: survey.id, id: SCHEDULES[whom % 2] };
  const steps: (() => Promise<unknown>)[] = [
    () => Promise.resolve(),
    () => ask('surveys.edit', { id: survey.id, name: word, draft: authorForm({ title: { en: word } }) }),
    () => ask('surveys.publish', { id: survey.id }),
    () => ask('surveys.setState', { id: survey.id, state: 'closed' }),
    () => ask('surveys.delete', { ids: [survey.id] }),
    () => ask('invites.add', { surveyId: survey.id, contactIds: [contact.id], channel: 'mail', force: true }),
    answer,
    answer,
    answer,
    () => ask('responses.assign', { id: ids[0], contactId: contact.id }),
    () => ask('responses.setAside', { ids, why: word }),
    () => ask('responses.handle', { ids, handled: true }),
    () => ask('responses.delete', { ids }),
    () =>
      ask('cases.open', {
        kind: 'question',
        title: word,
        contactIds: [contact.id],
        ...(response ? { responseId: response.id } : {}),
      }),
    () => ask('cases.edit', { id, expectation: word, cause: word, owner: word }),
    () => ask('cases.move', { id, state: whom < 2 ? 'resolved' : 'waiting' }),
    () => ask('cases.told', { id }),
    () => ask('schedules.put', { ...which, schedule: daily(whom) }),
    () => ask('schedules.ask', { ...which, contactIds: [contact.id] }),
    () => ask('schedules.remove', which),
    () =>
      ask('surveys.setGoal', {
        id: survey.id,
        goalId: GOALS[whom % 2],
        goal: whom === 3 ? null : { of: 'nps', value: 10 * whom, by: '2026-12-31' },
      }),
  ];
  await steps[what]?.();
}

test('undoing and redoing what was done with surveys, answers and cases leads back to the same store', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (sequence) => {
      const store = await newStore();
      const { call, db } = store;
      const empty = await contents(db);
      for (const one of sequence) await run(store, one);
      const full = await contents(db);
      let undone = 0;
      for (let result = await call('changes.undo', {}); result; result = await call('changes.undo', {})) {
        expect(result.kept).toEqual([]);
        undone += 1;
      }
      expect(await contents(db)).toEqual(empty);
      for (let count = 0; count < undone; count += 1) {
        expect((await call('changes.redo', {}))?.kept).toEqual([]);
      }
      expect(await contents(db)).toEqual(full);
      await db.delete();
    }),
    { numRuns: 60 },
  );
}, 120_000);
