import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../lib/surveys/answer.ts';
import type { AuthorForm, Texts } from '../../../lib/surveys/form.ts';
import { seal } from '../../../widget/seal/seal.ts';

const said = (en: string, hans: string, hant: string): Texts => ({ en, 'zh-Hans': hans, 'zh-Hant': hant });

/** A survey with most kinds of questions, in three languages. */
export function shopSurvey(code: string): AuthorForm {
  return {
    v: 1,
    id: code,
    version: 0,
    kind: 'survey',
    title: said('Kiln Street', '窑街', '窯街'),
    lang: 'en',
    langs: ['en', 'zh-Hans', 'zh-Hant'],
    pages: [
      {
        id: 'p1',
        questions: [
          {
            id: 'q1',
            type: 'nps',
            title: said(
              'How likely are you to recommend Kiln Street?',
              '您有多大可能推荐窑街？',
              '您有多大可能推薦窯街？',
            ),
            ends: [
              said('Not at all likely', '完全不可能', '完全不可能'),
              said('Extremely likely', '非常可能', '非常可能'),
            ],
          },
          {
            id: 'q2',
            type: 'longtext',
            title: said('What is the main reason?', '主要原因是什么？', '主要原因是什麼？'),
          },
          {
            id: 'q3',
            type: 'single',
            title: said('What did you buy?', '您买了什么？', '您買了什麼？'),
            choices: [
              { id: 'c1', text: said('Bowls', '碗', '碗') },
              { id: 'c2', text: said('A jug', '壶', '壺') },
              { id: 'c3', text: said('Tiles', '砖', '磚') },
            ],
            other: said('Something else', '其他', '其他'),
          },
          {
            id: 'q4',
            type: 'matrix',
            title: said('How did you like it?', '您觉得怎么样？', '您覺得如何？'),
            rows: [
              { id: 'r1', text: said('Packing', '包装', '包裝') },
              { id: 'r2', text: said('Delivery', '送货', '送貨') },
            ],
            choices: [
              { id: 'c1', text: said('Bad', '差', '差'), score: 1 },
              { id: 'c2', text: said('Fair', '一般', '普通'), score: 2 },
              { id: 'c3', text: said('Good', '好', '好'), score: 3 },
            ],
          },
          {
            id: 'q5',
            type: 'ranking',
            title: said('What matters most?', '什么最重要？', '什麼最重要？'),
            choices: [
              { id: 'c1', text: said('Price', '价格', '價格') },
              { id: 'c2', text: said('Colour', '颜色', '顏色') },
              { id: 'c3', text: said('Weight', '重量', '重量') },
            ],
          },
        ],
      },
    ],
    endings: [{ id: 'e1', title: said('Thank you.', '谢谢。', '謝謝。') }],
    show: { place: 'popover', on: { after: 0 }, again: 0, quiet: 0 },
  };
}

const COMMENTS = [
  'The glaze is even and the parcel came a day early.',
  'Two of six bowls were cracked, and nobody answered my mail.',
  'Good, a little dear.',
  'The jug pours without a drop on the cloth.',
  'Delivery took three weeks.',
];

/** Answers of the shop's customers, a third of them low, every second one of somebody unknown, sealed as the widget seals them. */
export async function sealedAnswers(
  survey: { key: string; code: string },
  people: { email: string; name: string }[],
  count: number,
): Promise<string> {
  const lines: string[] = [];
  // Nobody answers before the survey was published: the store would move the answers there, all to one moment.
  await new Promise((later) => setTimeout(later, count * 5 + 100));
  const now = Date.now();
  for (let at = 0; at < count; at += 1) {
    const who = people[at % (people.length * 2)];
    const given = now - at * 5;
    const answer: Answer = {
      v: 1,
      id: randomUUID(),
      seq: 0,
      form: survey.code,
      version: 1,
      lang: 'en',
      startedAt: given - (at % 11 === 7 ? 2000 : 30_000 + at * 1000),
      at: given,
      done: at % 9 !== 4,
      page: `https://kiln.example/${at % 2 ? 'thanks' : 'orders/return'}`,
      ...(who ? { who } : {}),
      values: {
        q1: [9, 3, 7, 10, 6, 8, 10, 0, 9][at % 9] ?? 9,
        ...(at % 3 === 2 ? {} : { q2: COMMENTS[at % COMMENTS.length] + (at % 10 ? ` (${at + 1})` : '') }),
        q3: ['c1', 'c2', 'other', 'c1', 'c3'][at % 5] ?? 'c1',
        ...(at % 5 === 2 ? { 'q3.other': 'A vase' } : {}),
        q4: { r1: ['c3', 'c1', 'c2'][at % 3] ?? 'c3', r2: ['c3', 'c2'][at % 2] ?? 'c3' },
        q5: at % 2 ? ['c1', 'c2', 'c3'] : ['c2', 'c1', 'c3'],
      },
    };
    lines.push(await seal(survey.key, answer));
  }
  return lines.join('\n');
}
