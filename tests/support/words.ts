import type { Language } from '@/lib/i18n';

/** All words of the interface in one language: "namespace.key" to sentence. */
export type Words = Readonly<Record<string, string>>;

/** One word for one noun in each language, and the words of other products and places that it must not be called. */
interface Term {
  /** Key in the dictionaries whose whole text is the term. */
  key: string;
  en: string;
  hans: string;
  hant: string;
  /** Refused wherever they stand. */
  notHans?: string;
  notHant?: string;
}

const TERMS: readonly Term[] = [
  {
    key: 'contact',
    en: 'Contact',
    hans: '联系人',
    hant: '聯絡人',
    notHans: '联络人 人脉',
    notHant: '聯繫人 聯系人 人脈',
  },
  {
    key: 'company',
    en: 'Company',
    hans: '公司',
    hant: '公司',
    notHans: '企业客户 单位',
    notHant: '企業客戶 單位',
  },
  { key: 'customer', en: 'Customer', hans: '客户', hant: '客戶', notHans: '顾客', notHant: '顧客' },
  {
    key: 'activity',
    en: 'Activity',
    hans: '互动记录',
    hant: '互動紀錄',
    notHans: '活动 跟进记录',
    notHant: '互動記錄 跟進紀錄',
  },
  { key: 'timeline', en: 'Timeline', hans: '时间线', hant: '時間軸', notHans: '时间轴', notHant: '時間線' },
  { key: 'note', en: 'Note', hans: '备注', hant: '備註', notHans: '笔记 便签', notHant: '備注 筆記 便箋' },
  { key: 'tag', en: 'Tag', hans: '标签', hant: '標籤', notHans: '标记签', notHant: '標簽' },
  {
    key: 'task',
    en: 'Task',
    hans: '任务',
    hant: '任務',
    notHans: '待办事项 待办列表',
    notHant: '待辦事項 待辦清單',
  },
  {
    key: 'next_step',
    en: 'Next step',
    hans: '下一步',
    hant: '下一步',
    notHans: '后续动作',
    notHant: '後續動作',
  },
  { key: 'evidence', en: 'Why?', hans: '依据', hant: '依據' },
  { key: 'stay_in_touch', en: 'Stay in touch', hans: '联系频率', hant: '聯絡頻率', notHant: '聯繫頻率' },
  { key: 'promise', en: 'Promise', hans: '承诺', hant: '承諾', notHans: '诺言', notHant: '諾言' },
  { key: 'owner', en: 'Owner', hans: '负责人', hant: '負責人', notHans: '所有者', notHant: '擁有者' },
  { key: 'profile', en: 'Profile', hans: '客户资料', hant: '客戶資料' },
  { key: 'stage_exploring', en: 'Exploring', hans: '考察期', hant: '考察期' },
  { key: 'stage_growing', en: 'Growing', hans: '成长期', hant: '成長期' },
  { key: 'stage_mature', en: 'Mature', hans: '成熟期', hant: '成熟期' },
  { key: 'stage_declining', en: 'Declining', hans: '衰退期', hant: '衰退期' },
  { key: 'stage_left', en: 'Left', hans: '离场期', hant: '離場期', notHans: '流失期', notHant: '流失期' },
  {
    key: 'add_contact',
    en: 'Add contact',
    hans: '新建联系人',
    hant: '新增聯絡人',
    notHans: '添加联系人 新增联系人',
  },
  {
    key: 'log_this_mail',
    en: 'Log this mail',
    hans: '记录此邮件',
    hant: '記錄這封郵件',
    notHans: '记录这封邮件',
    notHant: '記錄此郵件',
  },
  {
    key: 'not_now',
    en: 'Not now',
    hans: '稍后再说',
    hant: '稍後再說',
    notHans: '以后再说',
    notHant: '以後再說',
  },
  { key: 'never', en: 'Never', hans: '不再建议', hant: '不再建議' },
  { key: 'undo', en: 'Undo', hans: '撤销', hant: '復原', notHans: '撤消', notHant: '撤銷' },
  { key: 'import', en: 'Import', hans: '导入', hant: '匯入', notHans: '汇入', notHant: '導入' },
  { key: 'saved_here', en: 'Saved on this computer', hans: '已保存在本机', hant: '已存於這台電腦' },
];

