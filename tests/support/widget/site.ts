import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PageOf {
  html: string;
  headers?: Record<string, string>;
  type?: string;
}

/** A website of somebody else's: answers each path with what the test gave for it, the same page for any other path. */
export interface Site {
  url: string;
  set(path: string, page: PageOf): void;
  close(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const pages = new Map<string, PageOf>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!;
    const page = pages.get(path) ?? pages.get('*');
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': page.type ?? 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...page.headers,
    });
    response.end(page.html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (path, page) => pages.set(path, page),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}
