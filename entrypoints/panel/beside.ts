import { type Signal, signal } from '@preact/signals';
import type { AskedView } from '@/lib/api/asked-views';
import type { Client } from '@/lib/api/client';
import { placedClient } from '@/lib/api/placed';
import { noteWindow } from '@/lib/platform/side-panel';
import { onWake } from '@/lib/platform/wake';
import { followWindow } from '@/lib/platform/window-tab';

/** `life` changes with the tab, and not while something is asked: what is typed about it is of no tab. */
type Draw = (life: number, client: Client, asked: Signal<AskedView | null>) => void;

/**
 * The panel in the browser's side panel: it follows the tab in front of its window, and answers what is asked from the browser's menu.
 * Another tab, another client: nothing that was asked of the tab before can be answered into it. What was looked up is of no tab, and stays.
 */
export async function standBeside(draw: Draw): Promise<void> {
  const asked = signal<AskedView | null>(null);
  let client: Client | null = null;
  let life = 0;

  const say = (open: boolean) => void client?.call('tab.beside', { open }).catch(() => undefined);
  const take = async () => {
    const got = await client?.call('tab.asked', {}).catch(() => null);
    if (got) asked.value = got;
  };
  window.addEventListener('pagehide', () => say(false));
  onWake(() => void take(), 'tab');
  await followWindow((place) => {
    noteWindow(place.window);
    client = placedClient(place);
    if (!asked.value) life += 1;
    draw(life, client, asked);
    // Each tab that comes to the front leaves its own panel away.
    say(true);
    void take();
  });
}
