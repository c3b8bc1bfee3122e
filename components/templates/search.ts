import type { TemplateRow } from '@/lib/api/compose-views';

/**
 * Templates that hold every word that was typed, in name, labels or text: those in the language of the contact first, then those
 * of the same language in the other script, in their name before their text; else in the order given.
 */
export function offered(
  rows: readonly TemplateRow[],
  text: string,
  first: TemplateRow['language'],
): TemplateRow[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const found = rows.flatMap((row) => {
    const name = plain(`${row.name} ${row.labels.join(' ')}`);
    const all = `${name} ${plain(row.text)}`;
    if (!words.every((word) => all.includes(word))) return [];
    return [{ row, inName: words.every((word) => name.includes(word)) }];
  });
  const rank = ({ row, inName }: (typeof found)[number]) => farFrom(row.language, first) + (inName ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).map(({ row }) => row);
}

function farFrom(language: string, first: string): number {
  if (language === first) return 0;
  return language.slice(0, 2) === first.slice(0, 2) ? 2 : 4;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
