import { chromium } from '@playwright/test';
import { findChromium } from '../support/browsers.ts';
import { npsForm } from '../support/widget/forms.ts';
import { startWorld } from '../support/widget/world.ts';
import { type Figure, spread } from './figures.ts';

const VISITS = 30;

/**
 * From the trigger to the first question drawn, and what the widget costs a page's main thread: each visit in a context of its
 * own with nothing cached, against a hub on this machine.
 */
export async function widgetTime(): Promise<Figure[]> {
  const world = await startWorld();
  const browser = await chromium.launch({ executablePath: findChromium() as string, args: ['--no-sandbox'] });
  const shown: number[] = [];
  const costs: Record<'due' | 'idle' | 'without', number[]> = { due: [], idle: [], without: [] };
  try {
    await world.publish(npsForm({ on: { track: 'now' } }));
    world.site.set('/with', { html: world.page('<h1>Shop</h1>') });
    world.site.set('/without', { html: '<!doctype html><title>Shop</title><h1>Shop</h1>' });
    for (let visit = 0; visit < VISITS; visit += 1) {
      for (const kind of ['due', 'idle', 'without'] as const) {
        const context = await browser.newContext();
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send('Performance.enable');
        await page.goto(`${world.site.url}/${kind === 'without' ? 'without' : 'with'}`);
        await page.waitForLoadState('networkidle');
        if (kind === 'due') {
          shown.push(
            await page.evaluate(
              () =>
                new Promise<number>((resolve) => {
                  const from = performance.now();
                  document.addEventListener('sidelight:shown', () =>
                    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from))),
                  );
                  (window as unknown as { sidelight(...call: string[]): void }).sidelight('track', 'now');
                }),
            ),
          );
          await page.waitForLoadState('networkidle');
        }
        const { metrics } = await session.send('Performance.getMetrics');
        costs[kind].push((metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000);
        await context.close();
      }
    }
  } finally {
    await browser.close();
    await world.close();
  }
  return [
    ...spread('Widget, trigger to visible', shown, 'app and form fetched, drawn; hub on this machine'),
    ...spread('Main thread of a page without the widget', costs.without, 'all tasks of the page'),
    ...spread('Main thread, widget there and nothing due', costs.idle, 'all tasks of the page'),
    ...spread('Main thread, a question shown', costs.due, 'all tasks of the page'),
  ];
}
