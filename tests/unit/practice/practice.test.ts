import '../../support/indexeddb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Activity } from '@/lib/crm/activities';
import { Contact } from '@/lib/crm/contacts';
import { practiceMailbox } from '@/lib/crm/practice/mailbox';
import { practicePeople } from '@/lib/crm/practice/people';
import { Task } from '@/lib/crm/tasks';
import { type Database, openDatabase } from '@/lib/store/database';
import { matchPoints } from '@/lib/store/matches';
import { seedPractice } from '@/lib/store/practice';
import { contactView } from '@/lib/store/views/contact-view';
import { todayView } from '@/lib/store/views/today-view';

const NOW = new Date(2026, 10, 21, 13, 42).getTime();
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

describe('the practice people', () => {
  const people = practicePeople(NOW);

  test('are the same on every run', () => expect(practicePeople(NOW)).toEqual(people));

  test('are about 300, in English and both Chinese scripts, over two years', () => {
    expect(people.length).toBeGreaterThan(280);
    expect(people.length).toBeLessThan(320);
    for (const [language, least] of [
      ['en', 140],
      ['zh-Hans', 80],
      ['zh-Hant', 40],
    ] as const) {
      expect(people.filter((person) => person.language === language).length).toBeGreaterThan(least);
    }
    const times = people.flatMap((person) => person.events.map((event) => event.at));
    expect((NOW - Math.min(...times)) / 86_400_000).toBeGreaterThan(700);
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW);
  });

  test('have addresses of their own, at domains kept for examples', () => {
    const addresses = people.map((person) => person.points[0]!.value);
    expect(new Set(addresses).size).toBe(people.length);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });

  test('show every kind of activity', () => {
    const kinds = new Set(people.flatMap((person) => person.events.map((event) => event.type)));
    expect([...kinds].sort()).toEqual([
      'call',
      'mail',
      'meeting',
      'message',
      'note',
      'promise',
      'purchase',
      'visit',
    ]);
  });
});

describe('the practice mailbox', () => {
  const mails = practiceMailbox(NOW);

  test('has some forty mails, newest first, none of them of tomorrow', () => {
    expect(mails.length).toBeGreaterThanOrEqual(36);
    expect(mails.map((mail) => mail.date)).toEqual(mails.map((mail) => mail.date).sort((a, b) => b - a));
    expect(mails[0]!.date).toBeLessThanOrEqual(NOW);
    expect(new Set(mails.map((mail) => mail.id)).size).toBe(mails.length);
    for (const mail of mails) expect(mail.paragraphs.filter((one) => one.trim() === '')).toEqual([]);
  });

  test('fits the time lines: each mail that is logged is there with its subject and minute', () => {
    const byId = new Map(mails.map((mail) => [mail.id, mail]));
    const logged = practicePeople(NOW).flatMap((person) => person.events.filter((event) => event.mail));
    expect(logged.length).toBeGreaterThan(15);
    for (const event of logged) {
      expect(byId.get(event.mail!)).toMatchObject({
        subject: event.subject,
        date: event.at,
        direction: event.direction,
      });
    }
  });
});

describe('the seeded database', { timeout: 60_000 }, () => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase(`practice-${Math.random()}`);
    await seedPractice(db, NOW, ZONE);
  }, 60_000);
  afterAll(() => db.delete());

  const idOf = async (address: string) => (await matchPoints(db, [address])).get(address)![0]!.contactId;

  test('holds rows that their schemas take, and is filled once', async () => {
    const contacts = (await db.contacts.toArray()).map((row) => row.body);
    for (const contact of contacts) Contact.parse(contact);
    for (const row of await db.activities.toArray()) Activity.parse(row.body);
    for (const row of await db.tasks.toArray()) Task.parse(row.body);
    await seedPractice(db, NOW, ZONE);
    expect(await db.contacts.count()).toBe(contacts.length);
    expect(await db.figures.count()).toBe(contacts.length);
  });

  test('tells of the price list that Ingrid Solheim waits for', async () => {
    const view = await contactView(db, await idOf('ingrid@fjordlab.example'), { now: NOW, zone: ZONE });
    expect(view).toMatchObject({
      name: 'Ingrid Solheim',
      title: 'Head of Purchasing',
      company: { name: 'Fjordlab AS' },
      briefing: [
        { words: { key: 'advice.last_spoke_about', params: { count: 94, topic: 'Invoice 2026-114' } } },
        { words: { key: 'advice.open_promise_mine', params: { what: 'a price list' } } },
      ],
    });
    expect(view?.steps[0]).toMatchObject({ kind: 'promise', lateDays: 87 });
    expect(view?.steps.map((step) => step.kind)).toEqual(['promise', 'cadence', 'task']);
    expect(view?.pulse.expected).toBe('2026-09-09');
    expect(view?.others.map((other) => other.name)).toEqual(
      expect.arrayContaining(['Tomas Berg', 'Hanne Vik']),
    );
    expect(view?.notes[0]).toMatchObject({ pinned: true });
  });

  test('has a Today that can be read: some wait, some are waited for, none of them by accident', async () => {
    const today = await todayView(db, { now: NOW, zone: ZONE, limit: 100 });
    const names = (items: { contact: { name: string } }[]) => items.map((item) => item.contact.name);
    expect(names(today.waitingForYou)).toEqual([
      'Jonas Weil',
      '孙立群',
      'Amara Obi',
      '何静',
      '林書宇',
      'Li Wei',
      '王安然',
    ]);
    expect(names(today.youWaitFor).sort()).toEqual(
      [
        'Ana Duarte',
        'Tomas Berg',
        'Yusuf Demir',
        'Ренат Алиев',
        '周磊',
        '宋予',
        '陳怡安',
        '高远',
        '黃柏睿',
      ].sort(),
    );
    expect(names(today.due).slice(0, 2).sort()).toEqual(['Ingrid Solheim', '李慧敏']);
    expect(names(today.due)).toEqual(expect.arrayContaining(['Marit Aas', '陈可', 'Elif Kaya']));
    expect(names(today.dates)).toEqual(expect.arrayContaining(['Li Wei', '王安然', '鄭詠晴', 'Ana Duarte']));
    const lunar = today.dates.find((item) => item.contact.name === '王安然');
    expect(lunar?.step).toMatchObject({
      title: { params: { age: 38, lunar: '十月十六' } },
      due: { date: '2026-11-24' },
    });
  });
});
