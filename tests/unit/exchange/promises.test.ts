import { describe, expect, test } from 'vitest';
import { findPromises } from '@/lib/exchange/promises';

/** Monday 2 March 2026, nine in the morning. */
const AT = {
  now: Date.UTC(2026, 2, 2, 9),
  zone: 'UTC',
  language: 'en' as const,
  names: ['Anna Berg', '王伟'],
};
const find = (text: string, speaker: 'me' | 'them' = 'me') => findPromises(text, { ...AT, speaker });

/** Sentence, who, day. */
const PROMISES: [string, 'me' | 'them', string | null][] = [
  ["I'll send you the price list by Friday.", 'me', '2026-03-06'],
  ['I will send the drawings tomorrow', 'me', '2026-03-03'],
  ["We'll ship the samples on 12 March.", 'me', '2026-03-12'],
  ["Sure, I'll call you back this afternoon.", 'me', null],
  ["I'll get back to you next week.", 'me', '2026-03-09'],
  ["I'll definitely look into the invoice today.", 'me', '2026-03-02'],
  ['We will refund the difference.', 'me', null],
  ["I'll let you know by Thursday.", 'me', '2026-03-05'],
  ["I'm going to prepare the offer until Wednesday.", 'me', '2026-03-04'],
  ['I promised her the price list by Friday', 'me', '2026-03-06'],
  ['I promised to introduce her to Marta.', 'me', null],
  ["Told on the phone: I'll follow up on Thursday.", 'me', '2026-03-05'],
  ["I told him I'd send the contract tomorrow.", 'me', '2026-03-03'],
  ["You'll have the quote by Friday.", 'me', '2026-03-06'],
  ['Will send the list tomorrow.', 'me', '2026-03-03'],
  ["We'll have the report ready on Monday.", 'me', '2026-03-09'],
  ["I'll book the room for the 20th of March.", 'me', '2026-03-20'],
  ["Good call. I'll forward it to Ben right away.", 'me', null],
  ['She promised to sign by Friday.', 'them', '2026-03-06'],
  ["Anna said she'd send the logo tomorrow.", 'them', '2026-03-03'],
  ['He will return the samples on Thursday.', 'them', '2026-03-05'],
  ['They promised us an answer by 15 March.', 'them', '2026-03-15'],
  ['Anna will confirm the date by Wednesday.', 'them', '2026-03-04'],
  ['The customer will pay the invoice by 10 March.', 'them', '2026-03-10'],
  ['我周五前把报价发给你', 'me', '2026-03-06'],
  ['我明天把合同寄过去。', 'me', '2026-03-03'],
  ['我会尽快给您答复。', 'me', null],
  ['我们下周三之前发货。', 'me', '2026-03-11'],
  ['好的，我马上确认。', 'me', null],
  ['明天给您回电话', 'me', '2026-03-03'],
  ['周五前发报价单给您', 'me', '2026-03-06'],
  ['我答应王总周五前把样品寄出', 'me', '2026-03-06'],
  ['我答应过她下周二给答复', 'me', '2026-03-10'],
  ['我们保证三天内处理', 'me', '2026-03-05'],
  ['這週五我會把圖紙傳給您', 'me', '2026-03-06'],
  ['我明天下午三点前回复你', 'me', '2026-03-03'],
  ['王总答应下周三给答复', 'them', '2026-03-11'],
  ['他周五前会把合同发给我', 'them', '2026-03-06'],
  ['对方承诺月底前付款', 'them', '2026-03-31'],
  ['王经理说明天发图纸', 'them', '2026-03-03'],
  ['客户下周一付款', 'them', '2026-03-09'],
  ["I'll check with the warehouse and get back to you tomorrow.", 'me', '2026-03-03'],
  ['We shall transfer the deposit on Monday.', 'me', '2026-03-09'],
  ['I have promised them an offer by 31 March.', 'me', '2026-03-31'],
  ['I’ll share the slides after the meeting.', 'me', null],
  ['Anna Berg assured me the parts by Thursday.', 'them', '2026-03-05'],
  ['我这边今天下班前给您回复', 'me', '2026-03-02'],
  ['稍后发您', 'me', null],
  ['我晚点把发票补寄给你', 'me', null],
  ['她答应了周四前签合同', 'them', '2026-03-05'],
];

