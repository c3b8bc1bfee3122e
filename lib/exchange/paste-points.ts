import type { PointKind } from '@/lib/crm/contacts';
import { phoneForm } from './point-phone';
import { normalizePoint, type PointOptions } from './points';

/** A value found in a text: `start` and `end` mark it, `from` its label before it. */
export interface Found {
  field: string;
  value: string;
  start: number;
  end: number;
  from: number;
  confidence: number;
}

const LABEL_END = '[\\s:.)]{0,4}$';
const label = (words: string) => new RegExp(`(?:${words})${LABEL_END}`, 'iu');

const MAIL = label(
  '(?:电子)?邮[箱件](?:地址)?|電子郵[件箱]|郵箱|电邮|電郵|信箱|\\be-?mails?|\\bmail|(?<!\\p{L})e',
);
const WEB = label('网址|網址|网站|網站|官网|官網|主页|首頁|\\bweb(?:site)?|\\bhomepage|\\burl|(?<!\\p{L})w');
const FAX = label('传真|傳真|\\bfax|(?<!\\p{L})f');
const WHATSAPP = label('whats ?app(?:\\s*/\\s*(?:mobile|phone|tel))?');
const PHONE = label(
  '(?:(?:微信|wechat)\\s*[/&、]\\s*)?(?:手机(?:号码?)?|手機(?:號碼)?|移动电话|行動電話|(?:联系|办公|公司|聯絡|公司)?(?:电话|電話)(?:号码)?|座机|座機|市話|热线|熱線|专线|專線|直线|直線|总机|總機|\\b(?:direct(?: line)?|t[eé]le?(?:phone|fon)?|phone|fon|mobile?|mob|handy|portable|cell(?:phone)?|office|work|home|main|ph)|(?<!\\p{L})[tmpdcowh])(?:\\s*[/&、]\\s*(?:微信(?:号|號)?|wechat|whatsapp|传真|傳真|fax))?',
);
const WECHAT_NUMBER = label('微信(?:号|號)?|wechat(?: ?id)?');
const OTHER_NUMBER = new RegExp(
  '(?:订单|訂單|单号|單號|编号|編號|发票|發票|税号|稅號|统编|統編|账号|帳號|账户|帳戶|卡号|卡號|合同|身份证|身分證|邮编|郵編|郵遞區號|股票|备案|備案|金额|金額|款号|型号|' +
    '\\b(?:order|invoice|inv|po|p\\.o|ref(?:erence)?|no|nr|vat|ust-?id|tax(?: id)?|hrb|account|acct|iban|zip|ticket|case|sku|id|customer|contract|tracking|reg(?:istration)?|abn|ein|isbn|amount|total|usd|eur|rmb|cny|passcode))' +
    '(?:[\\s#:.号號码碼-]|\\bno\\b|\\bnumber\\b|\\bis\\b){0,8}$|[#№$€£¥]\\s*$|[号號码碼]\\s?:\\s?$',
  'iu',
);

const EMAIL_TEXT =
  /(?<![\w.%+-])[A-Za-z0-9][\w.%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9-])/g;
