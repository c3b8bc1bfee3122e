import { openDatabase } from '@/lib/store/database';
import { seedPractice } from '@/lib/store/practice';
import type { Client } from './client';
import { localClient, type Wake } from './local';
import { practiceData } from './local-practice-data';

/** The client of the invented people; their database is filled the first time. */
export async function practiceClient(wake: Wake): Promise<Client> {
  const database = await openDatabase(practiceData.name);
  await seedPractice(database, Date.now());
  return localClient({ database, caller: 'workspace', wake });
}