const NONE = [
  'Could you send me the price list by Friday?',
  'Please send the drawings tomorrow.',
  'If you order fifty, I will send a better price.',
  "I'll think about it.",
  "We'll see on Friday.",
  "I'll be in Berlin next week.",
  'Maybe I will call her tomorrow.',
  "I'll try to send it on Friday.",
  "I won't send anything before Friday.",
  'I sent the price list on Friday.',
  'Will you send the offer tomorrow?',
  'We always ship on Mondays.',
  "I'd send it if I had it.",
  'She asked whether we will deliver on Friday.',
  "Let's call it a day.",
  "I hope we'll confirm tomorrow.",
  'Meeting on Friday about the contract.',
  'He called yesterday and asked for the price list.',
  'I need to send her the price list by Friday.',
  'We agreed on a price of 200.',
  'The price list will be ready on Friday.',
  "I'll never send that again.",
  'They might send someone on Monday.',
  "It'll send a mail every day.",
  '你周五前把报价发给我好吗？',
  '请您明天把合同寄来。',
  '如果价格合适，我明天就下单付款。',
  '我可能周五发给你',
  '我周五已经发给她了',
  '我昨天把报价发给他了。',
  '我们尽量周五前发货',
  '我不会再发给他了',
  '他问我什么时候发货',
  '麻烦你明天给我回电话',
  '我想周五去看看',
  '我们每周五发货',
  '周五开会讨论报价',
  '能不能明天发给我？',
  '她希望我们下周发货',
  '王总要我周五前回复',
  '明天给王总回电话',
  '我应该周五能发',
  'Prices will change on Monday.',
  'Marta will confirm the date by Wednesday.',
  "I'll have lunch with her on Friday.",
  'The team will be informed on Friday.',
  'I was told that we will get the parts tomorrow.',
  'Anna told me to call on Friday.',
  "They'd deliver on Friday as a rule.",
  "What I'll send depends on you.",
  '李经理说明天发图纸',
  '明天下午三点开会',
  '我周五去上海',
  '他说他很忙',
  '我觉得我们会赢',
  '周五之前您给我答复就行',
  '我先看一下合同',
  '发货时间是周五',
];

describe('what is a promise', () => {
  test.each(PROMISES)('%s', (text, by, day) => {
    const found = find(text);
    expect(found.map((one) => [one.by, one.due?.date ?? null])).toEqual([[by, day]]);
    expect(found[0]!.quote.length).toBeGreaterThan(3);
  });
  test.each(NONE)('and what is none: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

test('what was promised stands without who and when', () => {
  const what = (text: string) => find(text)[0]?.what;
  expect(what("I'll send you the price list by Friday.")).toBe('send you the price list');
  expect(what('我周五前把报价发给你')).toBe('把报价发给你');
  expect(find('我明天下午三点前回复你')[0]?.due).toEqual({ date: '2026-03-03', time: '15:00' });
});

test('two promises of one sentence stand by themselves where each has its day', () => {
  const told = (text: string) => find(text).map(({ by, what, due }) => [by, what, due?.date ?? null]);
  expect(told('我明天把报价单发给您，周五前给您答复。')).toEqual([
    ['me', '把报价单发给您', '2026-03-03'],
    ['me', '给您答复', '2026-03-06'],
  ]);
  expect(told("I'll send the offer tomorrow, and I'll call you on Friday.")).toEqual([
    ['me', 'send the offer', '2026-03-03'],
    ['me', 'call you', '2026-03-06'],
  ]);
  expect(told('我明天发报价，3月15日前给您答复')).toHaveLength(2);
  expect(told('我周五前把报价发给你，连同图纸。')).toHaveLength(1);
});

test('a pasted chat tells whose word it is', () => {
  const chat = [
    "Anna: I'll send the logo by Friday",
    "Me: Great, I'll confirm tomorrow.",
    "Bob: I'll call the printer on Friday",
    'Note: I will call her tomorrow',
    "> I'll pay on Friday",
  ].join('\n');
  expect(find(chat).map(({ by, quote }) => [by, quote])).toEqual([
    ['them', "I'll send the logo by Friday"],
    ['me', "Great, I'll confirm tomorrow."],
    ['me', 'I will call her tomorrow'],
  ]);
  const wechat =
    '王伟 2026/3/2 10:31:05\n我明天把图纸发给你\n我 10:32\n好的，我周五前回复你\n陈工 10:33\n我明天发货';
  expect(find(wechat).map(({ by, quote }) => [by, quote])).toEqual([
    ['them', '我明天把图纸发给你'],
    ['me', '好的，我周五前回复你'],
  ]);
  const line = '美玲 10:23\n好，我下週五把書寄給你\n玲 10:24\n我明天寄給你\n陳美 10:25\n我明天發給你';
  const friend = findPromises(line, { ...AT, names: ['陳美玲'], speaker: 'them' });
  expect(friend.map(({ by, quote }) => [by, quote])).toEqual([['them', '好，我下週五把書寄給你']]);
});

test('in a mail that came the first person is the contact', () => {
  expect(find("I'll send the order on Friday", 'them')).toMatchObject([{ by: 'them' }]);
  expect(find('He will send the order on Friday', 'them')).toEqual([]);
});

test('a long text costs little, and hostile text nothing', () => {
  const long = `${"I'll send it tomorrow and ".repeat(800)}`;
  const start = performance.now();
  find(long);
  find('我'.repeat(20_000));
  find(`${'will send '.repeat(2000)}?`);
  expect(performance.now() - start).toBeLessThan(1500);
});
