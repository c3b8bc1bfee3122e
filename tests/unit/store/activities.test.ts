import { describe, expect, test } from 'vitest';
import { isLogged } from '@/lib/store/matches';
import { DAY, newStore, START, type Store } from './support';

async function withAnna(store: Store): Promise<string> {
  return (await store.call('contacts.add', { draft: { name: 'Anna Berg' } })).id;
}

const mail = (id: string, more: object = {}) => ({
  type: 'mail' as const,
  contactIds: [id],
  direction: 'in' as const,
  subject: 'Price list',
  at: START,
  ...more,
});

describe('a purchase with a warranty', () => {
  test.each([
    ['2026-01-31', 1, { year: 2026, month: 2, day: 28 }],
    ['2025-12-15', 24, { year: 2027, month: 12, day: 15 }],
    ['2027-11-30', 3, { year: 2028, month: 2, day: 29 }],
  ])('of %s, %i months: its end is a date of the contact', async (day, months, end) => {
    const store = await newStore();
    const id = await withAnna(store);
    const activity = {
      type: 'purchase' as const,
      contactIds: [id],
      at: Date.parse(`${day}T12:00Z`),
      subject: 'Pump',
    };
    await store.call('activities.log', { activity, warrantyMonths: months });
    const { dates } = await store.call('contacts.view', { id });
    expect(dates).toMatchObject([
      { kind: 'warranty', label: 'Pump', date: { calendar: 'gregorian', ...end } },
    ]);
    await store.call('changes.undo', {});
    expect((await store.call('contacts.view', { id })).dates).toEqual([]);
  });

  test('ends once: behind its day nothing comes', async () => {
    const store = await newStore();
    const id = await withAnna(store);
    const activity = { type: 'purchase' as const, contactIds: [id], at: START, subject: 'Pump' };
    await store.call('activities.log', { activity, warrantyMonths: 1 });
    const next = async () => (await store.call('contacts.view', { id })).dates[0]?.next;
    expect(await next()).not.toBeNull();
    store.clock.now += 40 * DAY;
    expect(await next()).toBeNull();
  });

  test('that is deleted takes its end along, and no other; undo brings both back', async () => {
    const store = await newStore();
    const id = await withAnna(store);
    const buy = (subject: string) =>
      store.call('activities.log', {
        activity: { type: 'purchase', contactIds: [id, id], at: START, subject },
        warrantyMonths: 24,
      });
    const labels = async () =>
      (await store.call('contacts.view', { id })).dates.map(({ label }) => label).sort();
    const pump = await buy('Pump');
    await buy('Mixer');
    expect(await labels()).toEqual(['Mixer', 'Pump']);
    expect(await store.call('activities.delete', { ids: [pump.id] })).toEqual({ count: 1 });
    expect(await labels()).toEqual(['Mixer']);
    await store.call('changes.undo', {});
    expect(await labels()).toEqual(['Mixer', 'Pump']);
    expect((await store.call('contacts.view', { id })).timelineTotal).toBe(2);
  });
});

