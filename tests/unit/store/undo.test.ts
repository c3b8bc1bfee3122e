import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { contents, newStore, type Store } from './support';

/** One random command: numbers pick among what is there, so that every sequence makes sense. */
const step = fc.record({
  what: fc.nat(15),
  whom: fc.nat(4),
  word: fc.constantFrom('Ada', 'Bo', '李慧敏', 'Éva', 'Region / Norway', 'a@one.example', 'b@two.example'),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function first(store: Store, table: 'contacts' | 'tags' | 'tasks' | 'activities', nth: number) {
  const rows = (await store.db.table(table).toArray()).filter((row) => row.body.deletedAt === null);
  return rows.length > 0 ? rows[nth % rows.length] : undefined;
}

/** Does one step. What the store refuses (a name instead of an address) is no step. */
async function run(store: Store, { what, whom, word }: Step): Promise<void> {
  const { call, ask } = store;
  const contact = await first(store, 'contacts', whom);
  if (!contact || what === 0) {
    await call('contacts.add', { draft: { name: word, tags: ['Seen'], note: 'Met at the fair' } });
    return;
  }
  const id: string = contact.id;
  const tag = await first(store, 'tags', whom);
  const task = await first(store, 'tasks', whom);
  const activity = await first(store, 'activities', whom);
  const fact = Object.keys(contact.body.facts)[0];
  const steps: (() => Promise<unknown> | undefined)[] = [
    () => undefined,
    () => call('contacts.edit', { id, name: word, cadence: { days: 30 } }),
    () => call('contacts.setFact', { id, fact: { field: 'company', value: word } }),
    () => fact && call('contacts.removeFact', { id, factId: fact }),
    () => ask('contacts.setPoint', { id, point: { kind: 'email', value: word } }),
    () =>
      call('contacts.setDate', {
        id,
        date: { kind: 'birthday', date: { calendar: 'lunar', month: 8, day: 9 } },
      }),
    () => call('contacts.setConsent', { id, channel: 'mail', consent: { state: 'given', basis: word } }),
    () => call('contacts.delete', { ids: [id] }),
    () => call('tags.assign', { contactIds: [id], path: word }),
    () => tag && call('tags.edit', { id: tag.id, name: word.replaceAll('/', '-'), synonyms: [word] }),
    () => tag && call('tags.delete', { id: tag.id }),
    () => call('tasks.add', { title: word, contactIds: [id], due: { date: '2026-04-01' } }),
    () => task && call('tasks.edit', { id: task.id, doneAt: 1, title: word }),
    () =>
      call('activities.log', {
        activity: { type: 'promise', contactIds: [id], subject: word, promise: { by: 'me', due: null } },
      }),
    () =>
      activity &&
      ask('activities.edit', { id: activity.id, text: word, promise: { by: 'them', due: null, doneAt: 5 } }),
    () => call('settings.include', { list: 'neverLog', values: [word], on: whom !== 0 }),
  ];
  await steps[what]?.();
}

test('undoing everything and redoing everything leads back to the same store', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (sequence) => {
      const store = await newStore();
      const { call, db } = store;
      const empty = await contents(db);
      for (const one of sequence) await run(store, one);
      const full = await contents(db);
      const figures = await plainFigures(store);

      let undone = 0;
      for (let result = await call('changes.undo', {}); result; result = await call('changes.undo', {})) {
        expect(result.kept).toEqual([]);
        undone += 1;
      }
      expect(await contents(db)).toEqual(empty);
      expect(await db.figures.count()).toBe(0);
      for (let count = 0; count < undone; count += 1) {
        expect((await call('changes.redo', {}))?.kept).toEqual([]);
      }
      expect(await call('changes.redo', {})).toBeNull();
      expect(await contents(db)).toEqual(full);
      expect(await plainFigures(store)).toEqual(figures);
      await db.delete();
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** Figures without the clock that they were written at. */
async function plainFigures({ db }: Store) {
  return (await db.figures.toArray()).map((row) => ({ ...row, revision: '' }));
}

describe('undo', () => {
  const anna = { name: 'Anna Berg' };

  test('keeps what was changed since, and says what', async () => {
    const { call } = await newStore();
    const { id } = await call('contacts.add', { draft: anna });
    const commandId = uuid();
    await call('contacts.edit', { id, name: 'Anna Lind', autolog: true }, { commandId });
    await call('contacts.edit', { id, name: 'Anna Holm' });
    const result = await call('changes.undo', { commandId });
    expect(result).toMatchObject({ restored: 2, kept: [{ table: 'contacts', id, field: 'name' }] });
    expect(await call('contacts.view', { id })).toMatchObject({ name: 'Anna Holm', autolog: false });
  });

  test('leaves alone what was logged without asking', async () => {
    const { call } = await newStore();
    const { id } = await call('contacts.add', { draft: anna });
    await call('contacts.edit', { id, name: 'Anna Lind' });
    const mail = { type: 'mail' as const, contactIds: [id], direction: 'in' as const, subject: 'Invoice' };
    await call('activities.log', { activity: mail }, { automatic: true });
    await call('changes.undo', {});
    const view = await call('contacts.view', { id });
    expect([view.name, view.timelineTotal]).toEqual(['Anna Berg', 1]);
  });

  test('is over once something else was done', async () => {
    const { call } = await newStore();
    await call('contacts.add', { draft: anna });
    await call('changes.undo', {});
    await call('contacts.add', { draft: { name: 'Bo' } });
    expect(await call('changes.redo', {})).toBeNull();
  });

  test('a command sent twice is undone once', async () => {
    const { call, db } = await newStore();
    await call('contacts.add', { draft: anna });
    await call('contacts.add', { draft: { name: 'Bo' } });
    const commandId = uuid();
    await call('changes.undo', {}, { commandId });
    await call('changes.undo', {}, { commandId });
    expect(Object.keys((await contents(db)).contacts ?? {})).toHaveLength(1);
  });
});
