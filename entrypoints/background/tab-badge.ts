import { setBadge, setTabBadge } from '@/lib/platform/badge';
import { urlOfTab } from '@/lib/platform/pages';
import { readSession, writeSession } from '@/lib/platform/session';
import { mayRead, readPublic, siteOf } from '@/lib/platform/sites';
import type { PageContext } from '@/lib/sites/page-context';
import type { Marks } from './marks';
import { isUser } from './recognise';
import { allTabs, type FrameRecord, noteOwed, readTab, type TabRecord } from './tab-records';

const UNREAD = 'unread';

/** The number of answers that nobody has looked at. It stands on every tab, before what is owed there. */
export async function showUnread(count: number): Promise<void> {
  const before = (await readSession<number>(UNREAD)) ?? 0;
  await setBadge(count);
  if (count === before) return;
  await writeSession(UNREAD, count);
  await drawTabs();
}

interface Told extends Pick<FrameRecord, 'documentId' | 'generation'> {
  tabId: number;
  frameId: number;
}

/**
 * Keeps with whom of a document something is open, and shows their number on the toolbar while its tab is in front.
 * @param own keys of the user's own addresses: nobody owes themselves
 */
export async function showOwed(
  told: Told,
  contexts: readonly PageContext[],
  { marks, contacts }: Marks,
  own: ReadonlySet<string>,
): Promise<void> {
  // Whoever is shown by two addresses is one.
  const owed = contexts.flatMap(({ people }, at) =>
    people.flatMap((person, place) => {
      const isOwed = marks[at]?.[place]?.word && !isUser(person, own);
      return isOwed ? (contacts[at]?.[place] ?? []) : [];
    }),
  );
  const { record, isChanged } = await noteOwed(told, [...new Set(owed)]);
  if (isChanged || owed.length > 0) await draw(told.tabId, record);
}

/** A document of the tab has gone. */
export async function drawTab(tabId: number): Promise<void> {
  await draw(tabId, await readTab(tabId));
}

/** A site was switched, everything is hidden or shown again, or answers came: the number of each tab may be another. */
export async function drawTabs(): Promise<void> {
  for (const [tabId, record] of await allTabs()) await draw(tabId, record);
}

async function draw(tabId: number, record: TabRecord | null): Promise<void> {
  const people = new Set(Object.values(record?.frames ?? {}).flatMap(({ owed = [] }) => owed));
  const count = people.size > 0 && (await isShown(tabId, record)) ? people.size : 0;
  // The tab may be gone by now.
  await setTabBadge(tabId, count).catch(() => undefined);
}

/** Whether the tab still stands where that was told, nothing hides it, and no answer waits to be read. */
async function isShown(tabId: number, record: TabRecord | null): Promise<boolean> {
  const [unread, { sites, hiddenUntil }, url] = await Promise.all([
    readSession<number>(UNREAD),
    readPublic(),
    urlOfTab(tabId).catch(() => null),
  ]);
  const site = url && siteOf(url);
  if (unread || !site || site !== record?.origin) return false;
  return (sites[site]?.on ?? false) && !(hiddenUntil && hiddenUntil > Date.now()) && mayRead(site);
}
