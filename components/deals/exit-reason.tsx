import { Select } from '@/components/ui/select';
import { EXIT_REASONS, type ExitReason } from '@/lib/crm/exit-reasons';
import { type Key, t } from '@/lib/i18n';

const WORDS = {
  price: 'figures.left_price',
  competitor: 'figures.left_competitor',
  need: 'figures.left_need',
  service: 'figures.left_service',
  silent: 'figures.left_silent',
  other: 'figures.left_else',
} as const satisfies Record<ExitReason, Key>;

export function exitReasonWords(reason: ExitReason): string {
  return t(WORDS[reason]);
}

interface ExitReasonFieldProps {
  value: ExitReason | '';
  onChoose(value: ExitReason | ''): void;
}

/** Why somebody was lost, as it is counted; their own words stand beside it. */
export function ExitReasonField({ value, onChoose }: ExitReasonFieldProps) {
  return (
    <Select<ExitReason | ''>
      label={t('figures.left_why')}
      value={value}
      choices={[
        { value: '', label: t('figures.left_unsaid') },
        ...EXIT_REASONS.map((one) => ({ value: one, label: exitReasonWords(one) })),
      ]}
      onChoose={onChoose}
    />
  );
}
