import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Switch } from '@/components/ui/switch';
import type { SiteView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { AddSite } from './add-site';
import { hostOf } from './address';
import { type SiteGate, useSwitch } from './site-gate';
import { siteName } from './site-name';
import './settings.css';

/** The sites that Sidelight stands beside, and a way to add one by its address. */
export function SiteList({ gate }: { gate: SiteGate }) {
  const sites = useQuery('sites.list', {}, { keep: true });
  const switchSite = useSwitch(gate);
  const [error, setError] = useState<string | null>(null);

  const turn = async (site: string, on: boolean): Promise<boolean> => {
    const problem = await switchSite(site, on);
    setError(problem);
    sites.again();
    return !problem;
  };

  return (
    <>
      {sites.value?.length === 0 && <p class="quiet-text">{t('workspace.sites_empty')}</p>}
      <ul class="setting-rows">
        {sites.value?.map((site) => (
          <SiteRow
            key={site.origin}
            site={site}
            onSwitch={(on) => void turn(site.origin, on)}
            onChanged={sites.again}
          />
        ))}
      </ul>
      <AddSite
        gate={gate}
        label={t('workspace.site_address')}
        placeholder="https://mail.example"
        button={t('workspace.site_add')}
        error={error}
        onError={setError}
        onAdd={(site) => turn(site, true)}
      />
    </>
  );
}

interface SiteRowProps {
  site: SiteView;
  onSwitch(on: boolean): void;
  onChanged(): void;
}

function SiteRow({ site, onSwitch, onChanged }: SiteRowProps) {
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
      <span class="setting-aside quiet-text small">
        {site.taught ? t('workspace.site_taught') : siteName(site.site)}
      </span>
      {site.on && (
        <div class="setting-under small">
          <Switch
            label={t('workspace.site_autolog', { host: hostOf(site.origin) })}
            on={logs}
            onSwitch={(on) => void autolog(on)}
          />
          <Switch
            label={t('workspace.site_reads', { host: hostOf(site.origin) })}
            on={site.reads}
            onSwitch={(on) => void act('sites.reads', { origin: site.origin, on }).then(onChanged)}
          />
        </div>
      )}
    </li>
  );
}
