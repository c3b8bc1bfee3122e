import { SECRET_SCHEMA, type Secret } from '@/lib/crm/secrets';
import { tick } from './clock';
import { refuseNewer } from './command';
import type { Database } from './database';

/** All secrets of a kind, the one in use first: the oldest, for it is the one that stands on pages. */
export async function secretsOf(db: Database, kind: Secret['kind']): Promise<Secret[]> {
  const rows = await db.secrets.toArray();
  return rows
    .map((row) => row.body)
    .filter((secret) => secret.kind === kind && secret.deletedAt === null)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** What a new secret is made of: it was generated outside, for no key can be made inside a transaction. */
export type NewSecret = Pick<Secret, 'id' | 'kind' | 'value' | 'publicKey'>;

/**
 * Keeps a new secret, unless another page has made one of the kind meanwhile. Gives the one that is in use.
 * @throws StoreError `newer` when the data is of a newer version
 */
export async function keepSecret(db: Database, given: NewSecret, now: number): Promise<Secret> {
  refuseNewer(db);
  return db.transaction('rw', db.secrets, db.meta, async () => {
    const [known] = await secretsOf(db, given.kind);
    if (known) return known;
    const { clock } = await tick(db, now);
    const body: Secret = { ...given, schema: SECRET_SCHEMA, clock, deletedAt: null, createdAt: now };
    await db.secrets.put({ id: body.id, k: {}, body });
    return body;
  });
}
