import { browser } from './native';

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

/** Where a side panel notes its window in its own address: Chromium tells of no side panel in which window it stands. */
const WINDOW = '#window-';

/** For the side panel itself: from now on it is told where it stands. */
export function noteWindow(windowId: number): void {
  history.replaceState(null, '', location.pathname + WINDOW + windowId);
}

/** Whether the side panel stands open in a window. The browser is asked each time: a note of ours would outlive what it speaks of. */
export async function isSidePanelOpen(windowId: number): Promise<boolean> {
  const sidebar = sidebarAction();
  if (sidebar) return sidebar.isOpen({ windowId });
  const contexts = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  return contexts.some(({ documentUrl }) => documentUrl?.endsWith(WINDOW + windowId));
}

/** Calls back when a side panel was closed: Chromium from 142 on tells of it. To be called in the worker's first turn. */
export function onSidePanelClosed(listener: (windowId: number) => void): void {
  browser.sidePanel?.onClosed?.addListener(({ windowId }) => listener(windowId));
}
