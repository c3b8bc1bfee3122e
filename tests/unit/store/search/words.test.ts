import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { readingsOf, syllablesIn } from '@/lib/store/search/pinyin';
import { termsOf } from '@/lib/store/search/query';
import { sentenceOf, spansOf } from '@/lib/store/search/sentence';
import { wordsOf } from '@/lib/store/search/words';

describe('the readings of characters', () => {
  test('are those of pinyin-pro, the usual one first', () => {
    const options = { toneType: 'none', type: 'array' } as const;
    for (let code = 0x4e00; code <= 0x9fff; code += 1) {
      const char = String.fromCharCode(code);
      const [usual = ''] = pinyin(char, options);
      const [first] = readingsOf(char);
      if (/^[a-zü]+$/.test(usual)) expect([char, first]).toEqual([char, usual.replace('ü', 'v')]);
    }
  });

  test('are several where a name may be read so', () => {
    expect(readingsOf('曾')).toEqual(expect.arrayContaining(['zeng', 'ceng']));
    expect(readingsOf('吕')).toEqual(['lv', 'lu']);
    expect(readingsOf('A')).toEqual([]);
  });

  test('are found in what is typed', () => {
    expect(syllablesIn('lihuim')).toContainEqual(['li', 'hui', 'm']);
    expect(syllablesIn('fangan')).toEqual(
      expect.arrayContaining([
        ['fang', 'an'],
        ['fan', 'gan'],
      ]),
    );
    expect(syllablesIn('berg')).toEqual([]);
  });
});

test('a text is found by its words, pairs of characters, pinyin and initials', () => {
  expect([...wordsOf('Éva Berg', 'name')]).toEqual(['eva', 'berg']);
  expect([...wordsOf('李慧敏', 'name')].sort()).toEqual(
    ['李慧', '慧敏', '敏', 'lihui', 'huimin', 'min', 'lhm', 'hm'].sort(),
  );
  expect([...wordsOf('要样品', 'text')]).not.toContain('yyp');
  expect([...wordsOf('+49 30 12', 'phone')]).toEqual(['49', '30', '12', '493012', '#210394']);
  expect([...wordsOf('A公司', 'text')]).toEqual(expect.arrayContaining(['a', '公司', '司', 'gongsi']));
});

test('what is typed is taken apart by the same rules', () => {
  const words = (text: string) =>
    termsOf(text).map((term) => term.any.map((way) => way.map(({ word }) => word)));
  expect(words('Éva')).toEqual([[['eva']]]);
  expect(words('李慧敏')[0]?.length).toBe(1);
  expect(words('4567')).toEqual([[['4567'], ['#7654']]]);
  expect(words('030 1234')).toEqual([[['030', '1234'], ['#4321030'], ['#432103']]]);
  expect(words('lihuimin')[0]).toContainEqual(['lihui', 'huimin']);
  expect(termsOf(' ,. ')).toEqual([]);
});

describe('the sentence of a hit', () => {
  const shown = (query: string, text: string, manner: 'name' | 'text' | 'phone' = 'text') => {
    const sentence = sentenceOf(text, spansOf(termsOf(query), text, manner));
    return [sentence.text, ...sentence.spans.map(([from, to]) => sentence.text.slice(from, to))];
  };
  test.each([
    ['price', 'Called. Wants the price list. Later more.', ['Wants the price list.', 'price']],
    [
      'example',
      'Writes from anna@fjordlys.example today. Later more.',
      [expect.stringMatching(/^Writes from anna@fjordlys\.example today\.…?$/), 'example'],
    ],
    ['样品', '昨天来电。想要样品和价格。', ['想要样品和价格。', '样品']],
    ['yangpin', '想要样品和价格', ['想要样品和价格', '样品']],
    ['evas', 'Évas Büro', ['Évas Büro', 'Évas']],
    ['fair', `${'a '.repeat(200)}fair`, [expect.stringMatching(/^….*fair$/), 'fair']],
    ['😀', 'x 😀 y', ['x 😀 y']],
  ])('%s', (query, text, result) => expect(shown(query, text)).toEqual(result));

  test('of a phone number is the number', () => {
    expect(shown('4567', '+49 30 1234567', 'phone')).toEqual(['+49 30 1234567', '+49 30 1234567']);
  });
});
