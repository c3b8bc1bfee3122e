import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import { useOwnFields } from '@/components/fields/own-fields';
import { kindWords } from '@/components/health/words';
import { cellWords, surveyOfCell } from '@/components/insights/cell-words';
import { useQuery } from '@/components/query/use-query';
import type { ContactFilter, FactTest } from '@/lib/crm/contact-filter';
import type { PointKind } from '@/lib/crm/contacts';
import { t } from '@/lib/i18n';

export type FilterKey = keyof ContactFilter;

export interface Chip {
  key: FilterKey;
  words: string;
  /** Which of several of its kind. */
  at?: number;
}

/** Each filter in force, in words. Names of tags, companies and files come from the store. */
export function useChips(filter: ContactFilter): Chip[] {
  const tags = useQuery('tags.tree', filter.tagId ? {} : null, { keep: true });
  const company = useQuery('companies.view', filter.companyId ? { id: filter.companyId } : null);
  const segments = useQuery('segments.names', filter.segmentId ? {} : null, { keep: true });
  const file = useQuery('imports.report', filter.importId ? { id: filter.importId } : null);
  const surveyId = filter.cell && surveyOfCell(filter.cell);
  const survey = useQuery('surveys.view', surveyId ? { id: surveyId } : null, { keep: true });
  const own = useOwnFields();
  const tag = tags.value?.find((one) => one.id === filter.tagId);
  const segment = segments.value?.find((one) => one.id === filter.segmentId);
  const {
    text,
    tagId,
    companyId,
    segmentId,
    kind,
    open,
    quietDays,
    untagged,
    noConsent,
    addedDays,
    importId,
    health,
  } = filter;
  const chips: [FilterKey, string | false | undefined][] = [
    ['text', text && t('workspace.filter_quoted', { text })],
    ['tagId', tagId && chosen('common.tag', tag?.path.join(' / '))],
    ['companyId', companyId && chosen('common.company', company.value?.name)],
    ['segmentId', segmentId && chosen('segments.segment', segment?.name)],
    ['kind', kind && t(kind === 'work' ? 'workspace.kind_work' : 'workspace.kind_personal')],
    ['open', open && t('workspace.filter_open')],
    ['quietDays', quietDays !== undefined && t('workspace.filter_quiet', { count: quietDays })],
    ['untagged', untagged && t('health.filter_untagged')],
    [
      'noConsent',
      noConsent && t('health.filter_no_consent', { channel: t(`unfolded.consent_${noConsent}`) }),
    ],
    ['addedDays', addedDays !== undefined && t('health.filter_added', { count: addedDays })],
    ['importId', importId && t('health.filter_of_import', { name: file.value?.name ?? '' })],
    ['health', health && kindWords(health)],
    ['cell', filter.cell && cellWords(filter.cell, survey.value?.name)],
  ];
  const labelOf = (field: string) => own.find(({ key }) => key === field)?.label ?? fieldWord(field);
  return [
    ...chips.flatMap(([key, words]) => (words ? [{ key, words }] : [])),
    ...(filter.facts ?? []).map((test, at) => ({
      key: 'facts' as const,
      words: testWords(test, labelOf(test.field)),
      at,
    })),
  ];
}

/** What was chosen of a noun. */
function chosen(noun: 'common.tag' | 'common.company' | 'segments.segment', name = ''): string {
  return t('segments.chosen', { what: t(noun), name });
}

/** The name of a field by which can be filtered: a fact, or `point:email`. */
export function fieldWord(field: string): string {
  const [point, kind] = field.split(':');
  return point === 'point' && kind ? pointWord(kind as PointKind) : factWord(field);
}

function testWords({ has, value = '' }: FactTest, field: string): string {
  if (has === 'empty') return t('health.filter_empty', { field });
  if (has === 'filled') return t('health.filter_filled', { field });
  const quoted = t('workspace.filter_quoted', { text: value });
  return t(has === 'is' ? 'health.filter_is' : 'health.filter_contains', { field, value: quoted });
}
