import type { Property } from './vcard-properties';

/**
 * Values of one property with the preferred first (`PREF=1`, `TYPE=pref`). Of those that say the same in several languages (`ALTID`) all
 * but one are marked as alternatives.
 */
export function preferredFirst(properties: Property[]): Property[] {
  const byName = new Map<string, Property[]>();
  for (const property of properties)
    byName.set(property.name, [...(byName.get(property.name) ?? []), property]);
  const taken = new Map<string, number>();
  for (const list of byName.values()) list.sort((a, b) => rank(a) - rank(b));
  const said = new Set<string>();
  return properties.map(({ name }) => {
    const at = taken.get(name) ?? 0;
    taken.set(name, at + 1);
    const property = byName.get(name)![at]!;
    const altid = property.head.params.ALTID?.[0];
    if (altid === undefined) return property;
    const key = `${name}|${altid}`;
    const alternative = said.has(key);
    said.add(key);
    return { ...property, alternative };
  });
}

function rank({ head, types }: Property): number {
  if (types.includes('pref')) return 1;
  const told = Number(head.params.PREF?.[0] ?? Number.NaN);
  return told >= 1 && told <= 100 ? told : 101;
}
