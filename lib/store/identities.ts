import { refuseNewer } from './command';
import type { Database, Identity } from './database';
import { rootsOf } from './lookups';

/** Stands for a thread in an answer that holds wherever somebody is shown. */
export const EVERYWHERE = '*';

const keyOf = (thread: string, person: string) => `${thread}|${person}`;

/** How a person whose page shows no address is called in an answer. */
export const nameKey = (name: string) => `name:${name.normalize('NFKC').toLowerCase()}`;

/** What the user answered for this person in this thread; undefined when never asked. A contact that was merged is the one it went into. */
export async function threadContact(
  db: Database,
  thread: string,
  person: string,
): Promise<Identity | undefined> {
  const answer = await db.identities.get(keyOf(thread, person));
  const row = answer?.contactId ? await db.contacts.get(answer.contactId) : undefined;
  if (!answer || !row?.body.mergedInto) return answer;
  const root = (await rootsOf(db, [row])).get(row.id);
  return root ? { ...answer, contactId: root } : undefined;
}

/**
 * Remembers the answer. `contactId` null means "nobody I know".
 * @throws StoreError `newer` when the data is of a newer version
 */
export async function rememberIdentity(
  db: Database,
  thread: string,
  person: string,
  contactId: string | null,
  now: number,
): Promise<void> {
  refuseNewer(db);
  await db.identities.put({ key: keyOf(thread, person), contactId, since: now });
}
