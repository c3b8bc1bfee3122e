import { describe, expect, test } from 'vitest';
import type { Situation } from '@/lib/advice/situation';
import { steps } from '@/lib/advice/steps';
import type { Case } from '@/lib/crm/cases';
import type { Contact } from '@/lib/crm/contacts';
import {
  activity,
  birthday,
  contact,
  daysAgo,
  mail,
  NOW,
  OSLO,
  openCase,
  promise,
  situation,
  task,
} from './build';

const kinds = (...args: Parameters<typeof situation>) =>
  steps(situation(...args), OSLO).map((step) => step.kind);
const keys = (...args: Parameters<typeof situation>) =>
  steps(situation(...args), OSLO).map((step) => step.reason.key.slice('advice.'.length));
const monthly: Contact['cadence'] = { days: 30, since: daysAgo(300) };
const soon = birthday({ calendar: 'gregorian', year: 1988, month: 11, day: 24 });

describe('next steps', () => {
  test('stand in the order of duty: late promise, late task, unanswered, today, cadence, date', () => {
    const list = steps(
      situation(
        [
          promise('me', 94, '2026-08-26'),
          promise('me', 3, '2026-11-21', 'Samples'),
          mail('in', 40, 'Price list'),
        ],
        {
          contact: contact({ cadence: monthly, dates: soon }),
          tasks: [task('Freight', '2026-11-20'), task('Order form', '2026-12-24'), task('Some day', null)],
        },
      ),
      OSLO,
    );
    expect(list.map((step) => step.reason.key)).toEqual([
      'advice.promise_mine_late_mails',
      'advice.task_late',
      'advice.unanswered',
      'advice.promise_mine_today',
      'advice.cadence',
      'advice.date_in',
      'advice.task_ahead',
      'advice.task_undated',
    ]);
  });

  test('a late promise names its day, its lateness and the mails since, with both as evidence', () => {
    const promised = promise('me', 94, '2026-08-26');
    const asked = mail('in', 2, 'Re: Price list?');
    const thanks = mail('in', 93.99);
    const [first] = steps(situation([promised, thanks, mail('in', 30), asked]), OSLO);
    expect(first).toMatchObject({
      key: `promise:${promised.id}`,
      kind: 'promise',
      title: { key: 'advice.promise_mine_title', params: { what: 'Price list 2027' } },
      reason: { params: { due: { due: { date: '2026-08-26' } }, count: 87, mails: 2 } },
      lateDays: 87,
      activityId: promised.id,
    });
    expect(first?.evidence.map((one) => one.activityId)).toEqual([promised.id, asked.id]);
  });

  test('their promise is asked for, and a kept one is no step', () => {
    const kept = promise('them', 20, '2026-11-10');
    kept.promise!.doneAt = daysAgo(5);
    expect(keys([promise('them', 20, '2026-11-10'), kept])).toEqual(['promise_theirs_late']);
  });
});

describe('a mail is waited for', () => {
  test('with the age of the oldest and the key of the newest', () => {
    const [oldest, newest] = [
      mail('in', 9, 'Renewal: two questions'),
      mail('in', 1, 'Re: Renewal: two questions'),
    ];
    expect(steps(situation([mail('out', 12), oldest, newest]), OSLO)).toMatchObject([
      {
        key: `unanswered:${newest.id}`,
        lateDays: 9,
        title: { params: { topic: 'Renewal: two questions' } },
        link: newest.link,
        evidence: [{ activityId: oldest.id, quote: 'Renewal: two questions' }],
      },
    ]);
  });

  test.each([
    ['an answer', mail('out', 1)],
    ['a call, whoever rang', activity('call', daysAgo(1), { direction: 'in' })],
    ['a meeting', activity('meeting', daysAgo(1))],
  ])('not after %s', (_, answer) => expect(kinds([mail('in', 5), answer])).toEqual([]));

  test.each([
    ['a note', activity('note', daysAgo(1), { text: 'asked for the price' })],
    ['a promise', { ...promise('me', 1, null), promise: { by: 'me' as const, due: null, doneAt: NOW } }],
    ['a purchase', activity('purchase', daysAgo(1))],
  ])('still after %s', (_, other) => expect(kinds([mail('in', 5), other])).toContain('unanswered'));

  test.each([
    ['an absence note', mail('in', 1, 'Automatic reply: Invoice')],
    ['a Chinese absence note', mail('in', 1, '自动回复：发票')],
    ['a bounce', mail('in', 1, 'Undeliverable: Invoice')],
    [
      'one only in copy',
      activity('mail', daysAgo(1), {
        direction: 'in',
        participants: [{ contactId: contact().id, role: 'cc' }],
      }),
    ],
    ['one of last spring', mail('in', 91)],
    ['one that lies ahead', mail('in', -1)],
  ])('not for %s', (_, one) => expect(kinds([one])).toEqual([]));

  test('not from an address that nobody reads', () => {
    const points = (value: string): Contact['points'] => ({
      [contact().id]: { kind: 'email', value, key: value, source: '', at: 0, how: 'typed' },
    });
    expect(kinds([mail('in', 1)], { contact: contact({ points: points('no-reply@shop.example') }) })).toEqual(
      [],
    );
    expect(kinds([mail('in', 1)], { contact: contact({ points: points('norah@shop.example') }) })).toEqual([
      'unanswered',
    ]);
  });
});

