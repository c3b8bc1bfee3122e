export interface HeatCell {
  text: string;
  /** How dark, from 0 to 1. */
  share: number;
  href?: string | undefined;
  /** What the pointer is told. */
  hint?: string | undefined;
  /** There is nothing to be counted here. */
  none?: boolean;
  /** Nothing was counted here. */
  quiet?: boolean;
}

interface HeatGridProps {
  label: string;
  /** What rows and columns are. */
  corner: string;
  columns: readonly { key: string; text: string }[];
  rows: readonly { key: string; text: string; cells: readonly HeatCell[] }[];
}

/** Figures in rows and columns; the more, the darker: up to a third of ink, so that the figure stays readable. */
export function HeatGrid({ label, corner, columns, rows }: HeatGridProps) {
  const most = Math.max(1e-9, ...rows.flatMap(({ cells }) => cells.map(({ share }) => share)));
  return (
    <div class="insight-scroller">
      <table class="heat" aria-label={label}>
        <thead>
          <tr>
            <th scope="col" class="heat-corner">
              {corner}
            </th>
            {columns.map(({ key, text }) => (
              <th key={key} scope="col" class="num">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, text, cells }) => (
            <tr key={key}>
              <th scope="row">{text}</th>
              {cells.map((cell, at) => (
                <td
                  key={columns[at]?.key}
                  class={`num${cell.none ? ' none' : ''}${cell.quiet ? ' quiet-text' : ''}`}
                  style={{ '--share': `${(100 * cell.share) / most}%` }}
                  title={cell.hint}
                >
                  {cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
