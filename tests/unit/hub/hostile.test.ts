import { Agent, request } from 'node:http';
import { connect as dial } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { figure, startHub, type TestHub } from '../../support/hub';
import { FORM, KEY, published, sealed } from './client';

const POSTS = 10_000;
const WARM = 2_000;
const AT_ONCE = 32;
const SLOW = 40;
/** Bytes, after the collector: a third of what one would leave that kept 1 kB of each post. */
const SLACK = 3_000_000;

let hub: TestHub;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
afterEach(async () => {
  agent.destroy();
  await hub?.close();
});

interface Post {
  method?: string;
  space?: string;
  body?: string;
  /** Without saying how long it is. */
  chunked?: boolean;
  want: number[];
}

function send({ method = 'POST', space = hub.space, body = '', chunked }: Post): Promise<number> {
  return new Promise((resolve) => {
    const url = `${hub.direct()}/v1/${space}/answers`;
    const length: Record<string, string | number> = chunked
      ? { 'Transfer-Encoding': 'chunked' }
      : { 'Content-Length': Buffer.byteLength(body) };
    const asking = request(url, { method, agent, headers: length }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asking.on('error', () => resolve(0));
    asking.end(body);
  });
}

const CLOSED = 'closedform';
const cut = (n: number) => sealed({ n, length: 100 + (n % 900) }).slice(0, 20 + (n % 140));
/** One in ten is honest; everything else has its answer by the page of the protocol. */
const KINDS: ((n: number) => Post)[] = [
  (n) => ({ body: sealed({ n, length: 700 }), want: [204] }),
  (n) => ({ body: sealed({ n: n - 1, length: 700 }), want: [204] }),
  (n) => ({ body: sealed({ n, length: 64_000 + (n % 7) * 30_000 }), want: [413] }),
  (n) => ({ body: sealed({ n, length: 70_000 }), chunked: true, want: [413] }),
  (n) => ({ body: n % 3 ? cut(n) : `{"__proto__": {"n": ${n}}}`, want: [400] }),
  (n) => ({ body: sealed({ n, key: 'BBBBBBBBBBB' }), want: [409] }),
  (n) => ({ body: sealed({ n, form: `no${String(n).padStart(8, '0')}` }), want: [404] }),
  (n) => ({ method: ['GET', 'PUT', 'DELETE', 'PATCH', 'TRACE'][n % 5], want: [405] }),
  (n) => ({ body: sealed({ n, form: CLOSED }), want: [410] }),
  (n) => ({ space: `nospace${n}`, body: sealed({ n }), want: [404] }),
];

/** Sends a head, or the begin of a body, and then one character at a time. @returns what was answered, and after how long */
function drip(head: boolean): Promise<{ said: string; ms: number }> {
  return new Promise((resolve) => {
    const start = performance.now();
    const socket = dial(Number(new URL(hub.direct()).port), '127.0.0.1');
    let said = '';
    socket.on('data', (piece) => {
      said += piece;
    });
    socket.on('error', () => {});
    socket.write(`POST /v1/${hub.space}/answers HTTP/1.1\r\nHost: hub\r\n`);
    if (!head) socket.write(`Content-Length: 5000\r\n\r\n1.${KEY}.`);
    const timer = setInterval(() => socket.write(head ? 'X-A: b\r\n' : 'x'), 700);
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ said, ms: performance.now() - start });
    });
  });
}

test(`${POSTS} hostile posts: each is answered as it should be, none is stored twice, memory stays`, async () => {
  hub = await startHub({ measured: true });
  const publish = (id: string, more: object) => {
    const form = { v: 1, id, title: 'How was it?', lang: 'en', langs: ['en'] };
    return fetch(`${hub.url}/v1/${hub.space}/forms/${id}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${hub.token}` },
      body: JSON.stringify({ ...published(), langs: { en: form }, ...more }),
    });
  };
  expect((await publish(FORM, {})).status).toBe(204);
  expect((await publish(CLOSED, { state: 'closed' })).status).toBe(204);

  const slow = Array.from({ length: SLOW }, (_, at) => drip(at % 2 === 0));
  const wrong: string[] = [];
  let next = 0;
  const run = async (until: number) => {
    const one = async () => {
      while (next < until) {
        const n = next++;
        const post = KINDS[n % KINDS.length]?.(n) as Post;
        const status = await send(post);
        if (!post.want.includes(status)) wrong.push(`kind ${n % KINDS.length}: ${status} for ${post.want}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  };
  await run(WARM);
  const warm = await hub.memory();
  await run(WARM + POSTS);
  const after = await hub.memory();
  const told = (at: NodeJS.MemoryUsage) =>
    `heap ${(at.heapUsed / 1e6).toFixed(1)}, buffers ${(at.external / 1e6).toFixed(1)}, resident ${Math.round(at.rss / 1e6)} MB`;
  console.log(`After ${WARM} posts: ${told(warm)}; after ${POSTS} more: ${told(after)}`);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(after.heapUsed + after.external - warm.heapUsed - warm.external).toBeLessThan(SLACK);

  const kept: string[] = [];
  for (let last = -1, n = 0; last !== n; ) {
    last = n;
    const answer = await fetch(`${hub.url}/v1/${hub.space}/answers?after=${n}`, {
      headers: { Authorization: `Bearer ${hub.token}` },
    });
    const page = (await answer.json()) as { answers: { sealed: string }[]; last: number };
    kept.push(...page.answers.map((one) => one.sealed));
    n = page.last;
  }
  const honest = Array.from({ length: (WARM + POSTS) / KINDS.length }, (_, at) => at * KINDS.length);
  expect(kept.length).toBe(honest.length);
  expect(new Set(kept)).toEqual(new Set(honest.map((n) => sealed({ n, length: 700 }))));
  expect(await figure(hub, 'sidelight_hub_answers_stored_total')).toBe(honest.length);
  expect(await figure(hub, 'sidelight_hub_answers_replayed_total')).toBe(honest.length);

  for (const { said, ms } of await Promise.all(slow)) {
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(ms).toBeLessThan(25_000);
  }
}, 150_000);
