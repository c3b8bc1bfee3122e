import type { Database } from './database';

/** Grows when what is kept in the tables that lists are read from changes: they are filled anew then. */
export const LISTS_VERSION = 9;
/** Not below any id. */
const WHOLE = '￿';

/** How far the tables that lists are read from are filled. */
export interface Filled {
  /** Contacts up to this id stand in them; '' before the first. */
  to: string;
  /** So many contacts were gone through. */
  done: number;
}

/** Reads it, inside a transaction or not; null when they are not begun, or were left by another version of the product. */
export async function filled(db: Database): Promise<Filled | null> {
  const [whole, part] = await db.meta.bulkGet(['lists', 'listsTo']);
  if (whole?.value === LISTS_VERSION) return { to: WHOLE, done: 0 };
  const [version, done, to] = String(part?.value ?? '').split('|');
  return version === String(LISTS_VERSION) ? { to: to ?? '', done: Number(done) } : null;
}

export const isWhole = (state: Filled | null): boolean => state?.to === WHOLE;

/** Writes how far they are; null: they are whole. */
export async function putFilled(db: Database, state: Filled | null): Promise<void> {
  if (state) {
    await db.meta.put({ key: 'listsTo', value: `${LISTS_VERSION}|${state.done}|${state.to}` });
  } else {
    await db.meta.delete('listsTo');
    await db.meta.put({ key: 'lists', value: LISTS_VERSION });
  }
}

/**
 * Has them filled anew, behind what is written next: where everything is written at once, each page of them would be written again with each
 * part of it.
 */
export async function unfill(db: Database): Promise<void> {
  await db.meta.bulkDelete(['lists', 'listsTo']);
}

/**
 * The id up to which what is written must be shown in lists at once. What lies above it has not been gone through, and is when its
 * turn comes.
 */
export async function filledTo(db: Database): Promise<string> {
  return (await filled(db))?.to ?? '';
}
