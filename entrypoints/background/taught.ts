import { ApiError } from '@/lib/api/message';
import type { TakenSite, TaughtSite } from '@/lib/api/views';
import { digest } from '@/lib/crm/digest';
import type { Settings } from '@/lib/crm/settings';
import { readSession, removeSession, writeSession } from '@/lib/platform/session';
import { mayRead, readPublic, startTeaching, updatePublic } from '@/lib/platform/sites';
import type { Checked } from '@/lib/sites/check';
import type { SiteRecipe } from '@/lib/sites/recipe';
import type { Database } from '@/lib/store/database';
import { ownSeen, ownTakenOut } from '@/lib/store/own-seen';
import { settingsOf } from '@/lib/store/settings';
import { siteOfTab, type ViewedTab } from './viewed-tab';

/** A recipe may be kept so long after its user began to teach a tab. */
const PATIENCE = 15 * 60_000;

const load = () => Promise.all([import('@/lib/sites/taught'), import('@/lib/sites/recipes')] as const);

/** The recipes of a host, the user's own before those of the product. */
export async function recipesFor(db: Database, site: string): Promise<SiteRecipe[]> {
  const [[{ recipesWith, soundOnes }, { RECIPES }], { taught = {} }, seenOn] = await Promise.all([
    load(),
    settingsOf(db),
    ownSeen(db),
  ]);
  const recipes = recipesWith(soundOnes(taught), new URL(site).hostname, RECIPES);
  const notViewer = [...seenOn(site, null).out];
  return notViewer.length > 0 ? recipes.map((recipe) => ({ ...recipe, notViewer })) : recipes;
}

interface Teaching {
  site: string;
  until: number;
}
const keyOf = (tabId: number) => `teaching:${tabId}`;

/**
 * Starts our script in the tab that a view speaks of, and remembers that its user asked for it.
 * @throws ApiError `missing` where the site is not switched on
 */
export async function beginTeaching(tab: ViewedTab | null, now: number): Promise<void> {
  const site = await siteOfTab(tab);
  if (!tab || !site || !(await readPublic()).sites[site]?.on || !(await mayRead(site)))
    throw new ApiError('missing', 'This site is not switched on.');
  await writeSession(keyOf(tab.id), { site, until: now + PATIENCE } satisfies Teaching);
  await startTeaching(tab.id);
}

/** Its user has saved what they taught this tab. */
export const endTeaching = (tabId: number): Promise<void> => removeSession(keyOf(tabId));

/** What was last told of: kept while the browser runs. */
const TOLD = 'taught';

/** Lets every page that is read know when recipes of the user's own changed, whoever changed them: it then asks for its own. */
export async function tellTaught(db: Database): Promise<void> {
  const [{ taught = {} }, takenOut] = await Promise.all([settingsOf(db), ownTakenOut(db)]);
  const told = (await readSession<string>(TOLD)) ?? '{}';
  const held = JSON.stringify(takenOut.length > 0 ? { taught, takenOut } : taught);
  const now = held === '{}' ? held : digest(held);
  if (now === told) return;
  await writeSession(TOLD, now);
  await updatePublic((state) => ({ ...state, taught: (state.taught ?? 0) + 1 }));
}

type Taught = NonNullable<Settings['taught']>;
/** What is kept by host, before and after. */
export type Change = Record<'from' | 'to', Taught>;

const putting = (from: Taught, recipe: SiteRecipe, to: Taught = from): Change => ({
  from,
  to: { ...to, [keyOfRecipe(recipe)]: recipe as never },
});
const keyOfRecipe = ({ hosts }: SiteRecipe): string => hosts[0] as string;

/**
 * What is kept with what a tab was taught.
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
 * What is kept with the recipe of a file.
 * @throws ApiError `invalid` with a line for each fault
 */
export async function takeRecipe(db: Database, text: string): Promise<{ taken: TakenSite; change: Change }> {
  const [{ checkTaughtFile, soundOnes, standsFor }, { RECIPES }] = await load();
  const { recipe } = sound(checkTaughtFile(text));
  const { taught = {} } = await settingsOf(db);
  const key = keyOfRecipe(recipe);
  refuseTwice(recipe.hosts, soundOnes(taught), key);
  const taken = { hosts: recipe.hosts, replaced: key in taught, insteadOf: standsFor(recipe, RECIPES) };
  return { taken, change: putting(taught, recipe) };
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
 * What is kept with another name and other hosts of a taught site.
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
  return putting(taught, { ...recipe, id: before.id }, rest);
}

/** What is kept without a taught site. */
export async function withoutTaught(db: Database, key: string): Promise<Change> {
  const from = (await settingsOf(db)).taught ?? {};
  const { [key]: _gone, ...to } = from;
  return { from, to };
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
