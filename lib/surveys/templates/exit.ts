import { choice, OTHER, remark, SATISFIED, say, template } from './build';

/** Asked of a customer who has left. */
export const exit = template({
  title: say('Why you left', '离开的原因', '離開的原因'),
  pages: [
    {
      id: 'p1',
      questions: [
        {
          id: 'q1',
          type: 'single',
          required: true,
          title: say(
            'What was the main reason you left?',
            '您离开的主要原因是什么？',
            '您離開的主要原因是什麼？',
          ),
          shuffle: true,
          choices: [
            choice('need', 'The need is gone', '不再需要', '不再需要'),
            choice('price', 'The price', '价格', '價格'),
            choice('product', 'The product', '产品', '產品'),
            choice('service', 'The service', '服务', '服務'),
            choice('switch', 'An offer from somebody else', '选择了别家', '選擇了別家'),
          ],
          other: OTHER,
        },
      ],
    },
    {
      id: 'p2',
      questions: [
        {
          id: 'q2',
          type: 'csat',
          title: say(
            'How satisfied were you with your time with us?',
            '总体来说，您对使用期间的体验满意吗？',
            '整體來說，您對使用期間的體驗滿意嗎？',
          ),
          ends: SATISFIED,
        },
        {
          id: 'q3',
          type: 'yesno',
          title: say(
            'Did you speak with us about it before you left?',
            '离开之前，您和我们谈过这件事吗？',
            '離開之前，您和我們談過這件事嗎？',
          ),
        },
        {
          id: 'q4',
          type: 'single',
          title: say(
            'How likely are you to buy from us again?',
            '您有多大可能再次购买？',
            '您有多大可能再次購買？',
          ),
          choices: [
            choice('a', 'Very unlikely', '非常不可能', '非常不可能'),
            choice('b', 'Unlikely', '不太可能', '不太可能'),
            choice('c', 'As likely as not', '一半一半', '一半一半'),
            choice('d', 'Likely', '比较可能', '比較可能'),
            choice('e', 'Very likely', '非常可能', '非常可能'),
          ],
        },
        remark('q5'),
      ],
    },
  ],
  show: { place: 'page', on: { code: true }, quiet: 30 },
});
