import type { AheadClient } from '@/lib/api/ahead';
import { readTable } from './pages/contacts/table-query';
import { FIRST_ROWS } from './pages/contacts/use-rows';
import { route } from './router';

/** Asks what the table of contacts will ask, where it is the first page: it takes as long as the words and the first drawing together. */
export async function askFirst(client: AheadClient): Promise<void> {
  const { page, rest, params } = route.value;
  if (page !== 'contacts' || rest) return;
  const { filter, sort } = readTable(params);
  const ids = (await client.ahead('contacts.ids', { filter, sort })).slice(0, FIRST_ROWS);
  if (ids.length === 0) return;
  await Promise.all([client.ahead('contacts.rows', { ids }), client.ahead('contacts.photos', { ids })]);
}
