import { say, template } from './build';

/** A message from somebody who may not be a contact yet. */
export const contact = template({
  kind: 'contact',
  title: say('Write to us', '联系我们', '聯絡我們'),
  pages: [
    {
      id: 'p1',
      questions: [
        {
          id: 'name',
          type: 'text',
          dimension: 'name',
          required: true,
          most: 200,
          title: say('Your name', '您的姓名', '您的姓名'),
        },
        { id: 'q2', type: 'email', required: true, title: say('Your mail', '您的邮箱', '您的電子郵件') },
        { id: 'q3', type: 'phone', title: say('Your telephone', '您的电话', '您的電話') },
        { id: 'q4', type: 'longtext', required: true, title: say('Your message', '留言', '留言') },
        {
          id: 'q5',
          type: 'consent',
          required: true,
          title: say(
            'You may use these details to answer me.',
            '同意用以上信息答复我。',
            '同意使用以上資料回覆我。',
          ),
        },
      ],
    },
  ],
  endings: [
    {
      id: 'e1',
      title: say('Received. A person answers.', '已收到，会有专人答复。', '已收到，會有專人回覆。'),
    },
  ],
  show: { place: 'inline', on: { code: true }, again: 0, quiet: 0 },
});
