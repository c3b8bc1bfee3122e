import { describe, expect, test } from 'vitest';
import { fieldsIn, fillParts, nameParts } from '@/lib/crm/merge-fields';
import { isSameText, sentencesOf } from '@/lib/crm/sentences';

const KNOWN = {
  'first name': 'Anna',
  name: 'Anna Berg',
  company: null,
  title: null,
  'my name': 'Kim',
  'last promise': 'a price list',
};
const filled = (text: string) =>
  fillParts(text, KNOWN)
    .map((part) => part.text)
    .join('');

describe('fields of a template', () => {
  test.each([
    ['Hi {first name},', 'Hi Anna,'],
    ['Hi {First  Name|there},', 'Hi Anna,'],
    ['{名字}您好，我是{我的名字}', 'Anna您好，我是Kim'],
    ['at {company|your company}', 'at your company'],
    ['at {company|}', 'at '],
    ['at {company}', 'at {company}'],
    ['{unknown} {', '{unknown} {'],
    ['a {last promise} b', 'a a price list b'],
    ['{{name}}', '{Anna Berg}'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  test('are named, those that are none too', () => {
    expect(fieldsIn('{first name} {名字} {company|x} {colour} { name }')).toEqual({
      fields: ['first name', 'company', 'name'],
      unknown: ['colour'],
    });
  });

  test('a value that looks like a field is text', () => {
    const parts = fillParts('{name} {company}', { ...KNOWN, name: '{company}', company: 'Fjordlys' });
    expect(parts.map(({ text }) => text).join('')).toBe('{company} Fjordlys');
  });
});

describe('first and family name', () => {
  test.each([
    ['Anna Berg', 'Anna', 'Berg'],
    ['Berg, Anna Maria', 'Anna', 'Berg'],
    ['Dr. Anna Berg', 'Anna', 'Berg'],
    ['Anna', 'Anna', null],
    ['李伟', '伟', '李'],
    ['欧阳静', '静', '欧阳'],
    ['anna@berg.example', null, null],
    ['', null, null],
  ])('%s', (name, first, family) => {
    expect(nameParts(name)).toEqual({ first, family });
  });
});

describe('the same text', () => {
  const text = `Hi Anna,
the new price list for the spring is ready, and I will send it on Monday.
We have kept the prices of last year for everything that you ordered before.`;

  test('is known with another greeting, case and marks', () => {
    const other = text.replace('Anna', 'Ben').toUpperCase().replaceAll(',', ' –');
    expect(isSameText(sentencesOf(text), sentencesOf(other))).toBe(true);
  });
  test('is not known by short sentences', () => {
    expect(sentencesOf('Hi Anna. Thank you. Best regards, Kim')).toEqual([]);
    expect(isSameText([], [])).toBe(false);
  });
  test('is not a long text that has one sentence in common', () => {
    const long = `${text} ${[1, 2, 3, 4, 5, 6].map((n) => `This is quite another sentence, number ${n}`).join('. ')}`;
    expect(isSameText(sentencesOf(text.split('\n')[1] ?? ''), sentencesOf(long))).toBe(false);
  });
  test('is known in Chinese, where a sentence is shorter', () => {
    const told = '新的价格表已经准备好了。我们下周一上午发给您！';
    expect(sentencesOf(told)).toHaveLength(2);
    expect(isSameText(sentencesOf(told), sentencesOf(`张总您好：${told}`))).toBe(true);
  });
});
