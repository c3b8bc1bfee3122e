import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '@/widget/hub/examples/file-store';
import { memoryStore } from '@/widget/hub/examples/memory-store';
import { keyValueStore } from '@/widget/hub/key-value';
import { sqliteStore } from '@/widget/hub/sqlite';
import type { HubStore } from '@/widget/hub/store';

/** Every storage that the hub has, new and empty. */
export const STORES: [name: string, make: (folder: string) => Promise<HubStore>][] = [
  ['SQLite', async (folder) => sqliteStore(join(folder, 'hub.db'))],
  ['key-value in memory', async () => keyValueStore(memoryStore())],
  ['key-value in files', async (folder) => keyValueStore(await fileStore(join(folder, 'entries')))],
];

export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-hub-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
