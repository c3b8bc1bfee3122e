import { X } from 'lucide';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { IconButton } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { DeviceSettings } from '@/lib/crm/settings';
import { t } from '@/lib/i18n';
import { hostOf } from './address';

interface Seen {
  site: string;
  key: string;
  /** Of a mailbox of somebody else's, or a shared one: the user's while it is open. */
  lent: boolean;
}

/** What sites showed as the user's and was not taken out, lent mailboxes last. */
function seenOf({ ownSeen, ownAccounts = {} }: Pick<DeviceSettings, 'ownSeen' | 'ownAccounts'>): Seen[] {
  const mine = Object.entries(ownSeen).flatMap(([site, keys]) =>
    Object.keys(keys)
      .filter((key) => keys[key])
      .map((key) => ({ site, key, lent: false })),
  );
  const lent = Object.entries(ownAccounts).flatMap(([site, accounts]) => {
    const keys = Object.values(accounts).flatMap((account) => (account.lent ? account.keys : []));
    return [...new Set(keys)]
      .filter((key) => ownSeen[site]?.[key] === undefined)
      .map((key) => ({ site, key, lent: true }));
  });
  return [...mine, ...lent];
}

/** Addresses that sites showed as the user's: learnt on this computer, each to be taken out where the site is wrong. */
export function OwnSeen() {
  const { client, refresh } = useDesk();
  const settings = useQuery('settings.get', {}, { keep: true });
  const seen = settings.value ? seenOf(settings.value.device) : [];
  if (seen.length === 0) return null;

  const setMine = async (site: string, key: string, mine: boolean) => {
    try {
      await client.call('device.disown', { site, key, mine });
      await refresh();
      if (!mine)
        toast(t('workspace.own_seen_out', { address: key, host: hostOf(site) }), {
          action: { label: t('common.undo'), run: () => void setMine(site, key, true) },
        });
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  };

  return (
    <>
      <h3 class="setting-subtitle">{t('workspace.own_seen')}</h3>
      <ul class="setting-rows" aria-label={t('workspace.own_seen')}>
        {seen.map(({ site, key, lent }) => (
          <li key={`${site} ${key}`} class="setting-row">
            <span class="one-line">{key}</span>
            <IconButton
              icon={X}
              size={14}
              label={t('workspace.own_seen_remove', { address: key, host: hostOf(site) })}
              onClick={() => void setMine(site, key, false)}
            />
            <span class="setting-aside quiet-text small">
              {lent ? t('workspace.own_seen_lent', { host: hostOf(site) }) : hostOf(site)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
