import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n';
import { addressOf } from './address';
import type { SiteGate } from './site-gate';
import './settings.css';

interface AddSiteProps {
  gate: SiteGate;
  label: string;
  placeholder: string;
  button: string;
  /** What went wrong with a site of the list, typed here or switched there. */
  error: string | null;
  onError(error: string | null): void;
  /** Tells whether the site was added. Called in the click itself: a permission can be asked for. */
  onAdd(site: string): Promise<boolean>;
}

/** Adds a site to a list by its address. */
export function AddSite({ gate, label, placeholder, button, error, onError, onAdd }: AddSiteProps) {
  const [address, setAddress] = useState('');
  const add = async (event: Event) => {
    event.preventDefault();
    const site = gate.siteOf(addressOf(address));
    if (!site) onError(t('workspace.site_no_address'));
    else if (await onAdd(site)) setAddress('');
  };
  return (
    <form class="setting-add" onSubmit={add}>
      <Field
        label={label}
        placeholder={placeholder}
        inputMode="url"
        value={address}
        error={error}
        onInput={(text) => {
          setAddress(text);
          onError(null);
        }}
      />
      <Button type="submit">{button}</Button>
    </form>
  );
}
