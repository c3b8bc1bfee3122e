import { useEffect, useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { useSetDevice } from '@/components/settings/use-set-device';
import { FieldFrame } from '@/components/ui/field-frame';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { DEFAULT_REMINDING, type Reminding } from '@/lib/crm/reminding';
import { t } from '@/lib/i18n';
import type { NotificationGate } from './gate';
import '@/components/settings/settings.css';

const PER_DAY = [1, 3, 5, 10, 20, 50];

/** Whether, when and how this computer reminds. */
export function ReminderSettings({ gate }: { gate: NotificationGate }) {
  const setDevice = useSetDevice();
  const settings = useQuery('settings.get', {}, { keep: true });
  const [refused, setRefused] = useState(false);
  const [holds, setHolds] = useState(true);
  const device = settings.value?.device;
  const how: Reminding = { ...DEFAULT_REMINDING, ...device?.reminders };

  useEffect(() => {
    void gate.holds().then(setHolds);
  }, [gate, how.on]);
  if (!device) return null;

  const set = (change: Partial<Reminding>) => setDevice({ reminders: { ...how, ...change } });
  const turn = async (on: boolean) => {
    const granted = on ? await gate.request() : false;
    setRefused(on && !granted);
    await set({ on: granted });
    if (!on) await gate.release();
  };

  return (
    <>
      <div class="setting-rows">
        <div class="setting-row">
          <Switch label={t('care.reminders_on')} on={how.on} onSwitch={(on) => void turn(on)} />
          {refused && (
            <p class="setting-under late" role="alert">
              {t('care.reminders_refused')}
            </p>
          )}
          {how.on && !holds && <p class="setting-under late">{t('care.reminders_lost')}</p>}
        </div>
        {how.on && (
          <div class="setting-row">
            <Switch
              label={t('care.reminders_named')}
              on={how.named}
              onSwitch={(named) => void set({ named })}
            />
            <p class="setting-under small">{t('care.reminders_named_hint')}</p>
          </div>
        )}
      </div>
      {how.on && (
        <div class="setting-fields">
          <TimeField
            label={t('care.reminders_day_at')}
            value={how.dayAt}
            onTime={(dayAt) => void set({ dayAt })}
          />
          <TimeField
            label={t('care.reminders_quiet_from')}
            hint={t('care.reminders_quiet_hint')}
            value={how.quietFrom}
            onTime={(quietFrom) => void set({ quietFrom })}
          />
          <TimeField
            label={t('care.reminders_quiet_to')}
            value={how.quietTo}
            onTime={(quietTo) => void set({ quietTo })}
          />
          <Select
            label={t('care.reminders_per_day')}
            hint={t('care.reminders_per_day_hint')}
            value={String(how.perDay)}
            choices={PER_DAY.map((count) => ({ value: String(count), label: String(count) }))}
            onChoose={(perDay) => void set({ perDay: Number(perDay) })}
          />
        </div>
      )}
    </>
  );
}

interface TimeFieldProps {
  label: string;
  hint?: string;
  value: string;
  onTime(time: string): void;
}

function TimeField({ label, hint, value, onTime }: TimeFieldProps) {
  return (
    <FieldFrame label={label} hint={hint}>
      {(links) => (
        <span class="field-box">
          <input
            {...links}
            type="time"
            required
            value={value}
            onChange={({ currentTarget: { value: time } }) => time && onTime(time)}
          />
        </span>
      )}
    </FieldFrame>
  );
}
