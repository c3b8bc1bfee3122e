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
    /EUR 0\.50 to EUR 1,500$/,
  );
  expect(words({ ask: 'measure', name: 'overdue', range: { min: 0.95 } })).toMatch(/of at least 95%$/);
  expect(words({ ask: 'measure', name: 'silence', range: { max: 60 } })).toMatch(/of at most 60$/);
  expect(words({ ask: 'spend', amount: { min: 12_345 } })).toBe('spending of at least EUR 123.45');
});
