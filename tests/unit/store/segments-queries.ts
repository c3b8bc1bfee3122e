import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import type { Clause, Query } from '@/lib/crm/segments';
import { DAY, START, type Store } from './support';

/** A clause that names rows is made when the store is there. */
type Make<T> = (store: Store) => Promise<T>;

const NOBODY = '00000000-0000-4000-8000-000000000000';

async function some(store: Store, table: 'tags' | 'companies' | 'segments', nth: number): Promise<string> {
  const ids = await store.db.table(table).toCollection().primaryKeys();
  return (ids[nth % Math.max(ids.length, 1)] as string | undefined) ?? NOBODY;
}

const word = fc.constantFrom('Ada', 'bo', 'Region', '李', 'friends');
const within = fc.oneof(
  fc.record({ lastDays: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ nextDays: fc.nat(400) }),
  fc.record(
    { from: fc.constantFrom('2026-02-27', '2026-03-03'), to: fc.constantFrom('2026-03-04', '2026-03-09') },
    { requiredKeys: [] },
  ),
);
const range = fc.record({ min: fc.nat(3), max: fc.nat(4) }, { requiredKeys: [] });
const types = fc.subarray(['call', 'mail', 'purchase', 'note', 'meeting'] as const);

const plain = fc.oneof(
  fc.record({ ask: fc.constant('kind' as const), is: fc.constantFrom('work' as const, 'personal' as const) }),
  fc.record({
    ask: fc.constant('fact' as const),
    field: fc.constantFrom('company', 'city'),
    has: fc.constantFrom('is', 'isNot', 'contains', 'empty', 'filled', 'range'),
    value: word,
    range,
  }) as fc.Arbitrary<Clause>,
  fc.record({
    ask: fc.constant('point' as const),
    kind: fc.constantFrom('email', 'phone', 'url'),
    has: fc.constantFrom('empty', 'filled', 'contains'),
    value: fc.constantFrom('p1', 'file'),
  }) as fc.Arbitrary<Clause>,
  fc.record({
    ask: fc.constant('consent' as const),
    channel: fc.constantFrom('mail', 'phone', 'survey'),
    state: fc.constantFrom('given', 'refused', 'none'),
  }) as fc.Arbitrary<Clause>,
  fc.record({ ask: fc.constant('cadence' as const), is: fc.boolean() }),
  fc.record({ ask: fc.constant('doNotContact' as const), is: fc.boolean() }),
  fc.record({
    ask: fc.constant('date' as const),
    kind: fc.constantFrom('birthday' as const, 'contract' as const, 'other' as const),
    within,
  }),
  fc.record({ ask: fc.constant('added' as const), within }),
  fc.record(
    {
      ask: fc.constant('count' as const),
      types: types as fc.Arbitrary<Extract<Clause, { ask: 'count' }>['types']>,
      exchange: fc.boolean(),
      direction: fc.constantFrom('in' as const, 'out' as const),
      within,
      times: range,
    },
    { requiredKeys: ['ask', 'types', 'times'] },
  ),
  fc.record(
    { ask: fc.constant('spend' as const), within, amount: fc.record({ min: fc.nat(3000) }) },
    { requiredKeys: ['ask', 'amount'] },
  ),
  fc.record({
    ask: fc.constant('measure' as const),
    name: fc.constantFrom('silence', 'exchanges', 'spent', 'openDeals', 'sinceAdded', 'overdue', 'strength'),
    range,
  }) as fc.Arbitrary<Clause>,
  fc.record({
    ask: fc.constant('choice' as const),
    name: fc.constant('stage' as const),
    in: fc.constant(['exploration']),
  }),
  fc.record({ ask: fc.constant('answer' as const), surveyId: fc.constant(null), has: fc.boolean() }),
  fc.record(
    {
      ask: fc.constant('need' as const),
      status: fc.constant('open' as const),
      unconfirmedDays: fc.integer({ min: 1, max: 90 }),
    },
    { requiredKeys: ['ask', 'status'] },
  ),
  fc.record(
    { ask: fc.constant('deal' as const), state: fc.constantFrom('open' as const, 'won' as const), within },
    { requiredKeys: ['ask', 'state'] },
  ),
  fc.record({ ask: fc.constant('case' as const), open: fc.boolean() }),
  fc.constant({ ask: 'weather' } as unknown as Clause),
);

const clause: fc.Arbitrary<Make<Query>> = fc.oneof(
  {
    weight: 5,
    arbitrary: plain.map(
      (one): Make<Query> =>
        async () =>
          one as Query,
    ),
  },
  fc.tuple(fc.nat(5), fc.boolean()).map(
    ([nth, has]): Make<Query> =>
      async (store) => ({
        ask: 'tag',
        tagId: await some(store, 'tags', nth),
        has,
      }),
  ),
  fc.tuple(fc.nat(5), fc.boolean()).map(
    ([nth, has]): Make<Query> =>
      async (store) => ({
        ask: 'company',
        companyId: await some(store, 'companies', nth),
        has,
      }),
  ),
  fc.tuple(fc.nat(5), fc.boolean()).map(
    ([nth, has]): Make<Query> =>
      async (store) => ({
        ask: 'segment',
        segmentId: await some(store, 'segments', nth),
        has,
      }),
  ),
);

/** A query of up to three levels. */
export const aQuery: fc.Arbitrary<Make<Query>> = fc.letrec<{ query: Make<Query> }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    clause,
    fc
      .tuple(fc.constantFrom('all', 'any'), fc.array(tie('query'), { maxLength: 3 }))
      .map(([group, parts]) => async (store: Store) => {
        const made: Query[] = [];
        for (const part of parts) made.push(await part(store));
        return group === 'all' ? { all: made } : { any: made };
      }),
    tie('query').map((part) => async (store: Store) => ({ not: await part(store) })),
  ),
})).query;

/** Something that figures and clauses rest on happens to somebody. */
export const log: fc.Arbitrary<(store: Store) => Promise<unknown>> = fc
  .tuple(fc.nat(7), fc.nat(6), fc.nat(9), aQuery)
  .map(([what, whom, other, query]) => async (store) => {
    const rows = (await store.db.contacts.toArray()).filter(({ body }) => body.deletedAt === null);
    const id = rows[whom % Math.max(rows.length, 1)]?.id;
    if (!id) return;
    const at = START + (other - 4) * DAY + other * 3_600_000;
    const { ask } = store;
    const date = { calendar: 'gregorian', year: 1980, month: 3, day: 1 + other };
    const deeds = [
      () =>
        ask('activities.log', {
          activity: {
            type: 'mail',
            direction: other % 2 ? 'in' : 'out',
            contactIds: [id],
            at,
            subject: `s${other}`,
          },
        }),
      () =>
        ask('activities.log', {
          activity: {
            type: 'purchase',
            contactIds: [id],
            at,
            amount: { minor: other * 500, currency: other % 3 ? 'EUR' : 'NOK' },
          },
        }),
      () => ask('contacts.setDate', { id, date: { kind: 'birthday', date } }),
      () => ask('contacts.setConsent', { id, channel: 'mail', consent: { state: 'given', basis: 'said' } }),
      () =>
        rows[0] && rows[0].id !== id && ask('contacts.merge', { groups: [{ into: id, from: [rows[0].id] }] }),
      async () => ask('segments.put', { id: uuid(), name: `S${other}`, query: await query(store) }),
      () => ask('cases.open', { kind: 'question', title: 'x', text: '', contactIds: [id] }),
      () => ask('settings.set', { rates: other % 2 ? { NOK: 0.1 } : {} }),
    ];
    await deeds[what]?.();
  });