/** Nouns whose screens are still to come: only what they must not be called is known. */
const REFUSED: Readonly<Record<Language, string>> = {
  en: 'Client Lead Reminder Annotation',
  'zh-Hans': '调查表 工單 客诉 细分 打标签',
  'zh-Hant':
    // Mainland words, each written in Traditional characters, that Taiwan calls otherwise.
    '導出 設置 默認 保存 用戶 賬號 賬戶 郵箱 視頻 軟件 硬件 網絡 鏈接 點擊 搜索 添加 刷新 加載 粘貼 復制 屏幕 鼠標 菜單 窗口 ' +
    '插件 擴展 數據 代碼 質量 短信 緩存 登錄 注銷 激活 快捷鍵 回車 運行 卸載 頭像 通訊錄 文件夾 文件名 服務器 程序 隱私政策 ' +
    '工單 投訴 答卷 貶損者 客戶級別 時間段 發送 ' +
    // Simplified spellings made of characters that Traditional text knows in another sense.
    '之后 以后 最后 后再 這里 那里 几 并 于 云端 日志 標准',
};

const HAN = /\p{Script=Han}/gu;

/** The Han characters of a legacy code page, by its lead bytes: what its users write every day. */
function charactersOf(
  encoding: string,
  firstLead: number,
  lastLead: number,
  firstTrail: number,
): Set<string> {
  const decoder = new TextDecoder(encoding);
  const characters = new Set<string>();
  for (let lead = firstLead; lead <= lastLead; lead += 1) {
    for (let trail = firstTrail; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(new Uint8Array([lead, trail]));
      if (/^\p{Script=Han}$/u.test(text)) characters.add(text);
    }
  }
  return characters;
}

/** GB 2312, both levels, less the Traditional forms that it lists for names; Big5's level of frequent characters. */
const WRITTEN = {
  'zh-Hans': charactersOf('gbk', 0xb0, 0xf7, 0xa1),
  'zh-Hant': charactersOf('big5', 0xa4, 0xc6, 0x40),
} as const;
for (const traditional of '於後徵乾餘') WRITTEN['zh-Hans'].delete(traditional);

/** What is sent or read out to a customer says 您; the product says 你 to its user. */
const TO_CUSTOMERS = /_text(_\d)?$|^care\.(birthday|festival|other)_\d$/;

