import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { type Query, Segment } from '@/lib/crm/segments';
import { findMembers } from '@/lib/store/segment-find';
import { queryOf } from '@/lib/store/segment-frame';
import { takeMonthly } from '@/lib/store/snapshots';
import { applyTagRules } from '@/lib/store/tag-rules';
import { DAY, newStore, type Store } from './support';

const OSLO: Query = { ask: 'fact', field: 'city', has: 'is', value: 'Oslo' };

async function person({ call }: Store, name: string, city: string, tags: string[] = []): Promise<string> {
  const { id } = await call('contacts.add', {
    draft: { name, facts: [{ field: 'city', value: city }], tags },
  });
  return id;
}

async function segment({ call }: Store, query: Query, name = 'In Oslo'): Promise<string> {
  const id = uuid();
  await call('segments.put', { id, name, query });
  return id;
}

const tagsOf = async ({ db }: Store, id: string) => (await db.contacts.get(id))?.body.tags ?? {};

test('a segment is kept, changed, deleted and brought back, and finds who it asks for', async () => {
  const store = await newStore();
  const { call } = store;
  const ada = await person(store, 'Ada', 'Oslo');
  await person(store, 'Bo', 'Bergen');
  const id = await segment(store, OSLO);
  expect(await call('segments.list', {})).toMatchObject([{ id, name: 'In Oslo', count: 1, since: null }]);
  const found = await call('segments.find', { what: { id } });
  expect(found).toEqual({
    count: 1,
    of: 2,
    unclear: false,
    people: [{ id: ada, name: 'Ada', company: null }],
  });
  expect(
    await call('contacts.ids', { filter: { segmentId: id }, sort: { by: 'name', descending: false } }),
  ).toEqual([ada]);
  await call('segments.put', { id, name: 'Not in Oslo', query: { not: OSLO } });
  expect((await call('segments.find', { what: { id } })).people).toMatchObject([{ name: 'Bo' }]);
  await call('segments.delete', { ids: [id] });
  expect(await call('segments.names', {})).toEqual([]);
  expect(
    await call('contacts.ids', { filter: { segmentId: id }, sort: { by: 'name', descending: false } }),
  ).toEqual([]);
  await call('changes.undo', {});
  expect(await call('segments.names', {})).toEqual([{ id, name: 'Not in Oslo' }]);
});

test('a ring of segments is refused; one of a newer version finds nobody and says so', async () => {
  const store = await newStore();
  await person(store, 'Ada', 'Oslo');
  const first = await segment(store, OSLO);
  const second = await segment(store, { ask: 'segment', segmentId: first, has: true });
  const query: Query = { ask: 'segment', segmentId: second, has: false };
  expect(await store.ask('segments.put', { id: first, name: 'x', query })).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  const row = await store.db.segments.get(first);
  await store.db.segments.put({
    ...row!,
    body: { ...row!.body, query: { ask: 'weather' } as unknown as Query },
  });
  await store.call('tags.add', { path: 'later' });
  expect(await store.call('segments.list', {})).toMatchObject([
    { id: first, query: null, count: 0 },
    { id: second, count: 0 },
  ]);
  expect(await store.call('segments.find', { what: { id: second } })).toMatchObject({
    count: 0,
    unclear: true,
  });
});

