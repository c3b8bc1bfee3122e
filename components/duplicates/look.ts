import { signal } from '@preact/signals';
import type { Client } from '@/lib/api/client';

/** How far the contacts were looked through; null while nobody looks. */
export const looked = signal<{ done: number; total: number } | null>(null);

const running = new WeakMap<Client, Promise<void>>();

/** Brings the list of duplicates up to date; several who ask at once look once. A failure is shown where the list is read. */
export function look(client: Client): Promise<void> {
  const known = running.get(client);
  if (known) return known;
  const turn = lookOnce(client).finally(() => running.delete(client));
  running.set(client, turn);
  return turn;
}

async function lookOnce(client: Client): Promise<void> {
  try {
    await client.call(
      'duplicates.look',
      {},
      {
        onProgress: (done, total) => {
          looked.value = { done, total };
        },
      },
    );
  } catch {
    // The database is of a newer version, or full: the list stays as it is.
  } finally {
    looked.value = null;
  }
}
