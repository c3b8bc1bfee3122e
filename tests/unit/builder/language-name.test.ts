import { expect, test } from 'vitest';
import { languageName } from '@/components/surveys/draft/languages';

test('a language is called as its speakers call it; what is no language stays as it was written', () => {
  expect(['en', 'zh-Hant'].map(languageName)).toEqual(['English', '繁體中文']);
  expect(['', 'en_US', 'no language at all'].map(languageName)).toEqual(['', 'en_US', 'no language at all']);
});
