import { stringify } from 'uuid';
import type { Invite } from '@/lib/crm/surveys';
import type { Database } from './database';
import { tokenOf } from './invites';
import type { Queue } from './schedule-queue';

type Link = Pick<Invite, 'id' | 'token'>;

/**
 * Id and token of the invitation of a turn, by contact: two computers that take the same list before their data comes together make one
 * link for one person. Both halves of SHA-256 over the ids of the schedule and of the contact, which no export but the backup holds both,
 * over the day of the turn, and over whether they are held out: where one computer asks whom the other holds out, the link stays beside
 * the note. The id is a UUID of version 8.
 */
export async function turnLinks(
  scheduleId: string,
  { ask, held, turnDays }: Queue,
): Promise<ReadonlyMap<string, Link>> {
  const isHeld = new Set(held);
  const links = [...ask, ...held].map(async (id): Promise<[string, Link]> => {
    const text = `sidelight turn ${scheduleId} ${id} ${turnDays.get(id)}${isHeld.has(id) ? ' held' : ''}`;
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    bytes[6] = (bytes[6]! & 0x0f) | 0x80;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return [id, { id: stringify(bytes), token: tokenOf(bytes.subarray(16)) }];
  });
  return new Map(await Promise.all(links));
}

/** Those of the ids that an invitation bears already, deleted or not. */
export async function takenIds(db: Database, links: ReadonlyMap<string, Link>): Promise<ReadonlySet<string>> {
  const ids = [...links.values()].map(({ id }) => id);
  return new Set((await db.invites.bulkGet(ids)).flatMap((row) => row?.id ?? []));
}
