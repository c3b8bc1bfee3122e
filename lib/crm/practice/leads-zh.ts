import { type Lead, pen } from './lead';
import type { At } from './random';

/** The people one meets first in the Chinese mails, Simplified, then Traditional. */
export function leadsZh(at: At): Lead[] {
  return [...hans(at), ...hant(at)];
}

function hans(at: At): Lead[] {
  const { received, sent, call, meeting, message, purchase, promise, note } = pen(at);
  const year = new Date(at(0, '12:00')).getFullYear();
  const language = 'zh-Hans' as const;
  return [
    {
      key: 'huimin',
      name: '李慧敏',
      language,
      company: '苏州恒测仪器有限公司',
      title: '采购经理',
      speaks: '中文、英文',
      points: [
        { kind: 'phone', value: '+86 512 5550 0119' },
        { kind: 'wechat', value: 'lihm_sz' },
      ],
      tags: ['采购', '地区 / 苏州', '年度合同'],
      birthday: { calendar: 'lunar', year: 1986, month: 8, day: 9 },
      dates: [{ kind: 'contract', label: '年度合同到期', inDays: 71 }],
      consents: { mail: 'given', phone: 'given', survey: 'asked' },
      cadenceDays: 21,
      pace: { first: 723, last: 240, gap: 8 },
      events: [
        note(657, '二十万以下她自己定，以上周磊也要签。周五不要打电话。', true),
        message(221, '11:20', '约定六月来访日期', { channel: 'wechat', direction: 'in', text: '4 条消息' }),
        received(203, '10:05', '运费条款'),
        sent(202, '09:40', '回复：运费条款'),
        meeting(163, '13:00', '苏州会面，参观新厂房', { minutes: 120, others: ['zhoulei'] }),
        purchase(142, '15:30', '两台便携光谱仪', {
          text: `订单 ${year}-88`,
          amount: { minor: 14_600_000, currency: 'CNY' },
        }),
        call(109, '14:10', '运费与交期', { minutes: 12, direction: 'in', text: '希望运费单列一项。' }),
        received(96, '09:14', `发票 ${year}-114`),
        sent(94, '16:12', `发票 ${year}-114（更正）`, { mail: 'huimin-invoice' }),
        promise(94, '16:13', `${year + 1} 年的价目表`, {
          promise: { by: 'me', dueInDays: -87, kept: false },
          evidence: `${year + 1} 年的价目表我周三前发给您。`,
        }),
        received(94, '17:02', `回复：发票 ${year}-114`, { mail: 'huimin-thanks' }),
      ],
      tasks: [
        { title: '运费单列', dueInDays: 2, done: false },
        { title: `更正发票 ${year}-114`, dueInDays: -94, done: true },
      ],
    },
    {
      key: 'zhoulei',
      name: '周磊',
      language,
      company: '苏州恒测仪器有限公司',
      title: '工程师',
      tags: ['工程师', '地区 / 苏州'],
      pace: { first: 650, last: 20, gap: 16 },
      events: [
        received(9, '10:20', '规格书 C 版', { mail: 'zhoulei-spec' }),
        sent(8, '14:35', 'C 版公差数据', { mail: 'zhoulei-tolerance' }),
      ],
    },
    {
      key: 'dingning',
      name: '丁宁',
      language,
      company: '苏州恒测仪器有限公司',
      title: '前任采购经理',
      tags: ['前任'],
      pace: { first: 722, last: 320, gap: 40 },
      events: [note(318, '已离开恒测，由李慧敏接手。')],
    },
    {
      key: 'liqun',
      name: '孙立群',
      language,
      company: '普瑞光学',
      title: '总经理',
      tags: ['续约', '地区 / 武汉'],
      dates: [{ kind: 'contract', label: '合同 PR-31 到期', inDays: 39 }],
      consents: { mail: 'given' },
      pace: { first: 640, last: 30, gap: 22 },
      events: [received(9, '09:12', '续约：服务费的两个问题', { mail: 'liqun-renewal' })],
    },
    {
      key: 'hejing',
      name: '何静',
      language,
      company: '云帆物流',
      title: '现场协调',
      tags: ['现场', '地区 / 宁波'],
      pace: { first: 320, last: 15, gap: 18 },
      events: [received(4, '11:05', '周一走哪个门', { mail: 'hejing-gate' })],
    },
    {
      key: 'anran',
      name: '王安然',
      language,
      company: '澜合科技',
      title: '采购',
      points: [{ kind: 'wechat', value: 'wanganran_hz' }],
      tags: ['样品', '地区 / 杭州'],
      birthday: { inDays: 3, turning: 38, lunar: true },
      pace: { first: 70, last: 20, gap: 14 },
      events: [received(2, '09:58', '样品已到，要测试表', { mail: 'anran-samples' })],
    },
    {
      key: 'gaoyuan',
      name: '高远',
      language,
      company: '远山设计',
      title: '设计师',
      tags: ['设计', '地区 / 成都'],
      dates: [{ kind: 'renewal', label: '合同续签', inDays: 7 }],
      pace: { first: 700, last: 30, gap: 20 },
      events: [sent(16, '15:20', '签字的订单', { mail: 'gaoyuan-order' })],
    },
    {
      key: 'songyu',
      name: '宋予',
      language,
      company: '北窗实验室',
      title: '实验室主任',
      tags: ['安装', '地区 / 北京'],
      pace: { first: 280, last: 25, gap: 20 },
      events: [sent(5, '10:45', '安装日期', { mail: 'songyu-date' })],
    },
    {
      key: 'chenke',
      name: '陈可',
      language,
      company: '澜合科技',
      title: '培训负责人',
      tags: ['推荐客户', '地区 / 杭州'],
      pace: { first: 690, last: 8, gap: 24 },
      events: [
        received(1, '15:48', '谢谢', { mail: 'chenke-thanks' }),
        call(1, '16:30', '培训', { minutes: 6, direction: 'out' }),
      ],
      tasks: [{ title: '感谢她的推荐', dueInDays: 0, done: false }],
    },
  ];
}

