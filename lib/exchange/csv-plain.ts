import type { PointKind } from '@/lib/crm/contacts';
import type { Row } from './csv';
import type { DraftBuilder } from './draft-builder';

/** What a column holds. Address parts bear the place they belong to: `business street`. */
type Meaning =
  | { is: 'name' | 'given' | 'middle' | 'family' | 'note' | 'tags' | 'page' | 'birthday' | 'anniversary' }
  | { is: 'point'; kind: PointKind; label: string }
  | { is: 'fact'; field: string }
  | { is: 'address'; place: string; part: number };

export type Columns = ReadonlyMap<number, Meaning>;

const fact = (field: string): Meaning => ({ is: 'fact', field });
const HEADERS: readonly [RegExp, Meaning][] = [
  [
    /^(?:full |display |contact )?name$|^(?:contact|person|姓名|联系人|聯絡人|联系人姓名|聯絡人姓名|客户姓名|客戶姓名|显示名称|顯示名稱|中文称谓|中文稱謂|名称|名稱)$/,
    { is: 'name' },
  ],
  [/^(?:first|given|fore) ?name$|^(?:vorname|名|名字)$/, { is: 'given' }],
  [/^(?:middle|additional) ?name$|^中间名$|^中間名$/, { is: 'middle' }],
  [/^(?:last|family|sur) ?name$|^(?:nachname|姓|姓氏)$/, { is: 'family' }],
  [
    /^(?:company|organi[sz]ation|employer|account)(?: name)?$|^(?:firma|公司|公司名称|公司名稱|单位|單位|工作单位|机构|機構|企业|企業|客户|客户名称|客戶名稱)$/,
    fact('company'),
  ],
  [/^(?:job ?)?title$|^(?:position|role|job|职位|職位|职务|職務|职称|職稱|头衔|頭銜|岗位)$/, fact('title')],
  [/^(?:department|部门|部門)$/, fact('department')],
  [/^(?:nick ?name|alias|昵称|暱稱|别名)$/, fact('nickname')],
  [/^(?:sex|gender|性别|性別)$/, fact('sex')],
  [/^(?:industry|行业|行業|產業)$/, fact('industry')],
  [/^(?:languages?|语言|語言)$/, fact('language')],
  [/^(?:city|town|城市|所在城市)$/, fact('city')],
  [/^(?:country|country\/region|国家|國家|国家\/地区|國家\/地區)$/, fact('country')],
  [/^(?:birth ?day|date of birth|birth ?date|dob|geburtstag|生日|出生日期)$/, { is: 'birthday' }],
  [/^(?:anniversary|wedding anniversary|纪念日|紀念日)$/, { is: 'anniversary' }],
  [/^(?:notes?|comments?|remarks?|memo|备注|備註|附注|附註|说明|說明|便笺)$/, { is: 'note' }],
  [/^(?:tags?|labels?|categor(?:y|ies)|groups?|标签|標籤|分组|分組|群组|群組|类别|類別)$/, { is: 'tags' }],
  [
    /^(?:web ?site|web ?page|url|home ?page|linked ?in(?: url| profile)?|网址|網址|网站|網站|主页|主頁|网页|網頁)$/,
    { is: 'page' },
  ],
];
const POINTS: readonly [RegExp, PointKind][] = [
  [
    /^(.{0,20}?)(?:e-?mail|email|mail)(?: ?address)?(?: ?\d)?$|^(.{0,20}?)(?:电子邮件|电子邮箱|邮箱|邮件|电邮|電子郵件|電子信箱|信箱|電郵)(?:地址)?\d?$/,
    'email',
  ],
  [
    /^(.{0,20}?)(?:phone|telephone|tel|mobile|cell|telefon)(?: ?(?:number|phone|no))?\.?(?: ?\d)?$|^(.{0,20}?)(?:电话|手机|移动电话|座机|電話|手機|行動電話)(?:号码|號碼|号)?\d?$/,
    'phone',
  ],
  [/^(.{0,20}?)(?:fax)(?: ?number)?$|^(.{0,20}?)(?:传真|傳真)$/, 'phone'],
  [/^(?:wechat|weixin)(?: ?id)?$|^微信(?:号|號|ID)?$/i, 'wechat'],
  [/^qq(?: ?(?:number|号|号码|號))?$/, 'qq'],
  [/^whatsapp(?: ?number)?$/, 'whatsapp'],
  [/^line(?: ?id)?$/, 'line'],
  [/^(.{0,20}?)(?:postal |mailing |street )?address$|^(.{0,20}?)(?:通讯地址|通訊地址|地址|住址)$/, 'postal'],
];
/** Parts of an address in the order in which they are written. */
const ADDRESS: readonly RegExp[] = [
  /^(business|home|other|work|商务|住宅|商務)? ?(?:street|街道)(?: 1)?$/,
  /^(business|home|other|work|商务|住宅|商務)? ?(?:postal code|zip(?: code)?|postcode|邮政编码|邮编|郵遞區號)$/,
  /^(business|home|other|work|商务|住宅|商務) ?(?:city|城市|市)$/,
  /^(business|home|other|work|商务|住宅|商務)? ?(?:state|province|region|省\/市\/自治区|省|州)$/,
  /^(business|home|other|work|商务|住宅|商務) ?(?:country(?:\/region)?|国家\/地区|国家|國家)$/,
];

