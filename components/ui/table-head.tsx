import { ArrowDown, ArrowUp } from 'lucide';
import { t } from '@/lib/i18n';
import { Checkbox } from './checkbox';
import { Icon } from './icon';
import type { Column, Sort } from './virtual-table';

interface TableHeadProps<T> {
  columns: readonly Column<T>[];
  sort?: Sort;
  onSort?(column: string): void;
  /** What of the rows is chosen; undefined where rows cannot be chosen. */
  chosen?: 'none' | 'some' | 'all';
  onChooseAll(chosen: boolean): void;
}

/** The head of a table: a box for all rows, and the columns, some of which sort. */
export function TableHead<T>({ columns, sort, onSort, chosen, onChooseAll }: TableHeadProps<T>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {chosen && (
          <th scope="col" aria-colindex={1}>
            <Checkbox
              label={t('common.select_all')}
              labelUnseen
              checked={chosen === 'all'}
              mixed={chosen === 'some'}
              onToggle={onChooseAll}
            />
          </th>
        )}
        {columns.map((column, index) => {
          const sorted = sort?.column === column.id ? sort : null;
          const direction = sorted?.descending ? 'descending' : 'ascending';
          return (
            <th
              key={column.id}
              scope="col"
              aria-colindex={index + (chosen ? 2 : 1)}
              aria-sort={sorted ? direction : column.sortable ? 'none' : undefined}
              class={column.end ? 'end' : undefined}
            >
              {column.sortable ? (
                <button type="button" class="table-sort" onClick={() => onSort?.(column.id)}>
                  {column.title}
                  {sorted && <Icon node={sorted.descending ? ArrowDown : ArrowUp} size={14} />}
                </button>
              ) : (
                column.title
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
