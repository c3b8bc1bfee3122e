import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity } from '@/lib/crm/activities';
import { emptyFigures, talkFigures, weekOf, withActivity } from '@/lib/insight/figures';
import { DAY, newStore, START, type Store } from './support';

const me = 'a0000000-0000-7000-8000-000000000000';

function activity(given: Partial<Activity> & { at: number }): Activity {
  const role = given.direction === 'out' ? 'to' : given.direction === 'in' ? 'from' : 'with';
  return {
    id: `id-${given.at}`,
    type: 'mail',
    direction: null,
    subject: '',
    provenance: { source: '', at: given.at, how: 'typed' },
    participants: [{ contactId: me, role }],
    ...given,
  } as Activity;
}

const any = fc
  .record({
    at: fc.integer({ min: 0, max: 50 }).map((days) => START + days * DAY),
    type: fc.constantFrom('mail', 'message', 'call', 'note', 'purchase', 'visit'),
    direction: fc.constantFrom('in', 'out', null),
  })
  .map((given) => activity(given as never));

test('adding one by one gives the same as counting anew, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), (activities) => {
      let figures = emptyFigures(me);
      for (const [index, one] of activities.entries()) {
        const counted = talkFigures(me, activities.slice(0, index + 1), [me]);
        const patched = withActivity(figures, one, [me]);
        if (patched) expect(patched).toEqual(counted);
        figures = patched ?? counted;
      }
    }),
  );
});

describe('who waits for whom', () => {
  const day = (index: number) => START + index * DAY;
  test.each([
    ['nobody, without mails', [], {}],
    [
      'I owe an answer since the first of two',
      [
        ['in', 0],
        ['in', 2],
      ],
      { since: 0 },
    ],
    [
      'an answer ends it',
      [
        ['in', 0],
        ['out', 2],
      ],
      { for: 2 },
    ],
    [
      'a call ends it both ways',
      [
        ['in', 0],
        ['out', 1],
        ['call', 2],
      ],
      {},
    ],
    [
      'a mail after the call begins anew',
      [
        ['in', 0],
        ['call', 1],
        ['in', 3],
      ],
      { since: 3 },
    ],
    [
      'they owe an answer to the last',
      [
        ['out', 0],
        ['out', 4],
      ],
      { for: 4 },
    ],
    [
      'a note is no answer',
      [
        ['in', 0],
        ['note', 1],
      ],
      { since: 0 },
    ],
  ] as const)('%s', (_, talks, expected: { since?: number; for?: number }) => {
    const activities = talks.map(([what, index]) =>
      what === 'in' || what === 'out'
        ? activity({ at: day(index), direction: what })
        : activity({ at: day(index), type: what }),
    );
    const { waitingSince, waitingFor } = talkFigures(me, activities, [me]);
    expect(waitingSince).toBe(expected.since === undefined ? undefined : day(expected.since));
    expect(waitingFor).toBe(expected.for === undefined ? undefined : day(expected.for));
  });

  test('a mail that only went in copy is no exchange', () => {
    const copied = activity({ at: START, direction: 'in', participants: [{ contactId: me, role: 'cc' }] });
    expect(talkFigures(me, [copied], [me])).toMatchObject({ activities: 1, lastAt: 0, open: 0 });
  });
});

test('a week begins on Monday', () => {
  const monday = Date.UTC(2026, 2, 2);
  expect(weekOf(monday) - weekOf(monday - 1)).toBe(1);
  expect(weekOf(monday + 7 * DAY - 1)).toBe(weekOf(monday));
  expect((7 * weekOf(monday) - 3) * DAY).toBe(monday);
});

async function figuresOf({ db }: Store, id: string) {
  return db.figures.get(id);
}

