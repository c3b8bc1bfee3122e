import { canonicalEmail } from './addresses';
import type { Person } from './page-context';
import type { Captures } from './pattern';
import { distinct, type Found, readPeople } from './people';
import type { SiteRecipe } from './recipe';

/**
 * The user's own identities: as the page shows them, here or in the frames around (webmail shows a message in a frame
 * and the account in its parent), and the addresses that the user named.
 */
export function readViewer(
  document: Document,
  recipe: SiteRecipe,
  captures: Captures,
  own: string[],
): Person[] {
  const found: Found[] = [];
  for (const root of enclosing(document)) {
    const scope = { root: root.documentElement, captures };
    for (const rule of recipe.viewer) found.push(...readPeople('viewer', [rule], scope, recipe.id).found);
  }
  const named = own.flatMap((address): Person[] => {
    const value = canonicalEmail(address);
    return value ? [{ role: 'viewer', name: null, contactPoints: [{ kind: 'email', value }] }] : [];
  });
  return distinct([...found, ...named.map((person) => ({ person, anchor: document.documentElement }))]).map(
    ({ person }) => person,
  );
}

/** The document and those of the frames around it, as far as they are of the same origin. */
function enclosing(document: Document): Document[] {
  const all = [document];
  for (let view = document.defaultView; view && view.parent !== view; view = view.parent as typeof view) {
    try {
      all.push(view.parent.document);
    } catch {
      break;
    }
  }
  return all;
}
