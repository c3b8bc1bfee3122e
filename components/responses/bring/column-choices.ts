import type { Choice } from '@/components/ui/select';
import type { AnswerPlace, AnswersHead } from '@/lib/api/answer-views';
import type { ASKED_TYPES } from '@/lib/exchange/answers/make';
import type { AnswerColumn } from '@/lib/exchange/answers/meaning';
import { t } from '@/lib/i18n';

/** What a column of answers may hold, as choices of a list: a key for each, and the words of it. */

/** Those that the maker of forms names, in its order: their type holds the two together. */
const TYPES: typeof ASKED_TYPES = [
  'nps',
  'csat',
  'ces',
  'single',
  'multiple',
  'yesno',
  'slider',
  'number',
  'text',
  'longtext',
  'date',
];
const PARTS = [
  'at',
  'started',
  'took',
  'email',
  'name',
  'phone',
  'id',
  'lang',
  'page',
  'done',
  'aside',
] as const;

/** Key of a column that is left out. */
const LEFT = '';

/** Two that differ only in how they are read have the same. */
export function keyOf(column: AnswerColumn | null): string {
  if (!column) return LEFT;
  switch (column.is) {
    case 'value':
    case 'other':
      return `${column.is} ${column.q}`;
    case 'row':
      return `row ${column.q} ${column.row}`;
    case 'tick':
      return `tick ${column.q} ${column.choice}`;
    case 'ask':
      return column.group ? 'group' : `ask ${column.type}`;
    default:
      return column.is;
  }
}

/** The column of a key; one that was recognised as that keeps how it is read. */
export function columnOf(
  key: string,
  heading: string,
  recognised: AnswerColumn | null,
  places: readonly AnswerPlace[],
): AnswerColumn | null {
  if (keyOf(recognised) === key) return recognised;
  const place = places.find((one) => keyOf(one.column) === key);
  if (place) return place.column;
  if (key === LEFT) return null;
  if (key === 'hidden') return { is: 'hidden', name: heading.slice(0, 40) || '?' };
  const [is, type] = key.split(' ');
  return (is === 'ask' ? { is, type } : { is }) as AnswerColumn;
}

/** Everything that a column may be: questions of the survey, or types of one that is made; what is known of the answer. */
export function choicesFor({ places, surveyId }: AnswersHead, recognised: AnswerColumn | null): Choice[] {
  const asked =
    surveyId === null
      ? TYPES.map((type) => ({ value: `ask ${type}`, label: t(`surveys.type_${type}`) }))
      : places.map(({ column, text }) => ({ value: keyOf(column), label: text }));
  const choices: Choice[] = [
    { value: LEFT, label: t('answers.is_left') },
    ...asked,
    ...PARTS.map((is) => ({ value: is, label: t(`answers.is_${is}`) })),
    { value: 'hidden', label: t('answers.is_hidden') },
  ];
  if (recognised?.is === 'private') return [{ value: 'private', label: t('answers.is_private') }];
  return recognised?.is === 'ask' && recognised.group
    ? [
        {
          value: 'group',
          label: t(recognised.type === 'matrix' ? 'answers.is_matrix_row' : 'answers.is_group'),
        },
        ...choices,
      ]
    : choices;
}
