import { digest } from '@/lib/crm/digest';
import { type Checked, checkRecipe, checkRecipeFile } from './check';
import { recipesOf } from './match';
import type { PersonRule, SiteRecipe } from './recipe';

const OWN_ID = 'taught-';

/** Id of the recipe that was taught for a host: never that of a site that is known, nor of another host that is written alike. */
export function taughtId(host: string): string {
  const words = host.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${OWN_ID}${words.slice(0, 24)}-${digest(host.toLowerCase()).slice(0, 8)}`;
}

/** `:has()` may look at the whole page for each element; with a backslash it could be written in another way. */
const COSTLY = /:has\(|\\\\/i;

/** Whether a rule makes up whom it tells: all that it may fill in is what the address of the page says. */
function isWritten({ email = [], phone = [], handle = [], name = [], url = [], many }: PersonRule): boolean {
  return [...email, ...phone, ...handle, ...name, ...url, ...(many ? [many.from] : [])].some(
    (source) => 'fill' in source && !/^\{\w+\}$/.test(source.fill),
  );
}

/**
 * A recipe of the user's own or out of a file: it names its hosts one by one, its handles are no known site's, and it says neither who
 * the user is nor who anybody else is.
 */
function own(checked: Checked): Checked {
  if ('faults' in checked) return checked;
  const { recipe } = checked;
  const faults = recipe.hosts.flatMap((host, at) =>
    host.includes('*') ? [`recipe.hosts[${at}] must be one host: mail.example.com.`] : [],
  );
  if (recipe.viewer.length > 0) faults.push('recipe.viewer must be empty: who the user is, no file says.');
  if (recipe.account) faults.push('recipe.account must not be there: whose mailbox is open, no file says.');
  if (recipe.pages.some(({ people }) => Object.values(people).flat().some(isWritten)))
    faults.push('recipe.pages: a person is read off the page, and from no text of the recipe.');
  if (COSTLY.test(JSON.stringify(recipe))) faults.push('recipe: no selector may hold :has() or a backslash.');
  return faults.length > 0 ? { faults } : { recipe: { ...recipe, id: taughtId(recipe.hosts[0] ?? '') } };
}

export const checkTaughtFile = (content: string): Checked => own(checkRecipeFile(content));

/**
 * Those kept recipes that hold: the store may have been filled from a file. Each keeps the id under which it was first kept, though its
 * hosts were changed: what its pages told is remembered by it.
 */
export function soundOnes(kept: Readonly<Record<string, unknown>>): SiteRecipe[] {
  const ids = new Set<string>();
  return Object.values(kept).flatMap((one) => {
    const checked = own(checkRecipe(one));
    if ('faults' in checked) return [];
    const { id } = one as SiteRecipe;
    const recipe = id.startsWith(OWN_ID) && !ids.has(id) ? { ...checked.recipe, id } : checked.recipe;
    ids.add(recipe.id);
    return [recipe];
  });
}

/**
 * The recipes of a host. What was taught of a site that is known, or of a software that is known by its mark, stands in place of what is
 * known of pages of its kind and leaves the rest as it is: other pages, its viewer, its room for the panel. Of any other page of the host
 * the taught recipe reads alone.
 */
export function recipesWith(taught: SiteRecipe[], host: string, known: SiteRecipe[]): SiteRecipe[] {
  const mine = taught.find(({ hosts }) => hosts.includes(host));
  const rest = recipesOf(host, known);
  if (!mine) return rest;
  const both = rest
    .filter(({ mark, hosts }) => mark || !hosts.includes('*'))
    .map((one) => ({ ...one, pages: pagesOf(mine, one) }));
  return both.some(({ mark }) => !mark) ? both : [...both, mine];
}

/** Of two recipes of one host the pages of the newer, and those of the older whose kind the newer does not have. */
export function pagesOf(newer: SiteRecipe, older: SiteRecipe): SiteRecipe['pages'] {
  return [
    ...newer.pages,
    ...older.pages.filter(({ kind }) => newer.pages.every((page) => page.kind !== kind)),
  ];
}

/** The ids of the known sites of which a taught recipe reads pages instead; a software that is known by its mark is no site. */
export function standsFor({ hosts }: SiteRecipe, known: SiteRecipe[]): string[] {
  const ids = hosts.flatMap((host) => {
    const site = recipesOf(host, known).find(({ mark }) => !mark);
    return site && !site.hosts.includes('*') ? [site.id] : [];
  });
  return [...new Set(ids)];
}
