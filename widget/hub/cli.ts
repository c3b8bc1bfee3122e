import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectionAddress, newSpace, newToken } from './connection.ts';
import { widgetFiles } from './files.ts';
import { handle } from './handle.ts';
import { Limits } from './limits.ts';
import { Metrics } from './metrics.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { serve } from './server.ts';
import { sqliteStore } from './sqlite.ts';
import type { ServerStore } from './store.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function open({ data, store }: Options): Promise<ServerStore> {
  if (store) {
    const { postgresStore } = await import('./postgres.ts');
    return postgresStore(store, console.error);
  }
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return sqliteStore(join(data, 'hub.db'));
}

/** Beside the built program stand the widget's files; in a checkout they are where the widget builds them. */
function widgetFolder(): string {
  const [packed, built] = ['./public', '../dist'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return existsSync(packed as string) ? (packed as string) : (built as string);
}

function usage() {
  const { user, system } = process.cpuUsage();
  return { memory: process.memoryUsage.rss(), cpu: (user + system) / 1e6 };
}

async function start(options: Options): Promise<void> {
  const store = await open(options);
  const { token, hash } = await newToken();
  const space = newSpace();
  if (await store.firstSpace(space, hash))
    say(`Connect Sidelight to this hub with this address. It is shown once; keep it secret:

  ${connectionAddress(options.url, space, token)}

"sidelight-hub token" makes another one, and ends this one.
`);
  const env = {
    ...widgetFiles(options.widget ?? widgetFolder()),
    limits: new Limits(options.rates),
    metrics: new Metrics(Date.now()),
    now: Date.now,
    usage,
    log: console.error,
    ...(options.metricsToken === undefined ? {} : { metricsToken: options.metricsToken }),
    ...(options.keepDays === undefined ? {} : { keepDays: options.keepDays }),
  };
  const hub = await serve((request, asked) => handle(request, store, { ...env, ...asked }), {
    ...options,
    log: console.error,
  });
  say(
    `The hub listens on http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${hub.port}`,
  );
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await hub.stop();
    await store.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function token(options: Options): Promise<void> {
  const store = await open(options);
  const space = (await store.space()) ?? newSpace();
  const { token: made, hash } = await newToken();
  await store.putSpace(space, hash);
  await store.close();
  say(connectionAddress(options.url, space, made));
}

async function address(options: Options): Promise<void> {
  const space = newSpace();
  const { token: made, hash } = await newToken();
  say(`${connectionAddress(options.url, space, made)}

Settings of the platform:
  SIDELIGHT_SPACE=${space}
  SIDELIGHT_TOKEN_HASH=${hash}`);
}

async function backup(options: Options, file: string | undefined): Promise<void> {
  if (!file) throw new Error('Say where to: sidelight-hub backup <file>');
  if (existsSync(file)) throw new Error(`${file} is there already.`);
  const store = await open(options);
  if (!store.backup)
    throw new Error('PostgreSQL has its own way: pg_dump, or a copy of the server with pg_basebackup.');
  store.backup(file);
  await store.close();
  say(`Written: ${file}`);
}

async function main(): Promise<void> {
  const { command, rest, options } = readOptions(process.argv.slice(2), process.env);
  if (command === 'help') say(HELP);
  else if (command === 'start') await start(options);
  else if (command === 'token') await token(options);
  else if (command === 'address') await address(options);
  else if (command === 'backup') await backup(options, rest[0]);
  else throw new Error(`There is no command ${command}.\n\n${HELP}`);
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
