import type { CompanyView } from '@/lib/api/views';
import type { Database } from '../database';
import { namesOf, newestOf } from '../lookups';
import { briefs } from '../reads';
import { contactRow } from './contact-rows';
import { factViews, pointViews } from './profile';
import { type At, sitesLogSince, todayOf } from './situation';
import { timelineItem } from './timeline';

const PEOPLE = 500;
const TIMELINE = 50;

/** One company: its people by name, at most 500, and what happened with any of them. Null when it does not exist. */
export async function companyView(db: Database, id: string, at: At): Promise<CompanyView | null> {
  const row = await db.companies.get(id);
  if (!row || row.body.deletedAt !== null) return null;
  const company = row.body;
  if (company.mergedInto) return companyView(db, company.mergedInto, at);
  const people = await db.contacts.where('k.companies').equals(id).limit(PEOPLE).primaryKeys();
  const [read, sitesSince, activities] = await Promise.all([
    briefs(db, people),
    sitesLogSince(db),
    newestOf(db, people, { limit: TIMELINE }),
  ]);
  const names = await namesOf(
    db,
    activities.flatMap((one) => one.participants.map((person) => person.contactId)),
  );
  const today = todayOf(at);
  return {
    id,
    name: company.name,
    facts: factViews(company.facts),
    points: pointViews(company.points),
    contacts: read
      .map((brief) => contactRow(brief, sitesSince, today))
      .sort((a, b) => a.name.localeCompare(b.name)),
    timeline: activities.map((one) => timelineItem(one, names, today)),
    revision: newest([company.clock, ...read.map((one) => one.figures?.revision ?? one.contact.clock)]),
  };
}

/** Clocks sort as text. The count makes a person who left the company a change too. */
function newest(clocks: string[]): string {
  return `${[...clocks].sort().at(-1)}.${clocks.length}`;
}
