import type { Contact } from '@/lib/crm/contacts';
import type { Written } from './written';

/** A contact, and those that it went into before and goes into now. */
export function around({ before, after }: Pick<Written, 'before' | 'after'>): string[] {
  const into = [before, after].flatMap((body) => (body as unknown as Contact | null)?.mergedInto ?? []);
  return [(after ?? before)!.id, ...into];
}

/** Whether rows about a contact count for somebody else than before. */
export function isMoved({ before, after }: Pick<Written, 'before' | 'after'>): boolean {
  const [was, is] = [before, after] as unknown as [Contact | null, Contact | null];
  if (!was) return !!is?.mergedInto;
  return was.mergedInto !== is?.mergedInto || was.deletedAt !== is?.deletedAt;
}
