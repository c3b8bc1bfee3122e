import { databaseExists, removeDatabase } from '@/lib/store/removal';

const NAME = 'sidelight-practice';

/** The database of invented people as a whole. */
export const practiceData = {
  name: NAME,
  exists: () => databaseExists(NAME),
  remove: () => removeDatabase(NAME),
};
