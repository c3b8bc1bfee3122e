import type { FileFormat } from './file-contacts';

type Has = (...names: string[]) => boolean;

/** Which program wrote a header, by headings that it alone has. `has`: all of these are there. */
const DIALECTS: readonly [FileFormat, (has: Has, any: (pattern: RegExp) => boolean) => boolean][] = [
  ['linkedin-csv', (has) => has('first name', 'last name', 'connected on')],
  ['google-csv', (_, any) => any(/^(?:email|phone) 1 value$/)],
  ['google-csv', (has) => has('group membership') || has('organization name', 'labels')],
  [
    'zoho-csv',
    (has, any) =>
      any(
        /^(?:lead owner|lead owner id|account owner|case owner|mailing street|contact owner id|case origin)$/,
      ) ||
      has('deal name', 'closing date') ||
      has('call type', 'call start time'),
  ],
  [
    'hubspot-csv',
    (has, any) =>
      any(
        /^(?:company domain name|associated contact(?: ids)?|marketing contact status|deal stage|ticket status)$/,
      ) ||
      (any(/^record id/) &&
        any(/^(?:lead status|lifecycle stage|contact owner|company owner|activity type)$/)) ||
      has('ticket name', 'ticket id'),
  ],
  [
    'thunderbird-csv',
    (_, any) =>
      any(
        /^(?:primary email|primäre email adresse|(?:主要|首选)(?:电子邮件|邮箱)(?:地址)?|主要電子郵件(?:地址)?)$/,
      ) &&
      any(
        /^(?:secondary email|sekundäre email adresse|(?:次要|备用|其他)(?:电子邮件|邮箱)(?:地址)?|次要電子郵件(?:地址)?)$/,
      ),
  ],
  [
    'windows-live-csv',
    (has) =>
      has('email address', 'business web page') || has('email address', 'name', 'nickname', 'home street'),
  ],
  [
    'outlook-csv',
    (_, any) =>
      any(/^(?:email address|电子邮件地址|電子郵件地址)$/) &&
      any(
        /^(?:business street|business phone|email 2 address|mobile phone|移动电话|行動電話|中文称谓|商务地址 ?街道|商務地址 ?街道)$/,
      ),
  ],
];

/** The program that wrote a table, by its headings in the form of `plainHeader`. */
export function dialectOf(names: readonly string[]): FileFormat {
  const all = new Set(names);
  const has: Has = (...wanted) => wanted.every((name) => all.has(name));
  const any = (pattern: RegExp) => names.some((name) => pattern.test(name));
  return DIALECTS.find(([, test]) => test(has, any))?.[0] ?? 'csv';
}
