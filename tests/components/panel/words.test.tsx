import { beforeEach, expect, test } from 'vitest';
import { itemLine } from '@/components/activities/item-words';
import { pieces, sentence } from '@/components/advice/words';
import type { TimelineItem } from '@/lib/api/views';
import { loadLanguage } from '@/lib/i18n';
import { NOW, sampleItem } from '../../support/panel-gallery/samples';

beforeEach(() => loadLanguage('en', ['common', 'advice']));

test('brackets of the dictionary mark footnotes, in order', () => {
  const words = { key: 'advice.open_promise_mine', params: { what: 'Price list' } };
  expect(pieces(words, NOW)).toEqual([
    { text: 'you ', evidence: null },
    { text: 'promised “Price list”', evidence: 0 },
    { text: ', ', evidence: null },
    { text: 'still open', evidence: 1 },
  ]);
});

test('brackets and braces in a mail’s subject are its own', () => {
  const topic = '[URGENT] {count} ]] <b>now</b>';
  const words = { key: 'advice.last_spoke_about', params: { count: 94, topic } };
  expect(sentence(words, NOW)).toBe(`Last spoke 94 days ago about “${topic}”`);
  expect(pieces(words, NOW).filter((piece) => piece.evidence !== null)).toEqual([
    { text: 'Last spoke 94 days ago', evidence: 0 },
  ]);
});

test('values are written in the reader’s language', async () => {
  const words = {
    key: 'advice.promise_mine_late',
    params: { due: { due: { date: '2026-08-26' } }, count: 87 },
  };
  expect(sentence(words, NOW)).toBe('Promised for 26 Aug, now 87 days late.');
  await loadLanguage('zh-Hans', ['common', 'advice']);
  expect(sentence(words, NOW)).toContain('8月26日');
  expect(sentence(words, NOW)).toContain('87天');
});

test('the line of a conversation says which way its last message went, and what it was about', async () => {
  await loadLanguage('en', ['common', 'panel']);
  const line = (more: Partial<TimelineItem>) =>
    itemLine(sampleItem({ id: 'a', type: 'message', subject: '', text: '', ...more }), NOW);
  expect(line({ channel: 'whatsapp', direction: 'in' })).toBe('WhatsApp from them');
  expect(line({ channel: 'xmpp', direction: 'out', subject: 'Price list' })).toBe(
    'Web chat from you: Price list',
  );
  expect(line({ channel: 'whatsapp', direction: null })).toBe('WhatsApp');
});
