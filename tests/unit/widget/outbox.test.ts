// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeOutbox } from '@/widget/seal/outbox';

const CONFIG = { hub: 'https://hub.example', space: 'space', key: 'key' };
const uuid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const sealed = (at: number, seq = 0) => `1.form.key.${uuid(at)}-${seq}.body`;

interface Post {
  body: string;
  keepalive: boolean;
  at: number;
}
let posts: Post[];
let most: number;
/** What the hub says; null for no connection. */
let say: (body: string) => { status: number; headers?: Record<string, string> } | null;
let outbox: ReturnType<typeof makeOutbox>;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  [posts, most] = [[], 0];
  say = () => ({ status: 201 });
  let open = 0;
  vi.stubGlobal('fetch', async (_: string, { body, keepalive }: RequestInit) => {
    posts.push({ body: String(body), keepalive: keepalive === true, at: Date.now() });
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 100));
    open -= 1;
    const answer = say(String(body));
    if (!answer) throw new TypeError('Failed to fetch');
    return new Response(null, answer);
  });
});

afterEach(() => {
  outbox.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const put = (count: number) => {
  for (let at = 0; at < count; at += 1) localStorage.setItem(`sidelight.space.${uuid(at)}-0`, sealed(at));
};

test('hundreds that wait go one after another until none does, and only what is new may outlive the page', async () => {
  put(300);
  outbox = makeOutbox(CONFIG);
  await vi.advanceTimersByTimeAsync(1000);
  const delivery = outbox.send(sealed(999));
  await vi.advanceTimersByTimeAsync(100);
  expect(await delivery).toBe('sent');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(localStorage.length).toBe(0);
  expect(new Set(posts.map(({ body }) => body)).size).toBe(301);
  expect(posts).toHaveLength(301);
  expect(posts.filter(({ keepalive }) => keepalive).map(({ body }) => body)).toEqual([sealed(999)]);
  // One that waited, beside the new one.
  expect(most).toBe(2);
});

test('one that never gets through holds back none of those behind it', async () => {
  put(5);
  say = (body) => ({ status: body === sealed(0) ? 500 : 201 });
  outbox = makeOutbox(CONFIG);
  await vi.advanceTimersByTimeAsync(5000);
  expect(Object.values(localStorage)).toEqual([sealed(0)]);
});

test('without a connection it is tried less and less often, and for as long as the page is open', async () => {
  put(40);
  say = () => null;
  outbox = makeOutbox(CONFIG);
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(posts.length).toBeGreaterThan(4);
  expect(posts.length).toBeLessThan(9);
  say = () => ({ status: 201 });
  await vi.advanceTimersByTimeAsync(90_000);
  expect(localStorage.length).toBe(0);
});

test('one that is answered while others are sent, and does not get through, is sent with them', async () => {
  put(10);
  outbox = makeOutbox(CONFIG);
  await vi.advanceTimersByTimeAsync(150);
  say = (body) => (body === sealed(999) && posts.length < 5 ? null : { status: 201 });
  const delivery = outbox.send(sealed(999));
  await vi.advanceTimersByTimeAsync(200);
  expect(await delivery).toBe('waiting');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(localStorage.length).toBe(0);
});

/** A frame, or a browser that keeps nothing. */
const blockStorage = () =>
  vi.stubGlobal(
    'localStorage',
    new Proxy({} as Storage, {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      ownKeys: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );

test('with its storage blocked a page hears that its answer is stored: from the bridge, and when a later page of it is', async () => {
  blockStorage();
  say = () => null;
  outbox = makeOutbox(CONFIG);
  const late = vi.fn();
  const first = outbox.send(sealed(1), late);
  await vi.advanceTimersByTimeAsync(200);
  expect(late).toHaveBeenCalledTimes(1);
  const second = outbox.send(sealed(1, 1), late);
  expect(await first).toBe('sent');
  await vi.advanceTimersByTimeAsync(200);
  document.dispatchEvent(new CustomEvent('sidelight:taken', { detail: `${uuid(1)}-1` }));
  expect(await second).toBe('sent');
  const before = posts.length;
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(posts).toHaveLength(before);
});

test('with its storage blocked, what a hub may take another day is said to be refused', async () => {
  blockStorage();
  say = () => ({ status: 404 });
  outbox = makeOutbox(CONFIG);
  const delivery = outbox.send(sealed(1));
  await vi.advanceTimersByTimeAsync(200);
  expect(await delivery).toBe('refused');
});

test('what waits on the page alone comes again when the hub has said, once, and at once when somebody asks', async () => {
  blockStorage();
  say = () => ({ status: 429, headers: { 'Retry-After': '30' } });
  outbox = makeOutbox(CONFIG);
  const delivery = outbox.send(sealed(1), () => undefined);
  await vi.advanceTimersByTimeAsync(20_000);
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(9000);
  expect(posts).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(posts).toHaveLength(2);
  say = () => ({ status: 201 });
  outbox.retry();
  await vi.advanceTimersByTimeAsync(200);
  expect(await delivery).toBe('sent');
  expect(posts).toHaveLength(3);
});
