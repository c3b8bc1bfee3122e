import type { OverlayState } from '@/lib/api/views';
import { DEFAULT_SITE, type PublicState, updatePublic } from '@/lib/platform/sites';

/** How the overlay stands on a site. */
export function overlayState(state: PublicState, site: string): OverlayState {
  const setting = state.sites[site];
  return {
    on: setting?.on ?? false,
    folded: setting?.folded ?? DEFAULT_SITE.folded,
    width: setting?.width ?? DEFAULT_SITE.width,
    hiddenUntil: state.hiddenUntil,
    language: state.language,
    reads: setting?.reads ?? false,
  };
}

/** Changes the setting of one site that is known already. */
export async function changeSite(
  site: string,
  change: { folded?: boolean; width?: number; reads?: boolean },
): Promise<void> {
  await updatePublic((state) => {
    const before = state.sites[site];
    return before ? { ...state, sites: { ...state.sites, [site]: { ...before, ...change } } } : state;
  });
}

/** Hides the overlay everywhere; 0 minutes shows it again. */
export async function hideFor(minutes: number, now: number): Promise<void> {
  await updatePublic((state) => ({ ...state, hiddenUntil: minutes > 0 ? now + minutes * 60_000 : null }));
}
