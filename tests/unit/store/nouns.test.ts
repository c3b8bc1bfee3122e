import { describe, expect, test } from 'vitest';
import { newStore, type Store } from './support';

const add = async (store: Store, draft: object) =>
  (await store.call('contacts.add', { draft: draft as never })).id;

describe('contacts', () => {
  test('keep contradictory facts side by side, each with its source', async () => {
    const store = await newStore();
    const id = await add(store, { name: 'Anna Berg', facts: [{ field: 'title', value: 'Buyer' }] });
    const from = { source: 'her signature', how: 'page' as const };
    await store.call('contacts.setFact', { id, fact: { field: 'title', value: 'Head buyer', from } });
    const { facts } = await store.call('contacts.view', { id });
    expect(facts.map((one) => [one.value, one.provenance.source]).sort()).toEqual([
      ['Buyer', ''],
      ['Head buyer', 'her signature'],
    ]);
  });

  test('replace a fact without what the old value said of itself', async () => {
    const store = await newStore();
    const from = { evidence: 'old mail', link: 'https://mail.example/1' };
    const id = await add(store, { name: 'Anna', facts: [{ field: 'company', value: 'Fjordlys', from }] });
    const [factId] = Object.keys((await store.db.contacts.get(id))!.body.facts);
    await store.call('contacts.setFact', { id, factId, fact: { field: 'company', value: 'Bergen Bank' } });
    const view = await store.call('contacts.view', { id });
    expect(view.company?.name).toBe('Bergen Bank');
    expect(view.facts.find((one) => one.id === factId)?.provenance.evidence).toBeUndefined();
    expect(await store.call('companies.list', {})).toMatchObject([{ people: 1 }, { people: 0 }]);
  });

  test.each([
    ['email', 'no address'],
    ['qq', 'abc'],
  ] as const)('refuse a typed %s that cannot be read', async (kind, value) => {
    const store = await newStore();
    const id = await add(store, { name: 'Anna' });
    const answer = await store.ask('contacts.setPoint', { id, point: { kind, value } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', unread: kind } });
  });

  test('keep what a page shows and cannot be read, without matching it', async () => {
    const store = await newStore();
    const id = await add(store, {
      name: 'Anna',
      points: [{ kind: 'email', value: 'anna at home' }],
      from: { how: 'page' },
    });
    const { points } = await store.call('contacts.view', { id });
    expect(points.map((one) => [one.value, one.key])).toEqual([
      ['anna at home', 'unread:email:anna at home'],
    ]);
  });

  test('do not take an address twice', async () => {
    const store = await newStore();
    const id = await add(store, { name: 'Anna', points: [{ kind: 'email', value: 'a@one.example' }] });
    const first = (await store.call('contacts.view', { id })).points[0]!.id;
    const point = { kind: 'email' as const, value: 'A@one.example' };
    expect((await store.call('contacts.setPoint', { id, point })).id).toBe(first);
    expect((await store.call('contacts.view', { id })).points).toHaveLength(1);
  });

  test('say that a value was removed meanwhile', async () => {
    const store = await newStore();
    const id = await add(store, { name: 'Anna', points: [{ kind: 'email', value: 'a@one.example' }] });
    const pointId = (await store.call('contacts.view', { id })).points[0]!.id;
    await store.call('contacts.removePoint', { id, pointId });
    for (const [op, input] of [
      ['contacts.removePoint', { id, pointId }],
      ['contacts.setPoint', { id, pointId, point: { kind: 'email', value: 'b@one.example' } }],
      ['contacts.removeFact', { id, factId: pointId }],
      ['contacts.removeDate', { id, dateId: pointId }],
    ] as const) {
      expect(await store.ask(op, input)).toMatchObject({ ok: false, error: { code: 'missing' } });
    }
  });

  test('keep consent per channel, and forget it', async () => {
    const store = await newStore();
    const id = await add(store, { name: 'Anna' });
    const consent = { state: 'given' as const, basis: 'asked at the fair', textVersion: '2' };
    await store.call('contacts.setConsent', { id, channel: 'mail', consent });
    await store.call('contacts.setConsent', {
      id,
      channel: 'phone',
      consent: { state: 'refused', basis: '' },
    });
    await store.call('contacts.setConsent', { id, channel: 'phone', consent: null });
    expect((await store.call('contacts.view', { id })).consents).toMatchObject({ mail: consent });
  });
});

describe('companies', () => {
  test('are found by name in whatever case, or created', async () => {
    const store = await newStore();
    await add(store, { name: 'Anna', facts: [{ field: 'company', value: 'Fjordlys AS' }] });
    await add(store, { name: 'Bo', facts: [{ field: 'company', value: 'FJORDLYS as' }] });
    expect(await store.call('companies.list', {})).toMatchObject([{ name: 'Fjordlys AS', people: 2 }]);
    await store.call('companies.add', { name: 'fjordlys as' });
    expect(await store.call('companies.list', { text: 'fjord' })).toHaveLength(1);
  });

  test('take their people with them to a new name, and back', async () => {
    const store = await newStore();
    const id = await add(store, { name: 'Anna', facts: [{ field: 'company', value: 'Fjordlys' }] });
    const [company] = await store.call('companies.list', {});
    await store.call('companies.edit', { id: company!.id, name: 'Nordlys' });
    expect((await store.call('contacts.view', { id })).facts[0]?.value).toBe('Nordlys');
    expect((await store.call('contacts.find', { text: 'nordlys' }))[0]?.id).toBe(id);
    await store.call('changes.undo', {});
    expect((await store.call('contacts.view', { id })).facts[0]?.value).toBe('Fjordlys');
  });

  test('know when one of their people was last in contact, and their domain', async () => {
    const store = await newStore();
    const id = await add(store, { name: 'Anna', facts: [{ field: 'company', value: 'Fjordlys' }] });
    await add(store, { name: 'Bo', facts: [{ field: 'company', value: 'Fjordlys' }] });
    const at = store.clock.now;
    await store.call('activities.log', { activity: { type: 'call', contactIds: [id], at } });
    const [company] = await store.call('companies.list', {});
    const point = { kind: 'url' as const, value: 'https://www.fjordlys.example/about' };
    await store.call('companies.setPoint', { id: company!.id, point });
    expect(await store.call('companies.list', {})).toMatchObject([
      { people: 2, lastAt: at, domain: 'fjordlys.example' },
    ]);
    await store.call('companies.delete', { ids: [company!.id] });
    expect(await store.call('companies.list', {})).toEqual([]);
    expect((await store.call('contacts.view', { id })).facts[0]?.value).toBe('Fjordlys');
  });
});

describe('tags', () => {
  test('are a tree: paths are created once, counts take in what is below', async () => {
    const store = await newStore();
    const [anna, bo] = [await add(store, { name: 'Anna' }), await add(store, { name: 'Bo' })];
    await store.call('tags.assign', { contactIds: [anna, bo], path: 'Region / Norway' });
    await store.call('tags.assign', { contactIds: [anna], path: 'region / NORWAY / Oslo' });
    await store.call('tags.assign', { contactIds: [bo], path: 'Region' });
    const tree = await store.call('tags.tree', {});
    expect(tree.map((tag) => [tag.path.join('/'), tag.own, tag.total])).toEqual([
      ['Region', 1, 2],
      ['Region/Norway', 2, 2],
      ['Region/Norway/Oslo', 1, 1],
    ]);
    expect((await store.call('tags.find', { text: 'osl' })).map((tag) => tag.path)).toEqual([
      ['Region', 'Norway', 'Oslo'],
    ]);
  });

  test('merge with their contacts, children and name, and can be taken apart again', async () => {
    const store = await newStore();
    const [anna, bo] = [await add(store, { name: 'Anna' }), await add(store, { name: 'Bo' })];
    const { id: from } = await store.call('tags.assign', { contactIds: [anna], path: 'Norge' });
    await store.call('tags.assign', { contactIds: [bo], path: 'Norge / Oslo' });
    const { id: into } = await store.call('tags.assign', { contactIds: [bo], path: 'Norway' });
    const before = await store.call('tags.tree', {});
    expect(await store.call('tags.merge', { fromId: from, intoId: into })).toEqual({ count: 1 });
    const tree = await store.call('tags.tree', {});
    expect(tree.map((tag) => [tag.path.join('/'), tag.own, tag.synonyms])).toEqual([
      ['Norway', 2, ['Norge']],
      ['Norway/Oslo', 1, []],
    ]);
    // The old name leads to the new tag.
    expect((await store.call('tags.add', { path: 'norge' })).id).toBe(into);
    await store.call('changes.undo', { commandId: await lastOf(store, 'tags.merge') });
    expect(await store.call('tags.tree', {})).toEqual(before);
  });

  test('cannot be moved or merged below themselves', async () => {
    const store = await newStore();
    const { id: child } = await store.call('tags.add', { path: 'A / B' });
    const [parent] = await store.call('tags.tree', {});
    for (const [op, input] of [
      ['tags.edit', { id: parent!.id, parentId: child }],
      ['tags.edit', { id: child, parentId: child }],
      ['tags.merge', { fromId: parent!.id, intoId: child }],
      ['tags.merge', { fromId: child, intoId: child }],
    ] as const) {
      expect(await store.ask(op, input)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    }
  });

  test('that are deleted leave their children and come back with their contacts', async () => {
    const store = await newStore();
    const id = await add(store, { name: 'Anna', tags: ['Region / Norway'] });
    const [region] = await store.call('tags.tree', {});
    await store.call('tags.assign', { contactIds: [id], tagId: region!.id });
    expect(await store.call('tags.delete', { id: region!.id })).toEqual({ count: 1 });
    expect((await store.call('contacts.view', { id })).tags.map((tag) => tag.path)).toEqual([['Norway']]);
    await store.call('changes.undo', {});
    expect((await store.call('contacts.view', { id })).tags).toHaveLength(2);
  });
});

async function lastOf({ db }: Store, op: string): Promise<string> {
  const rows = await db.changes.filter((row) => row.body.op === op).toArray();
  return rows.at(-1)!.k.command;
}

test('tasks are listed by due day, and are out of sight with their contacts', async () => {
  const store = await newStore();
  const id = await add(store, { name: 'Anna' });
  const task = (title: string, date: string | null, contactIds: string[] = []) =>
    store.call('tasks.add', { title, contactIds, due: date ? { date } : null });
  await task('some day', null);
  const { id: late } = await task('late', '2026-03-01');
  await task('soon', '2026-03-09', [id]);
  const titles = async (open = true) => (await store.call('tasks.list', { open })).map((one) => one.title);
  expect(await titles()).toEqual(['late', 'soon', 'some day']);
  await store.call('tasks.edit', { id: late, doneAt: store.clock.now });
  expect([await titles(), await titles(false)]).toEqual([['soon', 'some day'], ['late']]);
  await store.call('contacts.delete', { ids: [id] });
  expect(await titles()).toEqual(['some day']);
});

test('the history says what changed, when, from where', async () => {
  const store = await newStore();
  const id = await add(store, { name: 'Anna', tags: ['Region / Norway'] });
  await store.call('contacts.edit', { id, name: 'Anna Berg' }, { caller: 'panel' });
  await store.call('contacts.setPoint', { id, point: { kind: 'email', value: 'a@one.example' } });
  await store.call('notes.add', { contactIds: [id], text: 'Tea' });
  const { items } = await store.call('changes.list', { subject: id });
  const told = items.map(({ op, caller, edits }) => [
    op,
    caller,
    ...edits.map((e) => [e.field, e.before, e.after]),
  ]);
  expect(told).toEqual([
    ['notes.add', 'workspace', ['', null, 'Tea']],
    ['contacts.setPoint', 'workspace', ['email', null, 'a@one.example']],
    ['contacts.edit', 'panel', ['name', 'Anna', 'Anna Berg']],
    ['contacts.add', 'workspace', ['', null, 'Anna Berg']],
  ]);
  expect((await store.call('changes.list', { limit: 2 })).more).toBe(true);
  const second = await store.call('changes.list', { limit: 2, before: items[1]!.at });
  expect([second.items.map((one) => one.op), second.more]).toEqual([
    ['contacts.edit', 'contacts.add'],
    false,
  ]);
});

test('a page of the history skips nothing, though the clock stands still and the device is ahead', async () => {
  const store = await newStore();
  await store.db.meta.put({
    key: 'clock',
    value: `${(store.clock.now * 2).toString(16).padStart(12, '0')}0000-x`,
  });
  const seen: string[] = [];
  for (let count = 0; count < 9; count += 1) {
    if (count % 4 === 0) store.clock.now += 1000;
    await store.ask('tags.add', { path: `T${count}` });
  }
  for (let before: number | undefined, more = true; more; ) {
    const page = await store.call('changes.list', { limit: 2, before });
    seen.push(...page.items.map((one) => one.edits[0]?.after ?? ''));
    before = page.items.at(-1)?.at;
    more = page.more;
  }
  expect(seen).toEqual(['T8', 'T7', 'T6', 'T5', 'T4', 'T3', 'T2', 'T1', 'T0']);
});

describe('dates and proposals in words', () => {
  test('are read in the background', async () => {
    const { call, clock } = await newStore();
    const when = { zone: 'Europe/Oslo', now: clock.now };
    expect(await call('text.when', { text: 'send the price list by Friday', ...when })).toMatchObject({
      due: { date: '2026-03-06' },
      rest: 'send the price list',
    });
    expect(await call('text.when', { text: 'nothing here', ...when })).toBeNull();
    expect(await call('text.date', { text: '农历八月初九' })).toMatchObject({
      date: { calendar: 'lunar', month: 8, day: 9 },
    });
    const proposals = await call('text.propose', {
      text: 'Anna Berg\nBuyer, Fjordlys AS\nanna@fjordlys.example',
    });
    expect(proposals.map((one) => [one.field, one.value])).toContainEqual(['email', 'anna@fjordlys.example']);
  });
});
