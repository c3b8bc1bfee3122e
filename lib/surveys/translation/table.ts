import type { AuthorForm } from '../form';
import { pipesOf } from '../piping';
import { withStale } from './stale';
import { textsOf, withWords } from './texts';

/** Longest text of a form. */
const LONGEST = 5000;

/**
 * The texts of a form for somebody who translates it: what names each, where it stands, the words of the first language, those of another one.
 * Reading takes the columns by their names, in any order.
 * @param where says where a text stands, in words
 */
export function translationRows(form: AuthorForm, lang: string, where: (id: string) => string): string[][] {
  return [
    ['id', 'where', form.lang, lang],
    ...textsOf(form)
      .filter(({ texts }) => texts[form.lang]?.trim())
      .map(({ id, texts }) => [id, where(id), texts[form.lang] ?? '', texts[lang] ?? '']),
  ];
}

/** Why a row was not taken, or is to be looked at (`changed`: it translates older words). */
export type RowFault = 'unknown' | 'twice' | 'pipes' | 'long' | 'changed';

export interface ReadTranslations {
  lang: string;
  /** The form with what was read. */
  form: AuthorForm;
  /** Ids of the texts that are changed by it. */
  changed: string[];
  /** By number of the row, the headings being 1. */
  faults: { row: number; id: string; fault: RowFault; pipes: string[] }[];
}

/** @returns null where the rows are no translations of this form: no column of ids, or none of a language that it has besides its first */
export function readTranslations(
  form: AuthorForm,
  rows: readonly (readonly string[])[],
): ReadTranslations | null {
  const [heads = [], ...body] = rows;
  const names = heads.map((head) => head.replace(/^\uFEFF/, '').trim());
  const column = (name: string) => names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
  const lang = form.langs.find((each) => each !== form.lang && column(each) >= 0);
  const at = column('id');
  if (at < 0 || lang === undefined) return null;
  const [own, base] = [column(lang), column(form.lang)];
  const known = new Map(textsOf(form).map(({ id, texts }) => [id, texts]));
  const words = new Map<string, string>();
  const made = new Map<string, string>();
  const seen = new Set<string>();
  const faults: ReadTranslations['faults'] = [];
  for (const [index, cells] of body.entries()) {
    const id = cells[at]?.trim() ?? '';
    const text = (cells[own] ?? '').replace(/\r\n?/g, '\n').trim();
    // What was left empty was not translated.
    if (id === '' || text === '') continue;
    const texts = known.get(id);
    const from = texts?.[form.lang] ?? '';
    const pipes = differing(from, text);
    const translated = (cells[base] ?? '').replace(/\r\n?/g, '\n').trim();
    const isOlder = translated !== '' && translated !== from.trim();
    const fault: RowFault | null = !texts
      ? 'unknown'
      : seen.has(id)
        ? 'twice'
        : text.length > LONGEST
          ? 'long'
          : pipes.length > 0
            ? 'pipes'
            : isOlder
              ? 'changed'
              : null;
    if (fault) faults.push({ row: index + 2, id, fault, pipes });
    seen.add(id);
    if (!texts || (fault && fault !== 'changed')) continue;
    if (isOlder) made.set(id, translated);
    if (text !== texts[lang]?.trim()) words.set(id, text);
  }
  return {
    lang,
    form: withStale(withWords(form, lang, words), lang, made),
    changed: [...words.keys()],
    faults,
  };
}

/** Places for answers that one text has and the other lacks. */
function differing(from: string, text: string): string[] {
  const [one, other] = [pipesOf(from), pipesOf(text)];
  const lacking = [...one.filter((q) => !other.includes(q)), ...other.filter((q) => !one.includes(q))];
  return [...new Set(lacking)].map((q) => `{{${q}}}`);
}
