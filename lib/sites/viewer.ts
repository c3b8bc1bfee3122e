import { canonicalEmail } from './addresses';
import type { PageAccount, Person } from './page-context';
import { type Captures, matchAddress } from './pattern';
import { distinct, type Found, readPeople } from './people';
import type { SiteRecipe } from './recipe';
import { firstText } from './sources';

/**
 * The user's own identities: as the page shows them, here or in the frames around (webmail shows a message in a frame
 * and the account in its parent), but for those that they said are not theirs, and the addresses that the user named.
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
  // Their name alone would leave somebody else of that name out.
  const theirs = found.filter(
    ({ person }) => !person.contactPoints.some(({ value }) => recipe.notViewer?.includes(value)),
  );
  return distinct([...theirs, ...named.map((person) => ({ person, anchor: document.documentElement }))]).map(
    ({ person }) => person,
  );
}

/** Longer ones are no names of accounts, and a report that holds one would be refused whole. */
const LONGEST_NAME = 200;

/** The account that is open, by the first rule that tells one; with it what the address of that rule captured. */
export function readAccount(
  document: Document,
  url: URL,
  { account: rules = [] }: SiteRecipe,
): { account: PageAccount; captures: Captures } | null {
  for (const { address, name, lent } of rules) {
    const captures = address ? matchAddress(address, url) : {};
    if (!captures) continue;
    for (const { documentElement } of enclosing(document)) {
      const found = firstText(name, { root: documentElement, captures });
      if (found && found.length <= LONGEST_NAME)
        return { account: { name: found, ...(lent && { lent }) }, captures };
    }
  }
  return null;
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
