import type { Cell, DataTable } from './table';

interface DataTableProps {
  label: string;
  of: DataTable;
}

/** The rows of a section; on a narrow page it scrolls by itself. */
export function DataTableView({ label, of: { columns, rows } }: DataTableProps) {
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
          {rows.map((cells, row) => (
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
    </section>
  );
}

function CellWords({ of: { text, href } }: { of: Cell }) {
  return href ? (
    <a class="insight-link" href={href}>
      {text}
    </a>
  ) : (
    text
  );
}