describe('an answer is waited for', () => {
  test.each([
    [3, []],
    [4, ['waiting']],
    [90, ['waiting']],
    [91, []],
  ])('%i days after the own mail: %j', (days, expected) =>
    expect(kinds([mail('out', days)])).toEqual(expected),
  );

  test('not once they wrote', () => expect(kinds([mail('out', 5), mail('in', 4)])).toEqual(['unanswered']));
});

describe('the cadence', () => {
  test.each([
    ['a call restarts it', [activity('call', daysAgo(29))], -1],
    ['an incoming message too', [activity('message', daysAgo(30), { direction: 'in' })], 0],
    ['a note does not', [activity('note', daysAgo(1)), activity('call', daysAgo(45))], 15],
    ['without any contact it counts from its setting', [], 270],
  ])('%s', (_, activities, late) => {
    const list = steps(situation(activities, { contact: contact({ cadence: monthly }) }), OSLO);
    expect(list.find((step) => step.kind === 'cadence')?.lateDays).toBe(late);
  });
});

describe('dates', () => {
  const on = (dates: Contact['dates']) =>
    steps(situation([mail('out', 1)], { contact: contact({ dates }) }), OSLO);

  test('a birthday with its age, three days ahead', () => {
    expect(on(soon)).toMatchObject([
      {
        title: { key: 'advice.date_title_birthday_age', params: { age: 38 } },
        due: { date: '2026-11-24' },
        lateDays: -3,
      },
    ]);
  });

  test('a birthday in a leap month says so, and is kept in the ordinary one', () => {
    expect(on(birthday({ calendar: 'lunar', year: 1984, month: 10, leap: true, day: 16 }))).toMatchObject([
      { title: { key: 'advice.date_title_birthday_leap_age', params: { lunar: '十月十六' } } },
    ]);
    expect(on(birthday({ calendar: 'lunar', month: 10, leap: true, day: 16 }))).toMatchObject([
      { title: { key: 'advice.date_title_birthday_leap', params: { lunar: '十月十六' } } },
    ]);
  });

  test('a lunar birthday on its day of this year', () => {
    // 2026-11-24 is the sixteenth day of the tenth lunar month.
    expect(on(birthday({ calendar: 'lunar', year: 1988, month: 10, day: 16 }))).toMatchObject([
      {
        title: { key: 'advice.date_title_birthday_lunar_age', params: { lunar: '十月十六', age: 38 } },
        due: { date: '2026-11-24' },
      },
    ]);
  });

  test.each([
    ['fifteen days ahead', birthday({ calendar: 'gregorian', month: 12, day: 6 })],
    ['yesterday', birthday({ calendar: 'gregorian', month: 11, day: 20 })],
    ['a month without a day', birthday({ calendar: 'gregorian', month: 11 })],
    [
      'a contract that ended years ago',
      Object.fromEntries(
        Object.entries(birthday({ calendar: 'gregorian', year: 2020, month: 11, day: 25 })).map(
          ([id, date]) => [id, { ...date, kind: 'contract' as const }],
        ),
      ),
    ],
  ])('none for %s', (_, dates) => expect(on(dates)).toEqual([]));
});

