import type { TabPerson } from '@/lib/api/views';

/** Contacts on the page, each once. */
export function knownPeople(people: readonly TabPerson[]): TabPerson[] {
  const seen = new Set<string>();
  return people.filter(({ contactId }) => {
    if (contactId === null || seen.has(contactId)) return false;
    seen.add(contactId);
    return true;
  });
}
