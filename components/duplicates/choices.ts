import { dateText, dateWord } from '@/components/contacts/date-words';
import { factWord } from '@/components/contacts/field-words';
import type { Input } from '@/lib/api/client';
import type { MergeRow, MergeValue } from '@/lib/api/merge-views';
import { t } from '@/lib/i18n';

/** What was chosen of each row, by `rowKey`; `ALL`: its values stand beside each other. */
export type Chosen = Readonly<Record<string, string>>;

export const ALL = 'all';

export function rowKey({ kind, field }: MergeRow): string {
  return `${kind} ${field}`;
}

/** The value chosen of a row: the user's choice, else the one that is proposed. */
export function chosenOf(row: MergeRow, chosen: Chosen): string {
  const own = chosen[rowKey(row)];
  const known = own === ALL || row.values.some((value) => value.id === own);
  return (known ? own : row.proposed) ?? ALL;
}

/** The choices as the merge wants them. */
export function choicesOf(
  rows: readonly MergeRow[],
  chosen: Chosen,
): NonNullable<Input<'contacts.merge'>['groups'][number]['choices']> {
  const of = (kind: MergeRow['kind']) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => chosenOf(row, chosen))
      .filter((one) => one !== ALL);
  const [name] = of('name');
  const [kind] = of('kind');
  return {
    ...(name !== undefined && { name }),
    ...(kind !== undefined && { kind: kind as 'work' | 'personal' }),
    facts: of('fact'),
    dates: of('date'),
  };
}

/** What a row is about: "Role", "Birthday". */
export function rowWord({ kind, field, values }: MergeRow): string {
  if (kind === 'name') return t('common.name');
  if (kind === 'kind') return t('duplicates.field_kind');
  const [first] = values;
  return kind === 'date' && first?.date ? dateWord({ ...first.date, label: null }) : factWord(field);
}

export function valueWord({ kind }: MergeRow, { text, date }: MergeValue): string {
  if (kind === 'kind') return t(text === 'personal' ? 'duplicates.kind_personal' : 'duplicates.kind_work');
  return date ? dateText(date) : (text ?? '');
}
