import { useQuery } from '@/components/query/use-query';
import type { SavedView } from '@/lib/crm/settings';

/** A saved view with its id. */
export type View = Pick<SavedView, 'name' | 'filter' | 'sort' | 'columns'> & { id: string };

/** Saved views, in the order that the user gave them. */
export function useViews(): View[] {
  const settings = useQuery('settings.get', {}, { keep: true });
  return Object.entries(settings.value?.settings.views ?? {})
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([id, view]) => ({ ...view, id }));
}
