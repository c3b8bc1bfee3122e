import { zoneHere } from '@/lib/crm/calendar';
import type { ChangedTable } from '@/lib/crm/changes';
import { DEFAULT_SETTINGS } from '@/lib/crm/defaults';
import { RATES } from '@/lib/crm/practice/care';
import { OWNER, practicePeople } from '@/lib/crm/practice/people';
import type { PracticeLanguage } from '@/lib/crm/practice/shape';
import { todayAt } from '@/lib/insight/today';
import { tick } from './clock';
import type { Database } from './database';
import type { Body } from './edits';
import { refreshFigures } from './figures';
import { refreshLists } from './lists';
import { practiceCare } from './practice-care';
import { practiceGoals } from './practice-goals';
import { type PracticeRows, practiceRows } from './practice-rows';
import { practiceSurveys } from './practice-surveys';
import { takeSnapshots } from './snapshots';
import type { Touched } from './touched';
import { rowOf } from './work';
import type { Written } from './written';

const DAY = 86_400_000;
/** Days ago on which it was kept whom the segment held: who came and went can be compared. */
const SEEN_AGO = [120, 60];

/**
 * Fills an empty database with the practice people, in one transaction and without history. Does nothing when there
 * is a contact already.
 * @param now epoch milliseconds
 * @param zone IANA name; the one of this computer when left out
 * @param language in which surveys and segments are named
 */
export async function seedPractice(
  db: Database,
  now: number,
  zone = zoneHere(),
  language: PracticeLanguage = 'en',
): Promise<void> {
  const today = todayAt(now, zone);
  const people = practicePeople(now);
  let segmentId: string | null = null;
  await db.transaction('rw', db.tables, async () => {
    if ((await db.contacts.count()) > 0) return;
    const { clock } = await tick(db, now);
    const rows = practiceRows(people, today, clock);
    const asked = practiceSurveys(people, rows.contacts, { now, clock, language });
    const segment = practiceGoals(asked, today, { clock, language });
    segmentId = segment.id;
    const care = practiceCare(people, rows.contacts, today, clock);
    rows.activities.push(...asked.activities, ...care.activities);
    await db.contacts.bulkAdd(rows.contacts.map((body) => rowOf('contacts', body)));
    await db.companies.bulkAdd(rows.companies.map((body) => rowOf('companies', body)));
    await db.activities.bulkAdd(rows.activities.map((body) => rowOf('activities', body)));
    await db.tags.bulkAdd(rows.tags.map((body) => rowOf('tags', body)));
    await db.tasks.bulkAdd(rows.tasks.map((body) => rowOf('tasks', body)));
    await db.surveys.bulkAdd(asked.surveys.map((body) => rowOf('surveys', body)));
    await db.responses.bulkAdd(asked.responses.map((body) => rowOf('responses', body)));
    await db.invites.bulkAdd(asked.invites.map((body) => rowOf('invites', body)));
    await db.cases.bulkAdd(asked.cases.map((body) => rowOf('cases', body)));
    await db.segments.add(rowOf('segments', segment));
    await db.deals.bulkAdd(care.deals.map((body) => rowOf('deals', body)));
    const settings = { ...DEFAULT_SETTINGS, ownPoints: [OWNER.address], rates: { ...RATES } };
    await db.settings.put(
      rowOf('settings', { ...settings, id: 'settings', schema: 1, clock, deletedAt: null }),
    );
    const figured = await refreshFigures(db, touched(rows), today.day, clock);
    await refreshLists(
      db,
      writtenIn({ ...rows, responses: asked.responses, cases: asked.cases, deals: care.deals }),
      figured,
    );
  });
  // Whom it held then, told by what happened until then.
  if (segmentId)
    for (const days of SEEN_AGO) await takeSnapshots(db, { now: now - days * DAY, zone }, [segmentId]);
}

function writtenIn(rows: object): Written[] {
  return Object.entries(rows).flatMap(([table, bodies]) =>
    (bodies as Body[]).map((after) => ({ table: table as ChangedTable, before: null, after })),
  );
}

function touched({ contacts, activities, tasks }: PracticeRows): Map<string, Touched> {
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
