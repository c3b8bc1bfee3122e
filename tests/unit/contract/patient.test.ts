import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallOptions, Client } from '@/lib/api/client';
import { withPatience } from '@/lib/api/patient';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A client whose answers come when the test says so. */
function held() {
  const asked: string[] = [];
  const answers = new Map<string, () => void>();
  const call = (op: string) => {
    asked.push(op);
    return new Promise((resolve) => answers.set(op, () => resolve(op)));
  };
  const client = withPatience({ call, onWake: () => () => {} } as unknown as Client);
  const ask = (op: string, options?: CallOptions) => client.call(op as 'today.count', {}, options);
  return { asked, answer: (op: string) => answers.get(op)!(), ask };
}

test('what is asked later is asked when all else is answered, and answered like all else', async () => {
  const { asked, answer, ask } = held();
  const count = ask('today.count', { later: true });
  const ids = ask('contacts.ids');
  await vi.advanceTimersByTimeAsync(300);
  answer('contacts.ids');
  await ids;
  // The page draws, and asks for the rows of these ids.
  await vi.advanceTimersByTimeAsync(60);
  const rows = ask('contacts.rows');
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual(['contacts.ids', 'contacts.rows']);
  answer('contacts.rows');
  await rows;
  await vi.advanceTimersByTimeAsync(150);
  expect(asked).toEqual(['contacts.ids', 'contacts.rows', 'today.count']);
  answer('today.count');
  expect(await count).toBe('today.count');
});

test('where nothing else is asked it waits a moment, and where somebody waits for long it does not wait for ever', async () => {
  const alone = held();
  void alone.ask('today.count', { later: true });
  await vi.advanceTimersByTimeAsync(150);
  expect(alone.asked).toEqual(['today.count']);
  const busy = held();
  void busy.ask('imports.run');
  void busy.ask('today.count', { later: true });
  await vi.advanceTimersByTimeAsync(1400);
  expect(busy.asked).toEqual(['imports.run']);
  await vi.advanceTimersByTimeAsync(200);
  expect(busy.asked).toEqual(['imports.run', 'today.count']);
});
