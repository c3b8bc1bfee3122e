import { beforeAll, expect, test } from 'vitest';
import { clauseWords } from '@/components/segments/words';
import type { Clause } from '@/lib/crm/segments';
import { loadLanguage } from '@/lib/i18n';

beforeAll(() => loadLanguage('en', ['common', 'segments']));

// Of a space that does not break: what stands between a currency and its amount.
const words = (clause: Clause) => clauseWords(clause, {}).replaceAll('\u00a0', ' ');

test('a figure is said in the unit in which it is typed: amounts in the currency, probabilities in percent', () => {
  expect(words({ ask: 'measure', name: 'spent', range: { min: 150_000 } })).toMatch(/EUR 1,500$/);
  expect(words({ ask: 'measure', name: 'worth', range: { min: 50, max: 150_000 } })).toMatch(
    /EUR 0\.50–1,500$/,
  );
  expect(words({ ask: 'measure', name: 'overdue', range: { min: 0.95 } })).toMatch(/of at least 95%$/);
  expect(words({ ask: 'measure', name: 'silence', range: { max: 60 } })).toMatch(/of at most 60$/);
  expect(words({ ask: 'spend', amount: { min: 12_345 } })).toBe('spending of at least EUR 123.45');
});

test.each([
  ['en', 'spending EUR 1–20', '2 to 5'],
  ['zh-Hans', '消费在EUR 1-20之间', '在2到5之间'],
  ['zh-Hant', '消費在EUR 1-20之間', '在2到5之間'],
] as const)('a span of amounts is written as the language writes one: %s', async (language, spent, score) => {
  await loadLanguage(language, ['common', 'segments']);
  expect(words({ ask: 'spend', amount: { min: 100, max: 2000 } })).toBe(spent);
  expect(words({ ask: 'measure', name: 'silence', range: { min: 2, max: 5 } })).toMatch(
    new RegExp(`${score}$`),
  );
  await loadLanguage('en', ['common', 'segments']);
});
