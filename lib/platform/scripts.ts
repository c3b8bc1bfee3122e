import { browser } from 'wxt/browser';
import { mayRead, patternOf, readPublic, type SiteSetting } from './sites';

/** Content scripts that run where the user switched them on, and by what setting of a site. */
const SCRIPTS = [
  { id: 'overlay', file: 'content-scripts/overlay.js', isOn: ({ on }: SiteSetting) => on },
  { id: 'bridge', file: 'content-scripts/bridge.js', isOn: ({ bridge }: SiteSetting) => bridge === true },
] as const;
type Script = (typeof SCRIPTS)[number];

/**
 * Brings the registered content scripts in line with the sites that are switched on and permitted. An unpacked profile that
 * is started again keeps its permissions and has no registered script, so this runs on every occasion there is.
 */
export async function reconcileSites(): Promise<void> {
  await navigator.locks.request('reconcile', async () => {
    const { sites } = await readPublic();
    const names = Object.keys(sites);
    const allowed = new Set(
      (await Promise.all(names.map(mayRead))).flatMap((may, at) => (may ? names[at]! : [])),
    );
    for (const script of SCRIPTS) {
      const on = names.filter((site) => allowed.has(site) && script.isOn(sites[site]!));
      await register(script, on.map(patternOf));
    }
  });
}

async function register({ id, file }: Script, matches: string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (!matches.length) {
    if (registered.length) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    js: [file],
    matches,
    allFrames: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered.length) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Runs a script in the tabs of a site that are open already: no reload needed. */
export async function injectIntoOpenTabs(site: string, id: Script['id'] = 'overlay'): Promise<void> {
  const { file } = SCRIPTS.find((script) => script.id === id)!;
  const tabs = await browser.tabs.query({ url: patternOf(site) });
  await Promise.allSettled(
    tabs.map((tab) =>
      browser.scripting.executeScript({
        target: { tabId: tab.id as number, allFrames: true },
        files: [`/${file}`],
      }),
    ),
  );
}

/**
 * Firefox ends the scripts of a version that is replaced and leaves what they drew, which then speaks of whoever was shown last. The new
 * version's overlay is run in those pages to take it out and to say so. In Chromium the old scripts live on and say it themselves.
 */
export async function replaceInOpenTabs(): Promise<void> {
  const { sites } = await readPublic();
  const on = Object.keys(sites).filter((site) => sites[site]?.on);
  for (const site of on) {
    const tabs = await browser.tabs.query({ url: patternOf(site) });
    const marked = tabs.map((tab) =>
      browser.scripting.executeScript({
        target: { tabId: tab.id as number, allFrames: true },
        func: () => Object.assign(globalThis, { __sidelight_replaces__: true }) && null,
      }),
    );
    await Promise.allSettled(marked);
    await injectIntoOpenTabs(site);
  }
}
