import { X } from 'lucide';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { IconButton } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { hostOf } from './address';

/** Addresses that sites showed as the user's: learnt on this computer, each to be taken out where the site is wrong. */
export function OwnSeen() {
  const { client, refresh } = useDesk();
  const settings = useQuery('settings.get', {}, { keep: true });
  const seen = Object.entries(settings.value?.device.ownSeen ?? {}).flatMap(([site, keys]) =>
    Object.keys(keys)
      .filter((key) => keys[key])
      .map((key) => ({ site, key })),
  );
  if (seen.length === 0) return null;

  const disown = async (site: string, key: string) => {
    try {
      await client.call('device.disown', { site, key });
      await refresh();
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  };

  return (
    <>
      <h3 class="setting-subtitle">{t('workspace.own_seen')}</h3>
      <ul class="setting-rows" aria-label={t('workspace.own_seen')}>
        {seen.map(({ site, key }) => (
          <li key={`${site} ${key}`} class="setting-row">
            <span class="one-line">{key}</span>
            <IconButton
              icon={X}
              size={14}
              label={t('workspace.own_seen_remove', { address: key, host: hostOf(site) })}
              onClick={() => void disown(site, key)}
            />
            <span class="setting-aside quiet-text small">{hostOf(site)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
