import { failureCode } from '@/components/contacts/failure';
import type { Client } from '@/lib/api/client';

/** Hands a text or a file that was made to the browser, to keep. */
export function download(name: string, text: string | Blob, type = 'application/json'): void {
  const url = URL.createObjectURL(typeof text === 'string' ? new Blob([text], { type }) : text);
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
  try {
    const { file, name, counts } = await client.call('backup.save', {});
    download(name, file);
    await client.call('backup.saved', {});
    return counts;
  } catch (failure) {
    if (failureCode(failure) !== 'newer') throw failure;
    const { file, name, counts } = await client.call('backup.saveNewer', {});
    download(name, file);
    return counts;
  }
}
