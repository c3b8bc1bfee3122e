import { expect, test } from 'vitest';
import { tab } from '@/lib/api/operations/tab';

test('a text may go into a mail to as many known people as a page may name', () => {
  const input = (count: number) =>
    tab['tab.insert'].input.safeParse({
      text: 'New prices.',
      draft: 'one',
      contactIds: Array.from({ length: count }, () => crypto.randomUUID()),
      templateId: null,
    }).success;
  expect([21, 500, 501].map(input)).toEqual([true, true, false]);
});
