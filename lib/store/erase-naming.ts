import type { Contact } from '@/lib/crm/contacts';
import type { Database } from './database';
import type { Body } from './edits';
import type { Traces } from './erase';
import { alsoNamed } from './keys';
import { rowOf } from './work';

/**
 * Takes an erased person out of the contacts that name them: whom they introduced, whose family or owner they are, who was said to be
 * somebody else, and what a merge wrote down of any of it. Answers who these are.
 */
export async function eraseNaming(
  db: Database,
  { ids, touched, written, clock }: Pick<Traces, 'ids' | 'touched' | 'written' | 'clock'>,
): Promise<string[]> {
  const rows = await db.contacts
    .where('k.refs')
    .anyOf([...ids].flatMap((id) => [id, alsoNamed(id)]))
    .distinct()
    .toArray();
  for (const { id, body } of rows) {
    const after = { ...without(body, ids), clock };
    await db.contacts.put(rowOf('contacts', after));
    written.push({ table: 'contacts', before: body as unknown as Body, after: after as unknown as Body });
    if (body.deletedAt === null && body.mergedInto === null) touched.add(id);
  }
  return rows.map(({ id }) => id);
}

function without(body: Contact, ids: ReadonlySet<string>): Contact {
  const { distinctFrom, merge, ...rest } = body;
  const facts = Object.entries(body.facts).filter(([, { ref }]) => ref === undefined || !ids.has(ref));
  const others = Object.entries(distinctFrom ?? {}).filter(([id]) => !ids.has(id));
  const speaks = (edit: unknown) => {
    const text = JSON.stringify(edit);
    return [...ids].some((id) => text.includes(id));
  };
  return {
    ...rest,
    facts: Object.fromEntries(facts),
    ownerId: ids.has(body.ownerId ?? '') ? null : body.ownerId,
    ...(others.length > 0 ? { distinctFrom: Object.fromEntries(others) } : {}),
    ...(merge ? { merge: { ...merge, edits: merge.edits.filter((edit) => !speaks(edit)) } } : {}),
  };
}