function hant(at: At): Lead[] {
  const { received, sent, call, promise, note } = pen(at);
  const language = 'zh-Hant' as const;
  return [
    {
      key: 'yian.chen',
      name: '陳怡安',
      language,
      company: '晨星儀器股份有限公司',
      title: '採購經理',
      points: [{ kind: 'line', value: 'yian.chen' }],
      tags: ['採購', '地區 / 新竹'],
      pace: { first: 410, last: 40, gap: 22 },
      events: [
        call(18, '14:00', '驗收排程', { minutes: 11, direction: 'in' }),
        promise(18, '14:12', '驗收的日期', { promise: { by: 'them', dueInDays: -4, kept: false } }),
      ],
    },
    {
      key: 'borui.huang',
      name: '黃柏睿',
      language,
      company: '海風設計',
      title: '負責人',
      tags: ['設計', '地區 / 台北'],
      pace: { first: 300, last: 35, gap: 24 },
      events: [sent(6, '10:20', '包裝樣稿', { mail: 'borui-package' })],
    },
    {
      key: 'shuyu.lin',
      name: '林書宇',
      language,
      company: '港灣物流',
      title: '營運主管',
      tags: ['物流', '地區 / 香港'],
      pace: { first: 500, last: 22, gap: 18 },
      events: [received(3, '16:40', '下週的出貨時間', { mail: 'shuyu-shipping' })],
    },
    {
      key: 'yongqing',
      name: '鄭詠晴',
      language,
      company: null,
      title: null,
      kind: 'personal',
      city: '台南',
      tags: ['朋友'],
      birthday: { inDays: 5, turning: 41, lunar: true },
      cadenceDays: 60,
      pace: { first: 600, last: 72, gap: 45 },
      events: [note(72, '女兒明年上小學。')],
    },
  ];
}
