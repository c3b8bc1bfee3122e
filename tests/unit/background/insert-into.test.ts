import { beforeEach, expect, test, vi } from 'vitest';
import { shownDraft } from '@/entrypoints/background/drafts-shown';
import { insertInto } from '@/entrypoints/background/insert-into';
import type { TabRecord } from '@/entrypoints/background/tab-records';

const page = vi.hoisted(() => ({
  record: null as unknown,
  outcomes: [] as string[],
  asked: [] as unknown[],
}));
vi.mock('@/entrypoints/background/tab-records', () => ({ readTab: async () => page.record }));
vi.mock('@/lib/platform/messaging', () => ({
  askFrame: async (_tab: number, _frame: number, message: unknown) => {
    page.asked.push(message);
    return page.outcomes.shift();
  },
}));

const record = (generation: number, email = 'anna@fjordlys.example') =>
  ({
    frames: {
      0: {
        documentId: 'one',
        generation,
        at: generation,
        contexts: [
          {
            kind: 'compose',
            threadKey: null,
            people: [{ role: 'recipient', name: null, contactPoints: [{ kind: 'email', value: email }] }],
          },
        ],
      },
    },
  }) as unknown as TabRecord;
const draft = shownDraft(record(1))?.key ?? null;

beforeEach(() => {
  page.record = record(1);
  page.asked = [];
});

test('a page that only reported the same draft again is asked again', async () => {
  page.outcomes = ['late', 'inserted'];
  const put = insertInto(1, { text: 'x', draft });
  page.record = record(2);
  expect(await put).toBe('inserted');
  expect(page.asked).toMatchObject([
    { generation: 1, isDraft: true },
    { generation: 2, isDraft: true },
  ]);
});

test('a draft that became another one takes no text', async () => {
  page.outcomes = ['late', 'inserted'];
  const put = insertInto(1, { text: 'x', draft });
  page.record = record(2, 'ben@fjordlys.example');
  expect(await put).toBe('late');
  expect(page.asked).toHaveLength(1);
});
