import { expect, test } from 'vitest';
import { withFirstLanguage, withLanguage, withoutLanguage } from '@/components/surveys/draft/languages';
import { readable, withOptionalText, withText } from '@/components/surveys/draft/texts';
import { TEMPLATES } from '@/lib/surveys/templates';
import { todoIn } from '@/lib/surveys/translation/texts';
import { formOf } from '../../components/surveys/forms';

test('a language that is taken out takes its words along, and leaves everything else', () => {
  for (const { form } of TEMPLATES) {
    const without = withoutLanguage(form, 'zh-Hans');
    expect(JSON.stringify(without)).not.toContain('"zh-Hans"');
    expect(without.langs).toEqual(form.langs.filter((lang) => lang !== 'zh-Hans'));
    expect(todoIn(without, 'zh-Hant').missing).toEqual([]);
    expect({ ...without.show }).toEqual(form.show);
  }
});

test('the first language stays', () => {
  const form = formOf(['a']);
  expect(withoutLanguage(form, 'en')).toBe(form);
  const two = withLanguage(form, 'de');
  expect(two.langs).toEqual(['en', 'de']);
  expect(todoIn(two, 'de').missing).toHaveLength(3);
  expect(withFirstLanguage(two, 'de')).toMatchObject({ lang: 'de', langs: ['de', 'en'] });
});

test('words are found in the language written in, then in the first', () => {
  expect(readable({ en: 'Hello', de: ' ' }, 'de', 'en')).toBe('Hello');
  expect(readable({ fr: 'Bonjour' }, 'de', 'en')).toBe('');
  expect(readable(undefined, 'de', 'en')).toBe('');
  expect(withText({ en: 'a', de: 'b' }, 'de', '')).toEqual({ en: 'a' });
  expect(withOptionalText({ en: 'a' }, 'en', '')).toBeUndefined();
});
