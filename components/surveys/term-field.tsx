import { X } from 'lucide';
import { IconButton } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { AuthorForm, Fold, Term } from '@/lib/surveys/form';
import { useBench } from './bench';
import { termsOf } from './draft/computed';
import { merged } from './draft/questions';
import { inShort, readable } from './draft/texts';
import { NumberField } from './number-field';
import { RuleField } from './rule-field';
import { typeWords } from './words';

interface TermFieldProps {
  term: Term;
  /** From 1. */
  number: number;
  by: Fold;
  /** Which computed value it belongs to: those before it can be a part. */
  at: number;
  onWrite(term: Term): void;
  /** A step of its own; null takes the part away. */
  onAct(term: Term | null): void;
}

/** No answer: the part is a number. */
const NUMBER = '';

/** One part of a computed value: an answer or a number, by how much, and when. */
export function TermField({ term, number, by, at, onWrite, onAct }: TermFieldProps) {
  const { form, lang } = useBench();
  const known = termsOf(form, at);
  const choices = [
    ...known.map((q) => ({ value: q, label: partWords(form, q, lang) })),
    { value: NUMBER, label: t('logic.term_number') },
  ];
  const q = term.q ?? NUMBER;
  const gone = choices.some(({ value }) => value === q)
    ? []
    : [{ value: q, label: t('surveys.question_gone') }];
  return (
    <li class="term">
      <div class="term-what">
        <Select
          label={t('logic.term', { n: number })}
          labelUnseen
          value={q}
          choices={[...gone, ...choices]}
          onChoose={(chosen) =>
            onAct(
              chosen === NUMBER
                ? merged(term, { q: undefined, value: 1 })
                : merged(term, { q: chosen, value: undefined }),
            )
          }
        />
        {term.q === undefined && (
          <NumberField
            label={t('logic.term_value')}
            labelUnseen
            fractions
            value={term.value}
            onNumber={(value) => value !== undefined && onWrite({ ...term, value })}
          />
        )}
        {by !== 'count' && (
          <NumberField
            label={t(by === 'mean' ? 'logic.term_weight' : 'logic.term_times')}
            fractions
            placeholder={1}
            value={term.times}
            onNumber={(times) => onWrite(merged(term, { times }))}
          />
        )}
        <IconButton
          icon={X}
          size={14}
          label={t('logic.term_remove', { n: number })}
          onClick={() => onAct(null)}
        />
      </div>
      <RuleField
        label={t('logic.term_when')}
        always={t('logic.term_always')}
        rule={term.when}
        before={null}
        onChange={(when) => onAct(merged(term, { when }))}
      />
    </li>
  );
}

/** What an answer or variable is called: its question in short, with the row of a matrix. */
function partWords(form: AuthorForm, q: string, lang: string): string {
  if (q === '@score') return t('surveys.subject_score');
  if (q.startsWith('@')) return q;
  const questions = form.pages.flatMap((page) => page.questions);
  const at = questions.findIndex(({ id }) => q === id || q.startsWith(`${id}.`));
  const question = questions[at];
  if (!question) return q;
  const title = inShort(readable(question.title, lang, form.lang)) || typeWords(question.type);
  const row = question.rows?.find(({ id }) => q === `${question.id}.${id}`);
  return row ? `${at + 1} ${title} / ${readable(row.text, lang, form.lang)}` : `${at + 1} ${title}`;
}
