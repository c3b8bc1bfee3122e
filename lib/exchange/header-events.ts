import type { FileActivity } from './file-contacts';
import type { EventPart, TableOf } from './mapping';
import { currencyOf } from './money-text';

/** Tables of what happened: purchases, deals, tickets, activities. */
export type EventTable = Exclude<TableOf, 'people' | 'companies'>;

type Words = readonly [RegExp, EventPart | 'whom' | 'whomIds'][];

const AMOUNT =
  /^(?:order |purchase |invoice |deal |net |gross |grand |sub ?)?(?:total|amount|price|sum|revenue|value|paid)(?: (?:amount|price|value|paid))?(?: (?:in )?(?:company currency|[a-z]{3}))?$|^(?:金额|金額|总额|總額|总价|總價|实付金额|實付金額|成交金额|成交金額|订单金额|訂單金額|消费金额|betrag|summe|preis|gesamt)(?: ?(?:[a-z]{3}|元))?$/;
const CURRENCY = /^(?:(?:deal )?currency(?: code)?|币种|货币|幣別|währung)$/;
const ID =
  /^(?:record|deal|ticket|case|order|invoice|transaction|receipt|activity|engagement|call|meeting|note)? ?(?:id|number|no|nr|#)$|^(?:订单号|订单编号|訂單編號|发票号|工单编号|流水号|编号|編號|商机编号|商機編號|bestellnummer|rechnungsnummer)$/;
const WHOM =
  /^(?:associated contacts?|contact name|contact|related to|customer|customer name|client|client name|buyer|kunde|kundenname|客户|客户名称|客户姓名|客戶|客戶名稱|客戶姓名|顾客|買家|买家|会员|联系人|联系人姓名|聯絡人|聯絡人姓名)$/;
const WHOM_IDS = /^(?:associated contact ids?|contact ids?)$/;
const CLOSED =
  /^(?:close date|closed date|closing date|close time|closed time|date closed|time closed|closed at|resolved at|成交日期|预计成交日期|预计成交时间|結案日期|关闭时间|解决时间)$/;
const MADE =
  /^(?:create date|created date|created time|created|created at|date created|open date|opened|opened at|创建时间|创建日期|建立時間|提交时间)$/;
const DATE =
  /^(?:order |purchase |invoice |payment |transaction |sale |paid )?(?:date|day)$|^(?:purchased|ordered|paid)(?: at| on)?$|^(?:日期|时间|時間|购买日期|購買日期|下单日期|下单时间|订单日期|訂單日期|交易日期|付款日期|付款时间|datum|kaufdatum|bestelldatum|rechnungsdatum)$/;
const TEXT =
  /^(?:(?:ticket |deal |case |meeting )?description|notes?|call notes|meeting notes|internal meeting notes|email body|note body|note|body|body preview|comments?|content|solution|resolution|备注|備註|内容|內容|描述|说明|beschreibung|notizen)$/;

/** A length in months, or the day on which it ends: the value tells. */
const WARRANTY =
  /^(?:product )?(?:warranty|guarantee)(?: (?:period|duration|length|term))?(?: (?:in )?(?:months?|years?))?$|^(?:product )?(?:warranty|guarantee) (?:until|till|end|ends|ends on|end date|expires|expires on|expiry|expiry date|expiration|expiration date|date)$|^(?:months? of|end of) warranty$|^garantie(?: bis|ende|zeit)?$|^(?:保修|质保|質保|保固)(?:期|期限|期间|期間)?(?:月数|月數)?(?: ?(?:月|年|个月|個月))?$|^(?:保修|质保|質保|保固)期?(?:至|到|截止|到期|到期日|到期日期|截止日|截止日期)$/;

/** Headings of each table, as `plainHeader` gives them. */
const WORDS: Readonly<Record<EventTable, Words>> = {
  purchases: [
    [WHOM, 'whom'],
    [AMOUNT, 'amount'],
    [CURRENCY, 'currency'],
    [DATE, 'date'],
    [MADE, 'date'],
    [ID, 'id'],
    [
      /^(?:product|item|description|subject|product name|item name|order|service|商品|产品|產品|商品名称|产品名称|品名|项目|artikel|produkt|beschreibung)$/,
      'subject',
    ],
    [WARRANTY, 'warranty'],
    [TEXT, 'text'],
  ],
  deals: [
    [WHOM, 'whom'],
    [WHOM_IDS, 'whomIds'],
    [/^(?:deal name|opportunity name|商机名称|商機名稱|交易名称)$/, 'subject'],
    [/^(?:deal stage|stage|阶段|階段|商机阶段)$/, 'stage'],
    [
      /^(?:closed lost reason|closed won reason|lost reason|reason for loss|loss reason|reason for closing|丢单原因|丟單原因|输单原因|輸單原因|流失原因)$/,
      'reason',
    ],
    [CLOSED, 'closed'],
    [MADE, 'date'],
    [AMOUNT, 'amount'],
    [CURRENCY, 'currency'],
    [ID, 'id'],
    [TEXT, 'text'],
  ],
  tickets: [
    [WHOM, 'whom'],
    [WHOM_IDS, 'whomIds'],
    [/^(?:ticket name|subject|title|case subject|主题|主題|标题|標題|工单标题|问题)$/, 'subject'],
    [/^(?:ticket status|status|case status|state|状态|狀態)$/, 'stage'],
    [CLOSED, 'closed'],
    [MADE, 'date'],
    [DATE, 'date'],
    [ID, 'id'],
    [/^(?:category|type|case type|ticket type|类型|類型)$/, 'type'],
    [TEXT, 'text'],
  ],
  activities: [
    [WHOM, 'whom'],
    [WHOM_IDS, 'whomIds'],
    [/^(?:activity type|type|engagement type|活动类型|互动类型|类型|類型)$/, 'type'],
    [/^(?:call direction|email direction|direction|call type|方向)$/, 'direction'],
    [/^(?:call |meeting )?duration(?: .*)?$|^(?:minutes|时长|時長|通话时长)(?: .*)?$/, 'minutes'],
    [
      /^(?:activity date|call start time|call date|meeting start time|start time|start date\/?time|from|email send date|活动日期|开始时间)$/,
      'date',
    ],
    [DATE, 'date'],
    [MADE, 'date'],
    [ID, 'id'],
    [
      /^(?:subject|title|email subject|call title|call subject|meeting name|meeting title|note title|主题|主題|标题|標題)$/,
      'subject',
    ],
    [TEXT, 'text'],
  ],
};

const MARKS: readonly [EventTable, RegExp][] = [
  ['deals', /^(?:deal name|deal stage|opportunity name|商机名称|商機名稱|商机阶段)$/],
  [
    'tickets',
    /^(?:ticket name|ticket id|ticket status|case number|case origin|case owner|工单编号|工单标题)$/,
  ],
  [
    'activities',
    /^(?:activity type|activity date|call notes|call direction|call duration.*|call start time|email direction|email body|meeting name|meeting start time|note body|engagement type|活动类型|互动类型|通话时长)$/,
  ],
];

/** Which table of events these headings are of; null for a table of people or companies. `types`: what stands in a column of types. */
export function eventTableOf(names: readonly string[], types: readonly string[]): EventTable | null {
  const marked = MARKS.find(([, mark]) => names.some((name) => mark.test(name)));
  if (marked) return marked[0];
  const has = (...patterns: RegExp[]) => names.some((name) => patterns.some((pattern) => pattern.test(name)));
  const dated = has(DATE);
  if (dated && has(AMOUNT)) return 'purchases';
  // Headings alone prove little: lists of people have types and states as well.
  if (dated && types.length > 0 && types.filter((type) => activityType(type)).length * 2 > types.length)
    return 'activities';
  const asked = has(/^(?:subject|case subject|issue|主题|主題|标题|標題|问题|問題)$/);
  return (dated || has(MADE)) && asked && has(/^(?:status|state|状态|狀態)$/) ? 'tickets' : null;
}

/** Column of what kind of activity a row is. */
export const TYPE_COLUMN = /^(?:type|activity|activity type|engagement type|类型|類型|活动类型|互动类型)$/;

const TYPES: readonly [RegExp, FileActivity['type']][] = [
  [/call|phone|通话|电话|電話|通話|anruf/i, 'call'],
  [/mail|邮件|郵件/i, 'mail'],
  [/meeting|appointment|demo|会议|會議|会面|见面|termin/i, 'meeting'],
  [/visit|拜访|拜訪|到访|besuch/i, 'visit'],
  [/sms|whatsapp|wechat|message|chat|微信|短信|消息|nachricht/i, 'message'],
  [/note|task|to-?do|备注|備註|任务|notiz|aufgabe/i, 'note'],
  [/purchase|order|sale|购买|下单|kauf/i, 'purchase'],
];

/** The kind of activity that a word of another program means; null when it is none. */
export function activityType(text: string): FileActivity['type'] | null {
  return TYPES.find(([pattern]) => text.length < 40 && pattern.test(text))?.[1] ?? null;
}

/** What a heading says of such a table; null when it may be about the person. */
export function eventMeaning(name: string, table: EventTable): EventPart | 'whom' | 'whomIds' | null {
  return WORDS[table].find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** The currency that a heading of amounts names: `Amount (EUR)`. */
export function currencyIn(name: string): string | undefined {
  if (!AMOUNT.test(name)) return undefined;
  if (name.endsWith('元')) return /[額總實]/.test(name) ? 'TWD' : 'CNY';
  return currencyOf(/ ([a-z]{3})$/.exec(name)?.[1] ?? '');
}
