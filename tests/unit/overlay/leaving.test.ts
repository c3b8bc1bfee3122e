// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startOverlay } from '@/entrypoints/overlay.content/overlay';
import type { Request } from '@/lib/api/message';
import type { OverlayState } from '@/lib/api/views';
import type { Reading } from '@/lib/sites/page-context';

const page = vi.hoisted(() => ({
  state: {} as object,
  asked: [] as string[],
  tell: (_: unknown): unknown => null,
}));

vi.mock('@/lib/platform/messaging', () => ({
  isConnected: () => true,
  listen: (handle: typeof page.tell) => {
    page.tell = handle;
  },
  send: async ({ op }: Request) => {
    page.asked.push(op);
    const values: Record<string, unknown> = { 'tab.state': page.state, 'tab.recipes': [] };
    return { ok: true, value: values[op] ?? { marks: [] } };
  },
}));
vi.mock('@/lib/platform/public-changes', () => ({ onPublicChanged: () => () => {} }));
vi.mock('@/entrypoints/overlay.content/panel-frame', () => ({
  createPanelFrame: () => ({ apply() {}, want() {}, toggle() {}, leave() {} }),
}));
// Each document shows one page, with nobody on it.
vi.mock('@/lib/sites/watch', () => ({
  watch: (_: Document, onReadings: (readings: Reading[]) => void) => {
    queueMicrotask(() => onReadings([{ context: { kind: 'list', people: [] }, anchors: [] } as never]));
    return { settled: async () => {} };
  },
}));

const shown: OverlayState = {
  on: true,
  folded: false,
  width: 360,
  hiddenUntil: null,
  language: 'en',
  reads: false,
  beside: false,
};
const times = (op: string) => page.asked.filter((asked) => asked === op).length;

/** The page is told that the state of its site is another. */
async function becomes(state: Partial<OverlayState>): Promise<void> {
  page.state = { ...shown, ...state };
  page.tell({ overlay: 'state' });
  await vi.advanceTimersByTimeAsync(10);
}

/** The user goes to another page. The browser's own word cannot be said by a script. */
function leave(): void {
  const gone = new Event('pagehide');
  Object.defineProperty(gone, 'isTrusted', { value: true });
  window.dispatchEvent(gone);
}

beforeEach(async () => {
  vi.useFakeTimers();
  page.state = shown;
  page.asked = [];
  startOverlay();
  await vi.advanceTimersByTimeAsync(10);
});
afterEach(async () => {
  await becomes({ on: false });
  vi.useRealTimers();
});

test.each<[string, Partial<OverlayState>]>([
  ['hidden', { hiddenUntil: Number.MAX_SAFE_INTEGER }],
  ['off', { on: false }],
])('a page that goes away while its site is %s is forgotten', async (_, state) => {
  expect(times('tab.report')).toBe(1);
  await becomes(state);
  leave();
  expect([times('tab.report'), times('tab.forget')]).toEqual([1, 1]);
});

test('hidden for weeks, by a clock that was set back, it asks once an hour and is shown when the time has come', async () => {
  await becomes({ hiddenUntil: Date.now() + 30 * 86_400_000 });
  const before = times('tab.state');
  await vi.advanceTimersByTimeAsync(3_600_000 * 2);
  expect(times('tab.state') - before).toBe(2);
});
