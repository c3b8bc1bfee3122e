import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { homeOf } from '@/components/settings/home';
import { purposes } from '@/components/settings/store-settings';
import { RadioGroup } from '@/components/ui/radio-group';
import { toast } from '@/components/ui/toast';
import type { Settings } from '@/lib/crm/settings';
import { t } from '@/lib/i18n';

/** What is it for? Sets the vocabulary and the home; can be changed in the settings. */
export function Purpose() {
  const { client } = useDesk();
  const settings = useQuery('settings.get', {}, { keep: true });
  const choose = (purpose: Settings['purpose']) =>
    client
      // Where a country was set, what was supposed of it is not supposed again.
      .call('settings.set', {
        settings: { purpose, ...(settings.value?.settings.region === null && homeOf(navigator.languages)) },
      })
      .catch((failure) => void toast(failureWords(failure), { failed: true }));
  return (
    <div class="welcome-purpose">
      <RadioGroup
        label={t('welcome.purpose')}
        value={settings.value?.settings.purpose ?? null}
        choices={purposes()}
        onChoose={(purpose) => void choose(purpose)}
      />
    </div>
  );
}
