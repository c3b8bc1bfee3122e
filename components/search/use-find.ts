import { useQuery } from '@/components/query/use-query';
import type { SearchHit, SearchResult } from '@/lib/api/search-views';
import { t } from '@/lib/i18n';

const MOST = 12;
const NOTHING: SearchResult = { hits: [], total: 0, making: null };

/** What was found; while `waiting` it is what an earlier text found. */
interface Found extends SearchResult {
  waiting: boolean;
}

/** Looks for what is typed in everything that is known. Nothing is asked for an empty text. */
export function useFind(text: string): Found {
  const wanted = text.trim();
  const found = useQuery('search.find', wanted ? { text: wanted, limit: MOST } : null, { keep: true });
  return { ...((wanted && found.value) || NOTHING), waiting: found.waiting };
}

/** Says so while not everything can be found yet. */
export function makingWords({ making }: SearchResult): string | undefined {
  if (!making) return undefined;
  return t('common.search_making', { percent: Math.floor((100 * making.done) / Math.max(1, making.total)) });
}

/** The address in the workspace that a hit leads to: the case that says it, else who it is about. */
export function hashOf({ kind, id, found }: SearchHit): string {
  if (found?.table === 'cases') return `#/cases/${found.id}`;
  if (found?.table === 'deals') return `#/deals/${found.id}`;
  if (found?.table === 'responses') return `#/responses/${found.id}`;
  const pages = {
    contact: `#/contacts/${id}`,
    company: `#/companies/${id}`,
    tag: `#/contacts?tag=${id}`,
    task: '#/today',
    case: `#/cases/${id}`,
    response: `#/responses/${id}`,
    deal: `#/deals/${id}`,
  };
  return pages[kind];
}
