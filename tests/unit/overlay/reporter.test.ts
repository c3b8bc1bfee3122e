import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createReporter } from '@/entrypoints/overlay.content/reporter';
import { ApiError, type ErrorCode } from '@/lib/api/message';
import type { PageContext } from '@/lib/sites/page-context';

const context = (subject: string): PageContext => ({
  site: 'gmail',
  kind: 'message',
  people: [],
  viewer: [],
  subject,
  permalink: null,
  messageKey: null,
  threadKey: null,
  at: null,
  precision: null,
  direction: null,
  variant: null,
});

/** A background whose answers come when the test says so. */
function delayed() {
  const waiting: {
    input: { generation: number; contexts: PageContext[] };
    answer: (value: unknown) => void;
  }[] = [];
  const operate = <T>(op: string, input: unknown) =>
    new Promise<T>((resolve) => {
      if (op === 'tab.report') waiting.push({ input: input as never, answer: resolve as never });
    });
  return { waiting, operate };
}
const marksOf = (word: string) => ({ marks: [[{ known: true, word }]] });

test('answers that come after the next message was opened are thrown away', async () => {
  const { waiting, operate } = delayed();
  const reporter = createReporter(operate, () => {}, new AbortController().signal);
  const first = reporter.report([context('one')], 'light', true);
  const second = reporter.report([context('two')], 'light', true);
  waiting[1]?.answer(marksOf('two'));
  waiting[0]?.answer(marksOf('one'));
  expect(await first).toBeNull();
  expect(await second).toEqual([[{ known: true, word: 'two' }]]);
  expect(waiting.map(({ input }) => input.generation)).toEqual([1, 2]);
});

test('the same page read again asks once and keeps its answer', async () => {
  const { waiting, operate } = delayed();
  const reporter = createReporter(operate, () => {}, new AbortController().signal);
  const first = reporter.report([context('one')], 'light', true);
  const again = reporter.report([context('one')], 'light', true);
  waiting[0]?.answer(marksOf('one'));
  expect(await again).toEqual(await first);
  expect(await again).not.toBeNull();
  expect(waiting).toHaveLength(1);
});

describe('a report that nobody took', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A background that refuses so many reports; whom it has taken stands in `taken`. */
  function refusing(times: number, code: ErrorCode = 'busy') {
    const taken: (string | null | undefined)[] = [];
    const failed = vi.fn();
    let refused = 0;
    const operate = async <T>(_: string, input: unknown): Promise<T> => {
      if (refused++ < times) throw new ApiError(code, 'Refused.');
      const { contexts } = input as { contexts: PageContext[] };
      taken.push(contexts[0]?.subject);
      return marksOf('one') as T;
    };
    const reporter = createReporter(operate, failed, new AbortController().signal);
    return { reporter, failed, taken };
  }

  test('is told again while the page is the same, and its marks are shown', async () => {
    const { reporter, failed, taken } = refusing(2);
    const marks = reporter.report([context('one')], 'light', true);
    await vi.runAllTimersAsync();
    expect(await marks).not.toBeNull();
    expect(taken).toEqual(['one']);
    expect(failed).toHaveBeenCalledTimes(2);
  });

  test('is not told again over the next page', async () => {
    const { reporter, taken } = refusing(1);
    const first = reporter.report([context('one')], 'light', true);
    await vi.advanceTimersByTimeAsync(10);
    const second = reporter.report([context('two')], 'light', true);
    await vi.runAllTimersAsync();
    expect([await first, taken]).toEqual([null, ['two']]);
    expect(await second).not.toBeNull();
  });

  test('is not told again when its site was hidden or switched off meanwhile, and is when it is shown again', async () => {
    const { reporter, taken } = refusing(1);
    const first = reporter.report([context('one')], 'light', true);
    await vi.advanceTimersByTimeAsync(10);
    reporter.stop();
    await vi.runAllTimersAsync();
    expect([await first, taken]).toEqual([null, []]);
    const again = reporter.report([context('one')], 'light', true);
    expect([await again, taken]).toEqual([marksOf('one').marks, ['one']]);
  });

  test.each<ErrorCode>(['forbidden', 'invalid', 'reload'])(
    'is not told again where it is %s',
    async (code) => {
      const { reporter, failed } = refusing(9, code);
      expect(await reporter.report([context('one')], 'light', true)).toBeNull();
      expect([failed.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
    },
  );

  test('is given up after a while, and the next reading asks anew', async () => {
    const { reporter, failed, taken } = refusing(4);
    const first = reporter.report([context('one')], 'light', true);
    await vi.runAllTimersAsync();
    expect([await first, failed.mock.calls.length, vi.getTimerCount()]).toEqual([null, 4, 0]);
    expect(await reporter.report([context('one')], 'light', true)).not.toBeNull();
    expect(taken).toEqual(['one']);
  });
});

test('a document that goes says so when it has told anything, and only then', async () => {
  const operate = vi.fn(async () => marksOf('one') as never);
  const reporter = createReporter(operate, () => {}, new AbortController().signal);
  reporter.stop();
  reporter.forget();
  expect([operate.mock.calls, reporter.generation()]).toEqual([[], 0]);
  await reporter.report([context('one')], 'light', true);
  reporter.forget();
  const { timeOrigin: loaded } = performance;
  expect(operate.mock.lastCall).toEqual(['tab.forget', { generation: 2, loaded }]);
});

test('a second reporter of the same document counts on, so that its reports are the younger ones', async () => {
  const { waiting, operate } = delayed();
  const count = { generation: 0 };
  const life = new AbortController();
  const first = createReporter(operate, () => {}, life.signal, count);
  for (const subject of ['one', 'two', 'three']) void first.report([context(subject)], 'light', true);
  life.abort();
  const second = createReporter(operate, () => {}, new AbortController().signal, count);
  const answered = second.report([context('four')], 'light', true);
  waiting[3]?.answer(marksOf('four'));
  expect(await answered).not.toBeNull();
  expect(waiting.map(({ input }) => input.generation)).toEqual([1, 2, 3, 4]);
});
