import { connect as dial } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Asked, serve } from '@/widget/hub/server';

/** What the handler is to do; each test says its own. */
let act: (request: Request, asked: Asked) => Promise<Response>;
let server: { port: number; stop(): Promise<void> };
const start = async (proxy = false) => {
  server = await serve((request, asked) => act(request, asked), {
    host: '127.0.0.1',
    port: 0,
    proxy,
    times: { head: 300, whole: 600, silent: 3_000, stop: 1_000, linger: 300 },
  });
};
const at = (path = '/') => `http://127.0.0.1:${server.port}${path}`;

/** What a server says to bytes as they stand here, until it ends the connection or `until` is heard. */
function raw(text: string, until?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const socket = dial(server.port, '127.0.0.1');
    let said = '';
    socket.on('data', (piece) => {
      said += piece;
      if (until?.test(said)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
    socket.write(text);
  });
}

beforeEach(() => {
  act = async (request) => new Response(await request.text());
});
afterEach(() => server.stop());

describe('who asks', () => {
  const asked = async (said: string, proxy: boolean) => {
    await start(proxy);
    act = async (_request, { address }) => new Response(address);
    return (await fetch(at(), { headers: { 'X-Forwarded-For': said } })).text();
  };
  test('is the other end of the line', async () => {
    expect(await asked('192.0.2.9', false)).toBe('127.0.0.1');
  });
  test('is whom the proxy names last: what stands before it the visitor wrote', async () => {
    expect(await asked('198.51.100.1, 192.0.2.9', true)).toBe('192.0.2.9');
  });
});

test('a program on this machine is told from a proxy that asks for somebody else', async () => {
  await start();
  act = async (_request, { local }) => new Response(String(local));
  const asked = async (headers: Record<string, string>) => (await fetch(at(), { headers })).text();
  expect(await asked({})).toBe('true');
  for (const name of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'Via'])
    expect(await asked({ [name]: '127.0.0.1' })).toBe('false');
});

test('a body comes through, and so do headers, statuses and bytes', async () => {
  await start();
  act = async (request) =>
    new Response(new Uint8Array([0, 255, ...(await request.bytes())]), {
      status: 418,
      headers: {
        'X-Said': `${request.method} ${new URL(request.url).pathname} ${request.headers.get('x-a')}`,
      },
    });
  const answer = await fetch(at('/a/b'), { method: 'PUT', body: 'é', headers: { 'X-A': '1' } });
  expect([answer.status, answer.headers.get('X-Said')]).toEqual([418, 'PUT /a/b 1']);
  expect([...(await answer.bytes())]).toEqual([0, 255, 195, 169]);
});

test('a short body that nobody read leaves the connection usable; a long one ends it, after the answer', async () => {
  await start();
  act = async () => new Response('no', { status: 404 });
  const short = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello';
  const twice = await raw(short + short, /no[\s\S]*no$/);
  expect(twice.match(/HTTP\/1\.1 404/g)).toHaveLength(2);
  const start0 = performance.now();
  const long = await raw('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\nhello');
  expect(long).toMatch(/^HTTP\/1\.1 404 [\s\S]*Connection: close[\s\S]*no$/i);
  expect(performance.now() - start0).toBeLessThan(2_500);
});

test('who is slow is told so, and cut off', async () => {
  await start();
  expect(await raw('POST / HTTP/1.1\r\nHost')).toMatch(/^HTTP\/1\.1 408 /);
  expect(await raw('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf')).toMatch(
    /^HTTP\/1\.1 408 /,
  );
});

test.each([
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['a head without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['an address that is none', 'GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['TRACE', 'TRACE / HTTP/1.1\r\nHost: a\r\n\r\n', 405],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
])('what is no request is refused: %s', async (_what, text, status) => {
  await start();
  expect(await raw(text, /\r\n\r\n/)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

test('who has gone is not waited for', async () => {
  await start();
  const leave = new AbortController();
  const left = new Promise<void>((resolve) => {
    act = async (_request, { gone }) => {
      gone.addEventListener('abort', () => resolve());
      leave.abort();
      await left;
      return new Response();
    };
  });
  const asking = fetch(at(), { signal: leave.signal });
  await expect(asking).rejects.toThrow();
  await left;
});

test('who does not end in time when the server stops is cut off', async () => {
  await start();
  const come = new Promise<void>((resolve) => {
    act = () => {
      resolve();
      return new Promise(() => {});
    };
  });
  const asking = fetch(at()).then(
    () => 'answered',
    () => 'cut',
  );
  await come;
  const begin = performance.now();
  await server.stop();
  expect(await asking).toBe('cut');
  expect(performance.now() - begin).toBeGreaterThan(900);
});
