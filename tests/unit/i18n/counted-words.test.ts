import { beforeAll, expect, test } from 'vitest';
import { type Counted, counted } from '@/components/responses/counted-words';
import { addWords, loadLanguage } from '@/lib/i18n';

const of = (n: number): Counted => ({ n, href: `#/responses?n=${n}`, about: `${n}` });

beforeAll(async () => {
  await loadLanguage('en', ['report']);
  addWords('en', 'report', {
    topic_one: '{term}{count} comment ({share})',
    topic_other: '{term}{count} comments ({share})',
  });
});

test('the number itself leads, not a text beside it that has its digits; the form of the plural follows it', () => {
  const said = counted('report.topic', { term: '12', count: of(12), share: '12' });
  expect(said.text).toBe('1212 comments (12)');
  expect(said.parts).toEqual(['12', of(12), ' comments (', '12', ')']);
  expect(counted('report.topic', { term: '', count: of(1), share: '' }).text).toBe('1 comment ()');
  expect(counted('report.topic', { term: '', count: of(1), share: '' }).parts[1]).toBe(' comment (');
});

test('where its share is said, the share leads to as many', () => {
  const share = { ...of(5), text: '40%' };
  const said = counted('report.topic', { term: '', count: 5, share });
  expect(said.text).toBe('5 comments (40%)');
  expect(said.parts).toContain(share);
});
