import type { Caller } from '@/lib/api/contract';
import { ApiError, type Request } from '@/lib/api/message';
import type { Sender } from '@/lib/platform/messaging';
import { activeTab, frontTab } from '@/lib/platform/pages';
import { siteOf } from '@/lib/platform/sites';
import { readTab, type TabRecord } from './tab-records';

/** The tab that a view speaks of. */
export interface ViewedTab {
  id: number;
  /** Known for permitted sites, and after a click on the toolbar. */
  url: string | null;
  /** The view stands in a frame of the page itself, and goes with it. */
  inPage: boolean;
}

interface Asking {
  sender: Sender;
  caller: Caller;
  place?: Request['place'];
}

/**
 * The tab that the panel stands in; for the side panel the one that it shows, else the one that the user looks at.
 * @throws ApiError `moved` when the side panel speaks of a tab that is not in front in its window any more
 */
export async function viewedTab({ sender, caller, place }: Asking): Promise<ViewedTab | null> {
  if (caller === 'panel' && sender.tabId !== null) return { id: sender.tabId, url: null, inPage: true };
  if (caller === 'panel' && place) {
    const tab = await frontTab(place.window);
    if (tab?.id !== place.tab) throw new ApiError('moved', 'Another tab is in front.');
    return { ...tab, inPage: false };
  }
  const tab = await activeTab();
  return tab && { ...tab, inPage: false };
}

/** What was reported of the page that a tab shows. */
export async function recordOf(tab: ViewedTab): Promise<TabRecord | null> {
  return ofPage(tab, await readTab(tab.id));
}

/** The record, if it is of the page that the tab shows: seen from outside of it, reports of a page that has gone do not count. */
export function ofPage(tab: ViewedTab, record: TabRecord | null): TabRecord | null {
  if (!record || tab.inPage) return record;
  return tab.url && siteOf(tab.url) === record.origin ? record : null;
}

/** Scheme and host of what a tab shows; null for no web page, or one whose address is not told. */
export async function siteOfTab(tab: ViewedTab | null): Promise<string | null> {
  if (!tab) return null;
  return tab.inPage ? ((await readTab(tab.id))?.origin ?? null) : tab.url && siteOf(tab.url);
}