test('a condition that a newer version narrowed is not known: it is refused, kept as it is, and finds nobody', async () => {
  const store = await newStore();
  await person(store, 'Ada', 'Oslo');
  const newer = [
    { ask: 'count', types: [], times: { max: 0 }, product: 'Lamp' },
    { ask: 'count', types: [], times: { max: 0, of: 3 } },
    { ask: 'added', within: { lastMonths: 3 } },
    { ask: 'added', within: { lastDays: 0 } },
    { ask: 'added', within: { lastDays: 40_000 } },
    { not: { ask: 'tag', tagId: uuid(), has: false, since: '2026-01-01' } },
  ] as unknown as Query[];
  const id = await segment(store, OSLO);
  for (const query of newer) {
    expect(await store.ask('segments.find', { what: { query } })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    const row = (await store.db.segments.get(id))!;
    const body = Segment.parse({ ...row.body, query });
    expect(body.query).toEqual(query);
    expect(queryOf(body)).toBeNull();
    await store.db.segments.put({ ...row, body });
    await store.call('tags.add', { path: uuid() });
    expect(await store.call('segments.list', {})).toMatchObject([{ id, query: null, count: 0 }]);
  }
});

test('what is asked too deep is refused', async () => {
  const store = await newStore();
  let query: Query = OSLO;
  for (let depth = 0; depth < 7; depth += 1) query = { not: query };
  expect(await store.ask('segments.find', { what: { query } })).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
});

test('two questions at once, of which one clears away what was kept, are both answered', async () => {
  const store = await newStore();
  const { db, clock } = store;
  await person(store, 'Ada', 'Oslo');
  const when = { now: clock.now, zone: 'UTC' };
  const many = (count: number, what: string): Query => ({
    any: Array.from({ length: count }, (_, n) => ({
      ask: 'fact',
      field: 'city',
      has: 'is',
      value: `${what}${n}`,
    })),
  });
  await findMembers(db, { any: [OSLO, many(28, 'a'), many(29, 'b')] }, when);
  const withCase: Query = { ask: 'case', open: false };
  const [kept, clearing] = await Promise.all([
    findMembers(db, { all: [OSLO, withCase] }, when),
    findMembers(db, { not: many(20, 'c') }, when),
  ]);
  expect([kept.count, kept.unclear, clearing.count, clearing.unclear]).toEqual([1, false, 1, false]);
  expect(await findMembers(db, { all: [OSLO, withCase] }, when)).toMatchObject({ count: 1, unclear: false });
});

test('each member is explained with what was found', async () => {
  const store = await newStore();
  const ada = await person(store, 'Ada', 'Oslo', ['Region / North']);
  const tag = (await store.call('tags.tree', {})).find(({ name }) => name === 'Region')!.id;
  const id = await segment(store, { all: [OSLO, { ask: 'tag', tagId: tag, has: true }] });
  const explained = await store.call('segments.explain', { what: { id }, contactId: ada });
  expect(explained).toMatchObject({ holds: true, person: { name: 'Ada' } });
  expect(explained.names[tag]).toBe('Region');
  expect(Object.values(explained.names)).toContain('Region / North');
});

test('two days are compared from snapshots; one a month is kept; who is erased is in none', async () => {
  const store = await newStore();
  const { call, clock, db } = store;
  const ada = await person(store, 'Ada', 'Oslo');
  const bo = await person(store, 'Bo', 'Oslo');
  const id = await segment(store, OSLO);
  const when = () => ({ now: clock.now, zone: 'UTC' });
  expect(await takeMonthly(db, when())).toBe(1);
  expect(await takeMonthly(db, when())).toBe(0);
  const [first] = await call('segments.snapshots', { id });
  clock.now += 3 * DAY;
  await call('contacts.delete', { ids: [bo] });
  const cleo = await person(store, 'Cleo', 'Oslo');
  expect(await call('segments.list', {})).toMatchObject([{ since: { day: first!.day, joined: 1, left: 1 } }]);
  const compared = await call('segments.compare', { id, from: first!.day, to: null });
  expect(compared).toMatchObject({ joinedCount: 1, leftCount: 1, stayed: 1, joined: [{ id: cleo }] });
  await call('contacts.erase', { id: ada });
  expect((await db.snapshots.toArray()).flatMap(({ body }) => body.members)).toEqual([bo]);
  clock.now += 31 * DAY;
  expect(await takeMonthly(db, when())).toBe(1);
});

test('a portrait compares the members with everyone', async () => {
  const store = await newStore();
  for (let n = 0; n < 6; n += 1) await person(store, `O${n}`, 'Oslo', ['Sailing']);
  for (let n = 0; n < 6; n += 1) await person(store, `B${n}`, 'Bergen');
  const portrait = await store.call('segments.portrait', { what: { query: OSLO } });
  expect(portrait).toMatchObject({ n: 6, of: 12 });
  const place = portrait.parts.find(({ part }) => part === 'place');
  expect(place).toMatchObject({
    known: 6,
    lines: [{ what: 'Oslo', count: 6, share: 1, high: 1, everyone: 0.5 }],
  });
  // Wilson of 6 of 6: 36 / (36 + 1.96²).
  expect(place?.lines[0]?.low).toBeCloseTo(0.6097, 3);
  const interests = portrait.parts.find(({ part }) => part === 'interests');
  expect(portrait.names[interests!.lines[0]!.what]).toBe('Sailing');
});

test('groups that are alike are offered as questions', async () => {
  const store = await newStore();
  for (let n = 0; n < 24; n += 1) {
    const id = await person(store, `P${n}`, 'Oslo');
    const calls = n < 12 ? 1 : 8;
    for (let turn = 0; turn < calls; turn += 1) {
      const at = store.clock.now - (n < 12 ? 200 + n : turn) * DAY;
      await store.call('activities.log', { activity: { type: 'call', contactIds: [id], at } });
    }
  }
  const { clusters, n, of } = await store.call('segments.clusters', {});
  expect([n, of]).toEqual([24, 24]);
  expect(clusters.map(({ count }) => count)).toEqual([12, 12]);
  for (const { query, agrees } of clusters) {
    expect(agrees).toBe(1);
    expect((await store.call('segments.find', { what: { query } })).count).toBe(12);
  }
});

describe('a tag by rule', () => {
  test('is given to who is found, taken when they are no more, and leaves what was tagged by hand', async () => {
    const store = await newStore();
    const { call } = store;
    const ada = await person(store, 'Ada', 'Oslo');
    const bo = await person(store, 'Bo', 'Bergen', ['North']);
    const tag = (await call('tags.tree', {}))[0]!.id;
    const id = await segment(store, OSLO);
    const rule = { segmentId: id };
    expect(await call('segments.setRule', { id: tag, rule })).toEqual({ given: 1, taken: 0 });
    expect((await tagsOf(store, ada))[tag]).toMatchObject({ how: 'rule', source: 'In Oslo' });
    const fact = Object.keys((await store.db.contacts.get(ada))!.body.facts)[0]!;
    await call('contacts.removeFact', { id: ada, factId: fact });
    expect(await call('segments.applyRule', { id: tag })).toEqual({ given: 0, taken: 1 });
    expect(await tagsOf(store, ada)).toEqual({});
    expect((await tagsOf(store, bo))[tag]).toMatchObject({ how: 'typed' });
  });

  test('is taken from nobody while it cannot be told who is found, and from all when the segment is gone', async () => {
    const store = await newStore();
    const { call, db } = store;
    const ada = await person(store, 'Ada', 'Oslo');
    const { id: tag } = await call('tags.add', { path: 'North' });
    const inner = await segment(store, OSLO, 'Inner');
    const outer = await segment(store, { ask: 'segment', segmentId: inner, has: true }, 'Outer');
    const rule = { segmentId: outer };
    expect(await call('segments.setRule', { id: tag, rule })).toEqual({ given: 1, taken: 0 });
    const untouched = async () => {
      expect(await call('segments.applyRule', { id: tag })).toEqual({ given: 0, taken: 0 });
      expect((await tagsOf(store, ada))[tag]).toMatchObject({ how: 'rule' });
    };

    await call('segments.delete', { ids: [inner] });
    await untouched();

    const row = (await db.segments.get(outer))!;
    const newer = { ask: 'weather' } as unknown as Query;
    await db.segments.put({ ...row, body: { ...row.body, query: newer } });
    await untouched();

    await db.segments.put({ ...row, body: { ...row.body, query: { not: OSLO } } });
    const lists = (await db.meta.get('lists'))!;
    await db.meta.delete('lists');
    await untouched();
    await db.meta.put(lists);

    await call('segments.delete', { ids: [outer] });
    expect(await call('segments.applyRule', { id: tag })).toEqual({ given: 0, taken: 1 });
  });

  test('stays so many days longer where the rule says so', async () => {
    const store = await newStore();
    const { call, clock, db } = store;
    const ada = await person(store, 'Ada', 'Oslo');
    const { id: tag } = await call('tags.add', { path: 'North' });
    const id = await segment(store, OSLO);
    await call('segments.setRule', { id: tag, rule: { segmentId: id, expiresDays: 5 } });
    await call('segments.applyRule', { id: tag });
    await call('segments.put', {
      id,
      name: 'In Oslo',
      query: { ask: 'fact', field: 'city', has: 'is', value: 'Rome' },
    });
    const daily = () =>
      applyTagRules({
        db,
        now: () => clock.now,
        zone: 'UTC',
        op: 'figures.refresh',
        caller: 'workspace',
        commandId: uuid(),
      });
    await daily();
    expect((await tagsOf(store, ada))[tag]?.expiresAt).toBe(clock.now + 5 * DAY);
    clock.now += 4 * DAY;
    expect(await daily()).toBe(0);
    expect((await tagsOf(store, ada))[tag]).toBeDefined();
    clock.now += 2 * DAY;
    expect(await daily()).toBe(1);
    expect(await tagsOf(store, ada)).toEqual({});
  });

  test('of a segment that asks for this very tag is refused', async () => {
    const store = await newStore();
    const { id: tag } = await store.call('tags.add', { path: 'North' });
    const inner = await segment(store, { ask: 'tag', tagId: tag, has: true });
    const outer = await segment(store, { ask: 'segment', segmentId: inner, has: true });
    for (const segmentId of [inner, outer])
      expect(await store.ask('segments.setRule', { id: tag, rule: { segmentId } })).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
  });
});

test('a rule of a tag and what it gives are undone together; another segment does not take the tag over unseen', async () => {
  const store = await newStore();
  const ada = await person(store, 'Ada', 'Oslo');
  const id = await segment(store, OSLO);
  const { id: tagId } = await store.call('tags.add', { path: 'northern' });
  expect(await store.call('segments.setRule', { id: tagId, rule: { segmentId: id } })).toEqual({
    given: 1,
    taken: 0,
  });
  await store.call('changes.undo', {});
  expect(await tagsOf(store, ada)).toEqual({});
  expect(await store.call('segments.rules', { id })).toEqual([]);
  await store.call('segments.setRule', { id: tagId, rule: { segmentId: id } });
  const other = await segment(store, { not: OSLO }, 'Elsewhere');
  expect(await store.ask('segments.setRule', { id: tagId, rule: { segmentId: other } })).toMatchObject({
    error: { code: 'conflict' },
  });
  expect(await store.call('segments.setRule', { id: tagId, rule: null })).toEqual({ given: 0, taken: 1 });
  await store.call('changes.undo', {});
  expect(Object.keys(await tagsOf(store, ada))).toEqual([tagId]);
  expect(await store.call('segments.rules', { id })).toHaveLength(1);
});

test('a tag by rule that hangs on itself, also over another tag, is refused when the segment is changed', async () => {
  const store = await newStore();
  const [first, second] = [await segment(store, OSLO), await segment(store, { not: OSLO }, 'Else')];
  const { id: one } = await store.call('tags.add', { path: 'one' });
  const { id: two } = await store.call('tags.add', { path: 'two' });
  await store.call('segments.setRule', { id: one, rule: { segmentId: first } });
  await store.call('segments.setRule', { id: two, rule: { segmentId: second } });
  const asks = (tagId: string): Query => ({ ask: 'tag', tagId, has: false });
  const put = (id: string, query: Query) => store.ask('segments.put', { id, name: 'x', query });
  expect(await put(first, asks(one))).toMatchObject({ error: { code: 'invalid' } });
  expect(await put(first, asks(two))).toMatchObject({ ok: true });
  expect(await put(second, asks(one))).toMatchObject({ error: { code: 'invalid' } });
});

test('who is tagged by hand where a rule had tagged them keeps the tag', async () => {
  const store = await newStore();
  const ada = await person(store, 'Ada', 'Oslo');
  const id = await segment(store, OSLO);
  const { id: tagId } = await store.call('tags.add', { path: 'northern' });
  await store.call('segments.setRule', { id: tagId, rule: { segmentId: id } });
  expect(await store.call('tags.assign', { contactIds: [ada], tagId })).toMatchObject({ count: 1 });
  expect(await store.call('segments.setRule', { id: tagId, rule: null })).toEqual({ given: 0, taken: 0 });
  expect(await tagsOf(store, ada)).toMatchObject({ [tagId]: { how: 'typed' } });
});

test('without a tag that was deleted is nobody, and not everybody', async () => {
  const store = await newStore();
  await person(store, 'Ada', 'Oslo');
  const { id: tagId } = await store.call('tags.add', { path: 'gone' });
  const query: Query = { ask: 'tag', tagId, has: false };
  expect(await store.call('segments.find', { what: { query } })).toMatchObject({ count: 1, unclear: false });
  await store.call('tags.delete', { id: tagId });
  expect(await store.call('segments.find', { what: { query } })).toMatchObject({ count: 0, unclear: true });
});
