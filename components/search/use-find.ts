import { useQuery } from '@/components/query/use-query';
import type { ContactHit, TagView } from '@/lib/api/views';

/** What a text finds among the records. */
export interface Found {
  contacts: ContactHit[];
  companies: { id: string; name: string }[];
  tags: TagView[];
}

const EACH = 6;

/** Looks for contacts, companies and tags by what is typed. Nothing is asked for an empty text. */
export function useFind(text: string): Found {
  const wanted = text.trim();
  const input = wanted ? { text: wanted, limit: EACH } : null;
  const contacts = useQuery('contacts.find', input, { keep: true });
  const companies = useQuery('companies.find', input, { keep: true });
  const tags = useQuery('tags.find', input, { keep: true });
  if (!wanted) return { contacts: [], companies: [], tags: [] };
  return {
    contacts: contacts.value ?? [],
    companies: companies.value ?? [],
    tags: tags.value ?? [],
  };
}
