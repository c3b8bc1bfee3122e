import { openDatabase } from '@/lib/store/database';
import { seedPractice } from '@/lib/store/practice';
import { databaseExists, removeDatabase } from '@/lib/store/removal';
import type { Client } from './client';
import { localClient, type Wake } from './local';

const NAME = 'sidelight-practice';

/** The client of the invented people; their database is filled the first time. */
export async function practiceClient(wake: Wake): Promise<Client> {
  const database = await openDatabase(NAME);
  await seedPractice(database, Date.now());
  return localClient({ database, caller: 'workspace', wake });
}

/** The database of invented people as a whole. */
export const practiceData = {
  name: NAME,
  exists: () => databaseExists(NAME),
  remove: () => removeDatabase(NAME),
};
