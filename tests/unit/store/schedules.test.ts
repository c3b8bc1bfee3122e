import { v4 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Schedule } from '@/lib/crm/schedules';
import type { Query } from '@/lib/crm/segments';
import { explain } from '@/lib/insight/query';
import { fillLists, fillPart } from '@/lib/store/fill-lists';
import { reachOf } from '@/lib/store/schedule-people';
import { frameOf, type When } from '@/lib/store/segment-frame';
import { subjectOf } from '@/lib/store/segment-subject';
import { EVERY_90_DAYS } from '../../support/schedule';
import { contents, DAY, newStore, type Store } from './support';
import { answerTo, contactAt, give, published } from './survey-support';

const HOUR = 3_600_000;

let store: Store;
let survey: Awaited<ReturnType<typeof published>>;
let which: { surveyId: string; id: string };

beforeEach(async () => {
  store = await newStore();
  survey = await published(store);
  which = { surveyId: survey.id, id: uuid() };
});

/** People who agreed to be asked, each with an address. */
async function agreed(count: number, from = 0): Promise<string[]> {
  const ids: string[] = [];
  for (let at = from; at < from + count; at += 1) {
    const id = await contactAt(store, `p${at}@lab.test`, `Person ${at}`);
    await consent(id, 'given');
    ids.push(id);
  }
  return ids;
}

const consent = (id: string, state: 'given' | 'refused') =>
  store.call('contacts.setConsent', { id, channel: 'survey', consent: { state, basis: 'asked' } });
const put = (change: Partial<Schedule> = {}) =>
  store.call('schedules.put', { ...which, schedule: { ...EVERY_90_DAYS, ...change } });
const preview = () => store.call('schedules.preview', which);
const asking = async () => (await preview()).ask.map(({ contactId }) => contactId);
const askAll = async () => store.call('schedules.ask', { ...which, contactIds: await asking() });
const counts = async () => Object.fromEntries((await preview()).left.map(({ why, count }) => [why, count]));

