import { tellShownTabs } from '@/lib/platform/messaging';
import { isSidePanelOpen } from '@/lib/platform/side-panel';

/** How often, and after how many ms each, a side panel is looked for that said it goes. */
const [LOOKS, AFTER] = [10, 100];

/** Whether the side panel shows what is in front in this window. */
export async function standsBeside(windowId: number | null): Promise<boolean> {
  return windowId !== null && isSidePanelOpen(windowId).catch(() => false);
}

/** The side panel of a window was opened, or goes: the pages in front leave their own panel away, or take it back. */
export async function tellBeside(windowId: number, open: boolean): Promise<void> {
  for (let looks = 0; !open && looks < LOOKS && (await standsBeside(windowId)); looks++)
    await new Promise((resolve) => setTimeout(resolve, AFTER));
  await tellShownTabs({ overlay: 'state' });
}
