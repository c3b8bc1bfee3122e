import { describe, expect, test } from 'vitest';
import { type FestivalRegion, festivalsIn } from '@/lib/insight/festivals';
import { DAY, newStore } from './support';

describe('lunar birthdays of the next five years', () => {
  // Chinese New Year and, ten days after the published Dragon Boat festivals, the 15th of the fifth month.
  test.each([
    [
      'born on the new year of 1990',
      { calendar: 'lunar', year: 1990, month: 1, day: 1 },
      ['2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03', '2031-01-23'],
    ],
    [
      'born in the leap fifth month of 1990',
      { calendar: 'lunar', year: 1990, month: 5, day: 15, leap: true },
      ['2027-06-19', '2028-06-07', '2029-06-26', '2030-06-15', '2031-07-04'],
    ],
  ] as const)('%s', async (_, date, days) => {
    const { call } = await newStore();
    await call('contacts.add', { draft: { name: '林伟', dates: [{ kind: 'birthday', date }] } });
    for (const [at, day] of days.entries()) {
      const year = 2027 + at;
      const { entries } = await call('calendar.view', { from: `${year}-01-01`, to: `${year}-12-31` });
      expect(entries).toMatchObject([{ kind: 'date', day, age: year - 1990 }]);
    }
  });
});

test.each<[FestivalRegion, string, [string, string][]]>([
  [
    'cn',
    '2026',
    [
      ['2026-01-01', 'newYear'],
      ['2026-02-17', 'spring'],
      ['2026-03-03', 'lantern'],
      ['2026-04-05', 'qingming'],
      ['2026-05-01', 'labour'],
      ['2026-06-19', 'dragonBoat'],
      ['2026-09-10', 'teachersCn'],
      ['2026-09-25', 'midAutumn'],
      ['2026-10-01', 'nationalCn'],
      ['2026-10-18', 'doubleNinth'],
    ],
  ],
  [
    'west',
    '2027',
    [
      ['2027-01-01', 'newYear'],
      ['2027-02-14', 'valentine'],
      ['2027-03-08', 'womensDay'],
      ['2027-03-28', 'easter'],
      ['2027-12-25', 'christmas'],
    ],
  ],
])('festivals of %s in %s are on their published days', (region, year, days) => {
  const found = festivalsIn(region, `${year}-01-01`, `${year}-12-31`);
  expect(found.map(({ day, festival }) => [day, festival])).toEqual(days);
});

test('a month holds dates, tasks, rhythms, deals and festivals, and nothing of its neighbours', async () => {
  const { call, clock } = await newStore();
  const { id } = await call('contacts.add', {
    draft: {
      name: 'Anna Berg',
      cadenceDays: 30,
      dates: [{ kind: 'birthday', date: { calendar: 'gregorian', month: 4, day: 12 } }],
      facts: [
        { field: 'likes', value: 'Green tea' },
        { field: 'avoids', value: 'Nuts' },
      ],
    },
  });
  await call('tasks.add', { title: 'Send the list', contactIds: [id], due: { date: '2026-04-30' } });
  await call('tasks.add', { title: 'Next month', contactIds: [id], due: { date: '2026-05-01' } });
  await call('deals.add', { title: 'Lamps', contactIds: [id], expectedOn: '2026-04-03' });
  const april = () => call('calendar.view', { from: '2026-04-01', to: '2026-04-30', festivals: 'tw' });
  expect((await april()).entries.map((entry) => [entry.day, entry.kind])).toEqual([
    ['2026-04-01', 'cadence'],
    ['2026-04-03', 'deal'],
    ['2026-04-05', 'festival'],
    ['2026-04-12', 'date'],
    ['2026-04-30', 'task'],
  ]);
  // A talk restarts the clock of the rhythm.
  clock.now += 5 * DAY;
  await call('activities.log', { activity: { type: 'call', contactIds: [id], subject: 'The offer' } });
  await call('activities.log', { activity: { type: 'gift', contactIds: [id], subject: 'Tea' } });
  expect((await april()).entries.find((entry) => entry.kind === 'cadence')?.day).toBe('2026-04-06');
  expect(await call('greetings.reminder', { contactId: id })).toMatchObject({
    lastTalk: { type: 'call', subject: 'The offer' },
    lastGift: { what: 'Tea' },
    likes: ['Green tea'],
    avoids: ['Nuts'],
    greeted: [],
  });
  await call('greetings.use', { contactId: id, key: 'birthday_1' });
  expect((await call('greetings.reminder', { contactId: id })).greeted).toEqual(['birthday_1']);
  await call('changes.undo', {});
  expect((await call('greetings.reminder', { contactId: id })).greeted).toEqual([]);
});

test('of somebody who was merged it is told who stands for them, and whether they may be written to', async () => {
  const { call, db } = await newStore();
  const { id: into } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  const { id: from } = await call('contacts.add', { draft: { name: 'Anne Berg' } });
  await call('contacts.merge', { groups: [{ into, from: [from] }] });
  await call('activities.log', { activity: { type: 'gift', contactIds: [into], subject: 'Tea' } });
  expect(await call('greetings.reminder', { contactId: from })).toMatchObject({
    contact: { id: into, name: 'Anna Berg' },
    lastGift: { what: 'Tea' },
    doNotContact: false,
  });
  const row = (await db.contacts.get(into))!;
  await db.contacts.put({ ...row, body: { ...row.body, doNotContact: { at: 0, reason: '' } } });
  expect((await call('greetings.reminder', { contactId: from })).doNotContact).toBe(true);
});
