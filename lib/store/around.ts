import type { Activity } from '@/lib/crm/activities';
import { compareDue } from '@/lib/crm/calendar';
import type { Company } from '@/lib/crm/companies';
import type { Contact } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import type { Task } from '@/lib/crm/tasks';
import type { Figures } from '@/lib/insight/figures';
import type { Database } from './database';

/** What stands around a contact: its company and colleagues, the activities that its figures rest on. */

/** Company row of the company fact that holds; null when none names a row. */
export function companyRef(contact: Contact): string | null {
  const facts = Object.values(contact.facts).filter((fact) => fact.field === 'company' && fact.ref);
  return inForce(facts)?.ref ?? null;
}

/** The company of a contact, and some of the others who are there. */
export async function companyOf(
  db: Database,
  contact: Contact,
  most: number,
): Promise<{ company: Company | null; others: Contact[] }> {
  const ref = companyRef(contact);
  if (!ref) return { company: null, others: [] };
  const colleagues = db.contacts.where('k.companies').equals(ref);
  const [row, people] = await Promise.all([db.companies.get(ref), colleagues.limit(most + 1).toArray()]);
  const others = people.filter((one) => one.id !== contact.id).map((one) => one.body);
  return { company: row && row.body.deletedAt === null ? row.body : null, others: others.slice(0, most) };
}

/** The activities that figures name; those that were read already are not read again. */
export async function evidenceOf(db: Database, figures: Figures[], read: Activity[]): Promise<Activity[]> {
  const wanted = new Set(
    figures.flatMap(({ lastId, waitingId, waitingForId }) =>
      [lastId, waitingId, waitingForId].filter((id) => id !== undefined),
    ),
  );
  const known = read.filter((one) => wanted.delete(one.id));
  const rows = wanted.size > 0 ? await db.activities.bulkGet([...wanted]) : [];
  return [...known, ...rows.flatMap((row) => (row && row.body.deletedAt === null ? [row.body] : []))];
}

/** Figures with the revision of what was written last, the contact itself or a row about it. */
export function figuresOf(contact: Contact, figures: Figures | undefined): Figures | null {
  if (!figures) return null;
  return figures.revision < contact.clock ? { ...figures, revision: contact.clock } : figures;
}

/** Whom an activity is about. */
export function peopleOf(activity: Activity): string[] {
  return activity.participants.map((one) => one.contactId);
}

/** Rows by each of the people that they are about. */
export function byPerson<T>(rows: T[], people: (row: T) => string[]): Map<string, Set<T>> {
  const map = new Map<string, Set<T>>();
  for (const row of rows) {
    for (const id of people(row)) map.set(id, (map.get(id) ?? new Set<T>()).add(row));
  }
  return map;
}

/** Everybody whom these rows are about. */
export function peopleIn(activities: Activity[], tasks: Task[]): string[] {
  return [...activities.flatMap(peopleOf), ...tasks.flatMap((one) => one.contactIds)];
}

/** Order of tasks: earliest due first, those without a day last. */
export function byDue(a: Task, b: Task): number {
  if (a.due && b.due) return compareDue(a.due, b.due);
  return Number(b.due !== null) - Number(a.due !== null);
}
