import type { SiteRecipe } from './recipe';
import { matches } from './visible';

/** Whether a recipe's host pattern covers a host: `mail.example.com`, `*.example.com` (and `example.com`), `*`. */
export function coversHost(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*')) return pattern === host;
  return pattern === '*' || host === pattern.slice(2) || host.endsWith(pattern.slice(1));
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
  const claims = (recipe: SiteRecipe) =>
    recipe.hosts.some((host) => coversHost(host, url.hostname)) &&
    (!recipe.mark ||
      (document !== undefined && recipe.mark.some((mark) => matches(document, mark).length > 0)));
  return recipes.find(claims) ?? null;
}

/** The narrowest lasting element that holds the reading. */
export function observeRoot(document: Document, recipe: SiteRecipe): Element {
  for (const selector of recipe.observe) {
    const found = matches(document, selector)[0];
    if (found) return found;
  }
  return document.body ?? document.documentElement;
}
