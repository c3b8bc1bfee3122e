import type { Caller } from '@/lib/api/contract';
import { ApiError } from '@/lib/api/message';
import type { TaughtSite } from '@/lib/api/views';
import type { Settings } from '@/lib/crm/settings';
import type { Sender } from '@/lib/platform/messaging';
import { activeTab } from '@/lib/platform/pages';
import { readSession, removeSession, writeSession } from '@/lib/platform/session';
import { mayRead, readPublic, startTeaching } from '@/lib/platform/sites';
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

type Change = Pick<Settings, 'taught'>;

const putting = async (db: Database, recipe: SiteRecipe): Promise<Change> => {
  const { taught = {} } = await settingsOf(db);
  return { taught: { ...taught, [recipe.hosts[0] as string]: recipe as never } };
};

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
  const [{ checkTaughtFile }] = await load();
  const checked = checkTaughtFile(text);
  if ('faults' in checked) throw new ApiError('invalid', checked.faults.join(' '));
  const { hosts } = checked.recipe;
  if (hosts.length !== 1 || hosts[0] !== new URL(site).hostname)
    throw new ApiError('invalid', 'A page teaches its own host only.');
  await removeSession(keyOf(tabId));
  return putting(db, checked.recipe);
}

/** The settings with the recipe of a file, or what is wrong with it. */
export async function takeRecipe(
  db: Database,
  text: string,
): Promise<{ faults: string[] } | { hosts: string[]; settings: Change }> {
  const [{ checkTaughtFile }] = await load();
  const checked = checkTaughtFile(text);
  if ('faults' in checked) return checked;
  return { hosts: checked.recipe.hosts, settings: await putting(db, checked.recipe) };
}

/** The user's own recipes that hold, by host. */
export async function taughtSites(db: Database): Promise<TaughtSite[]> {
  const [[{ soundOnes }], { taught = {} }] = await Promise.all([load(), settingsOf(db)]);
  return soundOnes(taught)
    .map((recipe) => ({
      key: recipe.hosts[0] ?? '',
      name: recipe.name,
      hosts: recipe.hosts,
      since: recipe.pages[0]?.region[0]?.since ?? '',
      file: `${JSON.stringify(recipe, null, 2)}\n`,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
