import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { ViewDialog } from '@/components/views/view-dialog';
import type { View } from '@/components/views/views';
import { t } from '@/lib/i18n';
import { type TableQuery, writeTable } from './table-query';

interface SaveViewProps {
  query: TableQuery;
  /** The saved view that is shown, or was before something was changed. */
  view: View | null;
  onSaved(id: string): void;
}

/** Offers to save what the table shows: as the view that it came from, or as a new one. */
export function SaveView({ query, view, onSaved }: SaveViewProps) {
  const [asking, setAsking] = useState<string | null>(null);
  const act = useAction();
  const { filter, sort, columns } = query;
  const text = (one: Pick<TableQuery, 'filter' | 'sort' | 'columns'>) =>
    JSON.stringify(writeTable({ ...one, view: null }));
  const isChanged = !!view && text(view) !== text(query);
  if (!isChanged && (view || Object.keys(filter).length === 0)) return null;
  return (
    <>
      {view && (
        <Button
          kind="bare"
          onClick={() =>
            void act(
              'views.put',
              { id: view.id, view: { name: view.name, noun: 'contacts', filter, sort, columns } },
              t('health.view_saved', { name: view.name }),
            )
          }
        >
          {t('health.view_save')}
        </Button>
      )}
      <Button kind="bare" onClick={() => setAsking(crypto.randomUUID())}>
        {t('health.view_save_as')}
      </Button>
      {asking && (
        <ViewDialog
          id={asking}
          view={{ name: '', filter, sort, columns }}
          title={t('health.view_save_as')}
          onClose={() => setAsking(null)}
          onSaved={onSaved}
        />
      )}
    </>
  );
}
