import type { SiteRecipe } from './recipe';
import { matches } from './visible';

/** Whether a recipe's host pattern covers a host: `mail.example.com`, `*.example.com` (and `example.com`), `*`. */
export function coversHost(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*')) return pattern === host;
  return pattern === '*' || host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

/**
 * The recipes of a host, in order: only these are ever needed on its pages. The first without a mark ends the list, since it
 * claims whatever those before it did not.
 */
export function recipesOf(host: string, recipes: SiteRecipe[]): SiteRecipe[] {
  const fitting = recipes.filter(({ hosts }) => hosts.some((pattern) => coversHost(pattern, host)));
  const last = fitting.findIndex(({ mark }) => !mark);
  return last < 0 ? fitting : fitting.slice(0, last + 1);
}

/**
 * The recipe that claims an address: the first whose host fits, and whose mark, if it has one, stands in the document.
 * Without a document, recipes that need a mark are passed over.
 */
export function recipeFor(
  url: URL | Location,
  recipes: SiteRecipe[],
  document?: Document,
): SiteRecipe | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  const claims = ({ mark }: SiteRecipe) =>
    !mark || (document !== undefined && mark.some((sign) => matches(document, sign).length > 0));
  return recipesOf(url.hostname, recipes).find(claims) ?? null;
}

/** The narrowest lasting element that holds the reading. */
export function observeRoot(document: Document, recipe: SiteRecipe): Element {
  for (const selector of recipe.observe) {
    const found = matches(document, selector)[0];
    if (found) return found;
  }
  return document.body ?? document.documentElement;
}
