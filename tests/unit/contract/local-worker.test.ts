import { expect, test, vi } from 'vitest';
import { type Port, workerClient } from '@/lib/api/local-worker';

function port(): Port {
  return { postMessage: vi.fn(), onmessage: null, onerror: null, terminate: vi.fn() };
}

const wake = { ring: async () => undefined, listen: () => () => undefined };

test('a worker that was stopped ends what it was doing, and does not start again', async () => {
  const [first, start] = [port(), vi.fn()];
  start.mockReturnValueOnce(first);
  const client = workerClient(start, wake);
  const running = client.call('figures.refresh', { again: false });
  client.stop();
  await expect(running).rejects.toMatchObject({ code: 'failed' });
  expect(first.terminate).toHaveBeenCalledOnce();
  await expect(client.call('figures.refresh', { again: false })).rejects.toMatchObject({ code: 'failed' });
  expect(start).toHaveBeenCalledOnce();
});

test('one that broke is started anew by the next call', async () => {
  const [first, second, start] = [port(), port(), vi.fn()];
  start.mockReturnValueOnce(first).mockReturnValueOnce(second);
  const client = workerClient(start, wake);
  const running = client.call('figures.refresh', { again: false });
  first.onerror?.({} as ErrorEvent);
  await expect(running).rejects.toMatchObject({ code: 'failed' });
  const next = client.call('figures.refresh', { again: false });
  const { call } = vi.mocked(second.postMessage).mock.calls[0]![0] as { call: number };
  second.onmessage?.({ data: { call, answer: { ok: true, value: null } } } as MessageEvent);
  expect(await next).toBeNull();
});
