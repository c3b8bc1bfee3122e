import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Rates } from './limits.ts';

export interface Options {
  host: string;
  port: number;
  data: string;
  /** PostgreSQL servers, of which the first that takes writes is used; a file in `data` when absent. */
  store?: string[];
  /** The address by which browsers reach the hub. */
  url: string;
  proxy: boolean;
  keepDays?: number;
  metricsToken?: string;
  /** Folder with the widget's files, when not the ones that came with the hub. */
  widget?: string;
  rates: Partial<Rates>;
}

export const HELP = `sidelight-hub: takes sealed answers of surveys and keeps them until Sidelight fetches them.

  sidelight-hub                  starts the hub; the first time it shows the address to connect Sidelight with
  sidelight-hub token            makes a new address to connect with, and ends the one before
  sidelight-hub address          makes an address and the settings for a serverless hub; writes nothing
  sidelight-hub backup <file>    writes a copy of the database, also while the hub runs

Options, each also as environment variable (--keep-days: SIDELIGHT_HUB_KEEP_DAYS):
  --url <address>       by which browsers reach the hub, such as https://hub.shop.example
  --host <address>      to listen on (127.0.0.1)
  --port <number>       to listen on (8484)
  --data <folder>       where the database lies (./sidelight-hub)
  --store <addresses>   PostgreSQL in its place: postgres://hub@a/hub, or several servers of a cluster with commas between
  --proxy               a proxy stands before the hub: believe the last address of its X-Forwarded-For
  --keep-days <days>    delete answers so many days after they came, once they were fetched
  --per-address <n>     answers a minute from one address (120), for one form (--per-form, 3000), in all (--per-all, 12000)
  --metrics-token <t>   figures at /metrics also for others than this machine, with "Authorization: Bearer <t>", 20 characters or more
  --widget <folder>     serve the widget's files from there`;

function whole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value < least || value > most)
    throw new Error(`--${name} is a whole number from ${least} to ${most}: ${text}`);
  return value;
}

function storeOf(text: string | undefined): string[] | undefined {
  if (!text) return undefined;
  const urls = text.split(/,(?=\w+:\/\/)/).map((one) => one.trim());
  // What is wrong is not shown: a password may stand in it.
  if (!urls.every((one) => /^postgres(ql)?:\/\//.test(one)))
    throw new Error('--store is postgres://user@host/database, or several of them with commas between.');
  return urls;
}

/** @throws Error that says which option is wrong */
export function readOptions(
  args: string[],
  env: Record<string, string | undefined>,
): { command: string; rest: string[]; options: Options } {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: text,
      host: text,
      port: text,
      data: text,
      store: text,
      proxy: { type: 'boolean' },
      'keep-days': text,
      'per-address': text,
      'per-form': text,
      'per-all': text,
      'metrics-token': text,
      widget: text,
      help: { type: 'boolean', short: 'h' },
    },
  });
  const of = (name: Exclude<keyof typeof values, 'proxy' | 'help'>): string | undefined =>
    values[name] ?? env[`SIDELIGHT_HUB_${name.toUpperCase().replaceAll('-', '_')}`];
  const host = of('host') ?? '127.0.0.1';
  const port = whole('port', of('port'), 0, 65_535) ?? 8484;
  const url = of('url') ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
  if (!/^https?:\/\/[^\s#?]+$/.test(url)) throw new Error(`--url is an address with http or https: ${url}`);
  const keepDays = whole('keep-days', of('keep-days'), 0, 36_500);
  const metricsToken = of('metrics-token');
  if (metricsToken && !/^[\w-]{20,200}$/.test(metricsToken))
    throw new Error('--metrics-token is 20 to 200 letters, digits, - and _.');
  const widget = of('widget');
  const store = storeOf(of('store'));
  const rates = Object.fromEntries(
    (['address', 'form', 'all'] as const).flatMap((kind) => {
      const rate = whole(`per-${kind}`, of(`per-${kind}`), 1, 100_000_000);
      return rate === undefined ? [] : [[kind, rate]];
    }),
  );
  const [command = 'start', ...rest] = values.help ? ['help'] : positionals;
  return {
    command,
    rest,
    options: {
      host,
      port,
      data: resolve(of('data') ?? 'sidelight-hub'),
      url,
      proxy: values.proxy ?? /^(1|true|yes)$/i.test(env.SIDELIGHT_HUB_PROXY ?? ''),
      rates,
      ...(keepDays === undefined ? {} : { keepDays }),
      ...(store ? { store } : {}),
      ...(metricsToken ? { metricsToken } : {}),
      ...(widget === undefined ? {} : { widget }),
    },
  };
}
