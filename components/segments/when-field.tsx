import { DayField } from '@/components/surveys/day-field';
import { NumberField } from '@/components/surveys/number-field';
import { Select } from '@/components/ui/select';
import type { Within } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';

type How = 'any' | 'last' | 'next' | 'between';

interface WhenFieldProps {
  within: Within | undefined;
  /** "At any time" may be chosen. */
  open?: boolean;
  /** What lies ahead may be asked for. */
  ahead?: boolean;
  onWithin(within: Within | undefined): void;
}

/** Within which days: counted from today, or between two of them. */
export function WhenField({ within, open = true, ahead = false, onWithin }: WhenFieldProps) {
  const how = howOf(within);
  const days =
    within && ('lastDays' in within ? within.lastDays : 'nextDays' in within ? within.nextDays : 30);
  const choices: How[] = [
    ...(open ? (['any'] as const) : []),
    'last',
    ...(ahead || how === 'next' ? (['next'] as const) : []),
    'between',
  ];
  return (
    <span class="segment-when">
      <Select
        label={t('segments.when')}
        value={how}
        choices={choices.map((one) => ({ value: one, label: t(`segments.when_${one}`) }))}
        onChoose={(next) => onWithin(begin(next, days ?? 30))}
      />
      {(how === 'last' || how === 'next') && (
        <NumberField
          label={t('segments.days')}
          value={days}
          least={how === 'last' ? 1 : 0}
          most={36_500}
          onNumber={(count) => count !== undefined && onWithin(begin(how, count))}
        />
      )}
      {how === 'between' && within && 'lastDays' in within === false && 'nextDays' in within === false && (
        <>
          <DayField
            label={t('segments.from')}
            value={within.from ?? ''}
            onDay={(from) => onWithin(withDay(within, 'from', from))}
          />
          <DayField
            label={t('segments.to')}
            value={within.to ?? ''}
            onDay={(to) => onWithin(withDay(within, 'to', to))}
          />
        </>
      )}
    </span>
  );
}

function howOf(within: Within | undefined): How {
  if (!within) return 'any';
  if ('lastDays' in within) return 'last';
  return 'nextDays' in within ? 'next' : 'between';
}

function begin(how: How, days: number): Within | undefined {
  if (how === 'any') return undefined;
  if (how === 'last') return { lastDays: Math.max(1, days) };
  return how === 'next' ? { nextDays: days } : {};
}

function withDay(
  within: { from?: string | undefined; to?: string | undefined },
  end: 'from' | 'to',
  day: string,
): Within {
  const { [end]: _, ...rest } = within;
  return day ? { ...rest, [end]: day } : rest;
}