describe('who gets no advice', () => {
  const everything = [promise('me', 94, '2026-08-26'), mail('out', 40)];

  test('do not contact: only what is owed', () => {
    const barred = contact({ cadence: monthly, dates: soon, doNotContact: { at: NOW, reason: 'asked' } });
    expect(kinds(everything, { contact: barred, tasks: [task('Delete the file', '2026-11-20')] })).toEqual([
      'promise',
      'task',
    ]);
  });

  test('who only came with a file, until the user takes them up', () => {
    const dates = Object.fromEntries(
      Object.entries(soon).map(([id, date]) => [id, { ...date, how: 'import' as const }]),
    );
    const imported = contact({ dates, addedAt: NOW });
    expect(kinds([], { contact: imported })).toEqual([]);
    expect(kinds([activity('note', NOW, { text: 'met at the fair' })], { contact: imported })).toContain(
      'date',
    );
    expect(kinds([], { contact: { ...imported, cadence: monthly } })).toContain('date');
  });

  test('a fresh contact is offered a cadence, for a month', () => {
    expect(keys([], { contact: contact({ addedAt: NOW }) })).toEqual(['first_today']);
    expect(keys([], { contact: contact({ addedAt: daysAgo(5) }) })).toEqual(['first']);
    expect(keys([], { contact: contact({ addedAt: daysAgo(31) }) })).toEqual([]);
  });
});

describe('put off', () => {
  const withSnooze = (key: string, until: number | null) =>
    contact({ cadence: monthly, dates: soon, snoozes: { [key]: until } });
  const talk = [mail('out', 40), activity('call', daysAgo(45))];
  const [cadence, date] = steps(
    situation(talk, { contact: contact({ cadence: monthly, dates: soon }) }),
    OSLO,
  );

  test('until a moment, and back afterwards', () => {
    expect(kinds(talk, { contact: withSnooze(cadence!.key, NOW + 1) })).not.toContain('cadence');
    expect(kinds(talk, { contact: withSnooze(cadence!.key, NOW - 1) })).toContain('cadence');
  });

  test('done is for this time, never for every time', () => {
    const dates = (key: string, now: number) =>
      steps(situation([], { contact: withSnooze(key, null) }), {
        ...OSLO,
        now,
        day: now === NOW ? OSLO.day : '2027-11-20',
      }).filter((step) => step.kind === 'date').length;
    const never = date!.neverKey;
    expect(date!.key).not.toBe(never);
    const nextYear = NOW + 364 * 86_400_000;
    expect([dates(date!.key, NOW), dates(date!.key, nextYear)]).toEqual([0, 1]);
    expect([dates(never, NOW), dates(never, nextYear)]).toEqual([0, 0]);
  });

  test('a further mail comes although the one before needed no answer', () => {
    const [thanks, question] = [mail('in', 8, 'Thanks'), mail('in', 1, 'A question')];
    const dismissed = contact({ snoozes: { [`unanswered:${thanks.id}`]: null } });
    expect(kinds([thanks], { contact: dismissed })).toEqual([]);
    expect(steps(situation([thanks, question], { contact: dismissed }), OSLO)).toMatchObject([
      { lateDays: 1 },
    ]);
  });
});

describe('cases', () => {
  const kinds = (cases: Case[], more: Partial<Situation> = {}) =>
    steps(situation([], { cases, ...more }), OSLO).map(({ key, lateDays }) => [
      key.replace(/^case:[^:]+:/, ''),
      lateDays,
    ]);

  test('one without a first reply waits from the moment it is opened, and is late after its day', () => {
    expect(kinds([openCase({ replyDueAt: daysAgo(-1) })])).toEqual([['reply', -1]]);
    expect(kinds([openCase({ replyDueAt: daysAgo(2) })])).toEqual([['reply', 2]]);
    expect(kinds([openCase({ repliedAt: NOW })])).toEqual([]);
    expect(kinds([openCase({ state: 'resolved' })])).toEqual([]);
  });

  test('one that was told is looked at on its day, and once', () => {
    const told = { state: 'resolved' as const, repliedAt: daysAgo(30), toldAt: daysAgo(30) };
    expect(kinds([openCase({ ...told, recheckOn: '2026-11-22' })])).toEqual([]);
    expect(kinds([openCase({ ...told, recheckOn: '2026-11-21' })])).toEqual([['recheck:2026-11-21', 0]]);
    expect(kinds([openCase({ ...told, recheckOn: '2026-11-20' })])).toEqual([['recheck:2026-11-20', 1]]);
    expect(kinds([openCase({ ...told, recheckOn: '2026-11-20', recheckedAt: NOW })])).toEqual([]);
  });

  test('is owed also to somebody who must not be contacted, and can be put off', () => {
    const one = openCase();
    const blocked = contact({ doNotContact: { at: NOW, reason: '' } });
    expect(kinds([one], { contact: blocked })).toEqual([['reply', 0]]);
    const snoozes = { [`case:${one.id}:reply`]: NOW + 1 };
    expect(kinds([one], { contact: contact({ snoozes }) })).toEqual([]);
  });
});
