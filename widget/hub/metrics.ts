import type { HubEnv } from './env.ts';
import type { HubStore } from './store.ts';

/** Counters since the start, in the words of /metrics. */
export class Metrics {
  readonly since: number;
  stored = 0;
  replayed = 0;
  pulls = 0;
  pulled = 0;
  /** Characters of the sealed texts that were stored. */
  bytes = 0;
  readonly refused = new Map<string, number>();
  constructor(now: number) {
    this.since = now;
  }

  /** `reason` is one of the hub's own codes: never a text from outside, which could be a new one each time. */
  refuse(reason: string): void {
    this.refused.set(reason, (this.refused.get(reason) ?? 0) + 1);
  }
}

/** Prometheus' text format, version 0.0.4. */
export async function metricsText({ metrics, usage, now }: HubEnv, store: HubStore): Promise<string> {
  const { bytes, waiting } = await store.figures();
  const lines: string[] = [];
  const add = (
    name: string,
    type: 'counter' | 'gauge',
    help: string,
    values: [labels: string, value: number][],
  ) => {
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
    for (const [labels, value] of values) lines.push(`${name}${labels} ${value}`);
  };
  add('sidelight_hub_answers_stored_total', 'counter', 'Posts that were stored.', [['', metrics.stored]]);
  add('sidelight_hub_answers_replayed_total', 'counter', 'Posts that were there already.', [
    ['', metrics.replayed],
  ]);
  add(
    'sidelight_hub_answers_refused_total',
    'counter',
    'Posts that were refused, by reason.',
    [...metrics.refused].map(([reason, count]) => [`{reason="${reason}"}`, count]),
  );
  add('sidelight_hub_answers_bytes_total', 'counter', 'Bytes of the posts that were stored.', [
    ['', metrics.bytes],
  ]);
  add('sidelight_hub_pulls_total', 'counter', 'Requests for answers by the workspace.', [
    ['', metrics.pulls],
  ]);
  add('sidelight_hub_answers_pulled_total', 'counter', 'Answers handed to the workspace.', [
    ['', metrics.pulled],
  ]);
  if (waiting !== null)
    add('sidelight_hub_answers_waiting', 'gauge', 'Answers that are kept.', [['', waiting]]);
  if (bytes !== null) add('sidelight_hub_database_bytes', 'gauge', 'Size of the database.', [['', bytes]]);
  add('sidelight_hub_uptime_seconds', 'gauge', 'Seconds since the start.', [
    ['', Math.round((now() - metrics.since) / 1000)],
  ]);
  if (usage) {
    const { memory, cpu } = usage();
    add('process_resident_memory_bytes', 'gauge', 'Memory of the program.', [['', memory]]);
    add('process_cpu_seconds_total', 'counter', 'Seconds that the program has computed.', [['', cpu]]);
  }
  return `${lines.join('\n')}\n`;
}
