import { onTestFinished, vi } from 'vitest';
import type { HubEnv } from '@/widget/hub/env';
import { handle } from '@/widget/hub/handle';
import { Limits } from '@/widget/hub/limits';
import { Metrics } from '@/widget/hub/metrics';
import { sha256 } from '@/widget/hub/replies';
import { sqliteStore } from '@/widget/hub/sqlite';

const SPACE = 'shop00000001';
const TOKEN = 'a-token-of-more-than-twenty-characters';
const FAR = { address: 1e6, form: 1e6, all: 1e6 };

/** The hub's own core in this process: `fetch` reaches it and nothing else. */
export async function hubInProcess(url = 'https://hub.example') {
  const store = sqliteStore(':memory:');
  await store.putSpace(SPACE, await sha256(TOKEN));
  const env: HubEnv = { limits: new Limits(FAR), metrics: new Metrics(0), now: () => Date.now() };
  const asked: string[] = [];
  /** Cut: nobody answers. Fail: requests of this method meet a fault of the hub. During: runs while the next pull is under way. */
  const line: { cut: boolean; fail: string; during: (() => Promise<void>) | undefined } = {
    cut: false,
    fail: '',
    during: undefined,
  };
  const send = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    asked.push(`${request.method} ${request.url.replace(url, '')}`);
    if (line.cut || !request.url.startsWith(url)) throw new TypeError('Failed to fetch');
    if (line.fail === request.method) return new Response('', { status: 500 });
    const response = await handle(request, store, env);
    if (request.method === 'GET') {
      const run = line.during;
      line.during = undefined;
      await run?.();
    }
    return response;
  };
  vi.stubGlobal('fetch', send);
  onTestFinished(() => void vi.unstubAllGlobals());
  return {
    connection: `${url}/#${SPACE}.${TOKEN}`,
    asked,
    line,
    store,
    space: SPACE,
    /** As the widget posts. */
    post: (sealed: string) =>
      handle(new Request(`${url}/v1/${SPACE}/answers`, { method: 'POST', body: sealed }), store, env),
    form: (code: string, lang = 'en') =>
      handle(new Request(`${url}/v1/${SPACE}/forms/${code}?l=${lang}`), store, env),
  };
}
