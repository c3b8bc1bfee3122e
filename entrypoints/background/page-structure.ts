import { ApiError } from '@/lib/api/message';
import { mayRead, structuresOf } from '@/lib/platform/sites';

/** More than a person reads, and no more than a message carries with ease. */
const MOST = 200_000;

/** The structure of all documents of a tab, as its user may read and copy it: no text, no name. */
export async function pageStructure(tabId: number, site: string): Promise<string> {
  if (!(await mayRead(site))) throw new ApiError('missing', 'This site is not switched on.');
  const told = await structuresOf(tabId);
  if (told.length === 0) throw new ApiError('missing', 'This page tells nothing.');
  return [site, ...told].join('\n\n').slice(0, MOST);
}
