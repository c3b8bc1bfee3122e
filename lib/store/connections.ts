import { CONNECTION_SCHEMA, type Connection } from '@/lib/crm/secrets';
import { tick } from './clock';
import { refuseNewer } from './command';
import type { Database } from './database';

const ID = 'hub';

/** The hub that is connected, or null. */
export async function connectionOf(db: Database): Promise<Connection | null> {
  const body = (await db.connections.get(ID))?.body;
  return body && body.deletedAt === null ? body : null;
}

/**
 * Connects a hub in the place of any before. It is asked from its first answer on: what is here already is not taken twice, and
 * what could not be opened then may be opened now.
 */
export async function connect(
  db: Database,
  at: Pick<Connection, 'url' | 'space' | 'token'>,
  now: number,
): Promise<Connection> {
  refuseNewer(db);
  return db.transaction('rw', db.connections, db.meta, async () => {
    const { clock } = await tick(db, now);
    const body: Connection = {
      ...at,
      id: ID,
      schema: CONNECTION_SCHEMA,
      clock,
      deletedAt: null,
      cursor: 0,
      pulledAt: null,
      error: null,
      refused: 0,
      uploaded: {},
    };
    await db.connections.put({ id: ID, k: {}, body });
    return body;
  });
}

/** Forgets the hub and its token. */
export async function disconnect(db: Database): Promise<void> {
  refuseNewer(db);
  await db.connections.delete(ID);
}

/**
 * Notes something of the hub that is connected: nothing when it is another one, or none, by now. May run inside a transaction over
 * these tables.
 */
export async function noteConnection(
  db: Database,
  { url, space }: Pick<Connection, 'url' | 'space'>,
  change: (connection: Connection) => void,
  now: number,
): Promise<void> {
  refuseNewer(db);
  await db.transaction('rw', db.connections, db.meta, async () => {
    const body = await connectionOf(db);
    if (body?.url !== url || body.space !== space) return;
    const { clock } = await tick(db, now);
    change(body);
    await db.connections.put({ id: ID, k: {}, body: { ...body, clock } });
  });
}
