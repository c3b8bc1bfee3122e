import { t } from '@/lib/i18n';
import { Checkbox } from './checkbox';
import type { Column } from './virtual-table';

interface TableRowProps<T> {
  /** What the table calls the row when it tells of it. */
  of: string;
  id: string;
  index: number;
  /** Undefined while the row is on its way. */
  row: T | undefined;
  name: string;
  columns: readonly Column<T>[];
  /** Undefined where rows cannot be chosen. */
  chosen?: boolean;
  cursor: boolean;
  onChoose(key: string, chosen: boolean, withShift: boolean): void;
  onPress(key: string, event: MouseEvent): void;
}

/**
 * A row of a table; its columns stand empty while it is on its way. It reads the language, and so is drawn again only when one of
 * its properties is another: who scrolls draws the rows that come into sight.
 */
export function TableRow<T>(props: TableRowProps<T>) {
  const { of, id, index, row, name, columns, chosen, cursor, onChoose, onPress } = props;
  const first = chosen === undefined ? 1 : 2;
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      class={cursor ? 'table-row cursor' : 'table-row'}
      onClick={(event) => onPress(of, event)}
    >
      {chosen !== undefined && (
        <td aria-colindex={1}>
          <Checkbox
            label={t('common.select_row', { name })}
            labelUnseen
            tabIndex={-1}
            checked={chosen}
            onToggle={(checked, withShift) => onChoose(of, checked, withShift)}
          />
        </td>
      )}
      {columns.map((column, at) =>
        row === undefined ? (
          <td key={column.id} aria-colindex={at + first} class="coming" />
        ) : (
          <td key={column.id} aria-colindex={at + first} class={column.end ? 'end' : undefined}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}
