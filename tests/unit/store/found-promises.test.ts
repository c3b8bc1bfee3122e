import { expect, test } from 'vitest';
import { backupText } from './deal-support';
import { DAY, newStore } from './support';

async function withNote(text = "Good talk. I'll send you the price list by Friday. She likes oak.") {
  const store = await newStore();
  const { id } = await store.call('contacts.add', { draft: { name: 'Anna Berg' } });
  const note = await store.call('notes.add', { contactIds: [id], text });
  return { ...store, id, note: note.id };
}

test('a sentence of a note is offered, and is a promise only when the user says so', async () => {
  const { call, id, note, db, clock } = await withNote();
  const found = await call('promises.found', { contactId: id });
  expect(found).toEqual([
    {
      activityId: note,
      quote: "I'll send you the price list by Friday.",
      by: 'me',
      what: 'send you the price list',
      due: { date: '2026-03-06' },
    },
  ]);
  expect(await db.activities.count()).toBe(1);
  const [{ quote, due }] = found as [(typeof found)[number]];
  clock.now += DAY;
  const made = await call('promises.take', {
    activityId: note,
    contactId: id,
    quote,
    what: 'the price list',
    by: 'me',
    due,
  });
  const promise = (await db.activities.get(made.id))!.body;
  expect(promise).toMatchObject({
    type: 'promise',
    subject: 'the price list',
    promise: { by: 'me', due: { date: '2026-03-06' }, doneAt: null },
    provenance: { evidence: quote },
    at: (await db.activities.get(note))!.body.at,
  });
  expect(await call('promises.found', { contactId: id })).toEqual([]);
  expect((await call('trust.view', { contactId: id })).promises).toMatchObject([{ what: 'the price list' }]);
  await call('changes.undo', {});
  expect(await call('promises.found', { contactId: id })).toHaveLength(1);
  expect((await call('trust.view', { contactId: id })).promises).toEqual([]);
});

test('no is remembered, can be taken back, travels in a backup, and goes with an erased contact', async () => {
  const store = await withNote();
  const { call, id, note, db } = store;
  const { quote } = (await call('promises.found', { contactId: id }))[0]!;
  await call('promises.decline', { activityId: note, quote });
  expect(await call('promises.found', { contactId: id })).toEqual([]);
  expect(await backupText(store)).toContain('"weighed"');
  await call('changes.undo', {});
  expect(await call('promises.found', { contactId: id })).toHaveLength(1);
  await call('contacts.erase', { id });
  expect(await db.activities.count()).toBe(0);
});

test('what came in is their word; what was imported, is old, or is not of this contact is not asked about', async () => {
  const { call, id, ask, clock, note } = await withNote('Nothing said.');
  await call('activities.log', {
    activity: { type: 'mail', contactIds: [id], direction: 'in', subject: '我周五前把合同寄出' },
  });
  expect(await call('promises.found', { contactId: id })).toMatchObject([{ by: 'them' }]);
  await call('notes.add', { contactIds: [id], text: "I'll call tomorrow", from: { how: 'import' } });
  expect(await call('promises.found', { contactId: id })).toHaveLength(1);
  const other = await call('contacts.add', { draft: { name: 'Ben Ito' } });
  expect(await call('promises.found', { contactId: other.id, activityId: note })).toEqual([]);
  clock.now += 31 * DAY;
  expect(await call('promises.found', { contactId: id })).toEqual([]);
  expect(
    await ask('promises.take', {
      activityId: note,
      contactId: id,
      quote: 'never written',
      what: 'x',
      by: 'me',
      due: null,
    }),
  ).toMatchObject({ ok: false, error: { code: 'missing' } });
});

test('what one of several promised is theirs alone; what the user promised is for all of them', async () => {
  const { call, db } = await newStore();
  const [anna, ben] = [
    (await call('contacts.add', { draft: { name: 'Anna Berg' } })).id,
    (await call('contacts.add', { draft: { name: 'Ben Ito' } })).id,
  ];
  const { id: note } = await call('notes.add', {
    contactIds: [anna, ben],
    text: "Anna promised the drawings by Friday. I'll send both the price list by Friday.",
  });
  const found = await call('promises.found', { contactId: anna });
  expect(found.map(({ by }) => by).sort()).toEqual(['me', 'them']);
  for (const { quote, what, by, due } of found) {
    const { id } = await call('promises.take', { activityId: note, contactId: anna, quote, what, by, due });
    const people = (await db.activities.get(id))?.body.participants.map(({ contactId }) => contactId).sort();
    expect(people).toEqual(by === 'them' ? [anna] : [anna, ben].sort());
  }
  expect((await call('trust.view', { contactId: ben })).promises).toHaveLength(1);
});

test('in text that is pasted for somebody new they are told, saved with the contact as far as the user says so, and undone with it', async () => {
  const { call, db } = await newStore();
  const text =
    "Anna: I'll send you the drawings by Friday.\nMe: I will call the forwarder tomorrow.\nAnna Berg, Fjordlys AS";
  const found = await call('promises.propose', { text, names: ['Anna Berg'] });
  expect(found.map(({ by, quote }) => [by, quote])).toEqual([
    ['them', "I'll send you the drawings by Friday."],
    ['me', 'I will call the forwarder tomorrow.'],
  ]);
  const unsigned = await call('promises.propose', { text: '我周五前把报价发给你。', names: [] });
  expect(unsigned.map(({ by }) => by)).toEqual(['them']);
  expect(await db.activities.count()).toBe(0);

  const [theirs] = found;
  const from = { how: 'paste' as const, evidence: theirs!.quote };
  const promises = [{ what: 'the drawings', by: theirs!.by, due: theirs!.due, from }];
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg', promises } });
  const rows = await db.activities.toArray();
  expect(rows.map(({ body }) => body)).toMatchObject([
    {
      type: 'promise',
      subject: 'the drawings',
      promise: { by: 'them', due: { date: expect.any(String) }, doneAt: null },
      participants: [{ contactId: id }],
      provenance: { how: 'paste', evidence: theirs!.quote },
    },
  ]);

  await call('changes.undo', {});
  expect(await db.activities.where('k.line').between(`${id}|`, `${id}~`).count()).toBe(0);
});