const URL_TEXT = /(?<![\w@.])(?:https?:\/\/|www\.)[\w!#$%&'*+,./:;=?@~-]{3,400}/gi;
const BARE_HOST = /(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}(?:\/[\w./?=&%-]{0,200})?(?![\w@-])/g;
const ACCOUNTS: [PointKind, RegExp][] = [
  [
    'wechat',
    /(?:微信(?:号|號|ID)?|we ?chat(?: ?id)?|weixin|\bwx|[vV]信|\bvx)(?<colon>\s{0,2}[:是为為])?\s{0,2}(?<value>[a-z][\w-]{5,19})(?![\w@.-])/gi,
  ],
  [
    'line',
    /\b(?:LINE(?: ?ID)?\s{0,2}[:是为為]|LINE ?ID|Line ID\s{0,2}:?)\s{0,2}(?<value>@?[A-Za-z0-9][\w.-]{2,29})(?![\w@])/g,
  ],
  ['qq', /QQ(?:号码?|號碼?)?[\s:是为為]{0,3}(?<value>[1-9]\d{4,11})(?!\d)/gi],
  [
    'handle',
    /\b(?<site>telegram|twitter|github|instagram|weibo)\s{0,2}[:是为為]\s{0,2}@?(?<value>\w[\w.-]{1,38})(?![\w@/])/gi,
  ],
];
const NUMBER_TEXT =
  /(?<![\w.+])(?:(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)|(?:\+|\(\+?)?\d(?:[ ().\u00a0–-]{0,3}\d){5,17})(?![\w@])(?:[ ,]{0,2}(?:ext\.?|x|转|轉|分机|分機|#)[ :]{0,2}\d{1,6})?/gi;
const DATE_LIKE =
  /^\(?(?:19|20)\d\d([-./ ])\d{1,2}\1\d{1,2}\)?(?:\s\d{1,2})?$|^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d$/;
const ALSO_WECHAT = /^[\s,，(]{0,3}(?:(?:和|and)?微信同[号號]?|同微信|same (?:on|for) wechat|wechat same)/i;

/** How far before a value its label is looked for. */
const REACH = 28;

/** E-mail addresses, glued to Chinese text or not. */
export function findEmails(text: string): Found[] {
  return [...text.matchAll(EMAIL_TEXT)].flatMap((match) =>
    point('email', text, match[0], match.index, 0.95, MAIL),
  );
}

/** Web addresses with a scheme or `www.`, and bare ones that have a label or a line of their own. */
export function findUrls(text: string): Found[] {
  const full = [...text.matchAll(URL_TEXT)].flatMap((match) => {
    const value = match[0].replace(/[.,;:!?]+$/, '');
    for (const kind of ['whatsapp', 'line', 'handle'] as const) {
      const service = kind === 'handle' || /wa\.me|whatsapp\.com|line\.me/i.test(value);
      const found = service ? point(kind, text, value, match.index, 0.95, WEB) : [];
      if (found.length > 0) return found;
    }
    return point('url', text, value, match.index, 0.9, WEB);
  });
  const bare = [...text.matchAll(BARE_HOST)].flatMap(({ 0: value, index }) => {
    const labelled = WEB.test(text.slice(Math.max(0, index - REACH), index));
    const alone =
      /(?:^|[\n|])[ \t]{0,8}$/.test(text.slice(Math.max(0, index - 9), index)) &&
      /^[ \t]{0,8}(?:[\n|]|$)/.test(text.slice(index + value.length, index + value.length + 9));
    return labelled || alone ? point('url', text, value, index, labelled ? 0.9 : 0.7, WEB) : [];
  });
  return [
    ...full,
    ...bare.filter((one) => full.every((other) => one.end <= other.start || one.start >= other.end)),
  ];
}

/** Names on services that stand behind the service's name. */
export function findAccounts(text: string): Found[] {
  return ACCOUNTS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { value = '', colon, site } = match.groups ?? {};
      // "WeChat account" is prose: without a colon the name has a figure, a line or a Chinese label.
      if (kind === 'wechat' && !colon && !/[\d_-]/.test(value) && !/^微信[号號]/.test(match[0])) return [];
      const start = match.index + match[0].length - value.length;
      const normal = normalizePoint(kind, site ? `${site}:${value}` : value);
      if ('error' in normal) return [];
      return [
        {
          field: kind,
          value: normal.display,
          start,
          end: start + value.length,
          from: match.index,
          confidence: 0.9,
        },
      ];
    }),
  );
}

/**
 * Telephone numbers: not fax, order, tax or account numbers, nor dates. A number after another takes its label.
 * Without a label, a number must be one by `+`, by the region, or by being a Chinese mobile number.
 */
export function findPhones(text: string, { region }: PointOptions): Found[] {
  const found: Found[] = [];
  let last: { end: number; use: Use } | null = null;
  for (const match of text.matchAll(NUMBER_TEXT)) {
    const before = text.slice(Math.max(0, match.index - REACH), match.index);
    const follows: boolean = last !== null && /^[\s/、,;&]{1,4}$/.test(text.slice(last.end, match.index));
    const use: Use = useOf(before) ?? (follows && last ? last.use : 'none');
    const number: string | null =
      trimmed(match[0], use, region) ?? (use === 'none' ? aloneOnLine(text, match) : null);
    if (!number) continue;
    const start = match.index;
    const end: number = start + number.length;
    last = { end, use };
    const from = start - labelLength(before, use);
    const shown = phoneForm(number, region)?.display ?? number;
    const add = (field: string, confidence: number, value = shown) =>
      found.push({ field, value, start, end, from, confidence });
    if (use === 'other' || use === 'fax') add('', 0);
    else if (use === 'whatsapp') add('whatsapp', 0.9);
    else {
      add('phone', use === 'phone' ? 0.9 : use === 'wechat' ? 0.5 : 0.6);
      const both = use === 'wechat' || /微信|wechat/i.test(text.slice(from, start));
      if (both || ALSO_WECHAT.test(text.slice(end, end + 16)))
        add('wechat', 0.85, number.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, ''));
    }
  }
  return found;
}

type Use = 'phone' | 'fax' | 'whatsapp' | 'wechat' | 'other' | 'none';
const USES: [Use, RegExp][] = [
  ['whatsapp', WHATSAPP],
  ['phone', PHONE],
  ['fax', FAX],
  ['wechat', WECHAT_NUMBER],
  ['other', OTHER_NUMBER],
];

function useOf(before: string): Use | null {
  return USES.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
}

function labelLength(before: string, use: Use): number {
  return USES.find(([one]) => one === use)?.[1].exec(before)?.[0].length ?? 0;
}

/** The part of a row of figures that is a number: `138 0000 0000 6` ends before the floor. Null when none is. */
function trimmed(text: string, use: Use, region: string | undefined): string | null {
  for (let number = text; number.length > 5; number = number.replace(/[ ()\u00a0][^ ()\u00a0]*$/, '')) {
    const form = DATE_LIKE.test(number) ? null : phoneForm(number, region);
    const mobile = /^(?:86)?1[3-9]\d{9}$/.test(number.replace(/\D/g, ''));
    const dialled = form?.valid || mobile || (number.startsWith('+') && form?.key.startsWith('+'));
    const plausible = use !== 'none' && form && number.replace(/\D/g, '').length <= 16;
    if (dialled || plausible) return balanced(number);
    if (!/[ ()\u00a0]/.test(number)) break;
  }
  return null;
}

/** `0912-345-678` is a number of some country when a line is nothing else: what is dialled within one begins with 0. */
function aloneOnLine(text: string, { 0: number, index }: RegExpExecArray): string | null {
  const before = text.slice(Math.max(0, index - 3), index);
  const after = text.slice(index + number.length, index + number.length + 3);
  const isAlone = /(?:^|\n)[ \t]*\(?$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(after);
  const digits = number.replace(/\D/g, '');
  const isDialled = /^0[1-9]\d{7,10}$/.test(digits) && !DATE_LIKE.test(number);
  return isAlone && isDialled ? balanced(number) : null;
}

function balanced(number: string): string {
  return number.replace(/[\s(.–-]+$/, '');
}

function point(
  kind: PointKind,
  text: string,
  value: string,
  start: number,
  confidence: number,
  before: RegExp,
): Found[] {
  const normal = normalizePoint(kind, value);
  if ('error' in normal) return [];
  const named = before.exec(text.slice(Math.max(0, start - REACH), start))?.[0].length ?? 0;
  return [
    { field: kind, value: normal.display, start, end: start + value.length, from: start - named, confidence },
  ];
}
