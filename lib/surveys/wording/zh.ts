import { isConditional, isRated, type Language, without } from './note';

/**
 * Both scripts in one table: what is written differently stands twice. Chinese has no space between words: what could be part of a longer
 * word is told by its neighbours.
 */

const PRAISE =
  '优质|優質|卓越|一流|贴心|貼心|优秀|優秀|完美|领先|領先|出色|专业|專業|周到|热情|熱情|精心|高品质|高品質|深受欢迎|深受歡迎|屡获殊荣|屢獲殊榮';

export const zh: Language = {
  signs: [
    {
      rule: 'doubleBarrelled',
      // Not where it means "with" (和我们), nor inside a word (参与, 温和, 及时).
      pattern:
        /(?<=[\p{Script=Han}]{2})(?:(?<![温溫总總饱飽缓緩柔平])和(?![你您我他她它谁誰气氣谐諧平睦蔼藹])|(?<![参參给給赠贈])[与與](?![你您我他她它谁誰否])|以及|(?<![涉普波提顾顧以])及(?![时時格早])|并且|並且|、)[\p{Script=Han}]{1,6}?(?=满意|滿意|的|如何|怎|是否|评价|評價|吗|嗎|有多|？|$)/u,
      of: isRated,
      unless: /朋友和家人|家人和朋友|亲戚和朋友|親戚和朋友/,
      better: (title, match) => without(title, match),
    },
    { rule: 'doubleBarrelled', pattern: /[？?].+[？?]/ },
    {
      rule: 'leading',
      pattern: /难道|難道|不觉得|不覺得|不认为|不認為|是不是(应该|應該|觉得|覺得|认为|認為)/,
    },
    {
      rule: 'leading',
      pattern: new RegExp(`(?:${PRAISE})的`),
      better: (title, match) => without(title, match),
    },
    {
      rule: 'leading',
      pattern:
        /(众所周知|眾所周知|大多数人(都)?(认为|觉得)|大多數人(都)?(認為|覺得)|大家都(认为|認為|觉得|覺得|说|說)|专家(认为|指出)|專家(認為|指出)|显然|顯然|毫无疑问|毫無疑問)[，,]?/,
      better: (title, match) => without(title, match),
    },
    { rule: 'leading', pattern: /有多(喜欢|喜歡|好用|优秀|優秀|出色)/ },
    {
      rule: 'presupposition',
      pattern: /(为什么|為什麼|为何|為何)/,
      of: (question) => !isConditional(question),
    },
    {
      rule: 'presupposition',
      pattern:
        /最?(喜欢|喜歡|讨厭|討厭|讨厌|不喜欢|不喜歡)(我们|我們)?的?[\p{Script=Han}]{0,8}(什么|什麼|哪)/u,
      of: (question) => !isConditional(question),
      unless: /如果有|如有|有没有|有沒有/,
      better: (title) => `如果有的话，${title}`,
    },
    {
      rule: 'presupposition',
      pattern: /(哪些|什么|什麼)(问题|問題|困难|困難|不满|不滿|麻烦|麻煩)/,
      of: (question) => !isConditional(question),
      unless: /如果有|如有|有没有|有沒有/,
      better: (title) => title.replace(/([？?])?$/, (end) => `（如有）${end}`),
    },
    {
      rule: 'presupposition',
      pattern:
        /(改善|提升|提高|节省|節省|帮助|幫助|改进|改進)了(多少|哪)|有多大的?(帮助|幫助|改善|提升|改进|改進)/,
      of: (question) => !isConditional(question),
    },
    {
      rule: 'absolute',
      pattern: /^(你|您)?(总是|總是|从不|從不|每次都|一直)(.+?)(吗|嗎)？?$/,
      better: (_, match) => `${match[1] ?? ''}多久${match[3]!.replace(/^会|^會/, '')}一次？`,
    },
    {
      rule: 'absolute',
      pattern: /总是|總是|从来|從來|从不|從不|每次都|所有人|任何人|人人|完全|绝对|絕對|永远|永遠|百分之百/,
    },
    {
      rule: 'agreement',
      pattern: /(是否|多大程度上?|有多|你|您)(同意|赞同|贊同|认同|認同)/,
      of: ({ type }) => type !== 'consent',
    },
    {
      rule: 'negation',
      // Not 满意还是不满意, which is balanced; 会不会 and 满不满意, which ask, never come here.
      pattern:
        /不(应该|應該|应当|應當|能|会|會|想|愿意|願意|需要|希望|满意|滿意|喜欢|喜歡|推荐|推薦|使用|同意|允许|允許)/,
      of: isRated,
      unless:
        /(满意|滿意|喜欢|喜歡|愿意|願意|需要|推荐|推薦)(还是|還是|或)不|不(满意|滿意|喜欢|喜歡)(还是|還是|或)/,
      better: (title, match) => title.replace(match[0], match[0].slice(1)),
    },
    {
      rule: 'negation',
      pattern: /(?<!有)(没有|沒有|未曾)/,
      of: isRated,
      unless: /(了|过|過)(还是|還是|或)(没有|沒有)/,
      better: (title, match) => without(title, match),
    },
    { rule: 'negation', pattern: /(不得不|不无|不無|并非不|並非不|没有不|沒有不)/ },
  ],
  jargon: [
    [/触点|觸點|接触点|接觸點/, null],
    [/痛点|痛點/, null],
    [
      /抓手|赋能|賦能|闭环|閉環|颗粒度|顆粒度|底层逻辑|底層邏輯|打通链路|全链路|全鏈路|降本增效|生态位|對標|对标/,
      null,
    ],
    [/净推荐值|淨推薦值|用户旅程|使用者旅程|客户旅程|客戶旅程/, null],
    [/(?<![A-Za-z])(NPS|CSAT|CES|KPI|ROI|UX|UI|SLA|CRM|SaaS|B2B|SOP|POC)(?![A-Za-z])/, null],
  ],
  longest: { unit: /[\p{Script=Han}]|[A-Za-z0-9]+/gu, most: 40 },
  sides: [
    [
      /^(一般|普通|尚可|还行|還行|还可以|還可以|中立|中等|说不清|說不清|不确定|不確定|不适用|不適用|不知道|一半一半|刚好|剛好|有时|有時)/,
      'middle',
    ],
    [/不|差|糟|困难|困難|难|難|坏|壞|从未|從未|很少/, 'down'],
    [/好|优秀|優秀|满意|滿意|可能|同意|容易|喜欢|喜歡|方便|经常|經常|总是|總是|完美|棒/, 'up'],
  ],
  agree: /同意|赞同|贊同|认同|認同/,
};
