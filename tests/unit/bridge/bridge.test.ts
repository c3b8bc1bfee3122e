import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startBridge } from '@/entrypoints/bridge.content/bridge';
import type { Answer, Request } from '@/lib/api/message';

const sent: Request[] = [];
let reply: () => Answer;

vi.mock('@/lib/platform/messaging', () => ({
  isConnected: () => true,
  send: async (request: Request) => {
    sent.push(request);
    return reply();
  },
}));

const RID = '0b7f1f7e-6f0b-4d57-9b3a-0f4b8d6c1a11-2';
const sealed = (rid = RID) => `1.AAAAAAAAAAA.abcdefghij.${rid}.${'x'.repeat(400)}`;
const taken: unknown[] = [];
let page: EventTarget;
let end: AbortController;

beforeEach(() => {
  sent.length = 0;
  taken.length = 0;
  reply = () => ({ ok: true, value: { state: 'already', id: null, form: 'abcdefghij' } });
  page = new EventTarget();
  page.addEventListener('sidelight:taken', (event) => taken.push((event as CustomEvent).detail));
  vi.stubGlobal('document', page);
  end = new AbortController();
  startBridge(end.signal);
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const say = (detail: unknown) => page.dispatchEvent(new CustomEvent('sidelight:sealed', { detail }));
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('hands a sealed answer over, and tells the widget which one is kept', async () => {
  say(sealed());
  await settled();
  expect(sent).toMatchObject([{ op: 'responses.take', input: { sealed: sealed(), via: 'bridge' } }]);
  expect(taken).toEqual([RID]);
});

test('says nothing of one that is refused: the widget keeps it', async () => {
  reply = () => ({ ok: false, error: { code: 'invalid', message: 'This answer does not open: key.' } });
  say(sealed());
  await settled();
  expect([sent.length, taken]).toEqual([1, []]);
});

test.each([
  ['nothing', undefined],
  ['an object', { sealed: sealed() }],
  ['another text', 'hello'],
  ['too long a text', `${sealed()}${'x'.repeat(64_000)}`],
])('leaves %s alone', async (_, detail) => {
  say(detail);
  await settled();
  expect(sent).toEqual([]);
});

test('hands over twenty at once and then one every three seconds', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  end.abort();
  end = new AbortController();
  startBridge(end.signal);
  for (let n = 0; n < 30; n += 1) say(sealed());
  expect(sent.length).toBe(20);
  vi.advanceTimersByTime(6500);
  for (let n = 0; n < 30; n += 1) say(sealed());
  expect(sent.length).toBe(22);
  await Promise.resolve();
});

test('hears nothing any more once its page is left', async () => {
  end.abort();
  say(sealed());
  await settled();
  expect(sent).toEqual([]);
});
