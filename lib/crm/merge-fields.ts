/** Fields in the text of a template: found, filled, and named where they have nothing. Free of zod. */

/** What a field may stand for. */
export const MERGE_FIELDS = ['first name', 'name', 'company', 'title', 'my name', 'last promise'] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** What fields stand for in one mail; null where nothing is known. */
export type FieldValues = Record<MergeField, string | null>;

/** Characters of a template's text. */
export const MOST_TEXT = 5000;

/** Names of fields as they may be written, folded. */
const NAMES: Readonly<Record<string, MergeField>> = {
  'first name': 'first name',
  firstname: 'first name',
  名字: 'first name',
  name: 'name',
  'full name': 'name',
  姓名: 'name',
  company: 'company',
  公司: 'company',
  title: 'title',
  职位: 'title',
  職稱: 'title',
  'my name': 'my name',
  我的名字: 'my name',
  'last promise': 'last promise',
  承诺: 'last promise',
  承諾: 'last promise',
};

/** How a field is written in a template of that language. */
export const FIELD_NAMES = {
  en: {
    'first name': 'first name',
    name: 'name',
    company: 'company',
    title: 'title',
    'my name': 'my name',
    'last promise': 'last promise',
  },
  'zh-Hans': {
    'first name': '名字',
    name: '姓名',
    company: '公司',
    title: '职位',
    'my name': '我的名字',
    'last promise': '承诺',
  },
  'zh-Hant': {
    'first name': '名字',
    name: '姓名',
    company: '公司',
    title: '職稱',
    'my name': '我的名字',
    'last promise': '承諾',
  },
} as const satisfies Record<string, Record<MergeField, string>>;

/** One that is not closed, spans lines or is long is text. */
const FIELD = /\{([^{}|\n]{1,60})(?:\|([^{}\n]{0,200}))?\}/g;

const fieldOf = (written: string): MergeField | null =>
  NAMES[written.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()] ?? null;

/** Fields that a text names, each once, and names in braces that are no field. */
export function fieldsIn(text: string): { fields: MergeField[]; unknown: string[] } {
  const fields = new Set<MergeField>();
  const unknown = new Set<string>();
  for (const [, written = ''] of text.matchAll(FIELD)) {
    const field = fieldOf(written);
    if (field) fields.add(field);
    else unknown.add(written.trim());
  }
  return { fields: [...fields], unknown: [...unknown] };
}

/** A part of a filled text: as written, or what stands for a field. */
export interface FilledPart {
  text: string;
  /** Null for what the template itself says. */
  field: MergeField | null;
  /** Nothing is known, and nothing stands in: the field stands there as it is written. */
  missing?: true;
}

/** The text in parts, so that a preview can show what came from where. */
export function fillParts(text: string, values: FieldValues): FilledPart[] {
  const parts: FilledPart[] = [];
  let from = 0;
  for (const match of text.matchAll(FIELD)) {
    const [whole, written = '', instead] = match;
    const field = fieldOf(written);
    if (!field) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), field: null });
    from = match.index + whole.length;
    const value = values[field] ?? (instead === undefined ? null : instead.trim());
    parts.push(value === null ? { text: whole, field, missing: true } : { text: value, field });
  }
  if (from < text.length) parts.push({ text: text.slice(from), field: null });
  return parts;
}

/** Characters between which a name is not written on its own. */
const CJK = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** Family names of two characters that are common. */
const DOUBLE =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|令狐|司徒|夏侯|慕容|端木)/u;
const TITLES = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|monsieur|madame|mme|ing|dipl)\.?$/i;

/** Family and first name, as far as the shape of a name tells; null for what is no name of a person. */
export function nameParts(name: string): { first: string | null; family: string | null } {
  const plain = name.normalize('NFC').trim();
  if (plain === '' || plain.includes('@')) return { first: null, family: null };
  if (CJK.test(plain)) {
    const [head = '', tail] = plain.split(/[\s·]+/);
    if (tail) return { first: tail, family: head };
    const length = DOUBLE.test(head) ? 2 : 1;
    const first = [...head].slice(length).join('');
    return { first: first || null, family: [...head].slice(0, length).join('') };
  }
  if (plain.includes(',')) {
    const [family = '', first = ''] = plain.split(',').map((part) => part.trim());
    return { first: first.split(/\s+/)[0] || null, family: family || null };
  }
  const words = plain.split(/\s+/).filter((word) => !TITLES.test(word));
  if (words.length < 2) return { first: words[0] ?? null, family: null };
  return { first: words[0] ?? null, family: words.at(-1) ?? null };
}
