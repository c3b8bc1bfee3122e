import { choice, OTHER, say, template } from './build';

/** Opens a case; its number stands on the last page. */
export const complaint = template({
  kind: 'complaint',
  title: say('Tell us what went wrong', '告诉我们哪里出了问题', '告訴我們哪裡出了問題'),
  intro: say('You get a number now.', '现在就给您编号。', '現在就給您編號。'),
  pages: [
    {
      id: 'p1',
      questions: [
        {
          id: 'q1',
          type: 'longtext',
          required: true,
          title: say('What happened', '发生了什么', '發生了什麼事'),
        },
        {
          id: 'q2',
          type: 'text',
          title: say('Order number', '订单号', '訂單編號'),
          help: say('if you have it', '如有', '如有'),
        },
        {
          id: 'q3',
          type: 'single',
          title: say('What would put it right', '怎样处理您会满意', '怎樣處理您會滿意'),
          choices: [
            choice('again', 'Send it again', '重新发一份', '重新寄一份'),
            choice('refund', 'Refund', '退款', '退款'),
            choice('repair', 'Repair', '维修', '維修'),
          ],
          other: OTHER,
        },
        {
          id: 'q4',
          type: 'email',
          required: true,
          title: say('Your mail', '您的邮箱', '您的電子郵件'),
        },
      ],
    },
  ],
  endings: [
    {
      id: 'e1',
      title: say('Received. A person answers.', '已收到，会有专人答复。', '已收到，會有專人回覆。'),
      text: say('Please keep this number.', '请记下这个编号。', '請記下這個編號。'),
      receipt: true,
      steps: [
        say('Received: your number is above.', '已收到：编号在上面。', '已收到：編號在上面。'),
        say(
          'In progress: a person replies within 24 hours.',
          '处理中：24 小时内会有人回复。',
          '處理中：24 小時內會有人回覆。',
        ),
        say(
          'Resolved: you hear what we did, and may say whether it holds.',
          '已解决：告诉您我们做了什么，您可以说是否解决。',
          '已解決：告訴您我們做了什麼，您可以說是否解決。',
        ),
      ],
    },
  ],
  show: { place: 'tab', side: 'end', on: { after: 0 }, again: 0, quiet: 0 },
});
