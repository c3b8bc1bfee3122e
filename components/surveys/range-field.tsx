import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { Question, Texts } from '@/lib/surveys/form';
import { DayField } from './day-field';
import { NumberField } from './number-field';

interface RangeFieldProps {
  question: Question<Texts>;
  onWrite(part: Partial<Question<Texts>>): void;
  onAct(part: Partial<Question<Texts>>): void;
}

/** How many points a csat or ces scale may have. */
const POINTS: Partial<Record<string, readonly number[]>> = { csat: [3, 4, 5, 7, 10], ces: [5, 7] };
const USUAL_POINTS: Partial<Record<string, number>> = { csat: 5, ces: 7 };

/** Both ends of what can be answered: points of a scale, numbers, days. */
export function RangeField({ question, onWrite, onAct }: RangeFieldProps) {
  const { type } = question;
  const points = POINTS[type];
  if (points) {
    const now = typeof question.range?.[1] === 'number' ? question.range[1] : USUAL_POINTS[type];
    return (
      <Select
        label={t('surveys.points')}
        value={String(now)}
        choices={points.map((count) => ({
          value: String(count),
          label: t('surveys.points_to', { count }),
        }))}
        onChoose={(count) => onAct({ range: [1, Number(count)] })}
      />
    );
  }
  if (type === 'date') return <DayRange question={question} onWrite={onWrite} />;
  if (type !== 'number' && type !== 'slider') return null;

  const [low, high] = numbersOf(question);
  const isSlider = type === 'slider';
  const write = (from: number | undefined, to: number | undefined) => {
    if (from === undefined && to === undefined) return onWrite({ range: undefined });
    onWrite({ range: [from ?? (isSlider ? 0 : -1e9), to ?? (isSlider ? 100 : 1e9)] });
  };
  return (
    <div class="editor-pair">
      <NumberField
        label={t('surveys.range_from')}
        fractions
        value={low}
        onNumber={(from) => write(from, high)}
      />
      <NumberField label={t('surveys.range_to')} fractions value={high} onNumber={(to) => write(low, to)} />
      <NumberField
        label={t('surveys.step')}
        fractions
        least={0}
        value={question.step}
        placeholder={1}
        onNumber={(step) => onWrite({ step })}
      />
    </div>
  );
}

/** The far ends stand for "no limit". */
function numbersOf({ range }: Question<Texts>): [number | undefined, number | undefined] {
  const [low, high] = range ?? [];
  return [
    typeof low === 'number' && low > -1e9 ? low : undefined,
    typeof high === 'number' && high < 1e9 ? high : undefined,
  ];
}

const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

function DayRange({ question, onWrite }: Pick<RangeFieldProps, 'question' | 'onWrite'>) {
  const [from, to] = question.range ?? [];
  const low = typeof from === 'string' && from !== FIRST_DAY ? from : '';
  const high = typeof to === 'string' && to !== LAST_DAY ? to : '';
  const write = (first: string, last: string) =>
    onWrite({ range: first || last ? [first || FIRST_DAY, last || LAST_DAY] : undefined });
  return (
    <div class="editor-pair">
      <DayField label={t('surveys.day_from')} value={low} onDay={(day) => write(day, high)} />
      <DayField label={t('surveys.day_to')} value={high} onDay={(day) => write(low, day)} />
    </div>
  );
}
