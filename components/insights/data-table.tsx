import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import type { Cell, DataTable } from './table';

/** Rows that stand at first, and those beyond which the others wait for a press. */
const [FIRST, ENOUGH] = [10, 14];

interface DataTableProps {
  label: string;
  of: DataTable;
  /** All rows stand there at once: on paper nobody can ask for the others. */
  whole?: boolean | undefined;
}

/** The rows of a section; on a narrow page it scrolls by itself. */
export function DataTableView({ label, of: { columns, rows }, whole = false }: DataTableProps) {
  const [all, setAll] = useState(whole);
  if (rows.length === 0) return null;
  const shown = all || rows.length <= ENOUGH ? rows : rows.slice(0, FIRST);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by keys
    <section class="insight-scroller" aria-label={label} tabIndex={0}>
      <table class="insight-table">
        <thead>
          <tr>
            {columns.map(({ text, end }) => (
              <th key={text} scope="col" class={end ? 'end' : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at]?.text} scope="row">
                    <CellWords of={cell} />
                  </th>
                ) : (
                  <td key={columns[at]?.text} class={columns[at]?.end ? 'end num' : undefined}>
                    <CellWords of={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button kind="bare" class="flush" onClick={() => setAll(true)}>
          {t('insights.all_rows', { count: rows.length })}
        </Button>
      )}
    </section>
  );
}

function CellWords({ of: { text, href, about } }: { of: Cell }) {
  return href ? (
    <a class="insight-link" href={href} aria-label={about}>
      {text}
    </a>
  ) : (
    text
  );
}
