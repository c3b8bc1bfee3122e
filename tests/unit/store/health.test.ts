import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import type { BulkChange } from '@/lib/crm/bulk';
import { HEALTH, type HealthKind } from '@/lib/crm/health-kinds';
import { fixHealth } from '@/lib/store/health';
import { contents, DAY, importPeople, newStore, type Store } from './support';

const SORT = { by: 'name', descending: false } as const;

async function counts(store: Store): Promise<Partial<Record<HealthKind, string>>> {
  const { kinds } = await store.call('health.look', {});
  return Object.fromEntries(
    kinds.flatMap(({ kind, count, fixable }) => (count > 0 ? [[kind, `${count}/${fixable}`]] : [])),
  );
}

/** People with something out of order of every kind. */
async function disorder(store: Store) {
  const from = { how: 'import' as const, source: 'people.csv' };
  const add = async (name: string, more: object = {}) =>
    (await store.call('contacts.add', { draft: { name, ...more } as never })).id;
  const ann = await add('Ann', {
    points: [{ kind: 'email', value: 'ann (at) x.example', from }],
    facts: [
      { field: 'company', value: 'Fjordlys' },
      { field: 'title', value: 'Buyer' },
      { field: 'title', value: 'buyer' },
    ],
  });
  const bob = await add('Bob', {
    points: [{ kind: 'phone', value: 'reception', from }],
    facts: [
      { field: 'company', value: 'Nordmark' },
      { field: 'title', value: 'Engineer' },
      { field: 'title', value: 'Partner' },
    ],
  });
  const gone = await add('Gone', { points: [{ kind: 'email', value: 'gone@x.example' }], tags: ['Lost'] });
  await store.call('contacts.setFact', { id: ann, fact: { field: 'friend', value: 'Gone', ref: gone } });
  await store.call('tasks.add', { title: 'Call Gone', contactIds: [gone], due: null } as never);
  await store.call('contacts.delete', { ids: [gone] });
  await store.call('companies.add', { name: 'Empty' } as never);
  return { ann, bob, gone };
}

test('disorder of every kind is counted, what is sure is put in order, and undone as one step', async () => {
  const store = await newStore();
  await disorder(store);
  expect(await counts(store)).toEqual({
    address: '1/1',
    phone: '1/0',
    noWay: '2/0',
    contradiction: '2/1',
    relation: '1/1',
    task: '1/1',
    tag: '1/1',
    company: '1/1',
  });
  const before = await contents(store.db);
  for (const kind of ['address', 'relation', 'contradiction', 'task', 'tag', 'company'] as const) {
    expect([kind, await store.call('health.fix', { kind })]).toEqual([kind, { count: 1 }]);
  }
  expect(await counts(store)).toEqual({ phone: '1/0', noWay: '1/0', contradiction: '1/0' });
  for (let turn = 0; turn < 6; turn += 1) await store.call('changes.undo', {});
  expect(await contents(store.db)).toEqual(before);
});

test('an owner who was erased is in no list of owners', async () => {
  const store = await newStore();
  const add = async (name: string) => (await store.call('contacts.add', { draft: { name } })).id;
  const [ann, bob] = [await add('Ann'), await add('Bob')];
  await store.call('bulk.edit', { whom: { ids: [ann] }, change: { what: 'owner', ownerId: bob } });
  expect((await store.call('health.look', {})).owners.map(({ name }) => name)).toEqual(['Bob', null]);
  await store.db.contacts.delete(bob);
  const { owners } = (await store.call('health.kept', {}))!;
  expect(owners.map(({ id }) => id)).toEqual([null]);
});

