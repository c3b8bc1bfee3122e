import { browser } from 'wxt/browser';

const LOOK_UP = 'look-up';

/** What was pressed: text of the page, which is hostile. */
export interface LookUp {
  text: string;
  link: string | null;
  /** Address of the page. */
  page: string | null;
  windowId: number;
  isPrivate: boolean;
}

/** Puts "Look up in Sidelight" into the menu of marked text and of mail and telephone links. The browser keeps it. */
export async function offerLookUp(): Promise<void> {
  await browser.contextMenus.removeAll();
  const title = browser.i18n.getMessage('look_up' as never);
  const targetUrlPatterns = ['mailto:*', 'tel:*'];
  // Firefox asks a marked text too for its link. In Chromium two of ours would fold into one more menu.
  if (import.meta.env.FIREFOX) browser.contextMenus.create({ id: LOOK_UP, title, contexts: ['selection'] });
  const contexts = import.meta.env.FIREFOX ? (['link'] as const) : (['selection', 'link'] as const);
  const id = import.meta.env.FIREFOX ? `${LOOK_UP}-link` : LOOK_UP;
  browser.contextMenus.create({ id, title, contexts: [...contexts], targetUrlPatterns });
}

/** To be called in the worker's first turn. The listener runs within the click. */
export function onLookUp(listener: (asked: LookUp) => void): void {
  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText, linkUrl, pageUrl }, tab) => {
    if (!String(menuItemId).startsWith(LOOK_UP) || tab?.windowId === undefined) return;
    listener({
      text: selectionText ?? '',
      link: linkUrl ?? null,
      page: pageUrl ?? null,
      windowId: tab.windowId,
      isPrivate: tab.incognito,
    });
  });
}
