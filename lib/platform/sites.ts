import { browser } from 'wxt/browser';
import { PUBLIC_KEY } from './public-changes';

/**
 * How the overlay stands on one site. Kept in `storage.local`, which content scripts can read: nothing private may stand here.
 * A site is scheme and host: Firefox's match patterns take no port.
 */
export interface SiteSetting {
  on: boolean;
  folded: boolean;
  width: number;
  /** Answers to surveys of this site are taken from the page. */
  bridge?: boolean;
  /** The text of drafts may be read here. */
  reads?: boolean;
  /** The user took the panel to the browser's side panel: in the page it stays folded. */
  aside?: boolean;
}
/** What content scripts may know: sites, the interface's language, until when everything is hidden. */
export interface PublicState {
  sites: Record<string, SiteSetting>;
  hiddenUntil: number | null;
  language: 'en' | 'zh-Hans' | 'zh-Hant';
  /** Goes up whenever recipes of the user's own changed. */
  taught?: number;
}

export const DEFAULT_SITE: SiteSetting = { on: true, folded: false, width: 360 };

/** `https://mail.example:8443/x` becomes `https://mail.example`; null for what is no web page. */
export function siteOf(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}` : null;
  } catch {
    return null;
  }
}

/** The match pattern of a site, as permissions and script registrations want it. */
export function patternOf(site: string): string {
  return `${site}/*`;
}

export async function readPublic(): Promise<PublicState> {
  const found = (await browser.storage.local.get(PUBLIC_KEY))[PUBLIC_KEY] as Partial<PublicState> | undefined;
  return { sites: {}, hiddenUntil: null, language: 'en', ...found };
}

/** Changes the public state with nobody in between. */
export async function updatePublic(change: (state: PublicState) => PublicState): Promise<PublicState> {
  return navigator.locks.request('public', async () => {
    const after = change(await readPublic());
    await browser.storage.local.set({ [PUBLIC_KEY]: after });
    return after;
  });
}

/** Tells content scripts, which have no access to the settings, in which language the interface is. */
export async function publishLanguage(language: PublicState['language']): Promise<void> {
  if ((await readPublic()).language !== language) await updatePublic((state) => ({ ...state, language }));
}

/** What each document of a tab tells of its structure, by our script in it; one that may not be read is left out. */
export async function structuresOf(tabId: number): Promise<string[]> {
  const target = { tabId, allFrames: true };
  const answers = await browser.scripting.executeScript({ target, files: ['/content-scripts/structure.js'] });
  return answers.flatMap(({ result }) => (typeof result === 'string' ? [result] : []));
}

/** The tab in which a page of a site was looked at last; null when none is open. */
export async function openTabOf(site: string): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: patternOf(site) });
  const [latest] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return latest?.id ?? null;
}

/** Lets the user of a tab point at people in its top document. */
export async function startTeaching(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/teach.js'] });
}

/** Asks the user for a site. Must run inside a click. */
export function requestSite(site: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(site)] });
}

export function mayRead(site: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(site)] });
}

/** Gives the permission back, so that the browser too says that nothing is read there. */
export async function releaseSite(site: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(site)] });
}
