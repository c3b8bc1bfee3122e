import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '@/lib/i18n';
import { bareWords, faultsOfWords, type Words } from './support/words';

const ROOT = new URL('..', import.meta.url).pathname;
const MANIFEST: Record<Language, string> = { en: 'en', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' };

/** Every dictionary of a language, and the manifest's own strings beside them. */
async function wordsOf(lang: Language): Promise<Words> {
  const words: Record<string, string> = {};
  const folder = join(ROOT, 'lib/i18n', lang.toLowerCase());
  for (const file of readdirSync(folder)) {
    const dictionary: { default: Words } = await import(join(folder, file));
    for (const [key, text] of Object.entries(dictionary.default))
      words[`${basename(file, '.ts')}.${key}`] = text;
  }
  const messages: Record<string, { message: string }> = JSON.parse(
    readFileSync(join(ROOT, 'public/_locales', MANIFEST[lang], 'messages.json'), 'utf8'),
  );
  for (const [key, { message }] of Object.entries(messages)) words[`manifest.${key}`] = message;
  return words;
}

const all = {} as Record<Language, Words>;
beforeAll(async () => {
  for (const lang of Object.keys(LANGUAGES) as Language[]) all[lang] = await wordsOf(lang);
});

test('the words agree in all languages, and say what the list of words says', () => {
  expect(Object.keys(all.en).length).toBeGreaterThan(100);
  expect(faultsOfWords(all)).toEqual([]);
});

describe('a fault is found', () => {
  const planted = (lang: Language, key: string, text: string | undefined) => {
    const words: Record<string, string> = { ...all[lang] };
    if (text === undefined) delete words[key];
    else words[key] = text;
    return faultsOfWords({ ...all, [lang]: words });
  };

  test.each<[string, Language, string, string | undefined, RegExp]>([
    ['a key that a language lacks', 'zh-Hant', 'common.save', undefined, /^zh-Hant common.save: is missing$/],
    ['a key that English lacks', 'zh-Hans', 'common.more_yet', '更多', /is not in English/],
    [
      'a blank of another name',
      'zh-Hans',
      'common.age_days',
      '{days}天',
      /has the blanks "days", English has "n"/,
    ],
    ['a plural without its other form', 'zh-Hans', 'common.choices_other', undefined, /choices: is missing/],
    [
      'a plural without its singular in English',
      'en',
      'common.choices_one',
      undefined,
      /lacks its form "_one"/,
    ],
    ['an exclamation mark', 'en', 'common.done', 'Done!', /exclamation mark/],
    [
      'a form for a vocabulary that there is not',
      'en',
      'common.profile__friends',
      'Friend',
      /is no vocabulary/,
    ],
    [
      'a form that no sentence stands behind',
      'en',
      'common.absent__people',
      'People',
      /has no "common.absent"/,
    ],
    [
      'a form with other blanks than its sentence',
      'zh-Hans',
      'unfolded.several_have__people',
      '有好几个人。',
      /has other blanks than "unfolded.several_have"/,
    ],
    ['a full-width exclamation mark', 'zh-Hans', 'common.done', '完成！', /exclamation mark/],
    ['a second word for one noun', 'zh-Hans', 'common.find', '查找联络人', /says "联络人"/],
    ['a term that is not the one agreed on', 'zh-Hant', 'common.undo', '取消', /is "取消", not "復原"/],
    ['a company called a customer', 'zh-Hans', 'common.companies', '客户', /calls a company a customer/],
    ['a mainland word in Traditional characters', 'zh-Hant', 'common.export', '導出', /says "導出"/],
    ['a Simplified character in Traditional text', 'zh-Hant', 'common.close', '关闭', /has "关"/],
    ['a Traditional character in Simplified text', 'zh-Hans', 'common.close', '關闭', /has "關"/],
    ['a character that was not converted', 'zh-Hant', 'common.more', '之后', /says "之后"/],
    ['a space that the style sheet sets', 'zh-Hans', 'common.more', '另有 {n}个', /typed space beside Latin/],
    ['the user addressed as a customer', 'zh-Hant', 'common.more', '您的資料', /says 您 to the user/],
    ['a second word for a span', 'zh-Hans', 'common.more', '{low}至{high}', /says 至, not 到/],
    ['a half-width comma', 'zh-Hans', 'common.more', '更多,全部', /half-width mark/],
    [
      'the quotation marks of the other script',
      'zh-Hant',
      'common.create_choice',
      '建立“{text}”',
      /instead of 「」/,
    ],
    ['an empty sentence', 'zh-Hans', 'common.more', '', /is empty/],
    ['a space at the end', 'en', 'common.more', 'More ', /begins or ends with a space/],
    ['Chinese in an English sentence', 'en', 'common.more', '更多', /has Chinese characters/],
    ['a fault in the manifest', 'zh-Hant', 'manifest.name', '侧光', /has "侧"/],
  ])('%s', (_, lang, key, text, fault) => {
    expect(planted(lang, key, text)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });
});

describe('components and pages take their words from the dictionaries', () => {
  const views = ['components', 'entrypoints'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => join(room, file)),
  );

  test('in every view', () => {
    expect(views.length).toBeGreaterThan(20);
    const found = views.flatMap((file) =>
      bareWords(readFileSync(join(ROOT, file), 'utf8')).map((words) => `${file}:${words}`),
    );
    expect(found).toEqual([]);
  });

  test.each([
    '<p>Nobody here yet</p>',
    '<b>\n  没有联系人\n</b>',
    '<input placeholder="What should you remember?" />',
    '<IconButton icon={X} label="Close" />',
  ])('words that stand in the view are found: %s', (source) => expect(bareWords(source)).toHaveLength(1));

  test.each([
    '<p>{t("common.done")}</p>',
    'const grow = (a: number) => a > 2 && list<string>(a) </ ',
    '/** <b>Note</b> */',
    '<kbd>Ctrl K</kbd>',
    '<Field placeholder="https://mail.example" />',
    '<h2 class="light-title" id={id}>{title}</h2>',
  ])('other things are let be: %s', (source) => expect(bareWords(source)).toEqual([]));
});