test('a tag that only companies bear is used, and one that a question names is not taken away', async () => {
  const store = await newStore();
  const { id } = await store.call('companies.add', { name: 'Fjordlys' } as never);
  const { id: tagId } = await store.call('tags.add', { path: 'Key account' });
  const { id: named } = await store.call('tags.add', { path: 'Fair' });
  const row = (await store.db.companies.get(id))!;
  const tagging = { source: '', at: 0, how: 'typed' as const };
  await store.db.companies.put({ ...row, body: { ...row.body, tags: { [tagId]: tagging } } });
  await store.call('views.put', {
    id: uuid(),
    view: { name: 'Fair', noun: 'contacts', filter: { tagId: named }, sort: SORT, columns: null },
  });
  expect(await counts(store)).toEqual({ tag: '1/0', company: '1/0' });
  expect(await store.call('health.fix', { kind: 'tag' })).toEqual({ count: 0 });
});

test('what somebody came to while it is put in order stays', async () => {
  const store = await newStore();
  const { id } = await store.call('companies.add', { name: 'Empty' } as never);
  const row = (await store.db.companies.get(id))!;
  const ids = Array.from({ length: 1001 }, () => uuid());
  await store.db.companies.bulkAdd(ids.map((one) => ({ ...row, id: one, body: { ...row.body, id: one } })));
  const last = [id, ...ids].sort().at(-1)!;
  const figures = { companyId: last, people: 1 } as never;
  const context = { db: store.db, now: () => store.clock.now, zone: 'UTC', caller: 'workspace' };
  const { count } = await fixHealth(
    {
      ...context,
      op: 'health.fix',
      commandId: uuid(),
      onProgress: () => void store.db.companyFigures.put(figures),
    },
    { kind: 'company' },
  );
  expect(count).toBe(1001);
  expect((await store.db.companies.get(last))?.body.deletedAt).toBeNull();
});

test('what is kept between two looks is what a first look finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(5), fc.nat(9)), { minLength: 1, maxLength: 6 }),
      async (steps) => {
        const store = await newStore(`health-${uuid()}`);
        await disorder(store);
        for (const [step, which] of steps) {
          const ids = await store.call('contacts.ids', { filter: {}, sort: SORT });
          const id = ids[which % Math.max(1, ids.length)];
          if (id && step === 0) await store.call('contacts.delete', { ids: [id] });
          if (id && step === 1) await store.call('contacts.edit', { id, kind: 'personal' });
          if (id && step === 2)
            await store.call('contacts.setFact', { id, fact: { field: 'title', value: `Role ${which}` } });
          if (step === 3) await store.call('changes.undo', {});
          if (step === 4) await importPeople(store, [{ name: `New ${which}`, email: `n${which}@x.example` }]);
          if (step === 5) await store.call('health.fix', { kind: HEALTH[which]! });
          await store.call('health.look', {});
        }
        const kept = await store.call('health.kept', {});
        const again = await newStore(store.db.name);
        again.clock.now = store.clock.now;
        expect(await again.call('health.look', {})).toEqual(kept);
      },
    ),
    { numRuns: 12 },
  );
});

test('the queue asks what contradicts first, what is old then; confirmed, wrong and later take it out', async () => {
  const store = await newStore();
  const { bob } = await disorder(store);
  const first = await store.call('health.queue', {});
  const [asked] = first.items.filter(({ contactId }) => contactId === bob);
  expect(asked).toMatchObject({ why: 'contradiction', value: 'Partner', others: [{ value: 'Engineer' }] });
  await store.call('health.confirm', { contactId: bob, of: 'facts', id: asked!.others[0]!.id });
  const { facts } = (await store.db.contacts.get(bob))!.body;
  expect(facts[asked!.id]?.asideAt).toBeDefined();
  expect((await store.call('health.queue', {})).items.filter(({ contactId }) => contactId === bob)).toEqual(
    [],
  );

  store.clock.now += 400 * DAY;
  const old = (await store.call('health.queue', {})).items.filter((one) => one.contactId === bob);
  expect(old.map(({ why, value }) => [why, value]).sort()).toEqual([
    ['stale', 'Engineer'],
    ['stale', 'Nordmark'],
    ['stale', 'reception'],
  ]);
  const [one, other] = old;
  await store.call('health.confirm', { contactId: bob, of: one!.of, id: one!.id });
  await store.call('steps.snooze', {
    contactId: bob,
    key: `confirm|${other!.id}`,
    until: store.clock.now + DAY,
  });
  const left = (await store.call('health.queue', {})).items.filter(({ contactId }) => contactId === bob);
  expect(left).toHaveLength(1);
  store.clock.now += 2 * DAY;
  expect(
    (await store.call('health.queue', {})).items.filter(({ contactId }) => contactId === bob),
  ).toHaveLength(2);
});

