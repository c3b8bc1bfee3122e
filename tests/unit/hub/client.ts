import type { HubEnv } from '@/widget/hub/env';
import { handle } from '@/widget/hub/handle';
import { Limits } from '@/widget/hub/limits';
import { Metrics } from '@/widget/hub/metrics';
import { sha256 } from '@/widget/hub/replies';
import type { HubStore } from '@/widget/hub/store';

export const SPACE = 'shop00000001';
export const TOKEN = 'a-token-of-more-than-twenty-characters';
export const FORM = 'abcdefghij';
export const KEY = 'AAAAAAAAAAA';
export const FAR = { address: 1e6, form: 1e6, all: 1e6 };

/** The number makes the submission: the same one is the same submission. */
export const submission = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

interface Parts {
  n?: number;
  seq?: number;
  form?: string;
  key?: string;
  length?: number;
}

/** A text of the right shape; nobody can open it, and the hub would not try. */
export const sealed = ({ n = 1, seq = 0, form = FORM, key = KEY, length = 300 }: Parts = {}): string =>
  `1.${key}.${form}.${submission(n)}-${seq}.${'x'.repeat(length)}`;

const form = (lang: string, title: string) => ({
  v: 1,
  id: FORM,
  version: 1,
  title,
  lang,
  langs: ['en', 'zh-Hant'],
});

export const published = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  version: 1,
  keyId: KEY,
  state: 'open',
  show: { place: 'popover', on: { after: 0 } },
  langs: { en: form('en', 'How was it?'), 'zh-Hant': form('zh-Hant', '您滿意嗎？') },
  ...more,
});

/** Speaks to the handler over a store as a browser or the workspace would. */
export async function connect(store: HubStore, env: Partial<HubEnv> = {}) {
  await store.putSpace(SPACE, await sha256(TOKEN));
  const all: HubEnv = { limits: new Limits(FAR), metrics: new Metrics(0), now: () => 1_000_000, ...env };
  const ask = (method: string, path: string, init: RequestInit = {}) =>
    handle(new Request(`https://hub.example${path}`, { method, ...init }), store, all);
  const owned = (method: string, path: string, body?: unknown, token = TOKEN) =>
    ask(method, `/v1/${SPACE}/${path}`, {
      headers: { Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    env: all,
    ask,
    owned,
    post: (body: string | Uint8Array<ArrayBuffer> | ReadableStream) =>
      ask('POST', `/v1/${SPACE}/answers`, {
        body,
        ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
      } as RequestInit),
    publish: (more?: Record<string, unknown>) => owned('PUT', `forms/${FORM}`, published(more)),
    async pull(query = 'after=0'): Promise<{ answers: { n: number; sealed: string }[]; last: number }> {
      return (await owned('GET', `answers?${query}`)).json();
    },
  };
}

/** Status and word of a refusal. */
export async function refusal(response: Response): Promise<[number, string]> {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  if (!error.message.endsWith('.')) throw new Error(`A refusal speaks in sentences: ${error.message}`);
  return [response.status, error.code];
}
