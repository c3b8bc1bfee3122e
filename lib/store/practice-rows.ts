import { v7 as uuid } from 'uuid';
import { ACTIVITY_SCHEMA, type Activity } from '@/lib/crm/activities';
import { addDays, type Due, type PartialDate } from '@/lib/crm/calendar';
import { COMPANY_SCHEMA, type Company } from '@/lib/crm/companies';
import { CONTACT_SCHEMA, type Contact } from '@/lib/crm/contacts';
import { COMPANIES } from '@/lib/crm/practice/companies';
import type { PracticeBirthday, PracticeEvent, PracticePerson } from '@/lib/crm/practice/shape';
import type { Provenance } from '@/lib/crm/row';
import type { Tag } from '@/lib/crm/tags';
import { TASK_SCHEMA, type Task } from '@/lib/crm/tasks';
import { normalizePoint } from '@/lib/exchange/points';
import { toLunar } from '@/lib/insight/lunar';
import type { Today } from '@/lib/insight/today';
import { PracticeTags } from './practice-tags';

/** Site of the practice mailbox in external keys: `practice:MAIL`. */
const SITE = 'practice';

const DAY = 86_400_000;

export interface PracticeRows {
  contacts: Contact[];
  companies: Company[];
  activities: Activity[];
  tags: Tag[];
  tasks: Task[];
}

/** The stored bodies of the practice people. */
export function practiceRows(people: PracticePerson[], today: Today, clock: string): PracticeRows {
  const blank = () => ({ id: uuid(), clock, deletedAt: null });
  const companies = COMPANIES.map((company): Company => {
    const from = provenance(today.now);
    return {
      ...blank(),
      schema: COMPANY_SCHEMA,
      name: company.name,
      facts: { [uuid()]: { field: 'city', value: company.city, ...from } },
      points: {
        [uuid()]: {
          kind: 'url',
          value: `https://${company.domain}`,
          key: keyOf('url', `https://${company.domain}`),
          ...from,
        },
      },
      tags: {},
      mergedInto: null,
      addedAt: today.now - 700 * DAY,
    };
  });
  const tags = new PracticeTags(clock);
  const ids = new Map(people.map((person) => [person.key, uuid()]));
  const companyIds = new Map(companies.map((company) => [company.name, company.id]));
  const contacts = people.map((person) =>
    contactOf(
      { ...blank(), id: ids.get(person.key)! },
      person,
      companyIds.get(person.company ?? ''),
      tags,
      today,
    ),
  );
  const activities = people.flatMap((person) =>
    person.events.map((event) => {
      const who = [person.key, ...(event.others ?? [])];
      return activityOf(
        blank(),
        event,
        who.flatMap((key) => ids.get(key) ?? []),
        today,
      );
    }),
  );
  const tasks = people.flatMap((person) =>
    person.tasks.map(
      ({ title, dueInDays, done }): Task => ({
        ...blank(),
        schema: TASK_SCHEMA,
        title,
        contactIds: [ids.get(person.key)!],
        due: dueIn(dueInDays, today),
        doneAt: done ? today.now - 5 * DAY : null,
        activityId: null,
        createdAt: today.now - 20 * DAY,
        provenance: provenance(today.now),
      }),
    ),
  );
  return { contacts, companies, activities, tags: tags.rows, tasks };
}

/** What every stored body has, before its own fields. */
type Blank = Pick<Contact, 'id' | 'clock'> & { deletedAt: null };

function contactOf(
  blank: Blank,
  person: PracticePerson,
  companyId: string | undefined,
  tags: PracticeTags,
  today: Today,
): Contact {
  const { addedAt } = person;
  const from = provenance(addedAt);
  const fact = (field: string, value: string | null | undefined, ref?: string) =>
    value ? [[uuid(), { field, value, ...(ref ? { ref } : {}), ...from }] as const] : [];
  return {
    ...blank,
    schema: CONTACT_SCHEMA,
    kind: person.kind,
    name: person.name,
    facts: Object.fromEntries([
      ...fact('company', person.company, companyId),
      ...fact('title', person.title),
      ...fact('city', person.city),
      ...fact('language', person.speaks),
    ]),
    points: Object.fromEntries(
      person.points.map(({ kind, value }) => [uuid(), { kind, value, key: keyOf(kind, value), ...from }]),
    ),
    tags: Object.fromEntries(person.tags.map((path) => [tags.at(path), from])),
    dates: Object.fromEntries([
      ...(person.birthday
        ? [[uuid(), { kind: 'birthday' as const, date: birthDate(person.birthday, today), ...from }]]
        : []),
      ...person.dates.map(({ inDays, ...date }) => [
        uuid(),
        { ...date, date: solar(inDays, today), ...from },
      ]),
    ]),
    consents: Object.fromEntries(
      Object.entries(person.consents).map(([channel, state]) => [channel, { state, basis: '', ...from }]),
    ),
    doNotContact: null,
    cadence: person.cadenceDays === null ? null : { days: person.cadenceDays, since: addedAt },
    autolog: person.autolog,
    ...(person.autolog && { autologSince: addedAt }),
    ownerId: null,
    mergedInto: null,
    addedAt,
  };
}

/** The stored body of what happened with these contacts. */
export function activityOf(blank: Blank, event: PracticeEvent, contactIds: string[], today: Today): Activity {
  const { type, direction = null, promise } = event;
  const role = type === 'note' ? 'about' : direction === 'in' ? 'from' : direction === 'out' ? 'to' : 'with';
  return {
    ...blank,
    schema: ACTIVITY_SCHEMA,
    type,
    at: event.at,
    precision: 'minute',
    participants: contactIds.map((contactId) => ({ contactId, role })),
    externalKeys: event.mail ? [`${SITE}:${event.mail}`] : [],
    direction,
    channel: event.channel ?? null,
    subject: event.subject ?? '',
    text: event.text ?? '',
    link: null,
    pinned: event.pinned ?? false,
    amount: event.amount ?? null,
    minutes: event.minutes ?? null,
    ...(event.value === undefined ? {} : { value: event.value }),
    promise: promise
      ? {
          by: promise.by,
          due: dueIn(promise.dueInDays, today),
          doneAt: promise.kept ? event.at + 6 * DAY : null,
        }
      : null,
    provenance: { ...provenance(event.at), ...(event.evidence ? { evidence: event.evidence } : {}) },
  };
}

function provenance(at: number): Provenance {
  return { source: '', at, how: 'practice' };
}

function keyOf(kind: PracticePerson['points'][number]['kind'], value: string): string {
  const point = normalizePoint(kind, value);
  if ('error' in point) throw new Error(`Practice ${kind} ${value} cannot be read`);
  return point.key;
}

function dueIn(days: number | null, today: Today): Due | null {
  return days === null ? null : { date: addDays(today.day, days) };
}

function solar(inDays: number, today: Today): PartialDate {
  const [year, month, day] = addDays(today.day, inDays).split('-').map(Number) as [number, number, number];
  return { calendar: 'gregorian', year, month, day };
}

/** A birthday told by when it comes next is put so many years back, by the calendar it is kept in. */
function birthDate(birthday: PracticeBirthday, today: Today): PartialDate {
  if (!('inDays' in birthday)) return birthday;
  const { inDays, turning, lunar } = birthday;
  if (!lunar) {
    const next = solar(inDays, today);
    return { ...next, year: next.year! - turning };
  }
  const { year, month, day } = toLunar(addDays(today.day, inDays));
  return { calendar: 'lunar', year: year - turning, month, day };
}
