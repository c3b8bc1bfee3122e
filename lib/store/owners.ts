import type { Contact } from '@/lib/crm/contacts';
import type { Database } from './database';
import { isShown } from './keys';
import type { Figured } from './written';

/** For whom rows about a contact count: itself, or the one in lists that it went into. */
export class Owners {
  private constructor(private readonly bodies: Map<string, Contact | undefined>) {}

  /** @param figured what was read in this transaction already */
  static async read(db: Database, ids: string[], figured: Map<string, Figured>): Promise<Owners> {
    const bodies = new Map<string, Contact | undefined>();
    for (const [id, { body }] of figured) bodies.set(id, body);
    const seen = new Set<string>();
    for (let next = [...new Set(ids)]; next.length > 0; ) {
      for (const id of next) seen.add(id);
      const unread = next.filter((id) => !bodies.has(id));
      const rows = unread.length > 0 ? await db.contacts.bulkGet(unread) : [];
      for (const [at, id] of unread.entries()) bodies.set(id, rows[at]?.body);
      const into = new Set(next.flatMap((id) => bodies.get(id)?.mergedInto ?? []));
      next = [...into].filter((id) => !seen.has(id));
    }
    return new Owners(bodies);
  }

  of(id: string): string | undefined {
    const seen = new Set<string>();
    let body = this.bodies.get(id);
    while (body && body.deletedAt === null && body.mergedInto && !seen.has(body.id)) {
      seen.add(body.id);
      body = this.bodies.get(body.mergedInto);
    }
    return isShown(body) ? body.id : undefined;
  }
}
