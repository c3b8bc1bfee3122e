import { v7 as uuid } from 'uuid';
import { type Day, localMoment } from '@/lib/crm/calendar';
import { SNAPSHOT_SCHEMA, type Snapshot } from '@/lib/crm/segments';
import type { Database } from './database';
import { findMembers, idsIn } from './segment-find';
import { queryOf, type When } from './segment-frame';
import { liveSegments } from './segment-names';

/** Snapshots of a segment, the last first. */
export async function snapshotsOf(db: Database, segmentId: string): Promise<Snapshot[]> {
  const rows = await db.snapshots.where('k.segment').equals(segmentId).toArray();
  return rows.map((row) => row.body).sort((a, b) => b.at - a.at);
}

/** Keeps whom segments hold today: one a day, a later one takes the place of an earlier one. */
export async function takeSnapshots(db: Database, when: When, segmentIds: string[]): Promise<number> {
  const { day } = localMoment(when.now, when.zone);
  const wanted = (await liveSegments(db)).filter(({ id }) => segmentIds.includes(id));
  let taken = 0;
  for (const segment of wanted) {
    const query = queryOf(segment);
    if (!query) continue;
    const members = idsIn(await findMembers(db, query, when));
    await putSnapshot(db, segment.id, { day, at: when.now, members });
    taken += 1;
  }
  return taken;
}

function putSnapshot(
  db: Database,
  segmentId: string,
  what: Pick<Snapshot, 'day' | 'at' | 'members'>,
): Promise<void> {
  return db.transaction('rw', db.snapshots, db.contacts, async () => {
    const known = await snapshotsOf(db, segmentId);
    const id = known.find(({ day }) => day === what.day)?.id ?? uuid();
    // Somebody may have been erased while the others were looked for.
    const rows = await db.contacts.bulkGet(what.members);
    const members = what.members.filter((_, at) => rows[at] !== undefined);
    await db.snapshots.put({
      id,
      k: { segment: segmentId },
      body: { id, schema: SNAPSHOT_SCHEMA, segmentId, ...what, members },
    });
  });
}

/** The snapshots that the daily job owes: of each segment one a month. */
export async function takeMonthly(db: Database, when: When): Promise<number> {
  if (db.newer) return 0;
  const month = (day: Day) => day.slice(0, 7);
  const { day } = localMoment(when.now, when.zone);
  const segments = await liveSegments(db);
  const last = await Promise.all(segments.map(({ id }) => snapshotsOf(db, id)));
  const owed = segments.filter((_, at) => !last[at]?.some((one) => month(one.day) === month(day)));
  return takeSnapshots(
    db,
    when,
    owed.map(({ id }) => id),
  );
}
