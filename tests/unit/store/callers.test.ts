import { describe, expect, test } from 'vitest';
import { workerHandlersFor } from '@/entrypoints/jobs/serve';
import type { Caller } from '@/lib/api/contract';
import { handlers } from '@/lib/api/handlers';
import { behind } from '@/lib/api/handlers/behind';
import { handlersFor } from '@/lib/api/handlers/here';
import { LONG } from '@/lib/api/joined';
import { operations } from '@/lib/api/operations';
import { newStore } from './support';

const CALLERS: Caller[] = ['workspace', 'panel', 'popup', 'overlay', 'bridge'];
const names = Object.keys(operations) as (keyof typeof operations)[];
const ofStore = names.filter((name) => operations[name].kind !== 'tab');

describe('who may call what', () => {
  test('every operation of the store is answered, and nothing else', () => {
    expect(Object.keys(handlers).sort()).toEqual([...ofStore].sort());
  });

  test('a page with the database finds what answers each, wherever it is loaded from', async () => {
    const found = await Promise.all(
      ofStore.map(async (name) => Object.hasOwn(await handlersFor(name), name)),
    );
    expect(ofStore.filter((_, at) => !found[at])).toEqual([]);
  });

  test('the background answers every operation that a view without a database may call, and knows those of tabs', async () => {
    const wanted = names.filter(
      (name) =>
        operations[name].kind === 'tab' || operations[name].callers.some((one) => one !== 'workspace'),
    );
    const known = await Promise.all(wanted.map(behind));
    expect(wanted.filter((_, at) => known[at] === null)).toEqual([]);
  });

  test('the worker answers all that is long, and what counts over everybody is', async () => {
    const wanted = [...LONG, 'contacts.ids'];
    const found = await Promise.all(
      wanted.map(async (name) => Object.hasOwn(await workerHandlersFor(name), name)),
    );
    expect(wanted.filter((_, at) => !found[at])).toEqual([]);
    const counted = names.filter((name) => /^(insights|analysis)\./.test(name));
    const short = ['insights.ready', 'insights.csv'];
    expect(counted.filter((name) => !LONG.has(name) && !short.includes(name))).toEqual([]);
  });

  test('what the background loads for an operation is its declaration and its handler', async () => {
    let answered = 0;
    for (const name of names) {
      const known = await behind(name);
      if (!known) continue;
      answered += 1;
      expect([name, known.operation === operations[name]]).toEqual([name, true]);
      const own = operations[name].kind === 'tab' ? null : handlers[name as keyof typeof handlers];
      expect([name, known.handler === own]).toEqual([name, true]);
    }
    expect(answered).toBeGreaterThan(100);
  });

  test.each([
    'contacts',
    'contacts.',
    '.view',
    'tab.nothing',
    '__proto__.x',
    'constructor.name',
    '',
    7,
    null,
    {},
  ])('the background knows no operation %j', async (name) => {
    expect(await behind(name)).toBe(null);
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
