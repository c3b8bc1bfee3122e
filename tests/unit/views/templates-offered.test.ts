import { expect, test } from 'vitest';
import { offered } from '@/components/templates/search';
import type { TemplateRow } from '@/lib/api/compose-views';

const row = (name: string, language: TemplateRow['language']) =>
  ({ id: name, name, language, labels: [], text: name }) as unknown as TemplateRow;

test('the same language in the other script stands before another language', () => {
  const rows = [row('Prices', 'en'), row('价格', 'zh-Hans'), row('價格', 'zh-Hant')];
  const names = (first: TemplateRow['language']) => offered(rows, '', first).map(({ name }) => name);
  expect(names('zh-Hant')).toEqual(['價格', '价格', 'Prices']);
  expect(names('zh-Hans')).toEqual(['价格', '價格', 'Prices']);
  expect(names('en')).toEqual(['Prices', '价格', '價格']);
});
