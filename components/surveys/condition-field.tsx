import { Select } from '@/components/ui/select';
import { type Key, t } from '@/lib/i18n';
import type { Condition, Operator, Question, Texts } from '@/lib/surveys/form';
import { useBench } from './bench';
import { ConditionValue } from './condition-value';
import { conditionOf, firstValue, operatorsOf, type Subject, subjectsOf } from './draft/operators';
import { readable } from './draft/texts';
import { typeWords } from './words';

interface ConditionFieldProps {
  condition: Condition;
  /** What can be asked about. */
  questions: readonly Question<Texts>[];
  onChange(condition: Condition): void;
}

const OPERATORS = {
  is: 'surveys.op_is',
  isNot: 'surveys.op_is_not',
  anyOf: 'surveys.op_any_of',
  noneOf: 'surveys.op_none_of',
  has: 'surveys.op_has',
  hasAll: 'surveys.op_has_all',
  lt: 'surveys.op_lt',
  lte: 'surveys.op_lte',
  gt: 'surveys.op_gt',
  gte: 'surveys.op_gte',
  between: 'surveys.op_between',
  contains: 'surveys.op_contains',
  lacks: 'surveys.op_lacks',
  answered: 'surveys.op_answered',
  skipped: 'surveys.op_skipped',
} as const satisfies Record<Operator, Key>;

/** "Question – is at most – 6". */
export function ConditionField({ condition, questions, onChange }: ConditionFieldProps) {
  const { form, lang } = useBench();
  const subjects = subjectsOf(form, questions);
  const subject = subjects.find(({ q }) => q === condition.q);
  const operators = subject ? operatorsOf(subject.measure) : [condition.is];
  const shown = operators.includes(condition.is) ? operators : [...operators, condition.is];
  const gone = subject ? [] : [{ value: condition.q, label: t('surveys.question_gone') }];

  const choose = (q: string) => {
    const next = subjects.find((each) => each.q === q);
    if (!next) return;
    const keeps = operatorsOf(next.measure).includes(condition.is);
    onChange(conditionOf(form, next, keeps ? condition.is : (operatorsOf(next.measure)[0] ?? 'answered')));
  };
  const operate = (is: Operator) => {
    if (!subject) return;
    const to = sameShape(condition.is, is) ? condition.to : firstValue(form, subject, is);
    onChange(to === undefined ? { q: condition.q, is } : { q: condition.q, is, to });
  };

  return (
    <div class="condition">
      <Select
        label={t('surveys.condition_question')}
        labelUnseen
        value={condition.q}
        choices={[
          ...gone,
          ...subjects.map((each) => ({ value: each.q, label: subjectWords(each, lang, form.lang) })),
        ]}
        onChoose={choose}
      />
      <Select
        label={t('surveys.condition_operator')}
        labelUnseen
        value={condition.is}
        choices={shown.map((value) => ({ value, label: t(OPERATORS[value]) }))}
        onChoose={operate}
      />
      {subject && condition.to !== undefined && (
        <ConditionValue
          subject={subject}
          condition={condition}
          onChange={(to) => onChange({ ...condition, to })}
        />
      )}
    </div>
  );
}

function subjectWords({ q, question, row, place }: Subject, lang: string, first: string): string {
  if (q === '@score') return t('surveys.subject_score');
  if (q === '@lang') return t('surveys.subject_lang');
  if (q === '@url') return t('surveys.subject_url');
  if (!question) return q;
  const title = readable(question.title, lang, first) || typeWords(question.type);
  if (place !== undefined) return `${title} / ${t('surveys.subject_place', { place: place + 1 })}`;
  const line = question.rows?.find((each) => each.id === row);
  return line ? `${title} / ${readable(line.text, lang, first)}` : title;
}

const LISTS: readonly Operator[] = ['anyOf', 'noneOf', 'hasAll'];
const BARE: readonly Operator[] = ['answered', 'skipped'];

/** Whether what one operator is compared with serves the other. */
function sameShape(one: Operator, other: Operator): boolean {
  const shape = (is: Operator) =>
    BARE.includes(is) ? 'none' : LISTS.includes(is) ? 'list' : is === 'between' ? 'pair' : 'single';
  return shape(one) === shape(other);
}
