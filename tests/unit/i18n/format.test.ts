import { beforeAll, describe, expect, test } from 'vitest';
import { type Language, loadLanguage } from '@/lib/i18n';
import * as format from '@/lib/i18n/format';

const now = new Date(2026, 10, 21, 10, 0).getTime();
const daysAgo = (days: number) => now - days * 86_400_000;

function expected(cases: Record<string, [() => string, Record<Language, string>]>) {
  describe.each(['en', 'zh-Hans', 'zh-Hant'] as const)('%s', (lang) => {
    beforeAll(() => loadLanguage(lang, ['common']));
    test.each(Object.entries(cases))('%s', (_, [write, words]) => expect(write()).toBe(words[lang]));
  });
}

const both = (en: string, hans: string, hant = hans) => ({ en, 'zh-Hans': hans, 'zh-Hant': hant });

expected({
  'a date of this year': [() => format.shortDate(new Date(2026, 7, 19), now), both('19 Aug', '8月19日')],
  'September has three letters': [() => format.shortDate(new Date(2026, 8, 9), now), both('9 Sep', '9月9日')],
  'a date of another year': [
    () => format.shortDate(new Date(2025, 8, 2), now),
    both('2 Sep 2025', '2025年9月2日'),
  ],
  'a long date': [() => format.longDate(now), both('Saturday 21 November', '11月21日星期六')],
  'a date with its time': [
    () => format.dateTime(new Date(2026, 10, 12, 9, 12), now),
    both('12 Nov, 09:12', '11月12日 09:12'),
  ],
  'midnight is 00': [() => format.time(new Date(2026, 0, 1, 0, 5)), both('00:05', '00:05')],
  'the first month of a pulse': [
    () => format.monthYear(new Date(2024, 10, 1)),
    both('Nov 2024', '2024年11月'),
  ],
  'an age in minutes': [() => format.age(now - 12 * 60_000, now), both('12 min', '12分钟', '12分鐘')],
  'an age in hours': [() => format.age(now - 5 * 3_600_000, now), both('5 h', '5小时', '5小時')],
  'an age in days': [() => format.age(daysAgo(94), now), both('94 d', '94天')],
  'an age in years': [() => format.age(daysAgo(1200), now), both('3 y', '3年')],
  'a moment to come': [() => format.age(now + 5000, now), both('now', '刚刚', '剛剛')],
  'a late day': [() => format.due(new Date(2026, 7, 26), now), both('87 d late', '逾期87天')],
  'due today': [() => format.due(now, now), both('today', '今天')],
  'due on Monday': [() => format.due(new Date(2026, 10, 23), now), both('Mon', '周一', '週一')],
  'due next week': [() => format.due(new Date(2026, 10, 28), now), both('28 Nov', '11月28日')],
  'a count': [() => format.number(1204), both('1,204', '1,204')],
  'whole money': [() => format.money(1_840_000, 'EUR'), both('EUR\u00a018,400', 'EUR\u00a018,400')],
  'broken money': [() => format.money(1999, 'USD'), both('USD\u00a019.99', 'USD\u00a019.99')],
  'money without minor units': [() => format.money(5000, 'JPY'), both('JPY\u00a05,000', 'JPY\u00a05,000')],
  'money of three places': [() => format.money(12_345, 'KWD'), both('KWD\u00a012.345', 'KWD\u00a012.345')],
  'a span of money': [
    () => format.moneyRange(0, 3_876_700, 'EUR'),
    both('EUR\u00a00–38,767', 'EUR\u00a00-38,767'),
  ],
  'a span that is one amount': [() => format.moneyRange(500, 500, 'EUR'), both('EUR\u00a05', 'EUR\u00a05')],
  'two sentences': [() => format.sentences('A.', 'B.'), both('A. B.', 'A.B.')],
  'items by themselves': [() => format.items(['A', 'B', 'C']), both('A, B, C', 'A、B、C')],
  'something and what is said of it': [() => format.remarks('A', '', 'B'), both('A, B', 'A，B')],
  'a list': [() => format.list(['A', 'B', 'C']), both('A, B and C', 'A、B和C')],
});
