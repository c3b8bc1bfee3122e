import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';
import type { SiteView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { addressOf, hostOf } from './address';
import { siteName } from './site-name';
import './settings.css';

/** What the browser does about a site's permission; given by the page, so that the list can be tried without one. */
export interface SiteGate {
  /** Scheme and host of an address, or null for what is no web page. */
  siteOf(address: string): string | null;
  /** Asks the user. Must be called in the click itself. False when they refuse. */
  request(site: string): Promise<boolean>;
}

/** Turns one site on or off; answers what went wrong, or null. The permission is asked for in the same click. */
export function useSwitch(gate: SiteGate) {
  const { client, refresh } = useDesk();
  return async (site: string, on: boolean): Promise<string | null> => {
    try {
      if (on && !(await gate.request(site))) return t('workspace.site_refused', { host: hostOf(site) });
      await client.call('sites.switch', { origin: site, on });
      await refresh();
      return null;
    } catch (failure) {
      return failureWords(failure);
    }
  };
}

/** The sites that Sidelight stands beside, and a way to add one by its address. */
export function SiteList({ gate }: { gate: SiteGate }) {
  const sites = useQuery('sites.list', {}, { keep: true });
  const switchSite = useSwitch(gate);
  const [address, setAddress] = useState('');
  const [error, setError] = useState<string | null>(null);

  const turn = async (site: string, on: boolean) => {
    setError(await switchSite(site, on));
    sites.again();
  };

  const add = async (event: Event) => {
    event.preventDefault();
    const site = gate.siteOf(addressOf(address));
    if (!site) return setError(t('workspace.site_no_address'));
    const problem = await switchSite(site, true);
    setError(problem);
    if (!problem) setAddress('');
    sites.again();
  };

  return (
    <>
      {sites.value?.length === 0 && <p class="quiet-text">{t('workspace.sites_empty')}</p>}
      <ul class="setting-rows">
        {sites.value?.map((site) => (
          <SiteRow key={site.origin} site={site} onSwitch={(on) => turn(site.origin, on)} />
        ))}
      </ul>
      <form class="setting-add" onSubmit={add}>
        <Field
          label={t('workspace.site_address')}
          placeholder="https://mail.example"
          inputMode="url"
          value={address}
          error={error}
          onInput={(text) => {
            setAddress(text);
            setError(null);
          }}
        />
        <Button type="submit">{t('workspace.site_add')}</Button>
      </form>
    </>
  );
}

function SiteRow({ site, onSwitch }: { site: SiteView; onSwitch(on: boolean): void }) {
  const settings = useQuery('settings.get', {}, { keep: true });
  const act = useAction();
  const origins = settings.value?.settings.autologOrigins ?? [];
  const logs = origins.includes(site.origin);
  const autolog = (on: boolean) =>
    act('settings.set', {
      settings: {
        autologOrigins: on ? [...origins, site.origin] : origins.filter((origin) => origin !== site.origin),
      },
    });

  return (
    <li class="setting-row">
      <Switch label={hostOf(site.origin)} on={site.on} onSwitch={onSwitch} />
      <span class="setting-aside quiet-text small">{siteName(site.site)}</span>
      {site.on && (
        <div class="setting-under small">
          <Switch
            label={t('workspace.site_autolog', { host: hostOf(site.origin) })}
            on={logs}
            onSwitch={(on) => void autolog(on)}
          />
        </div>
      )}
    </li>
  );
}
