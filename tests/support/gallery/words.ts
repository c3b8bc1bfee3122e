import { language } from '@/lib/i18n';

/** Sample sentences of the drawings: English, Simplified, Traditional. Everybody in them is invented. */
const SAMPLES = {
  name: ['Ingrid Solheim', '李慧敏', '李慧敏'],
  other: ['Tomas Berg', '周磊', '周磊'],
  role: [
    'Head of Purchasing, Fjordlab AS',
    '采购经理，苏州恒测仪器有限公司',
    '採購經理，恆測儀器股份有限公司',
  ],
  how: [
    'by address, ingrid@fjordlab.example',
    '凭地址识别：huimin@hengce.example',
    '憑地址辨識：huimin@hengce.example',
  ],
  clause1: ['Last spoke 94 days ago', '上次联系是94天前', '上次聯絡是94天前'],
  between: [' about the invoice; you ', '，谈的是发票；你', '，談的是發票；你'],
  clause2: ['promised a price list', '答应过一份价目表', '答應過一份價目表'],
  comma: [', ', '，', '，'],
  clause3: ['still open', '至今未发', '至今未寄'],
  stop: ['.', '。', '。'],
  quote: [
    '“I will send you the 2027 price list by Wednesday.”',
    '“2027年的价目表我周三前发给您。”',
    '「2027年的價目表我週三前寄給您。」',
  ],
  quoted: [
    'You, mail of 19 Aug, 16:12. Marked by you.',
    '你，8月19日16:12的邮件。由你标为承诺。',
    '你，8月19日16:12的郵件。由你標為承諾。',
  ],
  step: ['Send Ingrid the price list', '把价目表发给李慧敏', '把價目表寄給李慧敏'],
  reason: [
    'Promised for 26 Aug, now 87 days late. She asked for it twice.',
    '答应8月26日前给，已晚87天。她问过两次。',
    '答應8月26日前給，已晚87天。她問過兩次。',
  ],
  more: ['2 more', '另 2 项', '另 2 項'],
  note: ['What should you remember?', '有什么值得记住？', '有什麼值得記住？'],
  tag1: ['purchasing', '采购', '採購'],
  tag2: ['Norway', '苏州', '新竹'],
  tag3: ['yearly contract', '年度合同', '年度合約'],
  line1: ['Re: Invoice 2026-114', '回复：发票 2026-114', '回覆：發票 2026-114'],
  line2: ['Price list 2027, by 26 Aug', '2027 价目表，8月26日前', '2027 價目表，8月26日前'],
  line3: ['Call, 12 min: freight to Tromsø', '通话 12 分钟：运费与交期', '通話 12 分鐘：運費與交期'],
  removed: ['Tag removed from 3 contacts', '已从3位联系人移除标签', '已從3位聯絡人移除標籤'],
  failed: [
    'Not saved: the browser is out of space.',
    '未保存：浏览器空间已满。',
    '尚未儲存：瀏覽器空間已滿。',
  ],
  todo: [
    'Save a backup, then remove old attachments.',
    '请先备份，再删除旧附件。',
    '請先備份，再刪除舊附件。',
  ],
  empty: ['Nobody waits for you', '没有人在等你', '沒有人在等你'],
  emptyHow: [
    'Who has written and got no answer stands here, the longest first.',
    '写信来还没有得到回复的人会列在这里，最久的在前。',
    '來信還沒得到回覆的人會列在這裡，最久的在前。',
  ],
  purpose: ['What is it for?', '用来做什么？', '用來做什麼？'],
  sales: ['Sales', '销售', '業務'],
  salesHint: ['Promises, prices, the next call', '承诺、报价、下一通电话', '承諾、報價、下一通電話'],
  support: ['Support', '客服', '客服'],
  supportHint: ['Cases, first answers, surveys', '工单、首次答复、问卷', '案件、首次回覆、問卷'],
} as const;

/** A sample sentence in the language on screen. */
export function sample(key: keyof typeof SAMPLES): string {
  return SAMPLES[key][['en', 'zh-Hans', 'zh-Hant'].indexOf(language.value)] ?? key;
}
