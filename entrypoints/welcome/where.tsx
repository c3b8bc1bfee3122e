import { ChevronRight } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Query } from '@/components/query/use-query';
import { addressOf, hostOf } from '@/components/settings/address';
import { useSwitch } from '@/components/settings/site-gate';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { SiteView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { PLACES, type Place } from './places';
import type { WelcomePlatform } from './welcome';

interface WhereProps {
  platform: WelcomePlatform;
  sites: Query<SiteView[]>;
  /** The part for people who write elsewhere is open. */
  elsewhere: boolean;
  /** A site was switched on, or off: then null. */
  onSite(origin: string | null): void;
  onElsewhere(): void;
}

/** Where do you write? A switch asks the browser for that one site. */
export function Where({ platform, sites, elsewhere, onSite, onElsewhere }: WhereProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const switchSite = useSwitch(platform.gate);
  const turn = async (origin: string, on: boolean) => {
    const failed = await switchSite(origin, on);
    setProblem(failed);
    sites.again();
    if (!failed) onSite(on ? origin : null);
    return !failed;
  };
  const isOn = (origin: string) => sites.value?.some((site) => site.origin === origin && site.on) ?? false;
  const others = sites.value?.filter(({ origin }) => !PLACES.some((place) => place.sites.includes(origin)));

  return (
    <section aria-label={t('welcome.where')}>
      <h2>{t('welcome.where')}</h2>
      <ul class="welcome-places">
        {PLACES.map((place) => (
          <PlaceRow key={place.id} place={place} isOn={isOn} platform={platform} onTurn={turn} />
        ))}
        {others?.map(({ origin, on }) => (
          <li key={origin} class={on ? 'welcome-place on' : 'welcome-place'}>
            <Switch label={hostOf(origin)} on={on} onSwitch={(turned) => void turn(origin, turned)} />
            <Ready site={on ? origin : null} platform={platform} />
          </li>
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

/** Says of a site that a tab of it stands open and is ready. Null asks for none. */
function Ready({ site, platform }: { site: string | null; platform: WelcomePlatform }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    setOpen(false);
    if (site) void platform.hasTab(site).then(setOpen);
  }, [site, platform]);
  return open ? <span class="welcome-ready small">{t('welcome.tab_ready')}</span> : null;
}

interface PlaceRowProps {
  place: Place;
  isOn(origin: string): boolean;
  platform: WelcomePlatform;
  onTurn(origin: string, on: boolean): Promise<boolean>;
}

function PlaceRow({ place, isOn, platform, onTurn }: PlaceRowProps) {
  const [chosen, setChosen] = useState(place.sites[0] ?? '');
  const origin = place.sites.find(isOn) ?? chosen;
  const on = isOn(origin);
  const name = place.name();
  const calls = (site: string) => place.siteName?.(site) ?? hostOf(site);

  return (
    <li class={on ? 'welcome-place on' : 'welcome-place'}>
      <Switch label={name} on={on} onSwitch={(turned) => void onTurn(origin, turned)} />
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
        <Ready site={on ? origin : null} platform={platform} />
      </span>
    </li>
  );
}

interface OtherRowProps {
  platform: WelcomePlatform;
  isOn(origin: string): boolean;
  onTurn(origin: string, on: boolean): Promise<boolean>;
}

/** Any other webmail, by the address that is pasted. */
function OtherRow({ platform, isOn, onTurn }: OtherRowProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    const site = text.trim() ? platform.gate.siteOf(addressOf(text)) : null;
    if (!site) return setError(t('workspace.site_no_address'));
    // It has a line of its own then, and this one takes the next.
    if (isOn(site) || (await onTurn(site, true))) setText('');
  };
  return (
    <li class="welcome-place">
      <form class="welcome-other" onSubmit={(event) => void add(event)}>
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
        {text.trim() && <Button type="submit">{t('workspace.site_add')}</Button>}
      </form>
    </li>
  );
}