test('figures follow every command, and its undo', async () => {
  const store = await newStore();
  const { call } = store;
  const draft = { name: 'Anna Berg', cadenceDays: 30 };
  const { id } = await call('contacts.add', { draft });
  const added = store.clock.now;
  expect(await figuresOf(store, id)).toMatchObject({ lastAt: 0, cadenceAt: added + 30 * DAY, open: 0 });

  const log = { type: 'mail' as const, contactIds: [id], direction: 'in' as const, at: START + DAY };
  const { id: mailId } = await call('activities.log', { activity: log });
  expect(await figuresOf(store, id)).toMatchObject({ waitingSince: START + DAY, waitingId: mailId, open: 1 });
  await call('activities.log', { activity: { ...log, at: START } });
  expect(await figuresOf(store, id)).toMatchObject({
    waitingSince: START,
    lastAt: START + DAY,
    activities: 2,
  });
  await call('changes.undo', {});
  expect(await figuresOf(store, id)).toMatchObject({ waitingSince: START + DAY, activities: 1 });

  const { id: task } = await call('tasks.add', {
    title: 'Call',
    contactIds: [id],
    due: { date: '2026-03-09' },
  });
  const promise = { by: 'me' as const, due: { date: '2026-03-05' } };
  await call('activities.log', { activity: { type: 'promise', contactIds: [id], promise } });
  expect(await figuresOf(store, id)).toMatchObject({ dueOn: '2026-03-05', duties: 2 });
  await call('changes.undo', {});
  await call('tasks.edit', { id: task, doneAt: store.clock.now });
  const done = await figuresOf(store, id);
  expect([done?.dueOn, done?.duties, done?.open]).toEqual([undefined, 0, 1]);

  const birthday = { kind: 'birthday' as const, date: { calendar: 'lunar' as const, month: 8, day: 9 } };
  await call('contacts.setDate', { id, date: birthday });
  expect((await figuresOf(store, id))?.dateOn).toBe('2026-09-19');
  await call('contacts.delete', { ids: [id] });
  expect(await figuresOf(store, id)).toBeUndefined();
  await call('changes.undo', {});
  expect(await figuresOf(store, id)).toMatchObject({
    ...done,
    dateOn: '2026-09-19',
    revision: expect.any(String),
  });
});

test('what is about a merged contact counts for the one that it went into', async () => {
  const store = await newStore();
  const { call, db } = store;
  const [{ id: root }, { id: child }] = [
    await call('contacts.add', { draft: { name: 'Li Wei' } }),
    await call('contacts.add', { draft: { name: 'Wei Li' } }),
  ];
  const row = await db.contacts.get(child);
  await db.contacts.put({ id: child, k: { identity: root }, body: { ...row!.body, mergedInto: root } });
  await call('activities.log', { activity: { type: 'call', contactIds: [child], at: START } });
  await call('activities.log', { activity: { type: 'call', contactIds: [root], at: START + DAY } });
  await call('tasks.add', { title: 'Call', contactIds: [child], due: { date: '2026-03-09' } });
  const view = await call('contacts.view', { id: child });
  expect([view.id, view.timelineTotal, view.tasks.length]).toEqual([root, 2, 1]);
  expect(await figuresOf(store, root)).toMatchObject({
    activities: 2,
    lastAt: START + DAY,
    dueOn: '2026-03-09',
  });
  expect(await figuresOf(store, child)).toBeUndefined();
});

test('a date that has passed is moved to its next year when a day is asked for', async () => {
  const store = await newStore();
  const birthday = { kind: 'birthday' as const, date: { calendar: 'gregorian' as const, month: 3, day: 4 } };
  const { id } = await store.call('contacts.add', { draft: { name: 'Anna Berg', dates: [birthday] } });
  expect((await store.call('today.view', {})).dates.map((item) => item.contact.id)).toEqual([id]);
  store.clock.now += 5 * DAY;
  expect((await store.call('today.view', {})).dates).toEqual([]);
  expect((await figuresOf(store, id))?.dateOn).toBe('2027-03-04');
});

test('a revision rises with every change of a contact or a row about it', async () => {
  const store = await newStore();
  const { call } = store;
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const revisions = [(await call('contacts.view', { id })).revision];
  const { id: note } = await call('notes.add', { contactIds: [id], text: 'Tea' });
  for (const change of [
    () => call('notes.edit', { id: note, text: 'Coffee' }),
    () => call('contacts.edit', { id, name: 'Anna Lind' }),
    () => call('tags.assign', { contactIds: [id], path: 'Seen' }),
    () => call('tasks.add', { title: 'Call', contactIds: [id] }),
    () => call('changes.undo', {}),
  ]) {
    await change();
    revisions.push((await call('contacts.view', { id })).revision);
  }
  expect(revisions).toEqual([...new Set(revisions)].sort());
});
