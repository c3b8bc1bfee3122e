import { choice, RECOMMEND, remark, SATISFIED, say, template } from './build';

/** After a course, a fair or a meeting. */
export const event = template({
  title: say('Event feedback', '活动反馈', '活動回饋'),
  pages: [
    {
      id: 'p1',
      questions: [
        {
          id: 'q1',
          type: 'csat',
          required: true,
          title: say('How satisfied are you with the event?', '您对这次活动满意吗？', '您對這次活動滿意嗎？'),
          ends: SATISFIED,
        },
        {
          id: 'q2',
          type: 'matrix',
          title: say('How do you rate each part?', '您如何评价以下各项？', '您如何評價以下各項？'),
          choices: [
            choice('a', 'Very poor', '很差', '很差'),
            choice('b', 'Poor', '较差', '較差'),
            choice('c', 'Fair', '一般', '普通'),
            choice('d', 'Good', '较好', '較好'),
            choice('e', 'Very good', '很好', '很好'),
          ],
          rows: [
            choice('content', 'Content', '内容', '內容'),
            choice('people', 'Speakers', '讲者', '講者'),
            choice('place', 'Place', '场地', '場地'),
            choice('order', 'Organisation', '组织安排', '活動安排'),
          ],
        },
        {
          id: 'q3',
          type: 'single',
          title: say('How was the length?', '时长怎么样？', '時間長度如何？'),
          choices: [
            choice('short', 'Too short', '太短', '太短'),
            choice('right', 'About right', '刚好', '剛好'),
            choice('long', 'Too long', '太长', '太長'),
          ],
        },
      ],
    },
    {
      id: 'p2',
      questions: [
        {
          id: 'q4',
          type: 'nps',
          title: say(
            'How likely are you to recommend the event to a colleague?',
            '您有多大可能把这个活动推荐给同事？',
            '您有多大可能把這個活動推薦給同事？',
          ),
          ends: RECOMMEND,
        },
        remark('q5'),
      ],
    },
  ],
  show: { place: 'page', on: { code: true }, quiet: 0 },
});
