import { expect } from 'vitest';
import { dayNumber } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { byTime, eventOf, minutesOf } from '@/lib/insight/events';
import { bodyParams, datesIn, type Params } from '@/lib/insight/measure-params';
import type { Database } from '@/lib/store/database';
import { rowsOf } from '@/lib/store/event-pages';
import { type FactPage, packedFacts } from '@/lib/store/fact-pages';
import { filledTo } from '@/lib/store/filled';
import { isShown } from '@/lib/store/keys';
import { measureRows } from '@/lib/store/measure-pages';

/** For whom rows about each contact count, by following what every contact went into. */
function rootsIn(bodies: Map<string, Contact>): Map<string, string[]> {
  const owned = new Map<string, string[]>();
  for (const body of bodies.values()) {
    let at: Contact | undefined = body;
    for (let turn = 0; at?.mergedInto && at.deletedAt === null && turn < 50; turn += 1) {
      at = bodies.get(at.mergedInto);
    }
    if (isShown(at)) owned.set(at.id, [...(owned.get(at.id) ?? []), body.id]);
  }
  return owned;
}

function factRows(page: FactPage): { id: string; facts: Set<string> }[] {
  const all = packedFacts(page).map((one) => JSON.stringify(one));
  let start = 0;
  return page.ids.split('\n').map((id, at) => {
    const end = start + page.counts[at]!;
    const own = Array.from(page.facts.subarray(start, end), (place) => all[place]!);
    start = end;
    return { id, facts: new Set(own) };
  });
}

/** The packed tables say what the rows say, as far as they are filled: each contact's rows are looked through one by one. */
export async function expectPackedTrue(db: Database): Promise<void> {
  const to = await filledTo(db);
  const bodies = new Map((await db.contacts.toArray()).map((row) => [row.id, row.body]));
  const owned = [...rootsIn(bodies)].filter(([id]) => id <= to).sort(([a], [b]) => (a < b ? -1 : 1));
  const live = async <T extends { deletedAt: number | null }>(table: string) =>
    (await db.table(table).toArray()).map((row): T => row.body).filter((body) => body.deletedAt === null);
  const activities = await live<Parameters<typeof eventOf>[0]>('activities');
  const cases = await live<{ deletedAt: null; contactIds: string[]; state: string }>('cases');
  const deals = await live<{ deletedAt: null; contactIds: string[]; state: string }>('deals');
  const answers = await live<{ deletedAt: null; contactId: string | null; aside: unknown }>('responses');
  const shown = [...bodies.values()].filter(isShown);

  const events = owned.map(([id, own]) => {
    const mine = activities.filter((one) => one.participants.some((who) => own.includes(who.contactId)));
    return { id, events: mine.map((one) => eventOf(one, own)).sort(byTime) };
  });
  expect((await db.events.toArray()).flatMap(rowsOf)).toEqual(events);

  const facts = owned.map(([id]) => {
    const standing = Object.values(bodies.get(id)!.facts).filter(({ asideAt }) => asideAt === undefined);
    const points = Object.values(bodies.get(id)!.points).map(({ kind, value }) => ({
      field: `point:${kind}`,
      value,
    }));
    const short = [...standing, ...points].map(({ field, value }) => ({
      field,
      value: value.length > 80 ? null : value,
    }));
    return { id, facts: new Set(short.map((one) => JSON.stringify(one))) };
  });
  expect((await db.facts.toArray()).flatMap(factRows)).toEqual(facts);

  const kept = (await db.measures.toArray()).flatMap(measureRows).map((row) => {
    const { score, scoreAt, stage, stageSince, stageNext, stageNextOn, ...params } = row.params;
    return { ...row, params };
  });
  const counted = owned.map(([id, own]) => {
    const concerns = (ids: string[]) => ids.some((one) => own.includes(one));
    const introduced = shown.filter((body) =>
      concerns(
        Object.values(body.facts).flatMap(({ field, ref }) => (field === 'introducer' && ref ? [ref] : [])),
      ),
    );
    const params: Partial<Params> = {
      ...bodyParams(bodies.get(id)!),
      openCases: cases.filter((one) => concerns(one.contactIds) && one.state !== 'resolved').length,
      openDeals: deals.filter((one) => concerns(one.contactIds) && one.state === 'open').length,
      answers: answers.filter((one) => concerns([one.contactId ?? '']) && one.aside === null).length,
      referred: introduced.length,
    };
    const promises = activities
      .filter(
        ({ type, promise, participants }) =>
          type === 'promise' && promise?.by === 'me' && concerns(participants.map((who) => who.contactId)),
      )
      .map(({ promise }) => ({
        due: promise!.due ? dayNumber(promise!.due.date) : null,
        done: promise!.doneAt === null ? null : minutesOf(promise!.doneAt),
      }));
    const text = (one: object) => JSON.stringify(one);
    return { id, params, promises: promises.map(text).sort(), dates: datesIn(bodies.get(id)!) };
  });
  expect(
    kept.map((row) => ({ ...row, promises: row.promises.map((one) => JSON.stringify(one)).sort() })),
  ).toEqual(counted);
}
