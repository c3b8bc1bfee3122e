import type { MergeField } from '@/lib/crm/merge-fields';
import { type Key, language, t } from '@/lib/i18n';
import { listFormat } from '@/lib/i18n/formatters';

const FIELD_WORDS = {
  'first name': 'templates.field_first_name',
  name: 'templates.field_name',
  company: 'templates.field_company',
  title: 'templates.field_title',
  'my name': 'templates.field_my_name',
  'last promise': 'templates.field_last_promise',
} as const satisfies Record<MergeField, Key>;

export const fieldWord = (field: MergeField): string => t(FIELD_WORDS[field]);

/** Fields in one line, in the language on screen. */
export function fieldNames(fields: readonly MergeField[]): string {
  return listFormat(language.value, { style: 'narrow' }).format(fields.map(fieldWord));
}
