import { browser } from 'wxt/browser';

/** Firefox's part of the API, which Chrome's types do not have. */
interface SidebarAction {
  open(): Promise<void>;
}

/** Opens the panel in the browser's own side bar, for pages that Sidelight does not stand beside. Must run inside a click. */
export async function openSidePanel(): Promise<void> {
  const sidebar = (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;
  if (sidebar) return sidebar.open();
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
