import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LONGEST_SEALED } from '../../lib/surveys/answer.ts';
import { limitedAddress } from './limits.ts';

export interface ServerOptions {
  host: string;
  port: number;
  /** One proxy stands before the hub: what it says about who asks is believed. */
  proxy: boolean;
  times?: Partial<typeof TIMES>;
  log?(error: unknown): void;
}

/** How long things may take, in ms. */
const TIMES = {
  /** Until a request's head is there. */
  head: 10_000,
  /** Until all of a request is there. */
  whole: 20_000,
  /** A connection on which nothing moves; longer than the longest pull waits. */
  silent: 40_000,
  /** What is under way when the hub is told to stop. */
  stop: 10_000,
  /** Reading on after a refusal, so that a client that is still sending hears why. */
  linger: 2_000,
};

/** Who asked, and whether they are still there. */
export interface Asked {
  address: string;
  local: boolean;
  gone: AbortSignal;
}

function addressOf(request: IncomingMessage, proxy: boolean): string {
  // A proxy adds the address that it sees at the end; what stands before it was said by the visitor.
  const said = proxy ? [request.headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim() : '';
  return limitedAddress(said || request.socket.remoteAddress || '');
}

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/** A proxy on this machine says for whom it asks; what says nothing asks for itself. */
function isLocal({ headers, socket }: IncomingMessage): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
  return (address === '::1' || address.startsWith('127.')) && !FORWARDED.some((name) => name in headers);
}

/** The body, read when it is asked for. Giving it up leaves the connection, on which the answer has yet to go. */
function bodyOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = request.iterator({ destroyOnReturn: false });
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

function webRequest(request: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', headers, url = '/' } = request;
  const list = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]],
  );
  const isBare = method === 'GET' || method === 'HEAD';
  const body = isBare ? {} : { body: bodyOf(request), duplex: 'half' as const };
  return new Request(new URL(url, 'http://hub'), { method, headers: list, signal, ...body });
}

async function send(answer: Response, request: IncomingMessage, response: ServerResponse, close: boolean) {
  const body = new Uint8Array(await answer.arrayBuffer());
  if (response.destroyed) return;
  if (close) response.setHeader('Connection', 'close');
  response.setHeaders(answer.headers);
  if (answer.status !== 204 && answer.status !== 304 && request.method !== 'HEAD')
    response.setHeader('Content-Length', body.byteLength);
  response.writeHead(answer.status);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Serves a handler of web-standard requests. @returns the port, and a way to stop that finishes what is under way */
export async function serve(
  handler: (request: Request, asked: Asked) => Promise<Response>,
  { host, port, proxy, log, ...rest }: ServerOptions,
): Promise<{ port: number; stop(): Promise<void> }> {
  const times = { ...TIMES, ...rest.times };
  const open = new Set<AbortController>();
  let stopping = false;

  async function respond(
    request: IncomingMessage,
    response: ServerResponse,
    gone: AbortController,
  ): Promise<void> {
    const asked = { address: addressOf(request, proxy), local: isLocal(request), gone: gone.signal };
    const answer = await handler(webRequest(request, gone.signal), asked);
    // A little that was not read may come; who sends without end is cut off after a while.
    const isEndless = !request.complete && !(Number(request.headers['content-length']) <= LONGEST_SEALED);
    await send(answer, request, response, stopping || isEndless);
    request.resume();
    if (isEndless) setTimeout(() => request.socket.destroy(), times.linger).unref();
  }

  const server = createServer({ connectionsCheckingInterval: 500 }, (request, response) => {
    const gone = new AbortController();
    open.add(gone);
    if (stopping) gone.abort();
    response.on('close', () => {
      open.delete(gone);
      if (!response.writableFinished) gone.abort();
    });
    // Only what cannot even be read as a request comes to the catch: an address that is none, a method that is forbidden.
    respond(request, response, gone).catch((error: unknown) => {
      if (!(error instanceof TypeError)) log?.(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(request.method === 'TRACE' ? 405 : 400, { Connection: 'close' }).end();
    });
  });
  server.headersTimeout = times.head;
  server.requestTimeout = times.whole;
  server.timeout = times.silent;
  server.keepAliveTimeout = 15_000;
  server.maxConnections = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      // Pulls that wait are answered with what there is; everything else ends by itself.
      for (const one of open) one.abort();
      const late = setTimeout(() => server.closeAllConnections(), times.stop);
      await closed;
      clearTimeout(late);
    },
  };
}
