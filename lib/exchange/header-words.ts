import type { Meaning } from './mapping';

const fact = (field: string): Meaning => ({ is: 'fact', field });
const messenger = (label: string): Meaning => ({ is: 'messenger', label });

/** A heading in the form in which headings are compared: small letters, single spaces, no brackets, colons or points. */
export function plainHeader(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*:：.]/g, ' ')
    .replace(/[()[\]（）]/g, ' ')
    .replace(/’/g, "'")
    .replace(/e-mail/g, 'email')
    .replace(/[_\s-]+/g, ' ')
    .trim();
}

/** Headings of columns about a person, in the programs that exchange.md names and in tables made by hand. */
const HEADERS: readonly [RegExp, Meaning][] = [
  [
    /^(?:full |display |contact |customer |client |lead |person |member |guest |attendee |participant )?name$|^(?:contact|person|customer|client|anzeigename|kunde|姓名|全名|联系人|聯絡人|联系人姓名|聯絡人姓名|客户姓名|客戶姓名|显示名称?|顯示名稱?|名称|名稱)$/,
    { is: 'name' },
  ],
  [/^中文(?:称谓|稱謂)$/, { is: 'name', doubtful: true }],
  [
    /^(?:name )?prefix$|^(?:salutation|honorific|anrede|称呼|稱呼|称谓|稱謂|尊称)$/,
    { is: 'part', part: 'prefix' },
  ],
  [/^(?:first|given|fore) ?name$|^(?:vorname|名|名字)$/, { is: 'part', part: 'given' }],
  [/^(?:middle|additional) ?name$|^(?:zweiter vorname|中间名|中間名)$/, { is: 'part', part: 'middle' }],
  [/^(?:last|family|sur) ?name$|^(?:nachname|familienname|姓|姓氏)$/, { is: 'part', part: 'family' }],
  [/^(?:name )?suffix$|^(?:后缀|後綴|尾称)$/, { is: 'part', part: 'suffix' }],
  [
    /^(?:company|organi[sz]ation|employer|account|associated company|firm)(?: name)?$|^(?:firma|unternehmen|公司|公司名称|公司名稱|单位|單位|单位名称|工作单位|机构|機構|企业|企業|组织|組織|客户|客户名称|客戶名稱)$/,
    fact('company'),
  ],
  [
    /^(?:job ?)?title$|^(?:organization title|position|role|job|designation|arbeitstitel|职位|職位|职务|職務|职称|職稱|头衔|頭銜|岗位)$/,
    fact('title'),
  ],
  [/^(?:organization )?department$|^(?:abteilung|部门|部門)$/, fact('department')],
  [/^(?:nick ?name|alias|spitzname|昵称|暱稱|别名)$/, fact('nickname')],
  [/^(?:sex|gender|geschlecht|性别|性別)$/, fact('sex')],
  [/^(?:industry|branche|行业|行業|產業)$/, fact('industry')],
  [/^(?:languages?|preferred language|sprache|语言|語言)$/, fact('language')],
  [/^(?:profession|beruf|职业|職業)$/, fact('profession')],
  [/^(?:spouse|ehepartner|partner|配偶)$/, fact('spouse')],
  [/^(?:children|kinder|子女)$/, fact('children')],
  [/^(?:hobby|hobbies|爱好|嗜好)$/, fact('hobby')],
  [/^(?:manager(?:'s)?(?: name)?|reporting to|经理姓名|經理姓名|主管姓名|上司)$/, fact('manager')],
  [/^(?:assistant(?:'s)?(?: name)?|助理姓名|助理)$/, fact('assistant')],
  [/^(?:referred by|introducer|introduced by|推荐人|推薦人|引用者|介绍人|介紹人)$/, fact('introducer')],
  [/^connected on$/, fact('connected on LinkedIn')],
  [
    /^(?:birth ?day|date of birth|birth ?date|dob|geburtstag|geburtsdatum|生日|出生日期)$/,
    { is: 'date', kind: 'birthday' },
  ],
  [/^(?:wedding )?anniversary$|^(?:jahrestag|纪念日|紀念日)$/, { is: 'date', kind: 'anniversary' }],
  [/^(?:birth year|geburtsjahr|出生年份?)$/, { is: 'dateOf', kind: 'birthday', part: 'year' }],
  [/^(?:birth month|geburtsmonat|出生月份?)$/, { is: 'dateOf', kind: 'birthday', part: 'month' }],
  [/^出生日$/, { is: 'dateOf', kind: 'birthday', part: 'day' }],
  [
    /^(?:notes?|comments?|remarks?|memo|description|notizen|bemerkung(?:en)?|备注|備註|附注|附註|说明|說明|描述|便笺)$/,
    { is: 'note' },
  ],
  [
    /^(?:tags?|labels?|categor(?:y|ies)|groups?|kategorien?|标签|標籤|分组|分組|群组|群組|类别|類別)$/,
    { is: 'tags' },
  ],
  [
    /^(?:personal |business |company |work |home )?(?:web ?site|web ?page|url|home ?page|domain name|linked ?in(?: url| profile)?)(?: url)?(?: ?\d)?$|^(?:webseite|网址|網址|网站|網站|主页|主頁|网页|網頁|个人网页|个人主页|商务主页)(?: ?\d)?$/,
    { is: 'page' },
  ],
  [/^(?:wechat|weixin)(?: ?id)?$|^微信(?: ?号| ?號| ?id)?$/, { is: 'point', kind: 'wechat' }],
  [/^qq(?: ?(?:number|号|号码|號碼))?$/, { is: 'point', kind: 'qq' }],
  [/^whats ?app(?: number)?$/, { is: 'point', kind: 'whatsapp' }],
  [/^line(?: ?id)?$/, { is: 'point', kind: 'line' }],
  [/^skype(?: ?id| name)?$/, messenger('skype')],
  [/^(?:twitter|x)(?: username| handle| profile)?$/, messenger('twitter')],
  [/^telegram(?: id| username)?$/, messenger('telegram')],
  [/^(?:im ?address|screen ?name|messenger name|聊天昵称|聊天暱稱|屏幕名称?)$/, messenger('im')],
  [
    /^(?:email opt out|unsubscribed from all email|opted out of email.*)$/,
    { is: 'refuses', channel: 'mail' },
  ],
  [/^do not call$/, { is: 'refuses', channel: 'phone' }],
  // Outlook fills these in for everybody.
  [
    /^(?:email(?: \d)? type|priority|private|sensitivity|电子邮件(?: \d)? ?类型|優先順序|优先级|私有|敏感度|機密性)$/,
    { is: 'silent' },
  ],
];

const MAIL =
  /^(.{0,20}?) ?(?:email|mail|电子邮件|电子邮箱|邮箱|邮件|电邮|電子郵件|電子信箱|信箱|電郵) ?\d? ?(?:address|adresse|地址|账号)? ?\d?(?: (work|home|other|business|personal|geschäftlich|privat))?$/;
const NO_MAIL = /邮政|郵政|地址|type|invalid|last|domain/;

/** Words of which headings of telephone numbers are made. The first say that it is one. */
const PHONE =
  /^(?:phone|telephone|tel|mobile|cell|cellphone|handy|mobil|mobiltelefon|telefon|fax|telefax|pager|callback|telex|isdn|tty\/tdd)$/;
const FILLER = /^(?:phone|telephone|tel|telefon|number|nr|no|nummer|\d)$/;
const PLACE =
  /^(?:business|home|work|other|main|primary|secondary|company|office|direct|private|privat|dienstlich|geschäftlich|personal|car|radio|assistant'?s?|asst|day|evening|alternate|contact)$/;
const PHONE_ZH =
  /^(.{0,12}?)的? ?(移动电话|行動電話|电话|手机|座机|電話|手機|传真|傳真|寻呼机?|呼叫器|电报)(?:号码|號碼|号)? ?\d?$/;

/** What a heading (see `plainHeader`) says of its column; null when it is none that we know. Addresses are read by `addressPart`. */
export function meaningOf(name: string): Meaning | null {
  if (name === '' || name.length > 60) return null;
  const known = HEADERS.find(([pattern]) => pattern.test(name));
  if (known) return known[1];
  const mail = MAIL.exec(name);
  if (mail && !NO_MAIL.test(mail[1] ?? '')) return point('email', mail[1] || mail[2] || '');
  const words = name.split(' ');
  if (words.some((word) => PHONE.test(word)) && words.every((word) => isPhoneWord(word)))
    return point('phone', phoneLabel(words));
  const [, place = '', kind = ''] = PHONE_ZH.exec(name) ?? [];
  return kind ? point('phone', chineseLabel(place.trim(), kind)) : null;
}

function isPhoneWord(word: string): boolean {
  return PHONE.test(word) || FILLER.test(word) || PLACE.test(word);
}

function phoneLabel(words: string[]): string {
  return words
    .filter((word) => !FILLER.test(word))
    .map((word) => (/^(?:cell|cellphone|handy|mobil|mobiltelefon)$/.test(word) ? 'mobile' : word))
    .join(' ');
}

function chineseLabel(place: string, kind: string): string {
  if (/手机|移动|手機|行動/.test(kind)) return place || 'mobile';
  if (/传真|傳真/.test(kind)) return place ? place + kind : 'fax';
  return place || (/寻呼|呼叫/.test(kind) ? 'pager' : '');
}

function point(kind: 'email' | 'phone', label: string): Meaning {
  return { is: 'point', kind, ...(label ? { label } : {}) };
}
