import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Input } from '@/lib/api/client';
import { addDays, type Day, dayOf, localMoment } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { nextOccurrence } from '@/lib/insight/occurrences';
import { isShown } from '@/lib/store/keys';
import { calendarView } from '@/lib/store/views/calendar-view';
import { DAY, newStore, START, type Store } from './support';

const ZONE = 'Asia/Shanghai';

type Draft = Input<'contacts.add'>['draft'];

const day = fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined });
const lunar = fc.record({
  calendar: fc.constant('lunar'),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
});
const gregorian = fc.record({
  calendar: fc.constant('gregorian'),
  month: fc.integer({ min: 1, max: 12 }),
  day,
  year: fc.option(fc.integer({ min: 1960, max: 2027 }), { nil: undefined }),
});
const special = fc.constantFrom(
  { calendar: 'gregorian', month: 2, day: 29 },
  { calendar: 'gregorian', year: 1996, month: 2, day: 29 },
  { calendar: 'lunar', year: 1990, month: 5, day: 15, leap: true },
  { calendar: 'lunar', year: 2020, month: 4, day: 29, leap: true },
  { calendar: 'gregorian', year: 2026, month: 3, day: 31 },
);
const aContact = fc.record({
  dates: fc.array(
    fc.record({
      kind: fc.constantFrom('birthday', 'anniversary', 'contract', 'other'),
      date: fc.oneof(lunar, gregorian, special),
    }),
    { maxLength: 3 },
  ),
  cadenceDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  called: fc.option(fc.nat(40), { nil: undefined }),
  fate: fc.constantFrom('stays', 'stays', 'stays', 'barred', 'deleted', 'merged', 'less', 'undone'),
});

type Person = typeof aContact extends fc.Arbitrary<infer P> ? P : never;

/** What falls on the days, told row by row. */
async function byRows({ db }: Store, from: Day, to: Day): Promise<string[]> {
  const bodies = (await db.contacts.toArray()).map((row) => row.body).filter(isShown);
  const lines: string[] = [];
  for (const { id, dates, cadence, doNotContact } of bodies) {
    for (const { kind, date, asideAt } of Object.values(dates) as Contact['dates'][string][]) {
      if (date.day === undefined || asideAt !== undefined) continue;
      const once = kind === 'contract' && date.year !== undefined;
      const on = nextOccurrence(date, once ? dayOf(date.year!, 1, 1) : from);
      if (on >= from && on <= to) lines.push(`${on} date ${kind} ${id}`);
    }
    if (!cadence || doNotContact) continue;
    const since = Math.max(cadence.since, (await db.figures.get(id))?.lastAt ?? 0);
    const on = addDays(localMoment(since, ZONE).day, cadence.days);
    if (on >= from && on <= to) lines.push(`${on} cadence ${id}`);
  }
  return lines.sort();
}

async function fill(store: Store, people: Person[]) {
  const { call, db } = store;
  const { id: into } = await call('contacts.add', { draft: { name: 'Ada' } });
  for (const [at, { dates, cadenceDays, called, fate }] of people.entries()) {
    const draft = { name: `N${at}`, dates, ...(cadenceDays ? { cadenceDays } : {}) } as Draft;
    const { id } = await call('contacts.add', { draft });
    if (called !== undefined)
      await call('activities.log', {
        activity: { type: 'call', contactIds: [id], at: START - called * DAY },
      });
    const first = Object.keys((await db.contacts.get(id))!.body.dates)[0];
    if (fate === 'barred') await call('contacts.edit', { id, doNotContact: { reason: 'Asked' } });
    if (fate === 'deleted') await call('contacts.delete', { ids: [id] });
    if (fate === 'merged') await call('contacts.merge', { groups: [{ into, from: [id] }] });
    if (fate === 'less' && first) await call('contacts.removeDate', { id, dateId: first });
    if (fate === 'undone') {
      await call('contacts.setCadence', { ids: [id], days: 9 });
      await call('changes.undo', {});
    }
  }
}

test('what falls on days is told by packed pages as by the rows, and of each day no more than is asked for', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(aContact, { minLength: 3, maxLength: 8 }),
      fc.integer({ min: -40, max: 400 }),
      fc.constantFrom(1, 31, 42, 400),
      fc.constantFrom(1, 2, 1000),
      async (people, ahead, days, most) => {
        const store = await newStore();
        await fill(store, people);
        const from = addDays('2026-03-02', ahead);
        const to = addDays(from, days - 1);
        const rows = await byRows(store, from, to);
        const { entries, more } = await calendarView(store.db, { from, to, festivals: null, most }, ZONE);
        const lines = entries.flatMap((one) =>
          one.kind === 'date'
            ? [`${one.day} date ${one.date.kind} ${one.who.id}`]
            : one.kind === 'cadence'
              ? [`${one.day} cadence ${one.who.id}`]
              : [],
        );
        if (most === 1000) expect(lines.sort()).toEqual(rows);
        for (const on of new Set(rows.map((line) => line.slice(0, 10)))) {
          const own = rows.filter((line) => line.startsWith(on));
          const shown = lines.filter((line) => line.startsWith(on));
          expect(shown.length).toBe(Math.min(most, own.length));
          expect(more[on] ?? 0).toBe(own.length - shown.length);
          for (const line of shown) expect(own).toContain(line);
        }
        told += rows.length;
        await store.db.delete();
      },
    ),
    { numRuns: 60 },
  );
  expect(told).toBeGreaterThan(60);
}, 120_000);
