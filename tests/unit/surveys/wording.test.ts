import { describe, expect, it, test } from 'vitest';
import type { AuthorForm, Choice, Question, QuestionType, Texts } from '@/lib/surveys/form';
import { TEMPLATES } from '@/lib/surveys/templates';
import { WORDING_RULES, type WordingNote, type WordingRule, wordingNotes } from '@/lib/surveys/wording';

type Lang = 'en' | 'zh-Hans' | 'zh-Hant';
interface Case {
  type?: QuestionType;
  choices?: string[];
  ends?: [string, string];
  when?: Question['when'];
}

function question(
  lang: Lang,
  title: string,
  { type = 'csat', choices, ends, when }: Case = {},
): Question<Texts> {
  const text = (words: string): Texts => ({ [lang]: words });
  return {
    id: 'q1',
    type,
    title: text(title),
    ...(choices && {
      choices: choices.map((words, at): Choice<Texts> => ({ id: `c${at}`, text: text(words) })),
    }),
    ...(ends && { ends: [text(ends[0]), text(ends[1])] as [Texts, Texts] }),
    ...(when && { when }),
  };
}

function form(lang: Lang, questions: Question<Texts>[], kind: AuthorForm['kind'] = 'survey'): AuthorForm {
  return { ...TEMPLATES[0]!.form, kind, lang, langs: [lang], pages: [{ id: 'p1', questions }] };
}

const notes = (lang: Lang, title: string, more?: Case): WordingNote[] =>
  wordingNotes(form(lang, [question(lang, title, more)])).filter(({ part }) => part !== 'form');

const single: Case = { type: 'single' };
const yesno: Case = { type: 'yesno' };
const open: Case = { type: 'longtext' };

