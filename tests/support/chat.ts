import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './build.ts';
import { freePort } from './free-port.ts';

/** A web chat as people use it: Prosody, and Converse.js in the page. Each person's password is their name. */
export interface Chat {
  /** Address of the page; `?u=lab&with=wang` logs in and opens a conversation. */
  url: string;
  stop(): Promise<void>;
}

const PROSODY = '/usr/bin/prosody';
const PEOPLE = { lab: 'Lab User', wang: '王小明', zoe: 'Zoë Müller' };

const CONVERSE = 'converse.js@14.0.0';
/** Where it is fetched to: beside the project's own packages, which it would more than double. */
const FETCHED = path.join(ROOT, '.tmp', 'converse');

/** The built Converse.js. */
const converse = (): string | undefined =>
  [process.env.SIDELIGHT_CONVERSE, path.join(FETCHED, 'node_modules', 'converse.js', 'dist')].find(
    (place) => place && existsSync(path.join(place, 'converse.min.js')),
  );

/** Fetches Converse.js where it is not, without running anything of it. Whether it came says `chatObstacle`. */
export function fetchConverse(): void {
  if (converse()) return;
  mkdirSync(FETCHED, { recursive: true });
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const install = [
    'install',
    '--prefix',
    FETCHED,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-save',
  ];
  console.log(`Fetching ${CONVERSE} ...`);
  spawnSync(command, [...args, ...install, '--loglevel=error', CONVERSE], {
    stdio: 'inherit',
    timeout: 300_000,
  });
}

/** Why Debian's part of the web chat is lacking, or null when it is there. */
export const prosodyObstacle = (): string | null =>
  existsSync(PROSODY) ? null : 'Prosody was not found: install the package prosody.';

/** Why the web chat cannot run on this machine, or null when it can. */
export function chatObstacle(): string | null {
  if (!converse())
    return 'Converse.js could not be fetched: set SIDELIGHT_CONVERSE to the folder dist of the package converse.js 14.';
  return prosodyObstacle();
}

const configuration = (state: string, http: number, client: number): string => `
run_as_root = true
pidfile = "${state}/prosody.pid"; data_path = "${state}/data"; interfaces = { "127.0.0.1" }
c2s_ports = { ${client} }; s2s_ports = {}; http_ports = { ${http} }; https_ports = {}; http_interfaces = { "127.0.0.1" }
modules_enabled = { "roster", "saslauth", "disco", "ping", "websocket", "carbons", "pep", "groups" }
modules_disabled = { "s2s", "tls" }; groups_file = "${state}/groups.txt"
c2s_require_encryption = false; allow_unencrypted_plain_auth = true; consider_websocket_secure = true
http_host = "localhost"; authentication = "internal_plain"; log = { warn = "${state}/prosody.log" }
VirtualHost "localhost"
`;

const page = (
  http: number,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chat</title>
<link rel="stylesheet" href="/converse/converse.min.css"></head><body class="converse-fullscreen">
<script type="module" src="/converse/converse.min.js"></script><script type="module">
const asked = new URLSearchParams(location.search);
const user = asked.get('u');
converse.plugins.add('chat', { initialize() {
  const { api } = this._converse;
  window.chat = api;
  api.listen.on('connected', async () => {
    await api.waitUntil('rosterContactsFetched').catch(() => {});
    await api.chats.open(asked.get('with') + '@localhost', {}, true);
  });
} });
converse.initialize({ whitelisted_plugins: ['chat'], view_mode: 'fullscreen', authentication: 'login', auto_login: true,
  jid: user + '@localhost', password: user, websocket_url: 'ws://localhost:${http}/xmpp-websocket',
  discover_connection_methods: false, assets_path: '/converse/', loglevel: 'error', i18n: 'en', auto_subscribe: true,
  allow_non_roster_messaging: true });
</script></body></html>`;

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

function servePage(http: number, port: number): Promise<Server> {
  const root = converse() as string;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/')
      return response.setHeader('content-type', 'text/html; charset=utf-8').end(page(http));
    const file = path.join(root, path.normalize(pathname).replace(/^\/converse/, ''));
    if (!pathname.startsWith('/converse/') || !existsSync(file) || !statSync(file).isFile())
      return response.writeHead(404).end();
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

async function answers(url: string, until: number): Promise<void> {
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  ) {
    if (Date.now() > until) throw new Error(`Prosody does not answer at ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Starts a chat of its own on free ports, with three people who know each other. */
export async function startChat(): Promise<Chat> {
  const state = mkdtempSync(path.join(tmpdir(), 'sidelight-chat-'));
  const [http, client, web] = [await freePort(), await freePort(), await freePort()];
  mkdirSync(path.join(state, 'data', 'localhost', 'accounts'), { recursive: true });
  for (const name of Object.keys(PEOPLE))
    writeFileSync(
      path.join(state, `data/localhost/accounts/${name}.dat`),
      `return { ["password"] = "${name}"; };\n`,
    );
  const lines = Object.entries(PEOPLE).map(([name, shown]) => `${name}@localhost=${shown}`);
  writeFileSync(path.join(state, 'groups.txt'), `[Sales]\n${lines.join('\n')}\n`);
  const config = path.join(state, 'prosody.cfg.lua');
  writeFileSync(config, configuration(state, http, client));
  // It goes with this process, however that ends.
  const words = ['--pdeathsig', 'TERM', PROSODY, '-F', '--config', config];
  const prosody: ChildProcess = spawn('setpriv', words, { stdio: 'ignore' });
  const ended = new Promise((resolve) => prosody.once('exit', resolve));
  await answers(`http://127.0.0.1:${http}/`, Date.now() + 15_000);
  const server = await servePage(http, web);
  return {
    url: `http://localhost:${web}/`,
    async stop() {
      server.closeAllConnections();
      server.close();
      prosody.kill();
      await ended;
      rmSync(state, { recursive: true, force: true });
    },
  };
}
