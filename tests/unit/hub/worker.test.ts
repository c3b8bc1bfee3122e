import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { fileStore } from '@/widget/hub/examples/file-store';
import { memoryStore } from '@/widget/hub/examples/memory-store';
import type { Bindings } from '@/widget/hub/examples/worker';
import { sha256 } from '@/widget/hub/replies';
import { serve } from '@/widget/hub/server';
import { FORM, published, SPACE, sealed, TOKEN } from './client';
import { temporaryFolder } from './stores';

/** The example, as a platform starts it: a module of its own, which keeps what it made at the first request. */
async function newInstance(bindings: Bindings) {
  vi.resetModules();
  const { default: worker } = await import('@/widget/hub/examples/worker');
  const server = await serve((request) => worker.fetch(request, bindings), {
    host: '127.0.0.1',
    port: 0,
    proxy: false,
  });
  return { ...server, api: `http://127.0.0.1:${server.port}/v1/${SPACE}` };
}

const STORES = [
  ['memory', async () => memoryStore()],
  ['files', (folder: string) => fileStore(join(folder, 'entries'))],
] as const;

test.each(STORES)(
  'the serverless example takes an answer in one instance and gives it out in another: %s',
  async (_name, make) => {
    const { folder, remove } = temporaryFolder();
    const bindings = {
      STORE: await make(folder),
      SIDELIGHT_SPACE: SPACE,
      SIDELIGHT_TOKEN_HASH: await sha256(TOKEN),
    };
    const headers = { Authorization: `Bearer ${TOKEN}` };
    const [first, second] = [await newInstance(bindings), await newInstance(bindings)];
    try {
      const put = await fetch(`${first.api}/forms/${FORM}`, {
        method: 'PUT',
        headers,
        body: JSON.stringify(published()),
      });
      expect(put.status).toBe(204);
      expect((await fetch(`${second.api}/forms/${FORM}?l=zh-TW`)).headers.get('Content-Language')).toBe(
        'zh-Hant',
      );
      const posts = Array.from({ length: 30 }, (_, n) => {
        const { api } = n % 2 ? first : second;
        return fetch(`${api}/answers`, { method: 'POST', body: sealed({ n: n % 10 }) });
      });
      expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(Array(30).fill(204));
      const pull = await fetch(`${second.api}/answers?after=0`, { headers });
      const { answers } = (await pull.json()) as { answers: { n: number; sealed: string }[] };
      expect(answers.map((one) => one.sealed).sort()).toEqual(
        Array.from({ length: 10 }, (_, n) => sealed({ n })).sort(),
      );
      expect(
        (
          await fetch(`${first.api}/answers?after=0`, {
            headers: { Authorization: 'Bearer wrong-wrong-wrong-wrong' },
          })
        ).status,
      ).toBe(401);
      expect((await fetch(`${first.api.replace(SPACE, 'otherspace')}/forms`)).status).toBe(404);
    } finally {
      await Promise.all([first.stop(), second.stop()]);
      remove();
    }
  },
);
