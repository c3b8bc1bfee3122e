import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import type { ScheduleRow } from '@/lib/api/schedule-views';
import type { Quota } from '@/lib/crm/schedules';
import { t } from '@/lib/i18n';
import { NumberField } from '../number-field';
import { GroupField } from './group-field';
import { groupWords } from './words';

interface QuotaFieldsProps {
  quotas: Quota[];
  names: ScheduleRow['names'];
  onQuotas(quotas: Quota[]): void;
  /** Told the name of a group that was chosen. */
  onName(id: string, name: string): void;
}

const USUAL = 100;
const MOST = 20;

/** How many answers of a group are enough. */
export function QuotaFields({ quotas, names, onQuotas, onName }: QuotaFieldsProps) {
  const [adding, setAdding] = useState(false);
  const hasAll = quotas.some(({ group }) => group.by === 'all');
  const add = (group: Quota['group']) => {
    setAdding(false);
    onQuotas([...quotas, { group, most: USUAL }]);
  };
  return (
    <fieldset class="schedule-quotas">
      <legend class="radios-label">{t('schedules.quotas')}</legend>
      <p class="quiet-text small">{t('schedules.quotas_how')}</p>
      {quotas.map((quota, at) => {
        const name = groupWords(quota.group, names);
        return (
          <div key={`${at} ${name}`} class="schedule-quota">
            <span class="one-line">{name}</span>
            <NumberField
              label={`${t('schedules.quota_most')}: ${name}`}
              labelUnseen
              value={quota.most}
              least={1}
              most={100_000}
              onNumber={(most = USUAL) =>
                onQuotas(quotas.map((one, place) => (place === at ? { ...one, most } : one)))
              }
            />
            <Button
              kind="bare"
              aria-label={t('schedules.quota_remove', { name })}
              onClick={() => onQuotas(quotas.filter((_, place) => place !== at))}
            >
              {t('schedules.remove')}
            </Button>
          </div>
        );
      })}
      {adding && (
        <GroupField
          label={t('schedules.quota_group')}
          name={null}
          onGroup={(group, name) => {
            if (!group) return;
            onName(group.id, name);
            add(group);
          }}
        />
      )}
      {quotas.length < MOST && (
        <div class="way-actions">
          {!hasAll && (
            <Button kind="bare" onClick={() => add({ by: 'all' })}>
              {t('schedules.quota_add_all')}
            </Button>
          )}
          {!adding && (
            <Button kind="bare" onClick={() => setAdding(true)}>
              {t('schedules.quota_add')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}
