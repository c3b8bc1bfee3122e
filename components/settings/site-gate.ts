import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { t } from '@/lib/i18n';
import { hostOf } from './address';

/** What the browser does about a site's permission; given by the page, so that a list of sites can be tried without one. */
export interface SiteGate {
  /** Scheme and host of an address, or null for what is no web page. */
  siteOf(address: string): string | null;
  /** Asks the user. Must be called in the click itself. False when they refuse. */
  request(site: string): Promise<boolean>;
}

/**
 * Turns one site on or off; answers what went wrong, or null. The permission is asked for in the same click.
 * @param op what is allowed: `sites.switch` to stand beside its mails, `sites.bridge` to take answers from it
 */
export function useSwitch(gate: SiteGate, op: 'sites.switch' | 'sites.bridge' = 'sites.switch') {
  const { client, refresh } = useDesk();
  return async (site: string, on: boolean): Promise<string | null> => {
    try {
      if (on && !(await gate.request(site))) return t('workspace.site_refused', { host: hostOf(site) });
      await client.call(op, { origin: site, on });
      await refresh();
      return null;
    } catch (failure) {
      return failureWords(failure);
    }
  };
}
