import { beforeEach, expect, test } from 'vitest';
import { usedWords } from '@/components/segments/uses';
import { loadLanguage } from '@/lib/i18n';
import { workspaceTests } from './setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['segments', 'plays']));

test('a play of the product that asks for a segment is told by its name, one of the user by theirs', () => {
  expect(usedWords({ by: 'play', id: 'renewal', name: '' })).toBe('Play Talk about the renewal');
  expect(usedWords({ by: 'play', id: 'renewal', name: 'Ring them' })).toBe('Play Ring them');
});
