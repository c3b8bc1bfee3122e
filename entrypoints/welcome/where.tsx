import { ChevronRight } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { addressOf, hostOf } from '@/components/settings/address';
import { useSwitch } from '@/components/settings/site-gate';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { t } from '@/lib/i18n';
import { PLACES, type Place } from './places';
import type { WelcomePlatform } from './welcome';

interface WhereProps {
  platform: WelcomePlatform;
  /** The part for people who write elsewhere is open. */
  elsewhere: boolean;
  onSite(site: { origin: string; name: string } | null): void;
  onElsewhere(): void;
}

/** Where do you write? A switch asks the browser for that one site. */
export function Where({ platform, elsewhere, onSite, onElsewhere }: WhereProps) {
  const sites = useQuery('sites.list', {}, { keep: true });
  const [problem, setProblem] = useState<string | null>(null);
  const switchSite = useSwitch(platform.gate);
  const turn = async (origin: string, name: string, on: boolean) => {
    const failed = await switchSite(origin, on);
    setProblem(failed);
    sites.again();
    if (!failed) onSite(on ? { origin, name } : null);
    return !failed;
  };
  const isOn = (origin: string) => sites.value?.some((site) => site.origin === origin && site.on) ?? false;

  return (
    <section aria-label={t('welcome.where')}>
      <h2>{t('welcome.where')}</h2>
      <ul class="welcome-places">
        {PLACES.map((place) => (
          <PlaceRow key={place.id} place={place} isOn={isOn} platform={platform} onTurn={turn} />
        ))}
        <OtherRow platform={platform} isOn={isOn} onTurn={turn} />
        <li class="welcome-place">
          <button type="button" class="welcome-elsewhere" aria-expanded={elsewhere} onClick={onElsewhere}>
            <span class="welcome-place-name">{t('welcome.elsewhere')}</span>
            <span class="small quiet-text">{t('welcome.elsewhere_how')}</span>
            <Icon node={ChevronRight} />
          </button>
        </li>
      </ul>
      {problem && (
        <p class="small late" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

/** Whether a tab of a site stands open: it is ready without a reload. Null asks for none. */
function useOpen(site: string | null, platform: WelcomePlatform): boolean {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    setOpen(false);
    if (site) void platform.hasTab(site).then(setOpen);
  }, [site, platform]);
  return open;
}

interface PlaceRowProps {
  place: Place;
  isOn(origin: string): boolean;
  platform: WelcomePlatform;
  onTurn(origin: string, name: string, on: boolean): Promise<boolean>;
}

function PlaceRow({ place, isOn, platform, onTurn }: PlaceRowProps) {
  const [chosen, setChosen] = useState(place.sites[0] ?? '');
  const origin = place.sites.find(isOn) ?? chosen;
  const on = isOn(origin);
  const open = useOpen(on ? origin : null, platform);
  const name = place.name();
  const calls = (site: string) => place.siteName?.(site) ?? hostOf(site);

  return (
    <li class={on ? 'welcome-place on' : 'welcome-place'}>
      <Switch
        label={name}
        on={on}
        onSwitch={(turned) => void onTurn(origin, place.siteName?.(origin) ?? name, turned)}
      />
      <span class="welcome-address small quiet-text">
        {place.sites.length > 1 && !on ? (
          <Select
            label={t('welcome.host', { name })}
            labelUnseen
            value={origin}
            choices={place.sites.map((site) => ({ value: site, label: calls(site) }))}
            onChoose={setChosen}
          />
        ) : (
          calls(origin)
        )}
        {open && <span class="welcome-ready">{t('welcome.tab_ready')}</span>}
      </span>
    </li>
  );
}

interface OtherRowProps {
  platform: WelcomePlatform;
  isOn(origin: string): boolean;
  onTurn(origin: string, name: string, on: boolean): Promise<boolean>;
}

/** Any other webmail, by the address that is pasted. */
function OtherRow({ platform, isOn, onTurn }: OtherRowProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const site = text.trim() ? platform.gate.siteOf(addressOf(text)) : null;
  const on = site !== null && isOn(site);
  const open = useOpen(on ? site : null, platform);
  const add = (event: Event) => {
    event.preventDefault();
    if (!site) return setError(t('workspace.site_no_address'));
    void onTurn(site, hostOf(site), true);
  };
  return (
    <li class={on ? 'welcome-place on' : 'welcome-place'}>
      <form class="welcome-other" onSubmit={add}>
        <span class="welcome-place-name">{t('welcome.another')}</span>
        <Field
          label={t('welcome.another_address')}
          labelUnseen
          placeholder={t('welcome.another_how')}
          inputMode="url"
          value={text}
          error={error}
          onInput={(typed) => {
            setText(typed);
            setError(null);
          }}
        />
        {open && <span class="welcome-ready small">{t('welcome.tab_ready')}</span>}
        {text.trim() && !on && <Button type="submit">{t('workspace.site_add')}</Button>}
      </form>
    </li>
  );
}