describe('who is due', () => {
  test('while lists are made anew it is said how far they are, for some people are missing', async () => {
    await agreed(3);
    await put();
    expect(await preview()).toMatchObject({ filling: null, count: 3 });
    await store.db.meta.bulkDelete(['lists', 'listsTo']);
    await fillPart(store.db, 1);
    expect((await preview()).filling).toEqual({ done: 1, of: 3 });
    await fillLists(store.db);
    expect(await preview()).toMatchObject({ filling: null, count: 3 });
  });

  test('everybody who agreed, as many a day as may be, the others the days after, and again 90 days later', async () => {
    const ids = await agreed(5);
    await put();
    const first = await preview();
    expect(first).toMatchObject({
      today: '2026-03-02',
      count: 5,
      gone: false,
      held: 0,
      waiting: 2,
      left: [],
    });
    expect(first.wave).toEqual({ number: 1, from: '2026-03-01', until: '2026-05-29' });
    expect(first.ask).toHaveLength(3);
    expect(first.ask[0]!.address).toMatch(/@lab\.test$/);
    expect(first.days.slice(0, 3)).toEqual([
      { day: '2026-03-02', count: 3 },
      { day: '2026-03-03', count: 2 },
      { day: '2026-03-04', count: 0 },
    ]);
    const { links } = await askAll();
    expect(links).toHaveLength(3);
    const full = await preview();
    expect(full).toMatchObject({ ask: [], waiting: 2, left: [{ why: 'later', count: 3 }] });
    expect(full.open.map(({ token }) => token).sort()).toEqual(links.map(({ token }) => token).sort());
    expect(full.left[0]!.names[0]!.day).toBe('2026-05-31');
    store.clock.now += DAY;
    expect((await askAll()).links).toHaveLength(2);
    store.clock.now += 89 * DAY;
    expect(new Set(await asking())).toEqual(new Set(links.map(({ contactId }) => contactId)));
    expect((await preview()).wave!.number).toBe(2);
    expect(ids).toHaveLength(5);
  });

  test('is told of who is left out, each under one reason', async () => {
    const [plain, barred, refused, personal, lately] = (await agreed(5)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const silent = await contactAt(store, 'silent@lab.test', 'Silent');
    const { id: without } = await store.call('contacts.add', { draft: { name: 'No address' } });
    const other = await published(store, undefined, 'Another survey');
    await store.call('invites.add', { surveyId: other.id, contactIds: [lately], channel: 'link' });
    await store.call('contacts.edit', { id: barred, doNotContact: { reason: 'asked so' } });
    await consent(refused, 'refused');
    await store.call('contacts.edit', { id: personal, kind: 'personal' });
    const { id: tagId } = await store.call('tags.add', { path: 'All' });
    await store.call('tags.assign', {
      tagId,
      contactIds: [plain, barred, refused, personal, lately, silent, without],
    });
    await put({ audience: { by: 'tag', id: tagId } });
    expect(await asking()).toEqual([plain]);
    expect(await counts()).toEqual({ personal: 1, doNotContact: 1, refused: 1, notAgreed: 2, asked: 1 });
    await put({ audience: { by: 'tag', id: tagId }, agreedOnly: false });
    expect(new Set(await asking())).toEqual(new Set([plain, silent]));
    expect(await counts()).toEqual({ personal: 1, doNotContact: 1, refused: 1, noAddress: 1, asked: 1 });
    // What was read is no permission: who was asked meanwhile is not asked again.
    const read = await asking();
    await store.call('invites.add', { surveyId: other.id, contactIds: [silent], channel: 'link' });
    expect((await store.call('schedules.ask', { ...which, contactIds: read })).links).toMatchObject([
      { contactId: plain },
    ]);
  });

  test('thirty days are days: who was asked in the afternoon may be asked again the thirtieth morning after', async () => {
    await agreed(3);
    await put({ rhythm: { kind: 'every', days: 30 } });
    store.clock.now += 7 * HOUR;
    expect((await askAll()).links).toHaveLength(3);
    store.clock.now += 29 * DAY;
    expect(await asking()).toEqual([]);
    store.clock.now += DAY - 7 * HOUR;
    const due = await asking();
    expect(due).toHaveLength(3);
    expect(await store.call('invites.check', { surveyId: survey.id, contactIds: due })).toMatchObject({
      skipped: [],
    });
    expect((await askAll()).links).toHaveLength(3);
  });

  test('who was merged is one, asked under whichever name', async () => {
    const [one, two] = (await agreed(2)) as [string, string];
    await put();
    await store.call('contacts.merge', { groups: [{ into: one, from: [two] }] });
    expect(await asking()).toEqual([one]);
    await askAll();
    expect(await asking()).toEqual([]);
    await store.call('changes.undo', {});
    await store.call('invites.add', { surveyId: survey.id, contactIds: [two], channel: 'link' });
    expect(await asking()).toEqual([]);
  });

  test('so many days after a purchase, once for each, and not weeks too late', async () => {
    const [one, two, three] = (await agreed(3)) as [string, string, string];
    const bought = (id: string, ago: number) =>
      store.call('activities.log', {
        activity: {
          type: 'purchase',
          at: store.clock.now - ago * DAY,
          contactIds: [id],
          amount: { minor: 1000, currency: 'EUR' },
        },
      });
    await bought(one, 7);
    await bought(two, 3);
    await bought(three, 40);
    await put({ rhythm: { kind: 'after', event: 'purchase', days: 7 }, from: '2026-01-01' });
    expect(await asking()).toEqual([one]);
    expect(await counts()).toEqual({ later: 1, noTurn: 1 });
    await askAll();
    expect(await asking()).toEqual([]);
    store.clock.now += 4 * DAY;
    expect(await asking()).toEqual([two]);
    // The first bought again: the guard keeps him for a month after he was asked.
    await bought(one, 0);
    store.clock.now += 7 * DAY;
    expect(await counts()).toMatchObject({ asked: 1 });
  });

  test('who buys more often than the delay is asked about one purchase, and again when the month is over', async () => {
    const [one] = (await agreed(1)) as [string];
    await put({ rhythm: { kind: 'after', event: 'purchase', days: 14 } });
    const [start, askedOn] = [store.clock.now, [] as number[]];
    for (let at = 0; at < 49; at += 7)
      await store.call('activities.log', {
        activity: {
          type: 'purchase',
          at: start + at * DAY,
          contactIds: [one],
          amount: { minor: 1000, currency: 'EUR' },
        },
      });
    for (const day of [0, 7, 13, 14, 15, 28, 43, 44, 45]) {
      store.clock.now = start + day * DAY;
      if ((await asking()).length === 0) continue;
      askedOn.push(day);
      await askAll();
    }
    expect(askedOn).toEqual([14, 44]);
  });

  test('so many days after a case was closed, by telephone those with a number alone', async () => {
    const [one, two] = (await agreed(2)) as [string, string];
    await store.call('contacts.setPoint', { id: one, point: { kind: 'phone', value: '+49 30 1234567' } });
    for (const id of [one, two]) {
      const opened = await store.call('cases.open', { kind: 'complaint', title: 'Late', contactIds: [id] });
      await store.call('cases.edit', { id: opened.id, expectation: 'On time', cause: 'The carrier' });
      await store.call('cases.move', { id: opened.id, state: 'resolved' });
    }
    await put({ rhythm: { kind: 'after', event: 'case', days: 2 }, channel: 'phone' });
    expect(await counts()).toEqual({ noAddress: 1, later: 1 });
    store.clock.now += 2 * DAY;
    expect((await preview()).ask).toMatchObject([{ contactId: one, address: '+49 30 1234567' }]);
    await askAll();
    expect((await store.call('invites.asked', { contactIds: [one] }))[0]).toMatchObject({ answeredAt: null });
  });

  test('who leaves the audience after being asked keeps the link and the place in the day; who refuses is written to no more', async () => {
    const ids = await agreed(6);
    const { id: tagId } = await store.call('tags.add', { path: 'To ask' });
    await store.call('tags.assign', { tagId, contactIds: ids });
    await put({ audience: { by: 'tag', id: tagId } });
    const { links } = await askAll();
    const asked = links.map(({ contactId }) => contactId);
    await store.call('tags.unassign', { tagId, contactIds: asked });
    const after = await preview();
    expect(after.open.map(({ token }) => token).sort()).toEqual(links.map(({ token }) => token).sort());
    expect(after).toMatchObject({ ask: [], waiting: 3 });
    await consent(asked[0]!, 'refused');
    expect((await preview()).open).toHaveLength(2);
    expect(await asking()).toEqual([]);
  });

  test('who is asked twice and has not answered is listed once, with the newest link and the way in which they were asked', async () => {
    const [one] = (await agreed(1)) as [string];
    await store.call('contacts.setPoint', { id: one, point: { kind: 'phone', value: '+49 30 1234567' } });
    await put();
    await askAll();
    store.clock.now += 90 * DAY;
    const { links } = await askAll();
    await put({ channel: 'phone' });
    expect((await preview()).open).toMatchObject([
      { token: links[0]!.token, channel: 'mail', address: 'p0@lab.test' },
    ]);
    store.clock.now += 90 * DAY;
    await askAll();
    expect((await preview()).open).toMatchObject([{ channel: 'phone', address: '+49 30 1234567' }]);
  });

  test('nobody outside its time, of a tag that is gone, or while it is off', async () => {
    await agreed(2);
    await put({ from: '2026-03-05', until: '2026-03-06' });
    expect(await preview()).toMatchObject({ ask: [], wave: null, left: [{ why: 'later', count: 2 }] });
    expect((await preview()).days.map(({ count }) => count).slice(0, 6)).toEqual([0, 0, 0, 2, 0, 0]);
    store.clock.now += 3 * DAY;
    expect(await asking()).toHaveLength(2);
    expect(await store.call('schedules.today', {})).toEqual([
      { surveyId: survey.id, scheduleId: which.id, survey: 'Spring survey', count: 2 },
    ]);
    store.clock.now += 2 * DAY;
    expect(await asking()).toEqual([]);
    await put({ audience: { by: 'tag', id: uuid() } });
    expect(await preview()).toMatchObject({ gone: true, count: 0, ask: [] });
    await put({ on: false });
    expect(await store.call('schedules.today', {})).toEqual([]);
    expect(await store.ask('schedules.ask', { ...which, contactIds: [uuid()] })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    expect(
      await store.ask('schedules.put', { ...which, schedule: { ...EVERY_90_DAYS, until: '2026-01-01' } }),
    ).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

test('of an audience those are asked, and left out for the reasons, whom their own rows say', async () => {
  const ids = await agreed(14);
  const { id: tagId } = await store.call('tags.add', { path: 'All' });
  const { id: without } = await store.call('contacts.add', { draft: { name: 'No address' } });
  const { id: silent } = await store.call('contacts.add', { draft: { name: 'Silent' } });
  await store.call('contacts.setPoint', { id: silent, point: { kind: 'phone', value: '+49 30 1234567' } });
  await store.call('tags.assign', { tagId, contactIds: [...ids, without, silent] });
  await store.call('contacts.edit', { id: ids[0]!, kind: 'personal' });
  await store.call('contacts.edit', { id: ids[1]!, doNotContact: { reason: 'asked so' } });
  await consent(ids[2]!, 'refused');
  await store.call('contacts.merge', { groups: [{ into: ids[3]!, from: [ids[4]!] }] });
  await store.call('contacts.delete', { ids: [ids[5]!] });
  const segment = async (query: Query) => {
    const id = uuid();
    await store.call('segments.put', { id, name: id, query });
    return { by: 'segment', id } as const;
  };
  const audiences = [
    { by: 'agreed' } as const,
    { by: 'tag', id: tagId } as const,
    { by: 'tag', id: uuid() } as const,
    await segment({ ask: 'tag', tagId, has: true }),
    await segment({
      any: [
        { ask: 'kind', is: 'personal' },
        { ask: 'tag', tagId, has: true },
      ],
    }),
    await segment({ ask: 'kind', is: 'work' }),
  ];
  const when = { now: store.clock.now, zone: 'UTC' };
  for (const audience of audiences)
    for (const agreedOnly of [true, false])
      for (const channel of ['mail', 'phone'] as const) {
        const asked = { audience, agreedOnly, channel };
        const { ids: found, barred, gone } = await reachOf(store.db, asked, when);
        const told = { ids: found, gone, barred: [...barred] };
        expect(told, JSON.stringify(asked)).toEqual(await reachByRows(asked, when));
      }
});

/** The same by the rows of everybody, each looked at alone. */
async function reachByRows(
  { audience, agreedOnly, channel }: Pick<Schedule, 'audience' | 'agreedOnly' | 'channel'>,
  when: When,
) {
  const { db } = store;
  const clause: Query =
    audience.by === 'agreed'
      ? { ask: 'consent', channel: 'survey', state: 'given' }
      : audience.by === 'tag'
        ? { ask: 'tag', tagId: audience.id, has: true }
        : { ask: 'segment', segmentId: audience.id, has: true };
  const personal: Query = { all: [clause, { ask: 'kind', is: 'personal' }] };
  const kind = channel === 'mail' ? 'email' : 'phone';
  return db.transaction('r', db.tables, async () => {
    const frame = await frameOf(db, when);
    const ids: string[] = [];
    const barred = new Map<string, string[]>();
    let gone = false;
    for (const id of (await db.contacts.toCollection().primaryKeys()).sort()) {
      const subject = await subjectOf(db, id, when);
      if (!subject) continue;
      const { contact } = subject;
      const of = explain(clause, subject, frame);
      gone ||= of.why.holds === null;
      if (!of.holds && !explain(personal, subject, frame).holds) continue;
      const state = contact.consents.survey?.state;
      const why = [
        contact.kind === 'personal' && 'personal',
        contact.doNotContact && 'doNotContact',
        (state === 'refused' || state === 'withdrawn') && 'refused',
        agreedOnly && state !== 'given' && 'notAgreed',
        !Object.values(contact.points).some((point) => point.kind === kind) && 'noAddress',
      ].find((one) => one);
      if (why) barred.set(why, [...(barred.get(why) ?? []), id]);
      else ids.push(id);
    }
    const order = ['personal', 'doNotContact', 'refused', 'notAgreed', 'noAddress'];
    return {
      ids,
      gone,
      barred: [...barred].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
    };
  });
}

describe('two computers', () => {
  test('that take the same list before their data comes together make one link for each person', async () => {
    // So many that six are left to be asked, whomever the draw holds back.
    await agreed(40);
    await put({ perDay: 6, holdout: 30 });
    const { file } = await store.call('backup.save', {});
    const mine = await askAll();
    const other = await newStore();
    await other.call('backup.restore', { file });
    other.clock.now = store.clock.now + HOUR;
    const { ask } = await other.call('schedules.preview', which);
    const theirs = await other.call('schedules.ask', {
      ...which,
      contactIds: ask.map(({ contactId }) => contactId),
    });
    expect(theirs.links).toEqual(mine.links);
    expect(mine.links).toHaveLength(6);
    const rows = async ({ db }: Store) => (await db.invites.toArray()).map(({ id }) => id).sort();
    expect(await rows(other)).toEqual(await rows(store));
    expect((await rows(store)).length).toBe(6 + mine.held);
  });

  const invited = async ({ db }: Store, links: { token: string }[]) =>
    db.invites
      .where('k.token')
      .anyOf(links.map(({ token }) => token))
      .count();
  const ofStore = async () => {
    const other = await newStore();
    await other.call('backup.restore', { file: (await store.call('backup.save', {})).file });
    return other;
  };

  test('of which one asks whom the other holds out: its link stays, and who was asked is not compared as held out', async () => {
    const ids = await agreed(30);
    await put({ perDay: 100 });
    const other = await ofStore();
    other.clock.now = store.clock.now;
    const theirs = await other.call('schedules.ask', { ...which, contactIds: ids.slice(0, 15) });
    expect(theirs.links).toHaveLength(15);
    store.clock.now = other.clock.now + HOUR;
    await put({ perDay: 100, holdout: 50 });
    await askAll();
    const held = (await store.db.invites.toArray()).filter(({ body }) => body.heldOut);
    const alone = held.filter(({ body }) => !ids.slice(0, 15).includes(body.contactId));
    expect([alone.length > 0, held.length > alone.length]).toEqual([true, true]);
    await store.call('backup.restore', { file: (await other.call('backup.save', {})).file });
    expect(await invited(store, theirs.links)).toBe(15);
    store.clock.now += 31 * DAY;
    expect(await store.call('schedules.holdout', which)).toMatchObject({ held: { n: alone.length } });
  });

  test('of which one takes its list back: the link that the other one sent stays good on both', async () => {
    await agreed(3);
    await put();
    const other = await ofStore();
    const { links } = await askAll();
    other.clock.now = store.clock.now + HOUR;
    await other.call('schedules.ask', { ...which, contactIds: links.map(({ contactId }) => contactId) });
    expect(await invited(other, links)).toBe(3);
    await other.call('changes.undo', {});
    expect(await invited(other, links)).toBe(0);
    const { file } = await other.call('backup.save', {});
    expect(await store.call('backup.preview', { file })).toMatchObject({ conflictCount: 0 });
    await store.call('backup.restore', { file });
    expect(await invited(store, links)).toBe(3);
    await other.call('backup.restore', { file: (await store.call('backup.save', {})).file });
    expect(await invited(other, links)).toBe(3);
  });

  test('a link that was taken back is not given again', async () => {
    await agreed(1);
    await put();
    const [before] = (await askAll()).links;
    await store.call('changes.undo', {});
    const [after] = (await askAll()).links;
    expect(after!.contactId).toBe(before!.contactId);
    expect(after!.token).not.toBe(before!.token);
  });
});

describe('quotas', () => {
  test('a full group is asked no more, and never more at once than it lacks', async () => {
    const ids = await agreed(6);
    const { id: tagId } = await store.call('tags.add', { path: 'North' });
    await store.call('tags.assign', { tagId, contactIds: ids.slice(0, 3) });
    await put({ perDay: 10, quotas: [{ group: { by: 'tag', id: tagId }, most: 2 }] });
    const first = await preview();
    expect(first.ask).toHaveLength(5);
    expect(first.left).toMatchObject([{ why: 'enough', count: 1 }]);
    const { links } = await askAll();
    const north = links.filter(({ contactId }) => ids.slice(0, 3).includes(contactId));
    for (const { token } of north) await give(store, survey, answerTo(survey, store, { who: { token } }));
    expect((await preview()).quotas).toMatchObject([{ answered: 2 }]);
    store.clock.now += 40 * DAY;
    expect(await counts()).toEqual({ later: 5, enough: 1 });
    // A new wave begins from nothing.
    store.clock.now += 55 * DAY;
    expect((await preview()).quotas).toMatchObject([{ answered: 0 }]);
    expect(await asking()).toHaveLength(5);
  });

  test('who is of a full group is not foreseen before the next wave', async () => {
    await agreed(9);
    await put({ perDay: 1, quotas: [{ group: { by: 'all' }, most: 1 }] });
    const { links } = await askAll();
    await give(store, survey, answerTo(survey, store, { who: { token: links[0]!.token } }));
    expect(await counts()).toMatchObject({ enough: 8 });
    const { days } = await preview();
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(0);
    store.clock.now += 80 * DAY;
    const later = (await preview()).days;
    expect(later.find(({ count }) => count > 0)?.day).toBe('2026-05-30');
  });
});

describe('who is held out', () => {
  test('is drawn once, noted when the others are asked, and has a turn again in the next wave; undo takes it back', async () => {
    await agreed(40);
    await put({ perDay: 100, holdout: 50 });
    const before = await contents(store.db);
    const first = await preview();
    expect(first.held + first.ask.length).toBe(40);
    expect(first.held).toBeGreaterThan(8);
    expect(first.held).toBeLessThan(32);
    expect(await asking()).toEqual(first.ask.map(({ contactId }) => contactId));
    const commandId = uuid();
    const contactIds = first.ask.map(({ contactId }) => contactId);
    const made = await store.call('schedules.ask', { ...which, contactIds }, { commandId });
    expect(made.held).toBe(first.held);
    expect(await preview()).toMatchObject({ ask: [], held: 0, left: [{ why: 'later', count: 40 }] });
    // They stand nowhere as asked.
    expect(await store.call('invites.asked', { surveyId: survey.id })).toHaveLength(made.links.length);
    await store.call('changes.undo', { commandId });
    expect(await contents(store.db)).toEqual(before);
    await store.call('changes.redo', {});
    store.clock.now += 90 * DAY;
    const second = await preview();
    expect(second.held + second.ask.length).toBe(40);
    expect(second.ask.map(({ contactId }) => contactId).sort()).not.toEqual([...contactIds].sort());
  });

  test('is noted once, and the day is not exceeded, when two pages take their lists at once', async () => {
    // Half of them are held out by chance: of forty, one time in twenty-five fewer than a day's fifteen stay.
    await agreed(90);
    await put({ perDay: 15, holdout: 50 });
    const { ask, held } = await preview();
    expect(held).toBeGreaterThan(0);
    const contactIds = ask.map(({ contactId }) => contactId);
    const take = () => store.call('schedules.ask', { ...which, contactIds });
    const taken = await Promise.all([take(), take()]);
    expect(taken.map(({ links }) => links.length).sort()).toEqual([0, 15]);
    expect(taken.map((one) => one.held).sort()).toEqual([0, held]);
    const notes = (await store.db.invites.toArray()).filter(({ body }) => body.heldOut);
    expect(notes).toHaveLength(held);
    expect(await preview()).toMatchObject({ ask: [], held: 0 });
  });

  test('are compared with those who were asked, and with too few it is refused', async () => {
    const ids = await agreed(60);
    await put({ perDay: 100, holdout: 50 });
    const { links } = await askAll();
    const asked = new Set(links.map(({ contactId }) => contactId));
    expect(await store.call('schedules.holdout', which)).toMatchObject({
      asked: { n: 0 },
      held: { n: 0 },
      early: 60,
      difference: null,
    });
    store.clock.now += 5 * DAY;
    for (const id of ids.filter((one) => asked.has(one)))
      await store.call('activities.log', {
        activity: { type: 'visit', at: store.clock.now, contactIds: [id] },
      });
    store.clock.now += 26 * DAY;
    const view = await store.call('schedules.holdout', which);
    expect(view).toMatchObject({
      early: 0,
      asked: { n: asked.size, back: { value: 1 } },
      held: { n: 60 - asked.size, back: { value: 0 } },
      difference: { by: 1 },
    });
    expect(view.difference!.low).toBeGreaterThan(0.5);
  });

  test('are compared with those of the same waves alone, and a mail that was replied to is no return', async () => {
    await agreed(40);
    await put({ perDay: 100 });
    await askAll();
    store.clock.now += 90 * DAY;
    await put({ perDay: 100, holdout: 50 });
    const { links, held } = await askAll();
    for (const { contactId } of links)
      await store.call('activities.log', {
        activity: {
          type: 'mail',
          at: store.clock.now + HOUR,
          contactIds: [contactId],
          direction: 'in',
          subject: 'Re: survey',
        },
      });
    store.clock.now += 31 * DAY;
    expect(await store.call('schedules.holdout', which)).toMatchObject({
      asked: { n: links.length, back: { value: 0 } },
      held: { n: held, back: { value: 0 } },
      early: 0,
    });
    expect(links.length + held).toBe(40);
  });

  test('are compared by the share that was held out when their turn came, where it was changed within a wave', async () => {
    const ids = await agreed(80);
    const visit = (id: string) =>
      store.call('activities.log', {
        activity: { type: 'visit', at: store.clock.now + HOUR, contactIds: [id] },
      });
    // In the first days everybody comes back, whether asked or not; later nobody does.
    await put({ perDay: 40, holdout: 20 });
    const first = await askAll();
    const turns = (await store.db.invites.toArray()).map(({ body }) => body);
    for (const { contactId } of turns) await visit(contactId);
    store.clock.now += DAY;
    await put({ perDay: 100, holdout: 50 });
    const second = await askAll();
    store.clock.now += 32 * DAY;
    const view = await store.call('schedules.holdout', which);
    expect(view.asked.n + view.held.n).toBe(80);
    expect(view.held.n).toBe(first.held + second.held);
    expect(first.held).toBeGreaterThan(0);
    // In one heap it would look as if asking brought people back.
    expect(view.asked.back!.value).toBeGreaterThan(view.held.back!.value);
    expect(view.difference).toMatchObject({ by: 0, chance: 1 });
    expect(ids).toHaveLength(80);
  });

  test('erasing somebody takes the note of it', async () => {
    await agreed(10);
    await put({ perDay: 100, holdout: 50 });
    await askAll();
    const held = (await store.db.invites.toArray()).find(({ body }) => body.heldOut)!.body;
    await store.call('contacts.erase', { id: held.contactId });
    expect(JSON.stringify(await contents(store.db))).not.toContain(held.contactId);
  });
});
