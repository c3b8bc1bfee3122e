import { join } from 'node:path';

/** In s: a leader that is not heard of for `ttl` leads no more. */
const TIMES = { ttl: 6, loop_wait: 1, retry_timeout: 2 };

/** Who may come in: the programs of this machine, by any name. */
const HBA = [
  'local all all trust',
  'host all all 127.0.0.1/32 trust',
  'host replication all 127.0.0.1/32 trust',
];

/**
 * What Patroni is told of one node; as JSON, which is YAML too.
 * @param node.rest `host:port` of Patroni's own pages
 * @param node.parameters of PostgreSQL
 */
export function patroniSettings(node: {
  name: string;
  place: string;
  bin: string;
  port: number;
  rest: string;
  etcd: string;
  parameters: Record<string, string>;
}): string {
  const address = `127.0.0.1:${node.port}`;
  return JSON.stringify({
    scope: 'sidelight',
    name: node.name,
    restapi: { listen: node.rest, connect_address: node.rest },
    etcd3: { url: node.etcd },
    bootstrap: {
      dcs: {
        ...TIMES,
        maximum_lag_on_failover: 1_048_576,
        synchronous_mode: true,
        postgresql: { use_pg_rewind: true, parameters: { max_connections: 60, ...node.parameters } },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C' }, 'data-checksums', 'no-sync'],
    },
    postgresql: {
      listen: address,
      connect_address: address,
      data_dir: join(node.place, 'data'),
      bin_dir: node.bin,
      authentication: {
        superuser: { username: 'postgres' },
        replication: { username: 'replicator' },
        rewind: { username: 'rewinder' },
      },
      pg_hba: HBA,
      basebackup: [{ checkpoint: 'fast' }, 'no-sync'],
      parameters: { unix_socket_directories: node.place },
    },
  });
}
