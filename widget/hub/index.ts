/** The hub as a library: for a platform that runs functions, or another store. */
export { connectionAddress, newSpace, newToken } from './connection.ts';
export type { HubEnv } from './env.ts';
export { handle } from './handle.ts';
export { type KeyValue, keyValueStore } from './key-value.ts';
export { Limits, RATES, type Rates } from './limits.ts';
export { Metrics } from './metrics.ts';
export { type ServerlessOptions, serverlessHub } from './serverless.ts';
export type { Arrival, HubStore, StoredForm, Waiting } from './store.ts';
