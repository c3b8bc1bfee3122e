import type { Contact } from './contacts';

/** Whether a contact has a name: not none, and not one of its own addresses in the place of one. */
export function hasName({ name, points }: Pick<Contact, 'name' | 'points'>): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  const own = plain(name);
  return own !== '' && !Object.values(points).some((point) => plain(point.value) === own);
}
