import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { Menu } from '@/components/ui/menu';
import { t } from '@/lib/i18n';
import { ViewDialog } from './view-dialog';
import type { View } from './views';
import './views.css';

interface ViewListProps {
  views: readonly View[];
  /** Id of the one that is shown; null for all contacts. */
  current: string | null;
  /** Address of a view; null: all contacts. */
  addressOf(view: View | null): string;
}

/** Saved views, in the order that the user gave them. */
export function ViewList({ views, current, addressOf }: ViewListProps) {
  const act = useAction();
  const [renaming, setRenaming] = useState<View | null>(null);
  if (views.length === 0) return null;
  const move = (at: number, by: number) => {
    const ids = views.map(({ id }) => id);
    const [id] = ids.splice(at, 1);
    if (id === undefined) return;
    ids.splice(at + by, 0, id);
    void act('views.order', { ids });
  };
  return (
    <nav class="views" aria-label={t('health.views')}>
      <ul>
        <li>
          <a href={addressOf(null)} aria-current={current === null ? 'page' : undefined}>
            {t('health.all_contacts')}
          </a>
        </li>
        {views.map((view, at) => (
          <li key={view.id}>
            <a
              href={addressOf(view)}
              class="one-line"
              aria-current={view.id === current ? 'page' : undefined}
            >
              {view.name}
            </a>
            <Menu
              label={t('health.view_menu', { name: view.name })}
              icon={Ellipsis}
              items={[
                { id: 'rename', label: t('health.view_rename'), run: () => setRenaming(view) },
                { id: 'up', label: t('health.view_up'), disabled: at === 0, run: () => move(at, -1) },
                {
                  id: 'down',
                  label: t('health.view_down'),
                  disabled: at === views.length - 1,
                  run: () => move(at, 1),
                },
                {
                  id: 'delete',
                  label: t('common.delete'),
                  run: () =>
                    void act('views.remove', { id: view.id }, t('health.view_removed', { name: view.name })),
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {renaming && (
        <ViewDialog
          id={renaming.id}
          view={renaming}
          title={t('health.view_rename')}
          onClose={() => setRenaming(null)}
        />
      )}
    </nav>
  );
}
