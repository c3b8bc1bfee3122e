import { expect, test } from 'vitest';
import { createReporter } from '@/entrypoints/overlay.content/reporter';
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

test('a failure is told, and the next reading asks again', async () => {
  let failures = 0;
  let calls = 0;
  const operate = async <T>(): Promise<T> => {
    calls += 1;
    throw new Error('gone');
  };
  const reporter = createReporter(operate, () => (failures += 1), new AbortController().signal);
  expect(await reporter.report([context('one')], 'light', true)).toBeNull();
  expect(await reporter.report([context('one')], 'light', true)).toBeNull();
  expect([failures, calls]).toEqual([2, 2]);
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
