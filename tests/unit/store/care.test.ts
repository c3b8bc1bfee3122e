import { expect, test } from 'vitest';
import { eventOf, lastValue } from '@/lib/insight/events';
import { backupText } from './deal-support';
import { DAY, newStore, START } from './support';

test('a mark of mood and a gift stand in the time line, and are no exchange', async () => {
  const store = await newStore();
  const { call, ask, db } = store;
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const log = (activity: object) =>
    call('activities.log', { activity: { contactIds: [id], ...activity } as never });
  await log({ type: 'mood', value: -1, subject: 'Sounded tired' });
  await log({
    type: 'gift',
    subject: 'A book on lamps',
    direction: 'out',
    amount: { minor: 2500, currency: 'EUR' },
  });
  const view = await call('contacts.view', { id });
  expect(view.timeline).toMatchObject([
    { type: 'gift', subject: 'A book on lamps', amount: { minor: 2500 } },
    { type: 'mood', value: -1 },
  ]);
  expect(view.pulse.sent.every((week) => week === 0)).toBe(true);
  const events = (await db.activities.toArray()).map((row) => eventOf(row.body, [id]));
  expect(events.map((event) => event.value).sort()).toEqual([-1, 2500]);
  expect(await backupText(store)).toContain('"value":-1');
  expect(
    await ask('activities.log', { activity: { type: 'mood', contactIds: [id], value: 3 } }),
  ).toMatchObject({ error: { code: 'invalid' } });
  const packed = {
    ids: [id],
    offsets: Int32Array.of(0, 2),
    at: Int32Array.of(1, 2),
    days: Int32Array.of(0, 0),
    codes: Uint8Array.from(events.map((event) => event.code)),
    values: Float64Array.from(events.map((event) => event.value ?? Number.NaN)),
    orders: new Int32Array(2),
    withoutRate: 0,
  };
  expect(lastValue(packed, 0, 'mood', 0)).toBe(-1);
  expect(lastValue(packed, 0, 'call', 0)).toBeNull();
  // The day before, nobody knew of it.
  expect(lastValue(packed, 0, 'mood', -1)).toBeNull();
});

test('a need is noted, heard again, found, kept through a merge, and goes with its contact', async () => {
  const store = await newStore();
  const { call, ask, clock } = store;
  const [a, b] = await Promise.all(
    ['Anna Berg', 'Anna B.'].map(async (name) => (await call('contacts.add', { draft: { name } })).id),
  );
  const note = await call('notes.add', { contactIds: [b!], text: 'She wants light without glare.' });
  const need = { quote: 'light without glare', kind: 'explicit', strength: 3, status: 'open' } as const;
  const { id: needId } = await call('needs.set', { contactId: b!, need, activityId: note.id });
  const heard = (await call('contacts.view', { id: b! })).needs[0]?.confirmedAt ?? 0;
  clock.now += 86_400_000;
  await call('needs.set', { contactId: b!, needId, need });
  const [again] = (await call('contacts.view', { id: b! })).needs;
  expect(again).toMatchObject({ id: needId, activityId: note.id, strength: 3 });
  expect(again!.confirmedAt! - heard).toBeGreaterThan(86_000_000);
  await call('changes.undo', {});
  expect((await call('contacts.view', { id: b! })).needs[0]?.confirmedAt).toBe(heard);

  await call('contacts.merge', { groups: [{ into: a!, from: [b!] }] });
  expect((await call('contacts.view', { id: a! })).needs).toMatchObject([{ id: needId }]);
  await call('contacts.unmerge', { id: b! });
  expect((await call('contacts.view', { id: a! })).needs).toEqual([]);
  expect((await call('contacts.view', { id: b! })).needs).toMatchObject([{ id: needId }]);

  expect((await call('search.find', { text: 'glare' })).hits).toMatchObject([{ id: b }]);
  expect((await call('data.give', { id: b! })).needs).toMatchObject([{ quote: 'light without glare' }]);
  expect(await ask('needs.set', { contactId: b, need: { ...need, strength: 4 } })).toMatchObject({
    error: { code: 'invalid' },
  });
  await call('needs.remove', { contactId: b!, needId });
  expect((await call('contacts.view', { id: b! })).needs).toEqual([]);
  await call('changes.undo', {});
  await call('contacts.erase', { id: b! });
  expect(await backupText(store)).not.toContain('glare');
});

test('promises stand with what became of each, and answers with how soon they came', async () => {
  const { call, clock } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const log = async (activity: object) =>
    (await call('activities.log', { activity: { contactIds: [id], ...activity } as never })).id;
  const promise = (subject: string, date: string | null) =>
    log({ type: 'promise', subject, promise: { by: 'me', due: date ? { date } : null } });
  const [kept, late] = [await promise('Price list', '2026-03-10'), await promise('Drawing', '2026-03-04')];
  await promise('Sample', '2026-03-05');
  await promise('A visit', null);
  await log({ type: 'promise', subject: 'Theirs', promise: { by: 'them', due: null } });
  clock.now += 5 * 86_400_000;
  for (const [one, date] of [
    [kept, '2026-03-10'],
    [late, '2026-03-04'],
  ] as const) {
    await call('activities.edit', {
      id: one,
      promise: { by: 'me', due: { date }, doneAt: clock.now },
    });
  }
  for (let day = 0; day < 8; day += 1) {
    const at = Date.UTC(2026, 1, 1 + day, 10);
    await log({ type: 'mail', direction: 'in', at, subject: `Question ${day}` });
    await log({ type: 'mail', direction: 'out', at: at + (day + 1) * 3_600_000, subject: `Answer ${day}` });
  }
  const trust = await call('trust.view', { contactId: id });
  expect(trust).toMatchObject({ kept: 1, late: 1, overdue: 1 });
  expect(trust.promises.map(({ what, state, days }) => [what, state, days])).toEqual([
    ['Theirs', 'open', 0],
    ['A visit', 'open', 0],
    ['Sample', 'overdue', 2],
    ['Drawing', 'late', 3],
    ['Price list', 'kept', 0],
  ]);
  // The median of 1 to 8 hours.
  expect(trust.reply).toEqual({ hours: 4.5, n: 8 });
  expect(trust.writes).toEqual({ from: 9, to: 12, n: 8, of: 8 });
});

