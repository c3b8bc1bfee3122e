import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sourceText } from '@/components/contacts/value-row';
import { loadLanguage } from '@/lib/i18n';
import { NOW } from '../../support/panel-gallery/samples';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['en', 'typed', '', 'typed by you, 21 Nov'],
  ['en', 'paste', '', 'pasted by you, 21 Nov'],
  ['en', 'page', '', 'from a page, 21 Nov'],
  ['en', 'page', 'mail.example', 'mail.example, 21 Nov'],
  ['en', 'import', 'cards.vcf', 'cards.vcf, 21 Nov'],
  ['en', 'import', '', 'from a file, 21 Nov'],
  ['en', 'practice', '', 'invented signature, 21 Nov'],
  ['en', 'rule', '', '21 Nov'],
  ['zh-Hans', 'typed', '', '由你填写，11月21日'],
  ['zh-Hans', 'paste', '', '由你粘贴，11月21日'],
  ['zh-Hant', 'typed', '', '由你填寫，11月21日'],
  ['zh-Hant', 'paste', '', '由你貼上，11月21日'],
] as const)('in %s, what was got by %s from “%s” is told as “%s”', async (language, how, source, line) => {
  await loadLanguage(language, ['common', 'panel', 'unfolded']);
  expect(sourceText({ how, source, at: NOW })).toBe(line);
});
