import { RECOMMEND, say, template } from './build';

/** Net promoter score with its reason; who is dissatisfied may ask for an answer. */
export const nps = template({
  title: say('Recommendation (NPS)', '推荐意愿（NPS）', '推薦意願（NPS）'),
  pages: [
    {
      id: 'p1',
      questions: [
        {
          id: 'q1',
          type: 'nps',
          required: true,
          title: say(
            'How likely are you to recommend us to a friend?',
            '您有多大可能把我们推荐给朋友？',
            '您有多大可能把我們推薦給朋友？',
          ),
          ends: RECOMMEND,
        },
      ],
    },
    {
      id: 'p2',
      questions: [
        {
          id: 'q2',
          type: 'longtext',
          title: say(
            'What is the main reason for your {{q1}}?',
            '您打 {{q1}} 分的主要原因是什么？',
            '您給 {{q1}} 分的主要原因是什麼？',
          ),
        },
        {
          id: 'q3',
          type: 'consent',
          when: { q: 'q1', is: 'lte', to: 6 },
          title: say('You may write to me about this.', '可以就此联系我。', '可以就此與我聯絡。'),
        },
      ],
    },
  ],
  show: { place: 'popover', side: 'end', on: { after: 8000 }, visits: 2, again: 90, quiet: 30 },
});
