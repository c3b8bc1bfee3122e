import { useQuery } from '@/components/query/use-query';
import { Select } from '@/components/ui/select';
import type { DeviceSettings } from '@/lib/crm/settings';
import { LANGUAGES, t } from '@/lib/i18n';
import { useSetDevice } from './use-set-device';
import './settings.css';

/** Language and theme of this computer. */
export function LookSettings() {
  const set = useSetDevice();
  const settings = useQuery('settings.get', {}, { keep: true });
  const device = settings.value?.device;
  if (!device) return null;

  return (
    <div class="setting-fields">
      <Select
        label={t('workspace.language')}
        value={device.language}
        choices={[
          { value: 'auto', label: t('workspace.as_browser') },
          ...Object.entries(LANGUAGES).map(([value, label]) => ({
            value: value as DeviceSettings['language'],
            label,
          })),
        ]}
        onChoose={(language) => set({ language })}
      />
      <Select
        label={t('workspace.theme')}
        value={device.theme}
        choices={[
          { value: 'auto', label: t('workspace.as_browser') },
          { value: 'light', label: t('workspace.theme_light') },
          { value: 'dark', label: t('workspace.theme_dark') },
        ]}
        onChoose={(theme) => set({ theme })}
      />
    </div>
  );
}