/** What one sentence in one language does wrong. */
function faultsOfSentence(lang: Language, key: string, text: string): string[] {
  const faults: string[] = [];
  if (text === '') faults.push('is empty');
  // Of two words for a span one is used.
  if (/[\d}%]至[\d{−]|^至\{/.test(text)) faults.push('says 至, not 到, of a span');
  // One contact has a profile, a group has a portrait.
  if (/\bportraits?\b|画像|畫像/i.test(text) && !key.startsWith('segments.')) faults.push('says "portrait"');
  // What joins two parts of a sentence brings its own space.
  if (text.trim() !== text && !key.endsWith('_join')) faults.push('begins or ends with a space');
  if (/[!！]/.test(text)) faults.push('has an exclamation mark');
  if (/\.\.\.|。。/.test(text)) faults.push('spells an ellipsis with full stops');
  if (lang === 'en') {
    for (const word of REFUSED.en.split(' ')) {
      if (new RegExp(`\\b${word}s?\\b`, 'i').test(text)) faults.push(`says "${word}"`);
    }
    // An example of what may be typed may be Chinese.
    if (/\p{Script=Han}/u.test(text) && !key.endsWith('_placeholder')) faults.push('has Chinese characters');
    return faults;
  }
  const refused = TERMS.map((term) => (lang === 'zh-Hans' ? term.notHans : term.notHant));
  for (const word of [...refused, REFUSED[lang]].join(' ').split(/\s+/).filter(Boolean)) {
    if (text.includes(word)) faults.push(`says "${word}"`);
  }
  for (const character of new Set(text.match(HAN) ?? [])) {
    if (!WRITTEN[lang].has(character)) faults.push(`has "${character}", which this script does not write`);
  }
  if (/\p{Script=Han}[,;:?]|[,;:?]\p{Script=Han}/u.test(text))
    faults.push('has a half-width mark between characters');
  // The style sheet's text-autospace parts them, in prose and not in the gutter; the browser's own menus know no style.
  const isStyled = !key.startsWith('manifest.');
  if (isStyled && /\p{Script=Han} [\w{.]|[\w}%] \p{Script=Han}/u.test(text))
    faults.push('has a typed space beside Latin');
  if (text.includes('您') && !TO_CUSTOMERS.test(key)) faults.push('says 您 to the user');
  if (lang === 'zh-Hant' && /[“”]/.test(text)) faults.push('quotes with “” instead of 「」');
  if (lang === 'zh-Hans' && /[「」]/.test(text)) faults.push('quotes with 「」 instead of “”');
  return faults;
}

/** A key without the suffix of its plural form. */
const stem = (key: string) => key.replace(/_(one|other)$/, '');
const blanks = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(' ');

/** The sentences of one language by stem: forms of a plural together. */
function byStem(words: Words): Map<string, [key: string, text: string][]> {
  const sentences = new Map<string, [string, string][]>();
  for (const [key, text] of Object.entries(words)) {
    sentences.set(stem(key), [...(sentences.get(stem(key)) ?? []), [key, text]]);
  }
  return sentences;
}

function faultsOfPlural(lang: Language, name: string, sentences: [key: string, text: string][]): string[] {
  const keys = sentences.map(([key]) => key);
  const plural = sentences.some(
    ([key, text]) => key.endsWith('_one') || (key !== name && text.includes('{count}')),
  );
  if (!plural) return [];
  if (keys.includes(name)) return ['stands both with and without plural forms'];
  if (!keys.includes(`${name}_other`)) return ['lacks its form "_other"'];
  if (lang === 'en' && !keys.includes(`${name}_one`)) return ['lacks its form "_one"'];
  return [];
}

const VOCABULARIES = ['support', 'people'];

/** A form for one vocabulary belongs to a sentence that all others say, and has the same blanks. */
function faultsOfVocabulary(name: string, sentences: ReadonlyMap<string, [string, string][]>): string[] {
  const [base = '', vocabulary] = name.split('__');
  if (vocabulary === undefined) return [];
  if (!VOCABULARIES.includes(vocabulary)) return [`is for "${vocabulary}", which is no vocabulary`];
  const model = sentences.get(base);
  if (!model) return [`has no "${base}" for the other vocabularies`];
  const blanksOf = (forms: [string, string][] = []) => blanks(forms.map(([, text]) => text).join(' '));
  return blanksOf(sentences.get(name)) === blanksOf(model) ? [] : [`has other blanks than "${base}"`];
}

/** Everything that is wrong with the words of the interface, one line a fault; empty when all is well. */
export function faultsOfWords(all: Readonly<Record<Language, Words>>): string[] {
  const english = byStem(all.en);
  const faults: string[] = [];
  for (const lang of Object.keys(all) as Language[]) {
    const sentences = byStem(all[lang]);
    const say = (key: string, fault: string) => faults.push(`${lang} ${key}: ${fault}`);
    for (const name of english.keys()) if (!sentences.has(name)) say(name, 'is missing');
    for (const [name, forms] of sentences) {
      const model = english.get(name);
      if (!model) say(name, 'is not in English');
      const wanted = blanks((model ?? []).map(([, text]) => text).join(' '));
      const given = blanks(forms.map(([, text]) => text).join(' '));
      if (model && given !== wanted) say(name, `has the blanks "${given}", English has "${wanted}"`);
      for (const fault of faultsOfPlural(lang, name, forms)) say(name, fault);
      for (const fault of faultsOfVocabulary(name, sentences)) say(name, fault);
      for (const [key, text] of forms)
        for (const fault of faultsOfSentence(lang, key, text)) say(key, `${fault}: ${text}`);
    }
  }
  for (const term of TERMS) {
    const wanted: Record<Language, string> = { en: term.en, 'zh-Hans': term.hans, 'zh-Hant': term.hant };
    for (const lang of Object.keys(all) as Language[]) {
      const said = all[lang][`common.${term.key}`];
      if (said !== wanted[lang])
        faults.push(`${lang} common.${term.key}: is "${said}", not "${wanted[lang]}"`);
    }
  }
  return [...faults, ...faultsOfCompanies(all)];
}

/** Elsewhere a company is called 客户: where English says company, Chinese does too. */
function faultsOfCompanies(all: Readonly<Record<Language, Words>>): string[] {
  return Object.entries(all.en).flatMap(([key, text]) => {
    if (!/\bcompan(y|ies)\b/i.test(text) || /\bcustomers?\b/i.test(text)) return [];
    return (['zh-Hans', 'zh-Hant'] as const).flatMap((lang) => {
      const said = all[lang][key] ?? all[lang][`${stem(key)}_other`] ?? '';
      return /客户|客戶/.test(said) ? [`${lang} ${key}: calls a company a customer: ${said}`] : [];
    });
  });
}

/** The names of keys, and addresses that only show a form, are the same in every language. */
const NO_WORDS = /^(Ctrl|Alt|Shift|Esc|Del)\b|^\S*[.@]\S*$/;

/** Words that stand in a component itself instead of a dictionary, with their lines. */
export function bareWords(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const inText = /(?<![=-])>\s*([^\s<>{}()=;:'"`]*\p{L}{2,}[^<>{}=;`]*)<\//gu;
  const inAttribute =
    /\s(?:aria-label|aria-description|title|placeholder|alt|label)="([^"]*\p{L}{2,}[^"]*)"/gu;
  return [...code.matchAll(inText), ...code.matchAll(inAttribute)]
    .map((match) => ({ at: match.index, words: match[1]?.trim() ?? '' }))
    .filter(({ words }) => !NO_WORDS.test(words))
    .map(({ at, words }) => `${code.slice(0, at).split('\n').length}: ${words}`);
}
