import { describe, expect, test } from 'vitest';
import { DAY, newStore, START } from '../store/support';

/** 2026-03-02, a Monday, 09:00 UTC. */
async function storeWith(name = 'Ana Duarte') {
  const store = await newStore();
  const { id } = await store.call('contacts.add', {
    draft: {
      name,
      points: [
        { kind: 'phone', value: '+351 555 010 171' },
        { kind: 'email', value: 'ana@casaprata.example' },
      ],
      facts: [
        { field: 'hobby', value: 'kites' },
        { field: 'title', value: 'Designer' },
        { field: 'company', value: 'Casa Prata' },
      ],
      tags: ['Region / Portugal'],
    },
  });
  return { ...store, id };
}
const ago = (days: number) => START - days * DAY;

describe('the view of a contact', () => {
  test('is the profile in a fixed order, with what each value is from', async () => {
    const { call, id } = await storeWith();
    const view = await call('contacts.view', { id });
    expect(view).toMatchObject({
      name: 'Ana Duarte',
      title: 'Designer',
      company: { name: 'Casa Prata' },
      kind: 'work',
    });
    expect(view.company?.id).toBeTruthy();
    expect(view.facts.map((fact) => fact.field)).toEqual(['company', 'title', 'hobby']);
    expect(view.points.map((point) => point.kind)).toEqual(['email', 'phone']);
    expect(view.points[0]?.provenance).toEqual({ source: '', at: START + 1000, how: 'typed' });
    expect(view.tags).toMatchObject([{ name: 'Portugal', path: ['Region', 'Portugal'] }]);
  });

  test('shows the newest value of a field, and keeps the others', async () => {
    const { call, id } = await storeWith();
    await call('contacts.setFact', { id, fact: { field: 'title', value: 'Head of Design' } });
    const view = await call('contacts.view', { id });
    expect(view.title).toBe('Head of Design');
    expect(view.facts.filter((fact) => fact.field === 'title').map((fact) => fact.value)).toEqual([
      'Head of Design',
      'Designer',
    ]);
  });

  test('puts pinned notes first and counts the whole time line', async () => {
    const { call, id } = await storeWith();
    for (const [text, pinned] of [
      ['one', false],
      ['two', true],
      ['three', false],
    ] as const) {
      await call('notes.add', { contactIds: [id], text, pinned });
    }
    const view = await call('contacts.view', { id, timeline: 2 });
    expect(view.notes.map((note) => note.text)).toEqual(['two', 'three', 'one']);
    expect(view.timeline.map((item) => item.text)).toEqual(['three', 'two']);
    expect(view.timelineTotal).toBe(3);
  });

  test('draws its steps from the rows: done ones go, late ones stand first', async () => {
    const { call, id } = await storeWith();
    const { id: task } = await call('tasks.add', {
      title: 'Order form',
      contactIds: [id],
      due: { date: '2026-03-02' },
    });
    await call('activities.log', {
      activity: {
        type: 'promise',
        contactIds: [id],
        at: ago(20),
        subject: 'the drawings',
        promise: { by: 'me', due: { date: '2026-02-20' } },
      },
    });
    await call('activities.log', {
      activity: { type: 'mail', contactIds: [id], at: ago(3), direction: 'in', subject: 'Re: A question' },
    });
    const kinds = async () => (await call('contacts.view', { id })).steps.map((step) => step.kind);
    expect(await kinds()).toEqual(['promise', 'unanswered', 'task', 'first']);
    await call('tasks.edit', { id: task, doneAt: START });
    const [promise, mail] = (await call('contacts.view', { id })).steps;
    expect(promise).toMatchObject({
      lateDays: 10,
      reason: { key: 'advice.promise_mine_late_mails', params: { mails: 1 } },
    });
    await call('steps.snooze', { contactId: id, key: mail!.key, until: START + 7 * DAY });
    expect(await kinds()).toEqual(['promise', 'first']);
    await call('changes.undo', {});
    expect(await kinds()).toEqual(['promise', 'unanswered', 'first']);
  });

  test('lists open tasks by day, then what was done in the last 14 days, the latest first', async () => {
    const { call, clock, id } = await storeWith();
    const add = (title: string, date: string) =>
      call('tasks.add', { title, contactIds: [id], due: { date } }).then((task) => task.id);
    const [old, early, late, open, first] = [
      await add('Old', '2026-02-01'),
      await add('Early', '2026-03-01'),
      await add('Late', '2026-03-01'),
      await add('Open', '2026-03-20'),
      await add('First', '2026-03-10'),
    ];
    for (const [task, days] of [
      [old, 15],
      [early, 13],
      [late, 1],
    ] as const) {
      await call('tasks.edit', { id: task, doneAt: clock.now - days * DAY });
    }
    const tasks = (await call('contacts.view', { id })).tasks;
    expect(tasks.map((task) => task.id)).toEqual([first, open, late, early]);
    expect(tasks.map((task) => task.doneAt !== null)).toEqual([false, false, true, true]);
  });

  test('speaks of silence by what is logged', async () => {
    const { call, id } = await storeWith();
    await call('activities.log', {
      activity: { type: 'mail', contactIds: [id], at: ago(94), direction: 'out', subject: 'Invoice' },
    });
    const first = async () => (await call('contacts.view', { id })).briefing[0]?.words;
    expect(await first()).toMatchObject({
      key: 'advice.silence_mail_about',
      params: { count: 94, topic: 'Invoice' },
    });
  });

  test.each(['the contact', 'the site'])('a silence older than the logging of %s is none', async (where) => {
    const { call, clock, id } = await storeWith();
    const log = (at: number, subject: string) =>
      call('activities.log', {
        activity: { type: 'mail', contactIds: [id], at, direction: 'out', subject },
      });
    const switchTo = (on: boolean) =>
      where === 'the contact'
        ? call('contacts.edit', { id, autolog: on })
        : call('settings.include', { list: 'autologOrigins', values: ['https://mail.example'], on });
    const told = async () => (await call('contacts.view', { id })).briefing[0]?.words;
    await log(ago(94), 'Invoice');
    await switchTo(true);
    expect(await told()).toMatchObject({ key: 'advice.silence_mail_about', params: { count: 94 } });

    await log(clock.now, 'Rev C');
    clock.now += 20 * DAY;
    await switchTo(true);
    expect(await told()).toMatchObject({ key: 'advice.last_spoke_about', params: { count: 20 } });
    await switchTo(false);
    expect(await told()).toMatchObject({ key: 'advice.silence_mail_about', params: { count: 20 } });
    await call('changes.undo', {});
    expect(await told()).toMatchObject({ key: 'advice.last_spoke_about', params: { count: 20 } });
    await switchTo(false);
    await switchTo(true);
    expect(await told()).toMatchObject({ key: 'advice.silence_mail_about', params: { count: 20 } });
  });

  test('has a pulse of 104 weeks: received above, sent below, a call in both', async () => {
    const { call, id } = await storeWith();
    const log = (type: 'mail' | 'call', days: number, direction: 'in' | 'out') =>
      call('activities.log', {
        activity: { type, contactIds: [id], at: ago(days), direction, subject: `${type} ${days}` },
      });
    await log('mail', 0, 'in');
    await log('mail', 7, 'out');
    await log('call', 8, 'out');
    await log('mail', 103 * 7, 'in');
    await log('mail', 104 * 7, 'in');
    const { pulse } = await call('contacts.view', { id });
    expect(pulse.from).toBe('2024-03-11');
    expect([pulse.received.length, pulse.sent.length]).toEqual([104, 104]);
    expect(pulse.received.flatMap((count, week) => (count ? [[week, count]] : []))).toEqual([
      [0, 1],
      [101, 1],
      [103, 1],
    ]);
    expect(pulse.sent.flatMap((count, week) => (count ? [[week, count]] : []))).toEqual([
      [101, 1],
      [102, 1],
    ]);
  });

  test('has a revision that rises with whatever concerns the contact', async () => {
    const { call, id } = await storeWith();
    const seen = [(await call('contacts.view', { id })).revision];
    await call('notes.add', { contactIds: [id], text: 'x' });
    seen.push((await call('contacts.view', { id })).revision);
    await call('contacts.edit', { id, name: 'Ana D.' });
    seen.push((await call('contacts.view', { id })).revision);
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  test('of a deleted contact is refused', async () => {
    const { call, ask, id } = await storeWith();
    await call('contacts.delete', { ids: [id] });
    expect(await ask('contacts.view', { id })).toMatchObject({ ok: false, error: { code: 'missing' } });
  });
});

describe('rows and companies', () => {
  test('a row has the next step, and the order asked for', async () => {
    const { call, id } = await storeWith();
    const { id: other } = await call('contacts.add', { draft: { name: 'Bo' } });
    await call('activities.log', {
      activity: { type: 'mail', contactIds: [id], at: ago(9), direction: 'in', subject: 'Two questions' },
    });
    const rows = await call('contacts.rows', { ids: [other, id] });
    expect(rows.map((row) => row.name)).toEqual(['Bo', 'Ana Duarte']);
    expect(rows[1]).toMatchObject({
      company: 'Casa Prata',
      address: 'ana@casaprata.example',
      tags: ['Portugal'],
      lastAt: ago(9),
      next: { kind: 'unanswered', lateDays: 9, title: { params: { topic: 'Two questions' } } },
    });
    expect(rows[1]?.pulse.received).toHaveLength(26);
    expect(rows[0]).toMatchObject({ company: null, lastAt: null, next: { kind: 'first' } });
  });

  test('a row and the profile name the same next step', async () => {
    const { call, id } = await storeWith();
    const log = (days: number, direction: 'in' | 'out', subject: string) =>
      call('activities.log', {
        activity: { type: 'mail', contactIds: [id], at: ago(days), direction, subject },
      });
    for (const step of [
      () => log(30, 'in', 'a'),
      () => log(20, 'in', 'b'),
      () => log(10, 'out', 'c'),
      () => log(1, 'in', 'Automatic reply: c'),
      () => call('contacts.setCadence', { ids: [id], days: 7 }),
      () => log(0, 'in', 'd'),
    ]) {
      await step();
      const [row] = await call('contacts.rows', { ids: [id] });
      const [first] = (await call('contacts.view', { id })).steps;
      expect(row?.next).toEqual(first);
    }
  });

  test('a company has its people and what happened with them', async () => {
    const { call, id } = await storeWith();
    const { id: other } = await call('contacts.add', {
      draft: { name: 'Beatriz', facts: [{ field: 'company', value: 'Casa Prata' }] },
    });
    await call('activities.log', { activity: { type: 'meeting', contactIds: [id, other], subject: 'Tour' } });
    const company = (await call('contacts.view', { id })).company!.id!;
    const view = await call('companies.view', { id: company });
    expect(view.contacts.map((row) => row.name)).toEqual(['Ana Duarte', 'Beatriz']);
    expect(view.timeline).toMatchObject([
      { subject: 'Tour', withOthers: [{ name: 'Ana Duarte' }, { name: 'Beatriz' }] },
    ]);
    await call('contacts.edit', { id: other, name: 'Bea' });
    expect((await call('companies.view', { id: company })).revision).not.toBe(view.revision);
  });
});

describe('Today', () => {
  test('has each step in its section, with its age', async () => {
    const { call, id } = await storeWith();
    const log = (activity: object) =>
      call('activities.log', { activity: { contactIds: [id], ...activity } as never });
    await log({ type: 'mail', at: ago(2), direction: 'in', subject: 'Which gate' });
    await log({
      type: 'promise',
      at: ago(9),
      subject: 'the form',
      promise: { by: 'them', due: { date: '2026-03-01' } },
    });
    await call('tasks.add', { title: 'Thank her', contactIds: [id], due: { date: '2026-03-05' } });
    await call('tasks.add', { title: 'Far away', contactIds: [id], due: { date: '2026-04-05' } });
    await call('tasks.add', { title: 'Of nobody', due: { date: '2026-03-03' } });
    await call('contacts.setDate', {
      id,
      date: { kind: 'birthday', date: { calendar: 'gregorian', month: 3, day: 9 } },
    });
    const { id: other } = await call('contacts.add', { draft: { name: 'Tomas' } });
    await call('activities.log', {
      activity: { type: 'mail', contactIds: [other], at: ago(8), direction: 'out', subject: 'Rev C' },
    });

    const today = await call('today.view', {});
    const told = (section: 'waitingForYou' | 'youWaitFor' | 'due' | 'dates') =>
      today[section].map(({ contact, step, ageDays }) => [contact.name, step.kind, ageDays]);
    expect(told('waitingForYou')).toEqual([['Ana Duarte', 'unanswered', 2]]);
    expect(told('youWaitFor')).toEqual([
      ['Tomas', 'waiting', 8],
      ['Ana Duarte', 'promise', 1],
    ]);
    expect(told('due')).toEqual([['Ana Duarte', 'task', null]]);
    expect(told('dates')).toEqual([['Ana Duarte', 'date', null]]);
    expect(today.tasks.map((task) => task.title)).toEqual(['Of nobody']);
    expect(today.dates[0]?.contact.company).toBe('Casa Prata');
  });

  test('is counted by the rows that it shows', async () => {
    const { call, id } = await storeWith();
    const count = async () => {
      const view = await call('today.view', {});
      const today = await call('today.count', {});
      return { today, shown: Object.values(view).flat().length };
    };
    expect(await count()).toEqual({ today: 0, shown: 0 });
    await call('tasks.add', { title: 'Late', contactIds: [id], due: { date: '2026-03-01' } });
    await call('tasks.add', { title: 'In three days', contactIds: [id], due: { date: '2026-03-05' } });
    await call('tasks.add', { title: 'Of nobody' });
    await call('activities.log', {
      activity: { type: 'mail', contactIds: [id], at: ago(8), direction: 'out', subject: 'Rev C' },
    });
    await call('contacts.setDate', {
      id,
      date: { kind: 'birthday', date: { calendar: 'gregorian', month: 3, day: 9 } },
    });
    expect(await count()).toEqual({ today: 5, shown: 5 });
  });

  test('is not buried by old mails that nobody waits for any more', async () => {
    const { call } = await newStore();
    for (let index = 0; index < 6; index += 1) {
      const { id } = await call('contacts.add', { draft: { name: `Old ${index}` } });
      await call('activities.log', {
        activity: { type: 'mail', contactIds: [id], at: ago(200 + index), direction: 'in', subject: 'x' },
      });
    }
    const { id } = await call('contacts.add', { draft: { name: 'New' } });
    await call('activities.log', {
      activity: { type: 'mail', contactIds: [id], at: ago(1), direction: 'in', subject: 'x' },
    });
    const today = await call('today.view', { limit: 1 });
    expect(today.waitingForYou.map((item) => item.contact.name)).toEqual(['New']);
  });
});
