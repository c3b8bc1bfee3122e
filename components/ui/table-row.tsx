import { t } from '@/lib/i18n';
import { Checkbox } from './checkbox';
import { Skeleton } from './skeleton';
import type { Column } from './virtual-table';

interface TableRowProps<T> {
  id: string;
  index: number;
  /** Undefined while the row is on its way. */
  row: T | undefined;
  name: string;
  columns: readonly Column<T>[];
  /** Undefined where rows cannot be chosen. */
  chosen?: boolean;
  cursor: boolean;
  onChoose(chosen: boolean, withShift: boolean): void;
  onPress(event: MouseEvent): void;
}

/** A row of a table; its columns stand empty while it is on its way. */
export function TableRow<T>(props: TableRowProps<T>) {
  const { id, index, row, name, columns, chosen, cursor, onChoose, onPress } = props;
  const first = chosen === undefined ? 1 : 2;
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      class={cursor ? 'table-row cursor' : 'table-row'}
      onClick={onPress}
    >
      {chosen !== undefined && (
        <td aria-colindex={1}>
          <Checkbox
            label={t('common.select_row', { name })}
            labelUnseen
            tabIndex={-1}
            checked={chosen}
            onToggle={onChoose}
          />
        </td>
      )}
      {columns.map((column, at) => (
        <td key={column.id} aria-colindex={at + first} class={column.end ? 'end' : undefined}>
          {row === undefined ? <Skeleton /> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
