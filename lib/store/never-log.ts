/**
 * Whether a contact point is on the list of those who are never logged: it, its domain, or a domain above that. `never` holds
 * normal forms and domains, as they are typed or told by a page.
 */
export function isNeverLogged(key: string, never: ReadonlySet<string>): boolean {
  if (never.has(key)) return true;
  if (never.size === 0 || !key.includes('@')) return false;
  const labels = key.slice(key.lastIndexOf('@') + 1).split('.');
  return labels.some((_, at) => never.has(labels.slice(at).join('.')));
}

/** The list as it is compared: lower case, a domain without the @ before it. */
export function neverSet(list: Iterable<string>): Set<string> {
  return new Set(
    [...list].map((entry) =>
      entry
        .trim()
        .toLowerCase()
        .replace(/^@(?=[^@]*$)/, ''),
    ),
  );
}
