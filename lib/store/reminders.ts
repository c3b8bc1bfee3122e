import { isSnoozed } from '@/lib/advice/snoozes';
import type { Activity } from '@/lib/crm/activities';
import { addDays, type Day, type Due, localMoment } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { digest } from '@/lib/crm/digest';
import { afterNotices, MISSED_DAYS, planReminders, type Reminding, type Shown } from '@/lib/crm/reminding';
import { momentOf } from '@/lib/exchange/moment';
import { coming } from '@/lib/insight/dates';
import { todayAt } from '@/lib/insight/today';
import type { Database } from './database';
import { isShown } from './keys';
import { identitiesOf, namesOf } from './lookups';
import { deviceOf } from './settings';

/** Something to be reminded of. `key` names nobody: it is kept when somebody is erased. */
export interface Remindable {
  key: string;
  due: Due;
  kind: 'task' | 'promise' | 'theirs' | 'cadence' | 'date';
  who: { id: string; name: string } | null;
  /** What the task or promise says; the label of a date. */
  what: string;
  date?: { kind: Contact['dates'][string]['kind']; age: number | null };
}

/** What is to be shown now, how, and when to look again (epoch ms). */
export interface Reminders {
  how: Reminding;
  notices: Remindable[][];
  next: number;
}

/** Where it is kept what was shown, as JSON. */
const SHOWN = 'reminded';
/** Rows that are looked at of each kind, the latest first. */
const MOST = 2000;
const DAY = 86_400_000;

/** What this computer reminds of now; null while reminders are off. Nothing is written: `remembered` does that. */
export async function remindersNow(db: Database, now: number, zone: string): Promise<Reminders | null> {
  const { reminders } = await deviceOf(db);
  if (!reminders?.on) return null;
  const items = await remindables(db, now, zone);
  const { notices, next } = planReminders(items, await shownOf(db), localMoment(now, zone), reminders);
  return { how: reminders, notices, next: momentOf(`${next.day}T${next.time}`, zone)!.at };
}

/** Writes down that these were shown, so that none is shown again, whatever dies. */
export async function remembered(
  db: Database,
  notices: Remindable[][],
  now: number,
  zone: string,
): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const after = afterNotices(await shownOf(db), notices, localMoment(now, zone).day);
    await db.meta.put({ key: SHOWN, value: JSON.stringify(after) });
  });
}

async function shownOf(db: Database): Promise<Shown> {
  const kept = (await db.meta.get(SHOWN))?.value;
  return kept ? JSON.parse(String(kept)) : { day: '', count: 0, keys: {} };
}