/** What each rule finds, and the wording it proposes (null: advice only). */
const BAD: [WordingRule, Lang, string, string | null, string | null, Case?][] = [
  [
    'doubleBarrelled',
    'en',
    'How satisfied are you with our speed and quality?',
    ' and quality',
    'How satisfied are you with our speed?',
  ],
  ['doubleBarrelled', 'en', 'How good is the staff & the food?', ' & the food', 'How good is the staff?'],
  ['doubleBarrelled', 'en', 'Did you like it? Would you come again?', '? Would you come again?', null, open],
  [
    'leading',
    'en',
    'How satisfied are you with our excellent service?',
    'excellent ',
    'How satisfied are you with our service?',
  ],
  [
    'leading',
    'en',
    "Don't you think that the new shop is nicer?",
    "Don't you think that the new shop is nicer",
    null,
    yesno,
  ],
  ['leading', 'en', 'How great was the course?', 'How great', 'How was the course?', open],
  [
    'leading',
    'en',
    'Most people say that the shop is clean. Is it?',
    'Most people say that ',
    'The shop is clean. Is it?',
    yesno,
  ],
  [
    'presupposition',
    'en',
    'What did you like about the shop?',
    'What did you like',
    'What, if anything, did you like about the shop?',
    open,
  ],
  [
    'presupposition',
    'en',
    'What problems did you have?',
    'What problems',
    'What problems, if any, did you have?',
    open,
  ],
  ['presupposition', 'en', 'Why did you stop buying from us?', 'Why did you', null, open],
  [
    'presupposition',
    'en',
    'How much did our advice improve your work?',
    'How much did our advice improve',
    null,
  ],
  [
    'absolute',
    'en',
    'Do you always read our letter?',
    'Do you always read our letter?',
    'How often do you read our letter?',
    yesno,
  ],
  ['absolute', 'en', 'Is everyone in your team at ease with it?', 'everyone', null, yesno],
  ['agreement', 'en', 'Do you agree that the shop is clean?', 'Do you agree', null, yesno],
  [
    'agreement',
    'en',
    'The shop is clean.',
    null,
    null,
    { type: 'single', choices: ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'] },
  ],
  ['negation', 'en', 'Did you not receive the parcel?', 'Did you not', 'Did you receive the parcel?', yesno],
  [
    'negation',
    'en',
    "Is it true that the parcel wasn't complete?",
    "wasn't",
    'Is it true that the parcel was complete?',
    yesno,
  ],
  ['negation', 'en', 'Should shops not be open on Sundays?', null, null, yesno],
  ['jargon', 'en', 'How easy was the onboarding?', 'onboarding', 'How easy was the first steps?'],
  ['jargon', 'en', 'Which touchpoints did you use?', 'touchpoints', 'Which contacts did you use?', single],
  ['jargon', 'en', 'How would you score our NPS?', 'NPS', null],
  [
    'length',
    'en',
    `How satisfied are you with the way in which we, ${'in the course of this year, '.repeat(4)}answered you?`,
    null,
    null,
  ],
  [
    'unbalanced',
    'en',
    'How was the food?',
    null,
    null,
    { type: 'single', choices: ['Excellent', 'Very good', 'Good', 'Fair', 'Poor'] },
  ],
  ['unbalanced', 'en', 'How satisfied are you?', null, null, { ends: ['Satisfied', 'Very satisfied'] }],
  [
    'overlap',
    'en',
    'How old are you?',
    null,
    '26-35',
    { type: 'single', choices: ['18-25', '25-35', '36 or more'] },
  ],
  [
    'overlap',
    'en',
    'How many do you buy?',
    null,
    '11 or more',
    { type: 'single', choices: ['up to 10', '10 or more'] },
  ],

  ['doubleBarrelled', 'zh-Hans', '你对我们的产品和服务满意吗？', '和服务', '你对我们的产品满意吗？'],
  ['doubleBarrelled', 'zh-Hant', '您對我們的價格與品質滿意嗎？', '與品質', '您對我們的價格滿意嗎？'],
  ['doubleBarrelled', 'zh-Hans', '你喜欢吗？还会再来吗？', '？还会再来吗？', null, open],
  ['leading', 'zh-Hans', '你对我们优质的服务满意吗？', '优质的', '你对我们服务满意吗？'],
  ['leading', 'zh-Hans', '难道你不觉得新店更好？', '难道', null, yesno],
  ['leading', 'zh-Hant', '大家都說這裡乾淨，您的看法是？', '大家都說', '這裡乾淨，您的看法是？', open],
  [
    'presupposition',
    'zh-Hans',
    '你最喜欢我们的什么？',
    '最喜欢我们的什么',
    '如果有的话，你最喜欢我们的什么？',
    open,
  ],
  ['presupposition', 'zh-Hans', '你遇到了哪些问题？', '哪些问题', '你遇到了哪些问题（如有）？', open],
  ['presupposition', 'zh-Hant', '您為什麼離開？', '為什麼', null, open],
  ['presupposition', 'zh-Hans', '我们的建议让效率提升了多少？', '提升了多少', null],
  [
    'absolute',
    'zh-Hans',
    '你总是看我们的邮件吗？',
    '你总是看我们的邮件吗？',
    '你多久看我们的邮件一次？',
    yesno,
  ],
  ['absolute', 'zh-Hant', '店員是否從來準時？', '從來', null, yesno],
  ['agreement', 'zh-Hans', '你是否同意店里很干净？', '是否同意', null, yesno],
  [
    'agreement',
    'zh-Hant',
    '店裡很乾淨。',
    null,
    null,
    { type: 'single', choices: ['不同意', '普通', '同意'] },
  ],
  ['negation', 'zh-Hans', '商店不应该在周日营业吗？', '不应该', '商店应该在周日营业吗？', yesno],
  ['negation', 'zh-Hant', '您沒有收到包裹嗎？', '沒有', '您收到包裹嗎？', yesno],
  ['jargon', 'zh-Hans', '哪个触点让你满意？', '触点', null, single],
  ['jargon', 'zh-Hant', '您對我們的NPS有什麼看法', 'NPS', null],
  ['length', 'zh-Hans', `${'在过去的一整年里'.repeat(5)}，你对我们的答复满意吗？`, null, null],
  [
    'unbalanced',
    'zh-Hans',
    '菜怎么样？',
    null,
    null,
    { type: 'single', choices: ['非常好', '很好', '好', '一般', '差'] },
  ],
  ['unbalanced', 'zh-Hant', '您滿意嗎？', null, null, { ends: ['滿意', '非常滿意'] }],
  [
    'overlap',
    'zh-Hans',
    '你的年龄？',
    null,
    '26～35岁',
    { type: 'single', choices: ['18～25岁', '25～35岁', '36岁以上'] },
  ],
  [
    'overlap',
    'zh-Hant',
    '您的年齡？',
    null,
    '19歲以上',
    { type: 'single', choices: ['18歲以下', '18歲以上'] },
  ],
];

describe('what is found', () => {
  test.each(BAD)('%s (%s): %s', (rule, lang, title, found, better, more) => {
    const [note, ...rest] = notes(lang, title, more).filter((one) => one.rule === rule);
    expect(rest).toEqual([]);
    expect(note).toMatchObject({ questionId: 'q1', lang, better });
    if (found !== null) expect(note!.found!.text).toBe(found);
    if (note!.found) expect(title.slice(note!.found.from, note!.found.to)).toBe(note!.found.text);
  });

  it('has a bad example of each rule in English and in Chinese', () => {
    const forms: WordingRule[] = ['openShare', 'openFirst'];
    for (const base of ['en', 'zh']) {
      const rules = BAD.filter(([, lang]) => lang.startsWith(base)).map(([rule]) => rule);
      expect(new Set([...rules, ...forms])).toEqual(new Set(WORDING_RULES));
    }
  });

  it('proposes no wording that has the same fault', () => {
    for (const [rule, lang, title, , better, more] of BAD) {
      if (better === null || rule === 'overlap') continue;
      expect(better, title).not.toBe(title);
      expect(
        notes(lang, better, more).map((one) => one.rule),
        better,
      ).not.toContain(rule);
    }
  });
});

const FIVE = ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'];
const GOOD: [Lang, string, Case?][] = [
  ['en', 'How likely are you to recommend us to a friend or colleague?', { type: 'nps' }],
  ['en', 'How satisfied are you with our delivery?', { ends: ['Very dissatisfied', 'Very satisfied'] }],
  [
    'en',
    'How easy or difficult was it to return the goods?',
    { type: 'ces', ends: ['Very difficult', 'Very easy'] },
  ],
  ['en', 'What is the main reason for your {{q1|score and answer}}?', open],
  [
    'en',
    'How often did you visit us in the last four weeks?',
    { type: 'single', choices: ['Never', 'Once', '2 to 3 times', '4 times or more'] },
  ],
  ['en', 'How do you rate the content?', { type: 'single', choices: FIVE }],
  ['en', 'How old are you?', { type: 'single', choices: ['Under 18', '18-25', '26-35', '36+'] }],
  [
    'en',
    'How much did you spend?',
    { type: 'single', choices: ['less than €50', '€50 to €100', 'more than €100'] },
  ],
  [
    'en',
    'Which of these have you used?',
    { type: 'multiple', choices: ['Repair', 'Refund', 'Advice and training'] },
  ],
  ['en', 'Is your request solved?', yesno],
  ['en', 'What else would you like to tell us?', open],
  ['en', 'What, if anything, did you like about the event?', open],
  ['en', 'Why did you give this score?', { ...open, when: { q: 'q0', is: 'lte', to: 6 } }],
  ['en', 'How was the length?', { type: 'single', choices: ['Too short', 'About right', 'Too long'] }],
  ['en', 'You may write to me about this and other offers.', { type: 'consent' }],
  [
    'en',
    'Rank these by how much they matter to you.',
    { type: 'ranking', choices: ['Price', 'Speed', 'Advice'] },
  ],
  [
    'en',
    'Which country do you live in?',
    { type: 'dropdown', choices: ['Bosnia and Herzegovina', 'Norway'] },
  ],
  ['en', 'When did the parcel arrive?', { type: 'date' }],
  ['en', 'How many people work at your company?', { type: 'number' }],
  ['en', 'How well did we keep you informed between order and delivery?', { type: 'csat' }],
  [
    'en',
    'How likely are you to buy from us again?',
    { type: 'single', choices: ['Very unlikely', 'Unlikely', 'As likely as not', 'Likely', 'Very likely'] },
  ],
  ['en', 'What did not work as you expected?', open],
  ['en', 'How clear were the steps leading to the order?', { type: 'csat' }],
  ['en', 'How helpful was this page?', { type: 'csat' }],

  ['zh-Hans', '你有多大可能把我们推荐给朋友？', { type: 'nps' }],
  ['zh-Hans', '你对这次配送满意吗？', { ends: ['非常不满意', '非常满意'] }],
  ['zh-Hans', '处理好这件事对你来说容易还是困难？', { type: 'ces', ends: ['非常困难', '非常容易'] }],
  ['zh-Hans', '你打 {{q1}} 分的主要原因是什么？', open],
  ['zh-Hans', '你和我们联系过几次？', { type: 'single', choices: ['0 次', '1 次', '2 次以上'] }],
  ['zh-Hans', '你是否参与了培训？', yesno],
  ['zh-Hans', '答复是否及时？', yesno],
  ['zh-Hans', '你会不会再次购买？', yesno],
  ['zh-Hans', '你满不满意这次服务？', yesno],
  ['zh-Hans', '你有没有收到包裹？', yesno],
  ['zh-Hans', '你对店员的态度满意还是不满意？', single],
  ['zh-Hans', '你的年龄？', { type: 'single', choices: ['不满18岁', '18～25岁', '26～35岁', '36岁以上'] }],
  ['zh-Hans', '如果有的话，你喜欢活动的哪些部分？', open],
  ['zh-Hans', '为什么给这个分数？', { ...open, when: { q: 'q0', is: 'lte', to: 6 } }],
  ['zh-Hans', '你如何评价内容？', { type: 'single', choices: ['很差', '较差', '一般', '较好', '很好'] }],
  ['zh-Hans', '同意用以上信息答复我。', { type: 'consent' }],
  ['zh-Hant', '您對我們準時交付的情況滿意嗎？', { ends: ['非常不滿意', '非常滿意'] }],
  [
    'zh-Hant',
    '您有多大可能再次購買？',
    { type: 'single', choices: ['非常不可能', '不太可能', '一半一半', '比較可能', '非常可能'] },
  ],
  ['zh-Hant', '離開之前，您和我們談過這件事嗎？', yesno],
  ['zh-Hant', '時間長度如何？', { type: 'single', choices: ['太短', '剛好', '太長'] }],
  ['zh-Hant', '您使用過以下哪些服務？', { type: 'multiple', choices: ['維修', '退款', '諮詢與訓練'] }],
  ['zh-Hant', '包裹何時送達？', { type: 'date' }],
];

describe('what is well worded', () => {
  test.each(GOOD)('%s: %s', (lang, title, more) => expect(notes(lang, title, more)).toEqual([]));
  test.each(TEMPLATES)('the template $id', ({ form }) => expect(wordingNotes(form)).toEqual([]));
});

describe('the form as a whole', () => {
  const q = (id: string, type: QuestionType) => ({ ...question('en', 'How was it', { type }), id });
  const rules = (questions: Question<Texts>[], kind?: AuthorForm['kind']) =>
    wordingNotes(form('en', questions, kind)).map(({ rule, questionId }) => [rule, questionId]);

  it('asks to tick before it asks to write', () => {
    expect(rules([q('q1', 'longtext'), q('q2', 'csat')])).toEqual([['openFirst', 'q1']]);
    expect(rules([q('q1', 'csat'), q('q2', 'longtext')])).toEqual([]);
    expect(rules([q('q1', 'email'), q('q2', 'csat')])).toEqual([]);
    expect(rules([q('q1', 'longtext'), q('q2', 'single')], 'complaint')).toEqual([]);
  });

  it('has no more than a third to write', () => {
    const [a, b, c] = [q('q1', 'csat'), q('q2', 'csat'), q('q3', 'text')];
    expect(rules([a, b, c, q('q4', 'longtext')])).toEqual([['openShare', null]]);
    expect(rules([a, b, c, q('q4', 'csat')])).toEqual([]);
    expect(rules([a, c, q('q4', 'longtext')])).toEqual([]);
  });

  it('looks at each language that it knows, and leaves others alone', () => {
    const both = question('en', 'How do you rate price and speed?');
    both.title['zh-Hans'] = '你对我们的产品和服务满意吗？';
    both.title.de = 'Wie gut sind Preis und Tempo?';
    const found = wordingNotes({ ...form('en', [both]), langs: ['en', 'de', 'zh-Hans'] });
    expect(found.map(({ lang, rule }) => `${lang} ${rule}`)).toEqual([
      'en doubleBarrelled',
      'zh-Hans doubleBarrelled',
    ]);
  });
});
