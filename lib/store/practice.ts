import { v7 as uuid } from 'uuid';
import { ACTIVITY_SCHEMA, type Activity } from '@/lib/crm/activities';
import { addDays } from '@/lib/crm/calendar';
import { COMPANY_SCHEMA, type Company } from '@/lib/crm/companies';
import { CONTACT_SCHEMA, type Contact, type ContactDate } from '@/lib/crm/contacts';
import { COMPANIES } from '@/lib/crm/practice/companies';
import { OWNER, practicePeople } from '@/lib/crm/practice/people';
import type { PracticeBirthday, PracticeEvent, PracticePerson } from '@/lib/crm/practice/shape';
import { DEFAULT_SETTINGS } from '@/lib/crm/settings';
import { TAG_PATH_SEPARATOR, TAG_SCHEMA, type Tag } from '@/lib/crm/tags';
import { TASK_SCHEMA, type Task } from '@/lib/crm/tasks';
import { normalizePoint } from '@/lib/exchange/points';
import { toLunar } from '@/lib/insight/lunar';
import { type Today, todayAt } from '@/lib/insight/today';
import { tick } from './clock';
import type { Database } from './database';
import { refreshFigures, type Touched } from './figures';
import { rowOf } from './work';

/** Site of the practice mailbox in external keys: `practice:MAIL`. */
export const PRACTICE_SITE = 'practice';

interface Rows {
  contacts: Contact[];
  companies: Company[];
  activities: Activity[];
  tags: Tag[];
  tasks: Task[];
}

/**
 * Fills an empty database with the practice people, in one transaction and without history. Does nothing when there
 * is a contact already.
 * @param now epoch milliseconds
 * @param zone IANA name; the one of this computer when left out
 */
export async function seedPractice(
  db: Database,
  now: number,
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Promise<void> {
  const today = todayAt(now, zone);
  const people = practicePeople(now);
  await db.transaction('rw', db.tables, async () => {
    if ((await db.contacts.count()) > 0) return;
    const { clock } = await tick(db, now);
    const rows = practiceRows(people, today, clock);
    await db.contacts.bulkAdd(rows.contacts.map((body) => rowOf('contacts', body)));
    await db.companies.bulkAdd(rows.companies.map((body) => rowOf('companies', body)));
    await db.activities.bulkAdd(rows.activities.map((body) => rowOf('activities', body)));
    await db.tags.bulkAdd(rows.tags.map((body) => rowOf('tags', body)));
    await db.tasks.bulkAdd(rows.tasks.map((body) => rowOf('tasks', body)));
    const settings = { ...DEFAULT_SETTINGS, ownPoints: [OWNER.address] };
    await db.settings.put(rowOf('settings', { ...settings, id: 'settings', schema: 1, clock, deletedAt: null }));
    await refreshFigures(db, touched(rows), today.day, clock);
  });
}

function touched({ contacts, activities, tasks }: Rows): Map<string, Touched> {
  const map = new Map<string, Touched>(
    contacts.map((contact) => [contact.id, { added: [], anew: false, duties: false, contact }]),
  );
  for (const activity of activities) {
    for (const { contactId } of activity.participants) {
      const one = map.get(contactId);
      one?.added.push(activity);
      if (one && activity.type === 'promise') one.duties = true;
    }
  }
  for (const id of tasks.flatMap((task) => task.contactIds)) {
    const one = map.get(id);
    if (one) one.duties = true;
  }
  return map;
}

/** The stored bodies of the practice people. */
function practiceRows(people: PracticePerson[], today: Today, clock: string): Rows {
  const blank = () => ({ id: uuid(), clock, deletedAt: null });
  const companies = COMPANIES.map((company): Company => {
    const from = provenance(today.now);
    return {
      ...blank(),
      schema: COMPANY_SCHEMA,
      name: company.name,
      facts: { [uuid()]: { field: 'city', value: company.city, ...from } },
      points: {
        [uuid()]: { kind: 'url', value: `https://${company.domain}`, key: keyOf('url', `https://${company.domain}`), ...from },
      },
      tags: {},
      mergedInto: null,
      addedAt: today.now - 700 * 86_400_000,
    };
  });
  const tags = new TagTree(clock);
  const ids = new Map(people.map((person) => [person.key, uuid()]));
  const companyIds = new Map(companies.map((company) => [company.name, company.id]));
  const contacts = people.map((person) => ({
    ...blank(),
    ...contactOf(person, companyIds.get(person.company ?? ''), tags, today),
    id: ids.get(person.key)!,
  }));
  const activities = people.flatMap((person) =>
    person.events.map((event) => ({
      ...blank(),
      ...activityOf(event, [person.key, ...(event.others ?? [])].flatMap((key) => ids.get(key) ?? []), today),
    })),
  );
  const tasks = people.flatMap((person) =>
    person.tasks.map(
      ({ title, dueInDays, done }): Task => ({
        ...blank(),
        schema: TASK_SCHEMA,
        title,
        contactIds: [ids.get(person.key)!],
        due: dueIn(dueInDays, today),
        doneAt: done ? today.now - 5 * 86_400_000 : null,
        activityId: null,
        createdAt: today.now - 20 * 86_400_000,
        provenance: provenance(today.now),
      }),
    ),
  );
  return { contacts, companies, activities, tags: tags.rows, tasks };
}