/** All that is due from a week ago until tomorrow: tasks, promises, rhythms, dates. By indexes alone. */
function remindables(db: Database, now: number, zone: string): Promise<Remindable[]> {
  const today = todayAt(now, zone);
  const from = addDays(today.day, -MISSED_DAYS);
  const to = addDays(today.day, 1);
  const within = ({ date }: Due) => date >= from && date <= to;
  return db.transaction('r', [db.contacts, db.activities, db.tasks, db.figures], async () => {
    const { figures } = db;
    const [listed, owed, rhythms, dated] = await Promise.all([
      db.tasks.where('k.due').between(from, `${to}~`).reverse().limit(MOST).toArray(),
      figures.where('dueOn').belowOrEqual(to).reverse().limit(MOST).primaryKeys(),
      figures
        .where('cadenceAt')
        .between(now - (MISSED_DAYS + 1) * DAY, now + 2 * DAY)
        .limit(MOST)
        .toArray(),
      figures.where('dateOn').belowOrEqual(to).reverse().limit(MOST).primaryKeys(),
    ]);
    const tasks = listed.map((row) => row.body).filter((one) => one.due !== null && within(one.due));
    const names = await namesOf(
      db,
      tasks.flatMap((task) => task.contactIds),
    );
    const lastAt = new Map(rhythms.map((one) => [one.contactId, one.lastAt]));
    const ids = [...new Set([...owed, ...lastAt.keys(), ...dated])];
    const rows = await db.contacts.bulkGet(ids);
    const contacts = rows.flatMap((row) => (isShown(row?.body) ? [row.body] : []));
    const promises = await promisesOf(db, contacts);
    const found = [
      ...tasks.flatMap(({ id, title, due, contactIds }): Found[] => {
        const first = contactIds.find((one) => names.has(one));
        // One whose people are all deleted is out of sight with them.
        if (contactIds.length > 0 && first === undefined) return [];
        const who = first === undefined ? null : { id: first, name: names.get(first)! };
        return [{ step: `task:${id}`, kind: 'task', due: due!, who, what: title }];
      }),
      ...contacts.flatMap((contact) => [
        ...(promises.get(contact.id) ?? []).flatMap((one) => promiseOf(one, contact)),
        ...rhythmOf(contact, lastAt.get(contact.id), today.dayAt),
        ...datesOf(contact, today.day),
      ]),
    ];
    const known = new Map(contacts.map((contact) => [contact.id, contact]));
    for (const row of await db.contacts.bulkGet([...new Set(tasks.flatMap((task) => task.contactIds))])) {
      if (row) known.set(row.id, row.body);
    }
    return found
      .filter(({ due }) => within(due))
      .filter(({ step, kind, who }) => {
        const contact = who && known.get(who.id);
        return (
          !contact || !isSnoozed(contact, { key: step, kind: kind === 'theirs' ? 'promise' : kind }, now)
        );
      })
      .map(({ step, ...rest }) => ({
        ...rest,
        key: digest(`${step} ${rest.due.date} ${rest.due.time ?? ''}`),
      }));
  });
}

/** With the key under which its next step can be put off. */
type Found = Omit<Remindable, 'key'> & { step: string };

async function promisesOf(db: Database, contacts: readonly Contact[]): Promise<Map<string, Activity[]>> {
  const identities = await identitiesOf(
    db,
    contacts.map((one) => one.id),
  );
  const rootOf = new Map([...identities].flatMap(([root, all]) => all.map((id) => [id, root] as const)));
  const rows = await db.activities
    .where('k.promised')
    .anyOf([...rootOf.keys()])
    .distinct()
    .toArray();
  const by = new Map<string, Activity[]>();
  for (const { body } of rows) {
    // A promise to two people is one reminder: of the first that is known.
    const root = body.participants.map((one) => rootOf.get(one.contactId)).find((id) => id !== undefined);
    if (root) by.set(root, [...(by.get(root) ?? []), body]);
  }
  return by;
}

function promiseOf({ id, subject, promise }: Activity, { id: contactId, name }: Contact): Found[] {
  if (!promise?.due) return [];
  const kind = promise.by === 'me' ? 'promise' : 'theirs';
  return [{ step: `promise:${id}`, kind, due: promise.due, who: { id: contactId, name }, what: subject }];
}

/** Who is not to be contacted has no rhythm, and no day to write on. */
function rhythmOf(contact: Contact, lastAt: number | undefined, dayAt: (moment: number) => Day): Found[] {
  const { id, name, cadence, doNotContact } = contact;
  if (lastAt === undefined || !cadence || doNotContact) return [];
  const date = addDays(dayAt(lastAt || cadence.since), cadence.days);
  return [{ step: `cadence:${date}`, kind: 'cadence', due: { date }, who: { id, name }, what: '' }];
}

function datesOf({ id, name, dates, doNotContact }: Contact, today: Day): Found[] {
  if (doNotContact) return [];
  return Object.entries(dates).flatMap(([key, one]): Found[] => {
    const next = one.asideAt === undefined ? coming(one, today) : null;
    if (next?.day !== today) return [];
    const date = { kind: one.kind, age: next.age?.full ?? null };
    return [
      {
        step: `date:${key}:${next.day}`,
        kind: 'date',
        due: { date: next.day },
        who: { id, name },
        what: one.label ?? '',
        date,
      },
    ];
  });
}