/** The columns of a header that are understood; null when none of them is a name or an address. */
export function plainColumns(header: readonly string[]): Columns | null {
  const columns = new Map<number, Meaning>();
  for (const [index, cell] of header.entries()) {
    const meaning = meaningOf(plainHeader(cell));
    if (meaning) columns.set(index, meaning);
  }
  const known = [...columns.values()];
  const told = known.some(
    (one) => ['name', 'given', 'family'].includes(one.is) || (one.is === 'point' && one.kind !== 'postal'),
  );
  return told && known.length * 4 >= Math.min(header.length, 8) ? columns : null;
}

/** `First_Name`, `E-Mail-Adresse (geschäftlich)`: small letters, spaces, no brackets. */
function plainHeader(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*:：]/g, '')
    .replace(/\((.*?)\)/g, ' $1')
    .replace(/e-mail/g, 'email')
    .replace(/[_\s-]+/g, ' ')
    .trim();
}

function meaningOf(name: string): Meaning | null {
  const known = HEADERS.find(([pattern]) => pattern.test(name));
  if (known) return known[1];
  const part = ADDRESS.findIndex((pattern) => pattern.test(name));
  if (part >= 0) return { is: 'address', place: ADDRESS[part]!.exec(name)?.[1] ?? '', part };
  for (const [pattern, kind] of POINTS) {
    const found = pattern.exec(name);
    if (found) return { is: 'point', kind, label: labelOf(name, (found[1] ?? found[2] ?? '').trim()) };
  }
  return null;
}

function labelOf(name: string, before: string): string {
  if (before) return before;
  return /fax|传真|傳真/.test(name) ? 'fax' : /mobile|cell|手机|移动|手機|行動/.test(name) ? 'mobile' : '';
}

export function readPlainRow(columns: Columns, row: Row, into: DraftBuilder): void {
  const addresses = new Map<string, string[]>();
  for (const [column, meaning] of columns) {
    const text = row.take(column);
    if (!text) continue;
    if (meaning.is === 'point')
      for (const one of several(meaning.kind, text)) into.point(meaning.kind, one, meaning.label);
    else if (meaning.is === 'fact') into.fact(meaning.field, text);
    else if (meaning.is === 'address') {
      const parts = addresses.get(meaning.place) ?? [];
      parts[meaning.part] = text;
      addresses.set(meaning.place, parts);
    } else if (meaning.is === 'name') into.name(text);
    else if (meaning.is === 'note') into.note(text);
    else if (meaning.is === 'tags') into.tags(text);
    else if (meaning.is === 'page') into.page(text);
    else if (meaning.is === 'birthday' || meaning.is === 'anniversary') into.date(meaning.is, text);
    else into.namePart(meaning.is, text);
  }
  for (const [place, parts] of addresses) into.point('postal', parts.filter(Boolean).join(', '), place);
}

/** Some programs put several addresses into one cell. */
function several(kind: PointKind, text: string): string[] {
  return kind === 'email' || kind === 'phone' ? text.split(/\s*(?:[;；、]|:::|,(?=\s*\S+@)|\n)\s*/) : [text];
}
