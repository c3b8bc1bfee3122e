import { browser } from 'wxt/browser';

/** Firefox's part of the API, which Chrome's types do not have. */
interface SidebarAction {
  open(): Promise<void>;
  isOpen(details: { windowId: number }): Promise<boolean>;
}

const sidebarAction = () => (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;

/**
 * Opens the panel in the browser's own side bar, for pages that Sidelight does not stand beside. Must run inside a click or a key.
 * @param windowId the window of the click where it is known: in the background nothing may be awaited before
 */
export async function openSidePanel(windowId?: number): Promise<void> {
  const sidebar = sidebarAction();
  if (sidebar) return sidebar.open();
  const id = windowId ?? (await browser.windows.getCurrent()).id;
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
