import { NumberField } from '@/components/surveys/number-field';
import type { Range } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';

interface RangeFieldProps {
  range: Range;
  /** So many of what is stored make one of what is typed: 100 for cents, 0.01 for percent. */
  unit?: number;
  fractions?: boolean;
  onRange(range: Range): void;
}

/** From where to where; either end may be left open. */
export function RangeField({ range, unit = 1, fractions = true, onRange }: RangeFieldProps) {
  const shown = (value: number | undefined) =>
    value === undefined ? undefined : Number((value / unit).toPrecision(12));
  const put = (end: 'min' | 'max', typed: number | undefined) => {
    const { [end]: _, ...rest } = range;
    onRange(typed === undefined ? rest : { ...rest, [end]: Number((typed * unit).toPrecision(12)) });
  };
  return (
    <span class="segment-range">
      <NumberField
        label={t('segments.at_least')}
        value={shown(range.min)}
        fractions={fractions}
        onNumber={(value) => put('min', value)}
      />
      <NumberField
        label={t('segments.at_most')}
        value={shown(range.max)}
        fractions={fractions}
        onNumber={(value) => put('max', value)}
      />
    </span>
  );
}
