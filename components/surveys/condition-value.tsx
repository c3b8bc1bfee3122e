import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { Condition } from '@/lib/surveys/form';
import { useBench } from './bench';
import { DayField } from './day-field';
import { languageName } from './draft/languages';
import { type Subject, valuesOf } from './draft/operators';
import { readable } from './draft/texts';
import { NumberField } from './number-field';

interface ConditionValueProps {
  subject: Subject;
  condition: Condition;
  onChange(to: NonNullable<Condition['to']>): void;
}

/** What a condition is compared with: a number, a day, one or several choices, or a text. */
export function ConditionValue({ subject, condition, onChange }: ConditionValueProps) {
  const { form, lang } = useBench();
  const { to } = condition;
  const label = t('surveys.condition_value');

  if (condition.is === 'between') {
    const [low, high] = Array.isArray(to) ? to : [];
    const pair = (at: 0 | 1, value: number | string) =>
      onChange(at === 0 ? [value, high ?? value] : [low ?? value, value]);
    return (
      <span class="condition-pair">
        <Single subject={subject} label={t('surveys.range_from')} value={low} onValue={(v) => pair(0, v)} />
        <Single subject={subject} label={t('surveys.range_to')} value={high} onValue={(v) => pair(1, v)} />
      </span>
    );
  }
  const ids = valuesOf(form, subject);
  if (Array.isArray(to)) {
    return (
      <fieldset class="condition-choices">
        <legend class="unseen">{label}</legend>
        {ids.map((id) => (
          <Checkbox
            key={id}
            label={choiceWords(subject, id, lang, form.lang)}
            checked={to.includes(id)}
            onToggle={(on) => onChange(ids.filter((each) => (each === id ? on : to.includes(each))))}
          />
        ))}
      </fieldset>
    );
  }
  if (ids.length > 0) {
    return (
      <Select
        label={label}
        labelUnseen
        value={String(to)}
        choices={ids.map((id) => ({ value: id, label: choiceWords(subject, id, lang, form.lang) }))}
        onChoose={onChange}
      />
    );
  }
  return <Single subject={subject} label={label} value={to} onValue={onChange} />;
}

interface SingleProps {
  subject: Subject;
  label: string;
  value: Condition['to'];
  onValue(value: number | string): void;
}

function Single({ subject, label, value, onValue }: SingleProps) {
  if (subject.measure === 'number')
    return (
      <NumberField
        label={label}
        labelUnseen
        fractions
        value={typeof value === 'number' ? value : undefined}
        onNumber={(number) => number !== undefined && onValue(number)}
      />
    );
  if (subject.measure === 'day')
    return (
      <DayField label={label} labelUnseen value={typeof value === 'string' ? value : ''} onDay={onValue} />
    );
  return <Field label={label} labelUnseen value={typeof value === 'string' ? value : ''} onInput={onValue} />;
}

function choiceWords({ q, question }: Subject, id: string, lang: string, first: string): string {
  if (q === '@lang') return languageName(id);
  if (question?.type === 'yesno') return t(id === 'yes' ? 'surveys.yes' : 'surveys.no');
  if (id === 'other') return readable(question?.other, lang, first) || t('surveys.something_else');
  const choice = question?.choices?.find((each) => each.id === id);
  return readable(choice?.text, lang, first) || t('surveys.no_text');
}
