import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { HubEnv } from './env.ts';
import { handle } from './handle.ts';
import { limitedAddress } from './limits.ts';
import type { HubStore } from './store.ts';

export interface ServerOptions {
  host: string;
  port: number;
  /** One proxy stands before the hub: what it says about who asks is believed. */
  proxy: boolean;
}

/** A request's head has to be there after this, in ms. */
const HEAD_TIME = 10_000;
/** And all of it after this. */
const WHOLE_TIME = 20_000;
/** A connection on which nothing moves is ended; longer than the longest pull waits. */
const SILENT_TIME = 40_000;
/** What is under way when the hub is told to stop may take so long. */
const STOP_TIME = 10_000;
/** An unread rest of a body that was refused is read on for so long, so that the client hears why. */
const LINGER_TIME = 2_000;

function addressOf(request: IncomingMessage, proxy: boolean): string {
  const said = proxy ? [request.headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim() : '';
  return limitedAddress(said || request.socket.remoteAddress || '');
}

function webRequest(request: IncomingMessage): Request {
  const { method = 'GET', headers } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const list = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  );
  return new Request(new URL(request.url ?? '/', 'http://hub'), {
    method,
    headers: list,
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' as const } : {}),
  });
}

async function send(
  response: Response,
  request: IncomingMessage,
  to: ServerResponse,
  last: boolean,
): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer());
  if (to.destroyed) return;
  const isWhole = request.complete;
  if (!isWhole || last) to.setHeader('Connection', 'close');
  to.setHeaders(response.headers);
  if (response.status !== 204 && response.status !== 304) to.setHeader('Content-Length', body.byteLength);
  to.writeHead(response.status);
  to.end(request.method === 'HEAD' ? undefined : body);
  if (!isWhole) setTimeout(() => request.socket.destroy(), LINGER_TIME).unref();
}

/** The hub as a server of Node. @returns the port, and a way to stop that finishes what is under way */
export async function serve(
  store: HubStore,
  env: Omit<HubEnv, 'address' | 'gone'>,
  { host, port, proxy }: ServerOptions,
): Promise<{ port: number; stop(): Promise<void> }> {
  const stopping = new AbortController();
  const waits = new Set<AbortController>();

  const server = createServer({ connectionsCheckingInterval: 1000 }, async (request, response) => {
    const gone = new AbortController();
    waits.add(gone);
    response.on('close', () => {
      waits.delete(gone);
      gone.abort();
    });
    if (stopping.signal.aborted) gone.abort();
    try {
      const address = addressOf(request, proxy);
      const answer = await handle(webRequest(request), store, { ...env, address, gone: gone.signal });
      await send(answer, request, response, stopping.signal.aborted);
    } catch (error) {
      // Only a request that cannot even be read comes here: an address that is none, a method that is forbidden, a broken line.
      if (!(error instanceof TypeError)) env.log?.(error);
      if (!response.headersSent && !response.destroyed)
        response.writeHead(400, { Connection: 'close' }).end();
      else response.destroy();
    }
  });
  server.headersTimeout = HEAD_TIME;
  server.requestTimeout = WHOLE_TIME;
  server.timeout = SILENT_TIME;
  server.keepAliveTimeout = 15_000;
  server.maxConnections = 10_000;
  // A request that is refused by the parser gets its status (400, 408, 431) and nothing else.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });

  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      stopping.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const wait of waits) wait.abort();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), STOP_TIME);
      await closed;
      clearTimeout(late);
    },
  };
}
