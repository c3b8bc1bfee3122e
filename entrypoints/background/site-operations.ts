import { ApiError } from '@/lib/api/message';
import { injectIntoOpenTabs, reconcileSites } from '@/lib/platform/scripts';
import {
  DEFAULT_SITE,
  mayRead,
  openTabOf,
  readPublic,
  releaseSite,
  siteOf,
  updatePublic,
} from '@/lib/platform/sites';
import { wake } from '@/lib/platform/wake';
import { readingsOf } from '@/lib/store/site-readings';
import { changeSite } from './overlay-state';
import { pageStructure } from './page-structure';
import { knownAs, siteReadings } from './readings';
import { drawTabs } from './tab-badge';
import type { Handlers } from './tab-request';
import { taughtSites } from './taught';

/** Switches one of a site's scripts. The permission goes when the last of them is off. */
async function switchSite(
  origin: string,
  change: { on: boolean } | { bridge: boolean },
  script: 'overlay' | 'bridge',
): Promise<void> {
  const site = siteOf(origin);
  if (!site) throw new ApiError('invalid', 'This is not the address of a web page.');
  const isOn = Object.values(change).some(Boolean);
  if (isOn && !(await mayRead(site)))
    throw new ApiError('forbidden', 'The browser has not been given permission for this site.');
  const { sites } = await updatePublic((state) => {
    // A site that is known for its surveys only has no overlay.
    const before = state.sites[site] ?? { ...DEFAULT_SITE, on: false };
    return { ...state, sites: { ...state.sites, [site]: { ...before, ...change } } };
  });
  await reconcileSites();
  if (isOn) await injectIntoOpenTabs(site, script);
  else if (!sites[site]?.on && !sites[site]?.bridge) await releaseSite(site);
  await drawTabs();
  // The workspace lists the sites, and hears only of what is kept.
  await wake('store');
}

/** Which sites are on, for what, and whether they are still read. */
export const siteOperations: Handlers<
  'sites.list' | 'sites.switch' | 'sites.reads' | 'sites.bridge' | 'sites.readings' | 'sites.structure'
> = {
  async 'sites.list'(_, { db }) {
    const [{ sites }, { RECIPES }, mine, notes] = await Promise.all([
      readPublic(),
      import('@/lib/sites/recipes'),
      taughtSites(db),
      readingsOf(db),
    ]);
    const permitted = await Promise.all(Object.keys(sites).map(mayRead));
    return Object.entries(sites).map(([origin, { on, bridge = false, reads = false }], i) => ({
      origin,
      site: knownAs(origin, notes[origin], RECIPES) ?? 'generic',
      taught: mine.some(({ hosts }) => hosts.includes(new URL(origin).hostname)),
      on: on && (permitted[i] ?? false),
      bridge: bridge && (permitted[i] ?? false),
      reads,
    }));
  },

  async 'sites.switch'({ origin, on }) {
    await switchSite(origin, { on }, 'overlay');
    return {};
  },

  async 'sites.reads'({ origin, on }) {
    await changeSite(origin, { reads: on });
    await wake('store');
    return {};
  },

  async 'sites.bridge'({ origin, on }) {
    await switchSite(origin, { bridge: on }, 'bridge');
    return {};
  },

  'sites.readings': (_, { db }) => siteReadings(db),

  async 'sites.structure'({ origin }) {
    const tabId = await openTabOf(origin);
    if (tabId === null) throw new ApiError('missing', 'No page of this site is open.');
    return { text: await pageStructure(tabId, origin) };
  },
};
