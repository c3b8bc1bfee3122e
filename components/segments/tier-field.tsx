import { useQuery } from '@/components/query/use-query';
import { Select } from '@/components/ui/select';
import type { Clause } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { Words } from './clause-fields';

interface TierFieldProps {
  clause: Extract<Clause, { ask: 'tier' }>;
  onChange(clause: Clause): void;
}

/** At which level of customers, or at none. */
export function TierField({ clause, onChange }: TierFieldProps) {
  const settings = useQuery('settings.get', {}, { keep: true });
  const tiers = settings.value?.settings.tiers ?? [];
  const isGone = clause.tierId !== null && !tiers.some(({ id }) => id === clause.tierId);
  return (
    <>
      <Words
        label={t('segments.has')}
        value={clause.has ? 'with' : 'without'}
        of={['with', 'without']}
        words={(word) => t(`segments.${word}`)}
        onChoose={(word) => onChange({ ...clause, has: word === 'with' })}
      />
      <Select
        label={t('tiers.tier')}
        value={clause.tierId ?? ''}
        choices={[
          { value: '', label: t('tiers.any') },
          ...(isGone && clause.tierId ? [{ value: clause.tierId, label: t('segments.gone') }] : []),
          ...tiers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={(id) => onChange({ ...clause, tierId: id || null })}
      />
    </>
  );
}
