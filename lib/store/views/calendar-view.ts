import type { CalendarEntry, Reminder } from '@/lib/api/care-views';
import { addDays, type Day, dayOf, localMoment } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { lunarDayText } from '@/lib/insight/dates';
import { type FestivalRegion, festivalsIn } from '@/lib/insight/festivals';
import { ageOn, nextOccurrence } from '@/lib/insight/occurrences';
import { MARKS } from '../columns';
import { eachMarked } from '../contact-scan';
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
}

/** What stands on the days from one to another, both included: dates of contacts, tasks, rhythms, deals and festivals. */
export function calendarView(db: Database, asked: Asked, zone: string): Promise<CalendarEntry[]> {
  const { from, to, festivals } = asked;
  const tables = ['contacts', 'tasks', 'figures', 'deals', ...withPages('columns')];
  return db.transaction('r', tables, async () => {
    const contacts: Contact[] = [];
    await eachMarked(db, MARKS.dated | MARKS.rhythm, (contact) => contacts.push(contact));
    const entries = [
      ...contacts.flatMap((contact) => datesIn(contact, from, to)),
      ...(await rhythmsIn(db, contacts, asked, zone)),
      ...(await tasksIn(db, from, to)),
      ...(await dealsIn(db, from, to)),
      ...(festivals ? festivalsIn(festivals, from, to) : []).map(
        ({ day, festival }): CalendarEntry => ({ kind: 'festival', day, festival }),
      ),
    ];
    return entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  });
}

function datesIn({ id, name, dates }: Contact, from: Day, to: Day): CalendarEntry[] {
  return Object.values(dates).flatMap((one): CalendarEntry[] => {
    if (one.date.day === undefined || one.asideAt !== undefined) return [];
    // A contract ends once, all else comes every year.
    const once = one.kind === 'contract' && one.date.year !== undefined;
    const day = nextOccurrence(one.date, once ? dayOf(one.date.year!, 1, 1) : from);
    if (day < from || day > to) return [];
    const age = one.kind === 'birthday' ? (ageOn(one.date, day)?.full ?? null) : null;
    const date = { kind: one.kind, label: one.label ?? null };
    return [{ kind: 'date', day, who: { id, name }, date, age, lunar: lunarDayText(one) }];
  });
}

/** The clock of a rhythm runs from the last talk, or from when it was set. */
async function rhythmsIn(
  db: Database,
  contacts: Contact[],
  { from, to }: Asked,
  zone: string,
): Promise<CalendarEntry[]> {
  const kept = contacts.filter((contact) => contact.cadence !== null && contact.doNotContact === null);
  const figures = kept.length > 0 ? await db.figures.bulkGet(kept.map((one) => one.id)) : [];
  return kept.flatMap(({ id, name, cadence }, at): CalendarEntry[] => {
    const since = Math.max(cadence?.since ?? 0, figures[at]?.lastAt ?? 0);
    const day = addDays(localMoment(since, zone).day, cadence?.days ?? 0);
    return day < from || day > to ? [] : [{ kind: 'cadence', day, who: { id, name } }];
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
