import { useAction } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import type { Settings } from '@/lib/crm/settings';
import { language, t } from '@/lib/i18n';
import { COUNTRIES } from './countries';
import { EditableList } from './editable-list';
import { readAddress, readAddressOrDomain } from './entries';
import { OwnSeen } from './own-seen';

function useStoreSettings() {
  const settings = useQuery('settings.get', {}, { keep: true });
  const act = useAction();
  return {
    settings: settings.value?.settings ?? null,
    set: (change: Partial<Settings>) =>
      void act('settings.set', { settings: change }, t('workspace.settings_saved')),
  };
}

/** What the product is for. */
export function PurposeSetting() {
  const { settings, set } = useStoreSettings();
  if (!settings) return null;
  return (
    <RadioGroup
      label={t('workspace.purpose')}
      labelUnseen
      value={settings.purpose}
      choices={purposes()}
      onChoose={(purpose) => set({ purpose })}
    />
  );
}

/** The three answers to "What is it for?", each with what it brings. */
export function purposes() {
  return [
    { value: 'sales' as const, label: t('workspace.purpose_sales'), hint: t('workspace.purpose_sales_hint') },
    {
      value: 'support' as const,
      label: t('workspace.purpose_support'),
      hint: t('workspace.purpose_support_hint'),
    },
    {
      value: 'people' as const,
      label: t('workspace.purpose_people'),
      hint: t('workspace.purpose_people_hint'),
    },
  ];
}

/** In which country a phone number is dialled that does not say so itself. */
export function CountrySetting() {
  const { settings, set } = useStoreSettings();
  if (!settings) return null;
  const names = new Intl.DisplayNames([language.value], { type: 'region' });
  const choices = COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }));
  choices.sort((a, b) => a.label.localeCompare(b.label, language.value));
  return (
    <div class="setting-fields">
      <Select
        label={t('workspace.country_of_numbers')}
        value={settings.region ?? ''}
        choices={[{ value: '', label: t('workspace.country_none') }, ...choices]}
        onChoose={(code) => set({ region: code || null })}
      />
    </div>
  );
}

/** The user's own addresses: never offered as a contact. */
export function OwnAddresses() {
  const { settings, set } = useStoreSettings();
  if (!settings) return null;
  return (
    <>
      <EditableList
        label={t('workspace.own_add')}
        hint={t('workspace.own_hint')}
        placeholder="me@example.com"
        values={settings.ownPoints}
        read={readAddress}
        wrong={t('workspace.own_wrong')}
        onChange={(ownPoints) => set({ ownPoints })}
      />
      <OwnSeen />
    </>
  );
}

/** Whose mails are never logged and never offered. */
export function NeverLog() {
  const { settings, set } = useStoreSettings();
  if (!settings) return null;
  return (
    <EditableList
      label={t('workspace.never_add')}
      hint={t('workspace.never_hint')}
      placeholder="clinic.example"
      values={settings.neverLog}
      read={readAddressOrDomain}
      wrong={t('workspace.never_wrong')}
      onChange={(neverLog) => set({ neverLog })}
    />
  );
}
