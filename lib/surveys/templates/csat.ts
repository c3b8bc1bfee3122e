import { choice, OTHER, remark, SATISFIED, say, template } from './build';

/** Satisfaction with one case, asked when it was closed. */
export const csat = template({
  title: say('Satisfaction after a case (CSAT)', '工单后满意度（CSAT）', '案件後滿意度（CSAT）'),
  pages: [
    {
      id: 'p1',
      questions: [
        {
          id: 'q1',
          type: 'csat',
          required: true,
          title: say(
            'How satisfied are you with how we handled your request?',
            '您对我们处理您的请求满意吗？',
            '您對我們處理您的需求滿意嗎？',
          ),
          ends: SATISFIED,
        },
      ],
    },
    {
      id: 'p2',
      questions: [
        {
          id: 'q2',
          type: 'single',
          title: say('Is your request solved?', '您的问题解决了吗？', '您的問題解決了嗎？'),
          choices: [
            choice('yes', 'Yes', '解决了', '解決了'),
            choice('partly', 'In part', '部分解决', '部分解決'),
            choice('no', 'No', '没有解决', '沒有解決'),
          ],
        },
        {
          id: 'q3',
          type: 'multiple',
          title: say('What decided your score?', '哪些方面决定了您的评分？', '哪些方面決定了您的評分？'),
          shuffle: true,
          choices: [
            choice('speed', 'How fast we answered', '答复的速度', '回覆的速度'),
            choice('result', 'What came of it', '处理的结果', '處理的結果'),
            choice('clear', 'How clearly we explained it', '说明的清楚程度', '說明的清楚程度'),
            choice('tone', 'How we spoke with you', '沟通的方式', '溝通的方式'),
          ],
          other: OTHER,
        },
        remark('q4'),
      ],
    },
  ],
  show: { place: 'page', on: { code: true }, quiet: 30 },
});
