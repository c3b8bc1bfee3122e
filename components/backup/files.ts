import type { Client } from '@/lib/api/client';

/** Hands a text to the browser as a file to keep. */
export function download(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after this turn; revoked at once, the download fails in Firefox.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Saves the whole store as one file and notes when.
 * @returns rows by table, as the file holds them
 * @throws ApiError
 */
export async function saveBackup(client: Client): Promise<Record<string, number>> {
  const { file, name, counts } = await client.call('backup.save', {});
  download(name, file);
  await client.call('backup.saved', {});
  return counts;
}
