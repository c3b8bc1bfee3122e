import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listened on a moment ago; the wanted one, or an error, when it is named. */
export function freePort(wanted = 0): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
