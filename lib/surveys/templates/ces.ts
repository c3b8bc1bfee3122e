import { choice, EASY, OTHER, remark, say, template } from './build';

/**
 * Customer effort, 1 to 7. It asks for the effort itself instead of for agreement with "made it easy": people agree with what is said to
 * them whatever it is (Saris et al., 2010, Survey Research Methods 4(1)).
 */
export const ces = template({
  title: say('Effort (CES)', '费力程度（CES）', '費力程度（CES）'),
  pages: [
    {
      id: 'p1',
      questions: [
        {
          id: 'q1',
          type: 'ces',
          required: true,
          title: say(
            'How easy or difficult was it to get your request handled?',
            '处理好这件事对您来说容易还是困难？',
            '處理好這件事對您來說容易還是困難？',
          ),
          ends: EASY,
        },
      ],
    },
    {
      id: 'p2',
      questions: [
        {
          id: 'q2',
          type: 'single',
          when: { q: 'q1', is: 'lte', to: 4 },
          title: say('What cost you the most effort?', '哪一步最费力？', '哪一步最費力？'),
          shuffle: true,
          choices: [
            choice('find', 'Finding where to ask', '找到联系的地方', '找到聯絡的管道'),
            choice('wait', 'Waiting for an answer', '等待答复', '等待回覆'),
            choice('repeat', 'Explaining it more than once', '重复说明情况', '重複說明情況'),
            choice('steps', 'The number of steps', '步骤太多', '步驟太多'),
          ],
          other: OTHER,
        },
        remark('q3'),
      ],
    },
  ],
  show: { place: 'page', on: { code: true }, quiet: 30 },
});
