import type { Activity } from '@/lib/crm/activities';
import type { Day } from '@/lib/crm/calendar';
import type { Case } from '@/lib/crm/cases';
import type { Company } from '@/lib/crm/companies';
import type { Contact } from '@/lib/crm/contacts';
import type { Task } from '@/lib/crm/tasks';
import type { Figures } from '@/lib/insight/figures';
import { byDue, byPerson, companyOf, companyRef, evidenceOf, figuresOf, peopleIn, peopleOf } from './around';
import { casesOf, casesToday } from './case-reads';
import type { Database } from './database';
import {
  contactRow,
  dutiesOf,
  identitiesOf,
  identityOf,
  namesOf,
  newestOf,
  rootsOf,
  tagPaths,
} from './lookups';
import { reading } from './reading';

/** A tag with the names from the root down. */
export interface TagPath {
  id: string;
  name: string;
  path: string[];
}

/** Everything that a view of one contact is made of, in three round trips. Deleted rows are left out. */
export interface Bundle {
  contact: Contact;
  /** The contact's id and those of contacts merged into it. */
  identityIds: string[];
  figures: Figures | null;
  /** Company of the first company fact, when that row exists. */
  company: Company | null;
  /** Newest first, every type, at most `timeline` of them. */
  activities: Activity[];
  /** All there are. */
  total: number;
  /** Newest first, at most 200; pinned ones are not sorted out. */
  notes: Activity[];
  /** Open ones, however old. */
  promises: Activity[];
  /** Open ones, earliest due first. */
  tasks: Task[];
  /** Done since the moment asked for, the latest first. */
  done: Task[];
  /** Activities that the figures name: the last exchange, and what waits for an answer. */
  evidence: Activity[];
  cases: Case[];
  tags: TagPath[];
  /** Names of other contacts that take part in the activities or tasks, by id. */
  names: Map<string, string>;
  /** At most six other contacts of the same company. */
  others: Contact[];
  /** Contacts merged into this one itself, the last first. */
  mergedFrom: { id: string; name: string; at: number }[];
}

/** What a row of a table or of Today is made of: enough for its next step with evidence. */
export interface Brief {
  contact: Contact;
  /** The contact's id and those of contacts merged into it. */
  identityIds: string[];
  figures: Figures | null;
  company: Company | null;
  promises: Activity[];
  tasks: Task[];
  evidence: Activity[];
  cases: Case[];
  tags: TagPath[];
}

export interface TodayRows {
  /** Contacts with something due, waiting, owed or coming, each once. */
  briefs: Brief[];
  /** Open tasks of nobody in particular, earliest due first. */
  tasks: Task[];
}

const OTHERS = 6;
const NOTES = 200;

/** How much of a contact is read: rows of the time line, and tasks done since a moment. */
interface Extent {
  timeline: number;
  /** Epoch ms. */
  doneSince: number;
}

/** The tables that a bundle is read from. */
export const BUNDLE_TABLES = ['contacts', 'companies', 'activities', 'tasks', 'tags', 'figures', 'cases'];

/** Reads one contact; null when it does not exist or was deleted. A merged one is answered by the one it went into. */
export async function bundle(db: Database, id: string, extent: Extent): Promise<Bundle | null> {
  return reading(db, BUNDLE_TABLES, () => readBundle(db, id, extent));
}

async function readBundle(db: Database, id: string, extent: Extent): Promise<Bundle | null> {
  const [row, identityIds, figures, activities, total, notes, duties, cases] = await Promise.all([
    contactRow(db, id),
    identityOf(db, id),
    db.figures.get(id),
    newestOf(db, [id], { limit: extent.timeline }),
    countOf(db, id),
    newestOf(db, [id], { limit: NOTES, type: 'note' }),
    dutiesOf(db, [id], extent.doneSince),
    casesOf(db, [id]),
  ]);
  const contact = row?.body;
  if (!contact || contact.deletedAt !== null) return null;
  if (contact.mergedInto) {
    const root = (await rootsOf(db, [{ id, body: contact }])).get(id);
    return root ? readBundle(db, root, extent) : null;
  }
  const read = { activities, total, notes, cases, ...duties };
  if (identityIds.length > 1) Object.assign(read, await readIdentity(db, identityIds, extent));

  const [{ company, others }, tags, names, evidence, mergedFrom] = await Promise.all([
    companyOf(db, contact, OTHERS),
    tagPaths(db, Object.keys(contact.tags)),
    namesOf(db, peopleIn([...read.activities, ...read.notes], [...read.tasks, ...read.done]), identityIds),
    evidenceOf(db, figures ? [figures] : [], read.activities),
    identityIds.length > 1 ? mergedIntoOf(db, contact.id) : [],
  ]);
  return {
    contact,
    mergedFrom,
    identityIds,
    figures: figuresOf(contact, figures),
    company,
    others,
    tags,
    names,
    evidence,
    ...read,
  };
}

async function mergedIntoOf(db: Database, id: string): Promise<Bundle['mergedFrom']> {
  const rows = await db.contacts.where('k.identity').equals(id).toArray();
  return rows
    .map(({ body }) => ({ id: body.id, name: body.name, at: body.merge?.at ?? 0 }))
    .sort((a, b) => b.at - a.at);
}

