import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';

/** A file of the widget, as it is to be sent. */
export interface WidgetFile {
  body: Uint8Array<ArrayBuffer>;
  /** Brotli of the same, where there is one. */
  br?: Uint8Array<ArrayBuffer>;
  etag: string;
  /** Its name bears the hash of what it holds, so that it never changes. */
  immutable: boolean;
}

/** What surrounds one request, whatever carries it. */
export interface HubEnv {
  /** Who asks, for the limits; all are one when it is absent. */
  address?: string;
  /** Whoever asks is a program on the hub's own machine, and no proxy that asks for somebody else. */
  local?: boolean;
  /** With it the figures may be asked for from elsewhere. */
  metricsToken?: string;
  limits: Limits;
  metrics: Metrics;
  now(): number;
  /** Fires when nobody waits for the answer any more: the client went, or the hub stops. */
  gone?: AbortSignal;
  /** The widget's files by name (`w.js`); absent where something else serves them. */
  file?(name: string): WidgetFile | null;
  /** The name with the hash (`page.0a1b2c3d.js`) of a widget's file. */
  hashedName?(name: string): string;
  /** Days that an answer is kept after it was pulled; until it is deleted when absent. */
  keepDays?: number;
  /** Bytes that the program holds and seconds that it has computed; absent where nobody can tell. */
  usage?(): { memory: number; cpu: number };
  log?(error: unknown): void;
}
