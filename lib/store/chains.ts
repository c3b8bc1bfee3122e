import type { Contact } from '@/lib/crm/contacts';

/** What a command has read of contacts: a `Work`. */
interface Reading {
  load(table: 'contacts', ids: string[]): Promise<(Contact | undefined)[]>;
  read(table: 'contacts', id: string): Contact | undefined;
}

/** Reads contacts and those that they went into, to the end of each chain. */
export async function loadChains(work: Reading, ids: string[]): Promise<void> {
  const seen = new Set<string>();
  for (let next = [...new Set(ids)]; next.length > 0; ) {
    for (const id of next) seen.add(id);
    const bodies = await work.load('contacts', next);
    next = [...new Set(bodies.flatMap((body) => body?.mergedInto ?? []))].filter((id) => !seen.has(id));
  }
}

/** The contact that one stands for, of those that were read; null when it is deleted, or a ring leaves nobody. */
export function standing(work: Reading, id: string): Contact | null {
  const seen = new Set<string>();
  let body = work.read('contacts', id);
  while (body?.mergedInto && !seen.has(body.id)) {
    seen.add(body.id);
    body = work.read('contacts', body.mergedInto);
  }
  return body && body.deletedAt === null && !body.mergedInto ? body : null;
}
