import { describe, expect, test } from 'vitest';
import type { Caller } from '@/lib/api/contract';
import { handlers } from '@/lib/api/handlers';
import { handlersBehind } from '@/lib/api/handlers/behind';
import { operations } from '@/lib/api/operations';
import { newStore } from './support';

const CALLERS: Caller[] = ['workspace', 'panel', 'popup', 'overlay', 'bridge'];
const names = Object.keys(operations) as (keyof typeof operations)[];
const ofStore = names.filter((name) => operations[name].kind !== 'tab');

describe('who may call what', () => {
  test('every operation of the store is answered, and nothing else', () => {
    expect(Object.keys(handlers).sort()).toEqual([...ofStore].sort());
  });

  test('the background answers every operation that a view without a database may call', () => {
    const wanted = ofStore.filter((name) => operations[name].callers.some((one) => one !== 'workspace'));
    expect(Object.keys(handlersBehind)).toEqual(expect.arrayContaining(wanted));
  });

  test.each(CALLERS)('%s is refused what does not name it, whatever its input', async (caller) => {
    const { ask, db } = await newStore();
    for (const name of ofStore) {
      const callers: readonly Caller[] = operations[name].callers;
      const answer = await ask(name, {}, { caller });
      const code = answer.ok ? 'ok' : answer.error.code;
      expect([name, code === 'forbidden']).toEqual([name, !callers.includes(caller)]);
    }
    // What is allowed with an empty input either reads, or undoes nothing: no row of a noun is there.
    expect(await Promise.all([db.contacts, db.activities, db.tags].map((table) => table.count()))).toEqual([
      0, 0, 0,
    ]);
  });

  test('of content scripts only the bridge may call the store, and only to hand over an answer', () => {
    const callable = (caller: Caller) =>
      ofStore.filter((name) => (operations[name].callers as readonly Caller[]).includes(caller));
    expect([callable('overlay'), callable('bridge')]).toEqual([[], ['responses.take']]);
  });

  test.each(['nothing.here', 'constructor', '__proto__', 'toString', '', 'tab.report'])(
    'unknown operation %j is refused',
    async (op) => {
      const { ask } = await newStore();
      expect(await ask(op, {})).toMatchObject({ ok: false, error: { code: 'unknown' } });
    },
  );

  test.each([
    ['contacts.add', { draft: { name: '' } }],
    ['contacts.add', { draft: { name: 'A', points: [{ kind: 'fax', value: '1' }] } }],
    ['contacts.add', null],
    ['contacts.delete', { ids: [] }],
    ['notes.add', { contactIds: ['not-an-id'], text: 'x' }],
    ['tasks.add', { title: 'x', due: { date: '2026-02-30' } }],
    ['activities.log', { activity: { type: 'note', contactIds: [] } }],
    ['settings.set', { settings: { baseCurrency: 'euro' } }],
  ])('%s with a wrong input is refused', async (op, input) => {
    const { ask, db } = await newStore();
    expect(await ask(op, input)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(await db.changes.count()).toBe(0);
  });

  test('a command without an id is refused', async () => {
    const { ask } = await newStore();
    const answer = await ask('tags.add', { path: 'Region' }, { commandId: '' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});
