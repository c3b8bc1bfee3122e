import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { addressOf, hostOf } from '@/components/settings/address';
import type { SiteGate } from '@/components/settings/site-list';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';
import { t } from '@/lib/i18n';

/** Sites whose answers are taken from the page itself, in this browser. One that was switched off stays in sight until the list is left. */
export function AnswerSites({ gate }: { gate: SiteGate }) {
  const { client, refresh } = useDesk();
  const sites = useQuery('sites.list', {}, { keep: true });
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [address, setAddress] = useState('');
  const [error, setError] = useState<string | null>(null);
  const shown = (sites.value ?? []).filter(({ origin, bridge }) => bridge || seen.includes(origin));

  const turn = async (site: string, on: boolean): Promise<boolean> => {
    try {
      if (on && !(await gate.request(site))) {
        setError(t('workspace.site_refused', { host: hostOf(site) }));
        return false;
      }
      await client.call('sites.bridge', { origin: site, on });
      await refresh();
      setError(null);
      setSeen([...seen, site]);
      sites.again();
      return true;
    } catch (failure) {
      setError(failureWords(failure));
      return false;
    }
  };
  const add = async (event: Event) => {
    event.preventDefault();
    const site = gate.siteOf(addressOf(address));
    if (!site) setError(t('workspace.site_no_address'));
    else if (await turn(site, true)) setAddress('');
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
      <form class="setting-add" onSubmit={add}>
        <Field
          label={t('surveys.answer_sites_address')}
          placeholder="https://shop.example"
          inputMode="url"
          value={address}
          error={error}
          onInput={(text) => {
            setAddress(text);
            setError(null);
          }}
        />
        <Button type="submit">{t('surveys.answer_sites_add')}</Button>
      </form>
    </>
  );
}