/** The same reads over a set of contacts that are one person. */
async function readIdentity(db: Database, ids: string[], { timeline, doneSince }: Extent) {
  const [activities, totals, notes, duties, cases] = await Promise.all([
    newestOf(db, ids, { limit: timeline }),
    Promise.all(ids.map((id) => countOf(db, id))),
    newestOf(db, ids, { limit: NOTES, type: 'note' }),
    dutiesOf(db, ids, doneSince),
    casesOf(db, ids),
  ]);
  return { activities, total: totals.reduce((sum, one) => sum + one, 0), notes, cases, ...duties };
}

/** Reads many contacts for a table, in the order asked; missing and deleted ones are left out. At most 500. */
export async function briefs(db: Database, ids: string[]): Promise<Brief[]> {
  return db.transaction(
    'r',
    [db.contacts, db.companies, db.activities, db.tasks, db.tags, db.figures, db.cases],
    async () => readBriefs(db, ids),
  );
}

/** @param counted only next steps are wanted, for their number: companies and tags are not read */
async function readBriefs(db: Database, ids: string[], counted = false): Promise<Brief[]> {
  const [rows, figures] = await Promise.all([db.contacts.bulkGet(ids), db.figures.bulkGet(ids)]);
  const found = rows.flatMap((row, index) =>
    row && row.body.deletedAt === null && row.body.mergedInto === null
      ? [{ contact: row.body, figures: figuresOf(row.body, figures[index]) }]
      : [],
  );
  // Only who has something open can have a promise or a task: the others cost no query.
  const open = found.filter((one) => one.figures?.dueOn || one.figures?.open).map((one) => one.contact.id);
  const shown = counted ? [] : found;
  const refs = [...new Set(shown.flatMap((one) => companyRef(one.contact) ?? []))];
  const tagIds = [...new Set(shown.flatMap((one) => Object.keys(one.contact.tags)))];
  const identities = await identitiesOf(
    db,
    found.map((one) => one.contact.id),
  );
  const [duties, cases, companies, paths, evidence] = await Promise.all([
    dutiesOf(
      db,
      open.flatMap((id) => identities.get(id) ?? [id]),
    ),
    casesOf(db, [...identities.values()].flat()),
    db.companies.bulkGet(refs),
    tagPaths(db, tagIds),
    evidenceOf(
      db,
      found.flatMap((one) => one.figures ?? []),
      [],
    ),
  ]);
  const byCompany = new Map(companies.flatMap((row) => (row ? [[row.id, row.body] as const] : [])));
  const promises = byPerson(duties.promises, peopleOf);
  const tasks = byPerson(duties.tasks, (task) => task.contactIds);
  const proofs = byPerson(evidence, peopleOf);
  return found.map(({ contact, figures: own }) => {
    const contactIds = identities.get(contact.id) ?? [contact.id];
    const about = <T>(rows: Map<string, Set<T>>) => [
      ...new Set(contactIds.flatMap((id) => [...(rows.get(id) ?? [])])),
    ];
    return {
      contact,
      identityIds: contactIds,
      figures: own,
      company: byCompany.get(companyRef(contact) ?? '') ?? null,
      promises: about(promises),
      tasks: about(tasks),
      evidence: about(proofs),
      cases: cases.filter((one) => one.contactIds.some((id) => contactIds.includes(id))),
      tags: paths.filter((tag) => tag.id in contact.tags),
    };
  });
}

/**
 * Who has something today, by indexes alone.
 * @param at.now epoch ms; cadences wanted by then are in
 * @param at.today local day
 * @param at.until last day of tasks, promises and dates that are shown
 * @param at.mailAfter mails before this moment are history: nobody waits for an answer any more
 * @param at.sentBefore mails sent before this moment and not answered are waited for
 * @param at.limit of each kind, the most pressing first
 * @param at.counted as for `readBriefs`
 */
export async function todayRows(
  db: Database,
  at: {
    now: number;
    today: Day;
    until: Day;
    mailAfter: number;
    sentBefore: number;
    limit: number;
    counted?: boolean;
  },
): Promise<TodayRows> {
  return db.transaction(
    'r',
    [db.contacts, db.companies, db.activities, db.tasks, db.tags, db.figures, db.cases],
    async () => {
      const { figures } = db;
      const [waiting, owed, due, cadence, dates, cases, free] = await Promise.all([
        figures.where('waitingSince').above(at.mailAfter).limit(at.limit).primaryKeys(),
        figures.where('waitingFor').between(at.mailAfter, at.sentBefore).limit(at.limit).primaryKeys(),
        figures.where('dueOn').belowOrEqual(at.until).limit(at.limit).primaryKeys(),
        figures.where('cadenceAt').belowOrEqual(at.now).limit(at.limit).primaryKeys(),
        figures.where('dateOn').belowOrEqual(at.until).limit(at.limit).primaryKeys(),
        casesToday(db, { today: at.today, limit: at.limit }),
        db.tasks.where('k.contacts').equals('').limit(at.limit).toArray(),
      ]);
      const roots = await rootsOf(
        db,
        (await db.contacts.bulkGet([...new Set(cases)])).filter((row) => row !== undefined),
      );
      const ids = [...new Set([...waiting, ...owed, ...due, ...cadence, ...dates, ...roots.values()])];
      const tasks = free.map((row) => row.body).filter((task) => task.doneAt === null);
      return { briefs: await readBriefs(db, ids, at.counted), tasks: tasks.sort(byDue) };
    },
  );
}

function countOf(db: Database, id: string): Promise<number> {
  return db.activities.where('k.line').between(`${id}|`, `${id}~`).count();
}
