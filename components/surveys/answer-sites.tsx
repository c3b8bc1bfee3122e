import { useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { AddSite } from '@/components/settings/add-site';
import { hostOf } from '@/components/settings/address';
import { type SiteGate, useSwitch } from '@/components/settings/site-gate';
import { Switch } from '@/components/ui/switch';
import { t } from '@/lib/i18n';

/** Sites whose answers are taken from the page itself, in this browser. One that was switched off stays in sight until the list is left. */
export function AnswerSites({ gate }: { gate: SiteGate }) {
  const sites = useQuery('sites.list', {}, { keep: true });
  const switchSite = useSwitch(gate, 'sites.bridge');
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [error, setError] = useState<string | null>(null);
  const shown = (sites.value ?? []).filter(({ origin, bridge }) => bridge || seen.includes(origin));

  const turn = async (site: string, on: boolean): Promise<boolean> => {
    const problem = await switchSite(site, on);
    setError(problem);
    if (problem) return false;
    setSeen([...seen, site]);
    sites.again();
    return true;
  };

  return (
    <>
      <h3 class="setting-subtitle">{t('surveys.answer_sites')}</h3>
      <p class="quiet-text">{t('surveys.answer_sites_how')}</p>
      <ul class="setting-rows">
        {shown.map(({ origin, bridge }) => (
          <li key={origin} class="setting-row">
            <Switch label={hostOf(origin)} on={bridge} onSwitch={(on) => void turn(origin, on)} />
          </li>
        ))}
      </ul>
      <AddSite
        gate={gate}
        label={t('surveys.answer_sites_address')}
        placeholder="https://shop.example"
        button={t('surveys.answer_sites_add')}
        error={error}
        onError={setError}
        onAdd={(site) => turn(site, true)}
      />
    </>
  );
}
