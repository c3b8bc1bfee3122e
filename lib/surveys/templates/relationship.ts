import type { Question, Texts } from '../form';
import { RECOMMEND, remark, SATISFIED, say, template } from './build';

const rated = (id: string, dimension: string, title: Texts): Question<Texts> => ({
  id,
  type: 'csat',
  title,
  dimension,
  ends: SATISFIED,
});

/** Once or twice a year: the relationship as a whole, then what it consists of, each with a dimension of its own. */
export const relationship = template({
  title: say('Working with us', '合作关系', '合作關係'),
  intro: say(
    'Six questions to tick and one to write, about two minutes.',
    '六道选择题，一道填写题，约两分钟。',
    '六題勾選，一題填寫，約兩分鐘。',
  ),
  pages: [
    {
      id: 'p1',
      questions: [
        {
          id: 'q1',
          type: 'nps',
          required: true,
          title: say(
            'How likely are you to recommend us to a colleague?',
            '您有多大可能把我们推荐给同行？',
            '您有多大可能把我們推薦給同業？',
          ),
          ends: RECOMMEND,
        },
      ],
    },
    {
      id: 'p2',
      questions: [
        rated(
          'q2',
          'product',
          say(
            'How satisfied are you with the quality of what we deliver?',
            '您对我们交付的质量满意吗？',
            '您對我們交付的品質滿意嗎？',
          ),
        ),
        rated(
          'q3',
          'delivery',
          say(
            'How satisfied are you with how we keep dates?',
            '您对我们按期交付的情况满意吗？',
            '您對我們準時交付的情況滿意嗎？',
          ),
        ),
        rated(
          'q4',
          'support',
          say(
            'How satisfied are you with the help you get from us?',
            '您对我们提供的帮助满意吗？',
            '您對我們提供的協助滿意嗎？',
          ),
        ),
        rated(
          'q5',
          'contact',
          say(
            'How satisfied are you with how easily you reach us?',
            '您对联系我们的方便程度满意吗？',
            '您對聯絡我們的方便程度滿意嗎？',
          ),
        ),
        rated(
          'q6',
          'value',
          say(
            'How satisfied are you with what you get for the price?',
            '您对我们的性价比满意吗？',
            '您對所付價格換得的價值滿意嗎？',
          ),
        ),
      ],
    },
    { id: 'p3', questions: [remark('q7')] },
  ],
  show: { place: 'page', on: { code: true }, quiet: 30 },
});