test('an answer that has a day alone is in no median of hours', async () => {
  const { call } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const mail = (direction: 'in' | 'out', at: number, precision: 'day' | 'minute') =>
    call('activities.log', { activity: { type: 'mail', contactIds: [id], direction, at, precision } });
  for (let day = 20; day > 16; day -= 1) {
    await mail('in', START - day * DAY, 'minute');
    await mail('out', START - day * DAY + 7_200_000, 'minute');
  }
  for (let day = 10; day > 0; day -= 1) {
    await mail('in', START - day * DAY, 'day');
    await mail('out', START - day * DAY + 1, 'day');
  }
  expect((await call('trust.view', { contactId: id })).reply).toEqual({ hours: 2, n: 4 });
});

test('faith is left out of what goes out, unless it is chosen', async () => {
  const { call } = await newStore();
  await call('contacts.add', {
    draft: {
      name: 'Anna Berg',
      facts: [
        { field: 'faith', value: 'Lutheran' },
        { field: 'likes', value: 'Green tea' },
      ],
    },
  });
  const written = async (sensitive: boolean) => {
    const out = await call('exports.write', { format: 'csv', personal: true, sensitive, notes: false });
    return out.file.text();
  };
  expect(await written(false)).toContain('Green tea');
  expect(await written(false)).not.toContain('Lutheran');
  expect(await written(true)).toContain('Lutheran');
});

test('the ledger is put right: kept on another day, counted as kept, moved, open again, no promise; each can be taken back', async () => {
  const { call, ask, clock, db } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const promise = (subject: string, date: string, by: 'me' | 'them' = 'me') =>
    call('activities.log', {
      activity: { type: 'promise', contactIds: [id], subject, promise: { by, due: { date } } },
    });
  const list = await promise('Price list', '2026-03-04');
  const theirs = await promise('Logo', '2026-03-04', 'them');
  clock.now += 8 * DAY;
  const ledger = async () => {
    const { promises, kept, late, overdue, counted, theirs } = await call('trust.view', { contactId: id });
    const [one] = promises.filter((each) => each.what === 'Price list');
    return { state: one?.state, days: one?.days, was: one?.was, kept, late, overdue, counted, theirs };
  };
  const correct = (as: object, of = list.id) => call('promises.correct', { id: of, as: as as never });
  expect(await ledger()).toMatchObject({ state: 'overdue', days: 6, overdue: 1, theirs: { kept: 0, n: 1 } });
  await correct({ kind: 'kept', on: '2026-03-03' });
  expect(await ledger()).toMatchObject({ state: 'kept', kept: 1, overdue: 0, counted: 0 });
  await correct({ kind: 'kept', on: '2026-03-06' });
  expect(await ledger()).toMatchObject({ state: 'late', days: 2, kept: 0, late: 1 });
  await correct({ kind: 'counts' });
  expect(await ledger()).toMatchObject({ state: 'kept', kept: 1, late: 0, counted: 1 });
  const [page] = await db.measures.toArray();
  expect(page!.promises.length).toBe(2);
  expect([...page!.promises][0]).toBeLessThan(0);
  await call('changes.undo', {});
  expect(await ledger()).toMatchObject({ state: 'late', counted: 0 });
  await correct({ kind: 'open' });
  await correct({ kind: 'moved', due: { date: '2026-03-20' } });
  await correct({ kind: 'moved', due: { date: '2026-03-25' } });
  expect(await ledger()).toMatchObject({ state: 'open', was: '2026-03-04', kept: 0, overdue: 0 });
  await correct({ kind: 'kept', on: '2026-03-04' }, theirs.id);
  expect((await ledger()).theirs).toEqual({ kept: 1, n: 1 });
  await correct({ kind: 'none' });
  expect((await call('trust.view', { contactId: id })).promises.map((one) => one.what)).toEqual(['Logo']);
  expect((await call('contacts.view', { id })).notes).toMatchObject([{ text: 'Price list' }]);
  expect(await ask('promises.correct', { id: list.id, as: { kind: 'open' } })).toMatchObject({
    error: { code: 'invalid' },
  });
  await call('changes.undo', {});
  expect(await ledger()).toMatchObject({ state: 'open' });
  expect(
    await ask('promises.correct', { id: list.id, as: { kind: 'kept', on: '2026-04-01' } }),
  ).toMatchObject({ error: { code: 'invalid' } });
});