const change = fc.oneof<fc.Arbitrary<BulkChange>[]>(
  fc.record({
    what: fc.constantFrom('setFact' as const, 'addFact' as const),
    field: fc.constantFrom('company', 'title', 'Shoe size'),
    value: fc.constantFrom('Fjordlys', 'Partner', '42'),
  }),
  fc.record({ what: fc.constant('removeFact' as const), field: fc.constantFrom('company', 'title') }),
  fc.record({ what: fc.constant('tag' as const), path: fc.constantFrom('Region / Norway', 'Fair') }),
  fc.record({
    what: fc.constant('kind' as const),
    kind: fc.constantFrom('work' as const, 'personal' as const),
  }),
  fc.record({ what: fc.constant('cadence' as const), days: fc.constantFrom(null, 30) }),
  fc.record({ what: fc.constant('doNotContact' as const), reason: fc.constantFrom(null, 'asked') }),
  fc.record({
    what: fc.constant('consent' as const),
    channel: fc.constant('mail' as const),
    state: fc.constantFrom('given' as const, null),
    basis: fc.constant('fair'),
  }),
);

test('a change of many is what its preview said, changes nothing the second time, and is undone as one step', async () => {
  const store = await newStore();
  await importPeople(
    store,
    Array.from({ length: 30 }, (_, at) => ({
      name: `Person ${at}`,
      email: `p${at}@x.example`,
      company: at % 3 === 0 ? 'Fjordlys' : '',
      tags: at % 2 === 0 ? 'Fair' : '',
    })),
  );
  await fc.assert(
    fc.asyncProperty(
      change,
      fc.constantFrom({}, { untagged: true }, { kind: 'work' as const }),
      async (what, filter) => {
        const whom = { ids: await store.call('contacts.ids', { filter, sort: SORT }) };
        if (whom.ids.length === 0) return;
        const before = await contents(store.db);
        const preview = await store.call('bulk.preview', { whom: { filter }, change: what });
        expect(preview.total).toBe(whom.ids.length);
        const { count } = await store.call('bulk.edit', { whom: { filter }, change: what });
        expect(count).toBe(preview.change);
        expect(await store.call('bulk.preview', { whom, change: what })).toEqual({
          total: whom.ids.length,
          change: 0,
        });
        if (count === 0) {
          expect((await contents(store.db)).contacts).toEqual(before.contacts);
          return;
        }
        await store.call('changes.undo', {});
        expect(await contents(store.db)).toEqual(before);
      },
    ),
    { numRuns: 30 },
  );
});

test('a change of more than one part is one step too', async () => {
  const store = await newStore();
  await importPeople(
    store,
    Array.from({ length: 2100 }, (_, at) => ({ name: `Person ${at}`, email: `p${at}@x.example` })),
  );
  const before = await contents(store.db);
  const edited = await store.call('bulk.edit', {
    whom: { filter: {} },
    change: { what: 'tag', path: 'All' },
  });
  expect(edited).toEqual({ count: 2100 });
  await store.call('changes.undo', {});
  expect(await contents(store.db)).toEqual(before);
}, 30_000);

