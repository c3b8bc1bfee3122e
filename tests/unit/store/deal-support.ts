import type { Store } from './support';

/** Everything that a backup of this store says. */
export async function backupText(store: Store): Promise<string> {
  return (await store.call('backup.save', {})).file.text();
}
