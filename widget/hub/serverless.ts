import type { HubEnv } from './env.ts';
import { handle } from './handle.ts';
import { type KeyValue, keyValueStore } from './key-value.ts';
import { Limits, limitedAddress, type Rates } from './limits.ts';
import { Metrics } from './metrics.ts';

export interface ServerlessOptions {
  /** Both from `sidelight-hub address`, as settings of the platform. */
  space: string;
  tokenHash: string;
  /** The header in which the platform says who asks; it must be one that no visitor can set. */
  addressHeader?: string;
  rates?: Partial<Rates>;
  keepDays?: number;
  /** With it `/metrics` answers; without it there is nothing at that address. 20 characters or more. */
  metricsToken?: string;
  file?: HubEnv['file'];
}

/** The hub as a handler of web-standard requests. Limits and metrics are those of one instance: the platform may run several. */
export function serverlessHub(
  kv: KeyValue,
  options: ServerlessOptions,
): (request: Request) => Promise<Response> {
  const { space, tokenHash, addressHeader, rates, ...rest } = options;
  const store = {
    ...keyValueStore(kv),
    tokenHash: async (name: string) => (name === space ? tokenHash : null),
  };
  const env: HubEnv = {
    ...rest,
    limits: new Limits(rates),
    metrics: new Metrics(Date.now()),
    now: Date.now,
    log: console.error,
  };
  return (request) => {
    const address = limitedAddress((addressHeader && request.headers.get(addressHeader)) || '');
    return handle(request, store, { ...env, address, gone: request.signal });
  };
}