test('filters by any field, no tag, no consent, days and import', async () => {
  const store = await newStore();
  const importId = await importPeople(store, [
    { name: 'Ann', email: 'ann@x.example', company: 'Fjordlys', tags: 'Fair' },
    { name: 'Bob', email: 'bob@x.example' },
  ]);
  store.clock.now += 10 * DAY;
  const { id: cid } = await store.call('contacts.add', {
    draft: {
      name: 'Cid',
      facts: [
        { field: 'Shoe size', value: '42' },
        { field: 'city', value: 'Zürich' },
      ],
    } as never,
  });
  await store.call('contacts.setConsent', {
    id: cid,
    channel: 'mail',
    consent: { state: 'given', basis: 'fair' },
  });
  const names = async (filter: object) => {
    const ids = await store.call('contacts.ids', { filter, sort: SORT });
    return (await store.call('contacts.rows', { ids })).map(({ name }) => name);
  };
  const of = (field: string, has: string, value?: string) => names({ facts: [{ field, has, value }] });
  expect(await of('Shoe size', 'is', '42')).toEqual(['Cid']);
  expect(await of('city', 'contains', 'zuri')).toEqual(['Cid']);
  expect(await of('company', 'empty')).toEqual(['Bob', 'Cid']);
  expect(await of('point:email', 'filled')).toEqual(['Ann', 'Bob']);
  expect(await of('point:email', 'contains', 'BOB@')).toEqual(['Bob']);
  expect(await names({ untagged: true })).toEqual(['Bob', 'Cid']);
  expect(await names({ noConsent: 'mail' })).toEqual(['Ann', 'Bob']);
  expect(await names({ addedDays: 7 })).toEqual(['Cid']);
  expect(await names({ importId })).toEqual(['Ann', 'Bob']);
  expect(await names({ importId, untagged: true })).toEqual(['Bob']);
  expect(await names({ health: 'noWay' })).toEqual(['Cid']);
  await store.call('contacts.delete', { ids: [cid] });
  expect(await names({ addedDays: 7 })).toEqual([]);
});

test('a new field takes no name that another, or the product, has', async () => {
  const store = await newStore();
  const field = { label: 'Foo', type: 'text' as const };
  await store.call('fields.put', { key: 'Foo', field, isNew: true });
  await store.call('fields.put', { key: 'Foo', field: { ...field, label: 'Bar' } });
  expect(await store.ask('fields.put', { key: 'Foo', field, isNew: true })).toMatchObject({
    error: { code: 'conflict' },
  });
  for (const key of ['company', 'friend', 'point:email']) {
    expect(await store.ask('fields.put', { key, field })).toMatchObject({ error: { code: 'invalid' } });
  }
  expect((await store.call('settings.get', {})).settings.fields).toEqual({ Foo: { ...field, label: 'Bar' } });
});

test('views and fields are kept each by itself, and come back with a backup', async () => {
  const store = await newStore();
  const [one, other] = [uuid(), uuid()];
  const view = {
    name: 'Norway',
    noun: 'contacts' as const,
    filter: { untagged: true },
    sort: SORT,
    columns: null,
  };
  await store.call('views.put', { id: one, view });
  await store.call('views.put', { id: other, view: { ...view, name: 'Quiet', filter: { quietDays: 90 } } });
  await store.call('views.order', { ids: [other, one] });
  await store.call('views.put', { id: one, view: { ...view, name: 'No tag' } });
  await store.call('fields.put', {
    key: 'Shoe size',
    field: { label: 'Shoe size', type: 'choice', choices: ['41', '42'] },
  });
  const { settings } = await store.call('settings.get', {});
  expect(settings.views).toMatchObject({
    [one]: { name: 'No tag', place: 1 },
    [other]: { name: 'Quiet', place: 0 },
  });
  const { file } = await store.call('backup.save', {});
  const fresh = await newStore();
  await fresh.call('backup.restore', { file });
  expect((await fresh.call('settings.get', {})).settings).toMatchObject({
    views: settings.views,
    fields: settings.fields,
  });
  await store.call('views.remove', { id: one });
  expect(Object.keys((await store.call('settings.get', {})).settings.views ?? {})).toEqual([other]);
  await store.call('changes.undo', {});
  expect((await store.call('settings.get', {})).settings.views).toEqual(settings.views);
});