describe('a mail is logged once', () => {
  test.each([
    [
      'the same external key',
      { externalKeys: ['roundcube:7'] },
      { externalKeys: ['roundcube:7'], subject: 'Re: other' },
      true,
    ],
    ['the same minute', {}, { at: START + 30_000 }, true],
    [
      'the same minute and a key from elsewhere',
      { externalKeys: ['gmail:1'] },
      { externalKeys: ['roundcube:7'] },
      true,
    ],
    ['a day without a time', {}, { at: START - 5 * 3_600_000, precision: 'day' as const }, true],
    ['the subject in other case', {}, { subject: 'PRICE  list' }, true],
    ['another key of the same site', { externalKeys: ['gmail:1'] }, { externalKeys: ['gmail:2'] }, false],
    [
      'another key of the same account',
      { externalKeys: ['gmail/a1:1'] },
      { externalKeys: ['gmail/a1:2'] },
      false,
    ],
    [
      'a key of another account, whose server took it a minute later',
      { externalKeys: ['gmail/a1:1'] },
      { at: START + 60_000, externalKeys: ['gmail/b2:9'] },
      true,
    ],
    [
      'a key of another account two minutes later',
      { externalKeys: ['gmail/a1:1'] },
      { at: START + 120_000, externalKeys: ['gmail/b2:9'] },
      false,
    ],
    [
      'the key without its account, as it was kept before',
      { externalKeys: ['gmail:1'] },
      { externalKeys: ['gmail/a1:1'], subject: 'Re: other' },
      true,
    ],
    ['another minute', {}, { at: START + 60_000 }, false],
    [
      'sent, and read with its name a minute later',
      {},
      { at: START + 60_000, externalKeys: ['gmail:1'] },
      true,
    ],
    [
      'sent, and another of that name two minutes later',
      {},
      { at: START + 120_000, externalKeys: ['gmail:1'] },
      false,
    ],
    ['the other direction', {}, { direction: 'out' as const }, false],
    ['another subject', {}, { subject: 'Invoice' }, false],
  ])('%s', async (_, first, second, already) => {
    const store = await newStore();
    const id = await withAnna(store);
    const one = await store.call('activities.log', { activity: mail(id, first) });
    const two = await store.call('activities.log', { activity: mail(id, second) });
    expect(two.already).toBe(already);
    expect(two.id === one.id).toBe(already);
    expect((await store.call('contacts.view', { id })).timelineTotal).toBe(already ? 1 : 2);
  });

  test('and stands on the time line of each person it is logged for', async () => {
    const store = await newStore();
    const id = await withAnna(store);
    const { id: bo } = await store.call('contacts.add', { draft: { name: 'Bo' } });
    await store.call('activities.log', { activity: mail(id, { externalKeys: ['gmail:1'] }) });
    const second = await store.call('activities.log', { activity: mail(bo, { externalKeys: ['gmail:1'] }) });
    expect(second.already).toBe(false);
    expect(await store.db.activities.count()).toBe(1);
    const view = await store.call('contacts.view', { id: bo });
    expect(view.timeline.map((one) => one.withOthers)).toEqual([[{ id, name: 'Anna Berg' }]]);
  });

  test('and takes the name and the link that it lacked', async () => {
    const store = await newStore();
    const id = await withAnna(store);
    await store.call('activities.log', { activity: mail(id) });
    const link = 'https://mail.example/1';
    await store.call('activities.log', { activity: mail(id, { externalKeys: ['gmail:1'], link }) });
    expect(await isLogged(store.db, { type: 'mail', at: 0, externalKeys: ['gmail:1'] }, id)).toBe(true);
    expect((await store.call('contacts.view', { id })).timeline.map((one) => one.link)).toEqual([link]);
  });

  test('but a deleted one can be logged again', async () => {
    const store = await newStore();
    const id = await withAnna(store);
    const one = await store.call('activities.log', { activity: mail(id) });
    await store.call('activities.delete', { ids: [one.id] });
    expect((await store.call('activities.log', { activity: mail(id) })).already).toBe(false);
  });
});

test('a page of the time line skips nothing, though several rows are of one moment', async () => {
  const store = await newStore();
  const id = await withAnna(store);
  for (let index = 0; index < 12; index += 1) {
    const at = START + (index % 4 === 0 ? 0 : index * DAY);
    await store.call('activities.log', {
      activity: { type: 'call', contactIds: [id], subject: `c${index}`, at },
    });
  }
  const seen: string[] = [];
  let before: number | undefined;
  for (let more = true; more; ) {
    const page = await store.call('activities.list', { contactId: id, limit: 2, before });
    expect(page.items.length).toBeGreaterThanOrEqual(2);
    seen.push(...page.items.map((one) => one.subject));
    before = page.items.at(-1)?.at;
    more = page.more;
  }
  expect(seen).toEqual(['c11', 'c10', 'c9', 'c7', 'c6', 'c5', 'c3', 'c2', 'c1', ...seen.slice(9)]);
  expect(seen.slice(9).sort()).toEqual(['c0', 'c4', 'c8']);
});

test('the time line can be asked for some kinds only', async () => {
  const store = await newStore();
  const id = await withAnna(store);
  await store.call('notes.add', { contactIds: [id], text: 'Tea' });
  await store.call('activities.log', { activity: mail(id) });
  await store.call('activities.log', { activity: { type: 'call', contactIds: [id] } });
  const { items } = await store.call('activities.list', { contactId: id, types: ['note', 'call'] });
  expect(items.map((one) => one.type)).toEqual(['call', 'note']);
});

test('a note that is saved takes its draft with it, and none that says something else', async () => {
  const store = await newStore();
  const [id, other] = [await withAnna(store), await withAnna(store)];
  const kept = async (contactId: string) =>
    (await store.call('drafts.get', { key: `note:${contactId}` })).text;
  await store.call('drafts.put', { key: `note:${id}`, text: ' Prefers tea \n' });
  await store.call('drafts.put', { key: `note:${other}`, text: 'Prefers tea, or coffee' });
  await store.call('notes.add', { contactIds: [id, other], text: 'Prefers tea' });
  expect(await kept(id)).toBe('');
  expect(await kept(other)).toBe('Prefers tea, or coffee');
});

test('nothing is logged for somebody who was deleted', async () => {
  const store = await newStore();
  const id = await withAnna(store);
  await store.call('contacts.delete', { ids: [id] });
  for (const [op, input] of [
    ['activities.log', { activity: mail(id) }],
    ['notes.add', { contactIds: [id], text: 'Tea' }],
    ['tasks.add', { title: 'Call', contactIds: [id] }],
    ['tags.assign', { contactIds: [id], path: 'Seen' }],
    ['contacts.view', { id }],
  ] as const) {
    expect(await store.ask(op, input)).toMatchObject({ ok: false, error: { code: 'missing' } });
  }
  expect(await store.db.tags.count()).toBe(0);
});
