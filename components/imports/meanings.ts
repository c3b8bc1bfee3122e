import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import type { Choice } from '@/components/ui/select';
import type { Meaning } from '@/lib/exchange/mapping';
import { t } from '@/lib/i18n';

/** What a column may hold, as choices of a list: a key for each, and the words of it. */

const FACTS = [
  'company',
  'title',
  'department',
  'nickname',
  'city',
  'country',
  'language',
  'industry',
  'sex',
];
const POINTS = ['email', 'phone', 'wechat', 'whatsapp', 'line', 'qq', 'url', 'postal'] as const;
const PARTS = ['given', 'family', 'middle', 'prefix', 'suffix'] as const;
const EVENTS = [
  'date',
  'time',
  'amount',
  'currency',
  'subject',
  'text',
  'type',
  'stage',
  'reason',
  'direction',
  'minutes',
  'closed',
  'warranty',
  'id',
] as const;

/** Key of a column that has no field: its values are kept with the contact. */
export const KEPT = '';
/** Key of a column for which a field of the user's own is made. */
export const OWN = 'own';

/** The key of a meaning; two that differ only in their label have the same. */
export function keyOf(meaning: Meaning | null, header: string): string {
  if (!meaning) return KEPT;
  switch (meaning.is) {
    case 'point':
      return `point:${meaning.kind}`;
    case 'part':
      return `part:${meaning.part}`;
    case 'fact':
      return meaning.field === fieldName(header) && !FACTS.includes(meaning.field)
        ? OWN
        : `fact:${meaning.field}`;
    case 'date':
    case 'dateOf':
      return `date:${meaning.kind}`;
    case 'event':
      return `event:${meaning.part}`;
    case 'address':
      return 'address';
    default:
      return meaning.is;
  }
}

/** The meaning of a key; one that the file's own was recognised as keeps its labels. */
export function meaningOf(key: string, header: string, recognised: Meaning | null): Meaning | null {
  if (keyOf(recognised, header) === key) return recognised;
  const [is, what = ''] = key.split(':');
  switch (is) {
    case '':
      return null;
    case OWN:
      return { is: 'fact', field: fieldName(header) };
    case 'point':
    case 'part':
    case 'fact':
    case 'date':
    case 'event':
      return {
        is,
        [is === 'point' || is === 'date' ? 'kind' : is === 'fact' ? 'field' : 'part']: what,
      } as unknown as Meaning;
    case 'whom':
      return { is: 'whom', system: '' };
    default:
      return { is } as Meaning;
  }
}

/** Name under which a field of the user's own stands on a contact. */
export function fieldName(header: string): string {
  return header.trim().slice(0, 60) || '?';
}

/** Everything that a column may be read as. */
export function choicesFor(header: string, recognised: Meaning | null, withEvents: boolean): Choice[] {
  const choices: Choice[] = [
    { value: KEPT, label: t('importing.keep') },
    { value: OWN, label: t('importing.own_field', { name: fieldName(header) }) },
    { value: 'silent', label: t('importing.leave_out') },
    { value: 'name', label: t('common.name') },
    ...PARTS.map((part) => ({ value: `part:${part}`, label: t(`importing.field_${part}`) })),
    ...POINTS.map((kind) => ({ value: `point:${kind}`, label: pointWord(kind) })),
    { value: 'page', label: t('importing.field_page') },
    ...FACTS.map((field) => ({ value: `fact:${field}`, label: factLabel(field) })),
    { value: 'date:birthday', label: t('common.birthday') },
    { value: 'date:anniversary', label: t('importing.field_anniversary') },
    { value: 'date:other', label: t('importing.field_date') },
    { value: 'tags', label: t('common.tags') },
    { value: 'note', label: t('common.note') },
    ...(withEvents
      ? [
          { value: 'whom', label: t('importing.field_whom') },
          ...EVENTS.map((part) => ({ value: `event:${part}`, label: t(`importing.event_${part}`) })),
        ]
      : []),
  ];
  const own = keyOf(recognised, header);
  if (choices.some(({ value }) => value === own)) return choices;
  return [{ value: own, label: recognisedLabel(recognised) }, ...choices];
}

/** What a line calls by the name of a field, a way to reach somebody or a date, in the words of the list; a name of the file's own as it is. */
export function fieldWord(name: string): string {
  const point = POINTS.find((kind) => kind === name);
  if (point) return pointWord(point);
  if (name === 'birthday') return t('common.birthday');
  if (name === 'anniversary') return t('importing.field_anniversary');
  if (name === 'tag') return t('common.tag');
  if (name === 'note') return t('common.note');
  return factLabel(name);
}

function factLabel(field: string): string {
  return field === 'department' ? t('importing.field_department') : factWord(field);
}

function recognisedLabel(meaning: Meaning | null): string {
  switch (meaning?.is) {
    case 'fact':
      return factWord(meaning.field);
    case 'address':
      return t('importing.field_address_part');
    case 'messenger':
      return t('importing.field_messenger');
    case 'whomIds':
      return t('importing.field_whom');
    case 'refuses':
      return t('importing.field_refuses');
    case 'external':
      return t('importing.field_external');
    case 'event':
      return t(`importing.event_${meaning.part}`);
    default:
      return t('importing.as_recognised');
  }
}
