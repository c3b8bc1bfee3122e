import type { CompanyView } from '@/lib/api/views';
import type { Company } from '@/lib/crm/companies';
import type { Database } from '../database';
import { identitiesOf, namesOf, newestOf } from '../lookups';
import { briefs } from '../reads';
import { contactRow } from './contact-rows';
import { factViews, pointViews } from './profile';
import { type At, todayOf, usageOf } from './situation';
import { stagesOf } from './stages';
import { timelineItem } from './timeline';

const PEOPLE = 500;
const TIMELINE = 50;

/** One company: its people by name, at most 500, and what happened with any of them. Null when it does not exist. */
export async function companyView(db: Database, id: string, at: At): Promise<CompanyView | null> {
  const company = await rootOf(db, id);
  if (!company) return null;
  const people = await db.contacts.where('k.companies').equals(company.id).limit(PEOPLE).primaryKeys();
  const [merged, read, usage, activities, stages] = await Promise.all([
    db.companies.where('k.identity').equals(company.id).toArray(),
    briefs(db, people),
    usageOf(db),
    identitiesOf(db, people).then((all) => newestOf(db, [...all.values()].flat(), { limit: TIMELINE })),
    stagesOf(db, people, at),
  ]);
  const names = await namesOf(
    db,
    activities.flatMap((one) => one.participants.map((person) => person.contactId)),
  );
  const today = todayOf(at);
  return {
    id: company.id,
    name: company.name,
    facts: factViews(company.facts),
    points: pointViews(company.points),
    contacts: read
      .map((brief) => contactRow(brief, usage, today, stages))
      .sort((a, b) => a.name.localeCompare(b.name)),
    timeline: activities.map((one) => timelineItem(one, names, today)),
    mergedFrom: merged
      .map(({ body }) => ({ id: body.id, name: body.name, at: body.merge?.at ?? 0 }))
      .sort((a, b) => b.at - a.at),
    revision: newest([company.clock, ...read.map((one) => one.figures?.revision ?? one.contact.clock)]),
  };
}

/** The company, or the one that it was merged into in the end. Two devices can make a ring of merges: then there is none. */
async function rootOf(db: Database, id: string): Promise<Company | null> {
  const seen = new Set<string>();
  for (let next: string | null = id; next !== null && !seen.has(next); ) {
    seen.add(next);
    const body: Company | undefined = (await db.companies.get(next))?.body;
    if (!body || body.deletedAt !== null) return null;
    if (!body.mergedInto) return body;
    next = body.mergedInto;
  }
  return null;
}

/** Clocks sort as text. The count makes a person who left the company a change too. */
function newest(clocks: string[]): string {
  return `${[...clocks].sort().at(-1)}.${clocks.length}`;
}
