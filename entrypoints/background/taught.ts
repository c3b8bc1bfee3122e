import type { Caller } from '@/lib/api/contract';
import { ApiError } from '@/lib/api/message';
import type { TakenSite, TaughtSite } from '@/lib/api/views';
import type { Settings } from '@/lib/crm/settings';
import type { Sender } from '@/lib/platform/messaging';
import { activeTab } from '@/lib/platform/pages';
import { readSession, removeSession, writeSession } from '@/lib/platform/session';
import { mayRead, readPublic, startTeaching } from '@/lib/platform/sites';
import type { Checked } from '@/lib/sites/check';
import type { SiteRecipe } from '@/lib/sites/recipe';
import type { Database } from '@/lib/store/database';
import { settingsOf } from '@/lib/store/settings';

/** A recipe may be kept so long after its user began to teach a tab. */
const PATIENCE = 15 * 60_000;

const load = () => Promise.all([import('@/lib/sites/taught'), import('@/lib/sites/recipes')] as const);

/** The recipes of a host, the user's own before those of the product. */
export async function recipesFor(db: Database, host: string): Promise<SiteRecipe[]> {
  const [[{ recipesWith, soundOnes }, { RECIPES }], { taught = {} }] = await Promise.all([
    load(),
    settingsOf(db),
  ]);
  return recipesWith(soundOnes(taught), host, RECIPES);
}

interface Teaching {
  site: string;
  until: number;
}
const keyOf = (tabId: number) => `teaching:${tabId}`;

/**
 * Starts our script in the tab that the panel stands in or that is in front, and remembers that its user asked for it.
 * @throws ApiError `missing` where the site is not switched on
 */
export async function beginTeaching(
  site: string,
  { sender, caller, now }: { sender: Sender; caller: Caller; now: number },
): Promise<void> {
  const tabId = caller === 'panel' && sender.tabId !== null ? sender.tabId : (await activeTab())?.id;
  if (tabId === undefined || !(await readPublic()).sites[site]?.on || !(await mayRead(site)))
    throw new ApiError('missing', 'This site is not switched on.');
  await writeSession(keyOf(tabId), { site, until: now + PATIENCE } satisfies Teaching);
  await startTeaching(tabId);
}

/** Its user has saved what they taught this tab. */
export const endTeaching = (tabId: number): Promise<void> => removeSession(keyOf(tabId));

type Change = Pick<Settings, 'taught'>;

const putting = (taught: Settings['taught'], recipe: SiteRecipe): Change => ({
  taught: { ...taught, [keyOfRecipe(recipe)]: recipe as never },
});
const keyOfRecipe = ({ hosts }: SiteRecipe): string => hosts[0] as string;

/**
 * The settings with what a tab was taught.
 * @throws ApiError `forbidden` when nobody began to teach this tab, `invalid` for a recipe of another host or a malformed one
 */
export async function keepTaught(
  db: Database,
  text: string,
  { tabId, site, now }: { tabId: number; site: string; now: number },
): Promise<Change> {
  const teaching = await readSession<Teaching>(keyOf(tabId));
  if (!teaching || teaching.site !== site || teaching.until < now)
    throw new ApiError('forbidden', 'Nobody began to teach this page.');
  const [{ checkTaughtFile, pagesOf, soundOnes }] = await load();
  const { recipe } = sound(checkTaughtFile(text));
  const { hosts } = recipe;
  if (hosts.length !== 1 || hosts[0] !== new URL(site).hostname)
    throw new ApiError('invalid', 'A page teaches its own host only.');
  const { taught = {} } = await settingsOf(db);
  // What was taught of this host before stays: its name, its hosts, and pages of other kinds.
  const earlier = soundOnes(taught).find((one) => one.hosts.includes(keyOfRecipe(recipe)));
  return putting(taught, earlier ? { ...earlier, pages: pagesOf(recipe, earlier) } : recipe);
}

/**
 * The settings with the recipe of a file.
 * @throws ApiError `invalid` with a line for each fault
 */
export async function takeRecipe(
  db: Database,
  text: string,
): Promise<{ taken: TakenSite; settings: Change }> {
  const [{ checkTaughtFile, soundOnes, standsFor }, { RECIPES }] = await load();
  const { recipe } = sound(checkTaughtFile(text));
  const { taught = {} } = await settingsOf(db);
  const key = keyOfRecipe(recipe);
  refuseTwice(recipe.hosts, soundOnes(taught), key);
  const taken = { hosts: recipe.hosts, replaced: key in taught, insteadOf: standsFor(recipe, RECIPES) };
  return { taken, settings: putting(taught, recipe) };
}

function sound(checked: Checked): { recipe: SiteRecipe } {
  if ('faults' in checked) throw new ApiError('invalid', checked.faults.join('\n'));
  return checked;
}

/** A host is read by one recipe of the user's own: hosts that another of them than that of `key` has. */
function refuseTwice(hosts: string[], kept: SiteRecipe[], key: string): void {
  const others = kept.filter((one) => keyOfRecipe(one) !== key).flatMap((one) => one.hosts);
  const faults = hosts.flatMap((host, at) =>
    others.includes(host) ? [`recipe.hosts[${at}] was taught already: ${host}.`] : [],
  );
  if (faults.length > 0) throw new ApiError('invalid', faults.join('\n'));
}

/**
 * The settings with another name and other hosts of a taught site.
 * @throws ApiError `missing` when it is not kept any more, `invalid` with a line for each fault
 */
export async function renameTaught(
  db: Database,
  { key, name, hosts }: { key: string; name: string; hosts: string[] },
): Promise<Change> {
  const [{ checkTaughtFile, soundOnes }] = await load();
  const { taught = {} } = await settingsOf(db);
  const kept = soundOnes(taught);
  const before = kept.find((one) => keyOfRecipe(one) === key);
  if (!before) throw new ApiError('missing', 'This site is not taught any more.');
  const { recipe } = sound(checkTaughtFile(JSON.stringify({ ...before, name, hosts })));
  refuseTwice(hosts, kept, key);
  const { [key]: _before, ...rest } = taught;
  return putting(rest, recipe);
}

/** The settings without a taught site. */
export async function withoutTaught(db: Database, key: string): Promise<Change> {
  const { [key]: _gone, ...taught } = (await settingsOf(db)).taught ?? {};
  return { taught };
}

/** The user's own recipes that hold, by name. */
export async function taughtSites(db: Database): Promise<TaughtSite[]> {
  const [[{ soundOnes, standsFor }, { RECIPES }], { taught = {} }] = await Promise.all([
    load(),
    settingsOf(db),
  ]);
  return soundOnes(taught)
    .map((recipe) => ({
      key: keyOfRecipe(recipe),
      name: recipe.name,
      hosts: recipe.hosts,
      kinds: recipe.pages.map(({ kind }) => kind),
      since: recipe.pages[0]?.region[0]?.since ?? '',
      insteadOf: standsFor(recipe, RECIPES),
      file: `${JSON.stringify(recipe, null, 2)}\n`,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
