import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SEEN } from './secrets.ts';
import { spy } from './spy.ts';

/** Looks like an open mail to the recipe of Roundcube, and is the attacker's own in every byte. */
function mail(): string {
  const person = ({ address, shown }: (typeof SEEN)[number]) =>
    `<span class="adr"><a href="mailto:${address}" class="rcmContactAddress" title="${address}">${shown}</a></span>`;
  const [sender, ...recipients] = SEEN.map(person);
  return `<div id="message-header"><h2 class="subject"><span class="voice">Subject: </span> A bait</h2>
<table class="header-headers"><tbody>
<tr><td class="header from">${sender}</td></tr><tr><td class="header to">${recipients.join(', ')}</td></tr>
</tbody></table></div><button class="send">Send</button><textarea id="own" aria-label="Own"></textarea>`;
}

const page = (body: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>A bait</title><script>(${spy})()</script><script src="program/js/app.min.js"></script></head>
<body style="background:#fff">${body}</body></html>`;

/** Address of the mail below the site's root; `&csp=1` forbids frames and styles and tells the page what was refused. */
export const MAIL = '?_task=mail&_action=show&_mbox=INBOX&_uid=7';

export interface HostileSite {
  /** Root of the site, with a trailing slash. */
  url: string;
  /** Everything it was asked for, whoever asked. A browser that has it as its proxy asks it for everything. */
  asked: string[];
  stop(): Promise<void>;
}

/**
 * A web page that attacks the extension: it reports every key, message, change of its document and call of a function that
 * it replaced, from before the content script runs.
 */
export async function startHostileSite(): Promise<HostileSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    if (pathname.endsWith('.js')) return response.setHeader('content-type', 'text/javascript').end('');
    if (searchParams.has('csp'))
      response.setHeader('content-security-policy', "frame-src 'none'; style-src 'none'");
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(searchParams.has('_task') ? mail() : '<p>Nobody</p>'));
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
