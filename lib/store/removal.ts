import Dexie from 'dexie';

/** Whether this browser profile has a database of that name. */
export function databaseExists(name: string): Promise<boolean> {
  return Dexie.exists(name);
}

/** Deletes a database as a whole. Pages that have it open let go of it. */
export function removeDatabase(name: string): Promise<void> {
  return Dexie.delete(name);
}
