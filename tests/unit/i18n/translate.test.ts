import { beforeAll, describe, expect, test } from 'vitest';
import { addWords, chooseLanguage, language, loadLanguage, rich, t, vocabulary } from '@/lib/i18n';

describe('chooseLanguage', () => {
  test.each([
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['en-AU', 'en'],
    ['nb-NO', 'en'],
  ])('a browser in %s reads %s', (tag, expected) => expect(chooseLanguage(null, [tag])).toBe(expected));

  test('the first language that is spoken here wins', () => {
    expect(chooseLanguage(null, ['nb', 'zh-TW', 'en'])).toBe('zh-Hant');
  });

  test('the setting wins over the browser', () => expect(chooseLanguage('en', ['zh-CN'])).toBe('en'));
});

/** `t` without the compiler's help, as hostile or stale input meets it. */
const unchecked = t as (key: string) => string;

describe('t', () => {
  beforeAll(() => loadLanguage('en', ['common']));

  test('a value turns nothing that stands beside it', () => {
    const turned = '\u202eevil\u202c \u2067אבג\u2069';
    expect(t('common.search_making', { percent: turned })).toContain('evil אבג');
    expect(rich('common.search_making', { percent: turned })).toContain('evil אבג');
    expect(t('common.search_making', { percent: turned })).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  test('switches with the language', async () => {
    expect(t('common.undo')).toBe('Undo');
    await loadLanguage('zh-Hant', ['common']);
    expect(language.value).toBe('zh-Hant');
    expect(t('common.undo')).toBe('復原');
    await loadLanguage('en', ['common']);
  });

  test('fills blanks and writes numbers in the way of the language', () => {
    expect(t('common.age_days', { n: 1204 })).toBe('1,204 d');
    expect(t('common.create_choice', { text: '<b>{n}</b>' })).toBe('Create “<b>{n}</b>”');
  });

  test('chooses the form of a plural by its count', () => {
    expect(t('common.choices', { count: 1 })).toBe('1 choice');
    expect(t('common.choices', { count: 0 })).toBe('0 choices');
    expect(t('common.choices', { count: 2 })).toBe('2 choices');
  });

  test('a missing sentence shows its key, a missing value its blank', () => {
    expect(unchecked('common.absent')).toBe('common.absent');
    expect(unchecked('common.age_days')).toBe('{n} d');
  });

  test('says the form of the vocabulary where there is one, plural too', () => {
    addWords('en', 'practice', {
      empty: 'No contacts yet.',
      empty__people: 'Nobody here yet.',
      more_one: '{count} contact',
      more_other: '{count} contacts',
      more__people_one: '{count} person',
      more__people_other: '{count} people',
    });
    const more = (count: number) =>
      (t as (key: string, values: object) => string)('practice.more', { count });
    expect([unchecked('practice.empty'), more(1), more(2)]).toEqual([
      'No contacts yet.',
      '1 contact',
      '2 contacts',
    ]);
    vocabulary.value = 'people';
    expect([unchecked('practice.empty'), more(1), more(2)]).toEqual([
      'Nobody here yet.',
      '1 person',
      '2 people',
    ]);
    vocabulary.value = 'support';
    expect(unchecked('practice.empty')).toBe('No contacts yet.');
    vocabulary.value = 'sales';
  });

  test('words handed over need no loading', () => {
    addWords('en', 'popup', { planted: 'from the bundle' });
    expect(unchecked('popup.planted')).toBe('from the bundle');
  });
});

test('rich keeps elements as they are, where the language puts them', async () => {
  const element = { an: 'element' };
  expect(rich('common.pulse_expected', { date: element })).toEqual(['expected ', element]);
  await loadLanguage('zh-Hans', ['common']);
  expect(rich('common.pulse_expected', { date: element })).toEqual(['应于', element, '联系']);
});

test('keys and blanks are checked by the compiler', () => {
  // @ts-expect-error the key does not exist
  t('common.absent');
  // @ts-expect-error the blank {n} is not filled
  t('common.age_days');
  // @ts-expect-error the blank is called n
  t('common.age_days', { days: 3 });
  expect(t('common.undo')).not.toBe('');
});
