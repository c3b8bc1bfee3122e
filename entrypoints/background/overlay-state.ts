import type { OverlayState } from '@/lib/api/views';
import {
  DEFAULT_SITE,
  type PublicState,
  readPublic,
  type SiteSetting,
  updatePublic,
} from '@/lib/platform/sites';
import { drawTabs } from './tab-badge';

/**
 * How the overlay stands on a site.
 * @param beside the browser's side panel shows this tab
 */
export function overlayState(state: PublicState, site: string, beside: boolean): OverlayState {
  const setting = state.sites[site];
  return {
    on: setting?.on ?? false,
    folded: setting?.aside || (setting?.folded ?? DEFAULT_SITE.folded),
    width: setting?.width ?? DEFAULT_SITE.width,
    hiddenUntil: state.hiddenUntil,
    language: state.language,
    reads: setting?.reads ?? false,
    beside,
  };
}

/** Whoever unfolds the panel in a page wants it there again. */
export const UNFOLDED = { folded: false, aside: false } as const;

/** Changes the setting of one site that is known already. */
export async function changeSite(
  site: string,
  change: Partial<Pick<SiteSetting, 'folded' | 'aside' | 'width' | 'reads'>>,
): Promise<void> {
  await updatePublic((state) => {
    const before = state.sites[site];
    if (!before) return state;
    const { aside, ...rest } = { ...before, ...change };
    return { ...state, sites: { ...state.sites, [site]: aside ? { ...rest, aside } : rest } };
  });
}

const HOUR = 60;

/** Hides the overlay everywhere for an hour, or shows it again before that is over. */
export async function hideOrShow(now: number): Promise<void> {
  const { hiddenUntil } = await readPublic();
  await hideFor((hiddenUntil ?? 0) > now ? 0 : HOUR, now);
}

/** Hides the overlay everywhere; 0 minutes shows it again. */
export async function hideFor(minutes: number, now: number): Promise<void> {
  await updatePublic((state) => ({ ...state, hiddenUntil: minutes > 0 ? now + minutes * 60_000 : null }));
  await drawTabs();
}
