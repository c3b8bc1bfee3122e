import type { CalendarEntry, CalendarView, Reminder } from '@/lib/api/care-views';
import type { Day } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { comesOnce, lunarDayText } from '@/lib/insight/dates';
import { type FestivalRegion, festivalsIn } from '@/lib/insight/festivals';
import { ageOn } from '@/lib/insight/occurrences';
import { dateFalls, type Falling, fallingIn } from '../calendar-days';
import { eachOf } from '../contact-scan';
import type { Database } from '../database';
import { withPages } from '../held-pages';
import { isShown } from '../keys';
import { identityOf, namesOf, newestOf, rootsOf } from '../lookups';

/** Talk of the contact is looked for among so many of their latest activities. */
const LATEST = 100;
const TALK = new Set(['mail', 'call', 'meeting', 'message', 'visit']);

interface Asked {
  from: Day;
  to: Day;
  festivals: FestivalRegion | null;
  /** Dates and rhythms of a day that are answered. */
  most: number;
}

/**
 * What stands on the days from one to another, both included: dates of contacts, tasks, rhythms, deals and festivals. Of dates and rhythms the
 * first of each day, and how many more there are: a store of a hundred thousand has hundreds a day.
 */
export function calendarView(db: Database, asked: Asked, zone: string): Promise<CalendarView> {
  const { from, to, festivals } = asked;
  const tables = ['contacts', 'tasks', 'deals', ...withPages('columns', 'measures')];
  return db.transaction('r', tables, async () => {
    const { shown, more } = firstOf(await fallingIn(db, { from, to, zone }), asked.most);
    // What is rare comes first: rhythms may be hundreds a day.
    const entries = [
      ...(festivals ? festivalsIn(festivals, from, to) : []).map(
        ({ day, festival }): CalendarEntry => ({ kind: 'festival', day, festival }),
      ),
      ...(await tasksIn(db, from, to)),
      ...(await dealsIn(db, from, to)),
      ...(await entriesOf(db, shown, from)),
    ];
    return { entries: entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)), more };
  });
}

/** The first of each day, and how many are left out, by day. */
function firstOf(falling: Falling[], most: number): { shown: Falling[]; more: Record<Day, number> } {
  const counts = new Map<Day, number>();
  const shown = falling.filter(({ day }) => {
    const count = (counts.get(day) ?? 0) + 1;
    counts.set(day, count);
    return count <= most;
  });
  const left = [...counts].flatMap(([day, count]) => (count > most ? [[day, count - most] as const] : []));
  return { shown, more: Object.fromEntries(left) };
}

/** What is shown, with the words of the contacts' own rows. */
async function entriesOf(db: Database, shown: readonly Falling[], from: Day): Promise<CalendarEntry[]> {
  const ids = [...new Set(shown.map(({ id }) => id))];
  const bodies = new Map<string, Contact>();
  await eachOf(db, ids, (body) => bodies.set(body.id, body));
  const told = new Map<string, CalendarEntry[]>();
  for (const [id, body] of bodies) told.set(id, datesOf(body, from));
  return shown.flatMap(({ id, day, kind }): CalendarEntry[] => {
    const name = bodies.get(id)?.name;
    if (name === undefined) return [];
    if (kind === 'cadence') return [{ kind, day, who: { id, name } }];
    // Two dates of one day are told one after the other.
    const dates = told.get(id) ?? [];
    const at = dates.findIndex((one) => one.day === day);
    return at < 0 ? [] : dates.splice(at, 1);
  });
}

function datesOf({ id, name, dates }: Contact, from: Day): CalendarEntry[] {
  return Object.values(dates).flatMap((one): CalendarEntry[] => {
    if (one.date.day === undefined || one.asideAt !== undefined) return [];
    const day = dateFalls({ date: one.date, once: comesOnce(one) }, from);
    const age = one.kind === 'birthday' ? (ageOn(one.date, day)?.full ?? null) : null;
    const date = { kind: one.kind, label: one.label ?? null };
    return [{ kind: 'date', day, who: { id, name }, date, age, lunar: lunarDayText(one) }];
  });
}

async function tasksIn(db: Database, from: Day, to: Day): Promise<CalendarEntry[]> {
  const rows = await db.tasks.where('k.due').between(from, `${to}~`, true, true).toArray();
  const tasks = rows.map((row) => row.body).filter((task) => task.doneAt === null && task.due !== null);
  const names = await namesOf(
    db,
    tasks.flatMap((task) => task.contactIds),
  );
  return tasks.map(({ id, title, due, contactIds }) => ({
    kind: 'task',
    day: due!.date,
    id,
    title,
    who: whoOf(contactIds, names),
  }));
}

async function dealsIn(db: Database, from: Day, to: Day): Promise<CalendarEntry[]> {
  const rows = await db.deals.where('k.all').between(from, to, true, true).toArray();
  const open = rows.map((row) => row.body).filter((deal) => deal.state === 'open');
  const names = await namesOf(
    db,
    open.flatMap((deal) => deal.contactIds),
  );
  return open.map(({ id, title, expectedOn, contactIds }) => ({
    kind: 'deal',
    day: expectedOn!,
    id,
    title,
    who: whoOf(contactIds, names),
  }));
}

function whoOf(ids: string[], names: Map<string, string>): { id: string; name: string } | null {
  const id = ids.find((one) => names.has(one));
  return id === undefined ? null : { id, name: names.get(id)! };
}

/** What to know before writing; null when the contact does not exist. */
export function reminderOf(db: Database, contactId: string, today: Day): Promise<Reminder | null> {
  return db.transaction('r', db.contacts, db.activities, async () => {
    // A task or a deal may name somebody who was merged.
    const asked = await db.contacts.get(contactId);
    const root = asked && (await rootsOf(db, [asked])).get(contactId);
    const contact = root ? (await db.contacts.get(root))?.body : undefined;
    if (!isShown(contact)) return null;
    const ids = await identityOf(db, contact.id);
    const latest = await newestOf(db, ids, { limit: LATEST });
    const [gift] = await newestOf(db, ids, { limit: 1, type: 'gift' });
    const talk = latest.find((one) => TALK.has(one.type));
    const values = (field: string) =>
      Object.values(contact.facts).flatMap((fact) =>
        fact.field === field && fact.asideAt === undefined ? [fact.value] : [],
      );
    return {
      contact: { id: contact.id, name: contact.name },
      doNotContact: contact.doNotContact !== null,
      age: ageOf(contact, today),
      lastTalk: talk ? { at: talk.at, type: talk.type, subject: talk.subject } : null,
      lastGift: gift ? { at: gift.at, what: gift.subject, amount: gift.amount } : null,
      likes: values('likes'),
      avoids: values('avoids'),
      greeted: Object.keys(contact.greeted ?? {}),
    };
  });
}

function ageOf({ dates }: Contact, today: Day): number | null {
  const birth = Object.values(dates).find((one) => one.kind === 'birthday' && one.asideAt === undefined);
  return (birth && ageOn(birth.date, today)?.full) ?? null;
}
