export interface BarRow {
  key: string;
  label: string;
  href?: string | undefined;
  /** Length, of the longest. */
  value: number;
  /** What stands at its end. */
  text: string;
}

/** Lengths one below the other, each with its name and its figure. */
export function BarList({ label, rows }: { label: string; rows: readonly BarRow[] }) {
  const most = Math.max(1e-9, ...rows.map(({ value }) => value));
  return (
    <ul class="bar-list" aria-label={label}>
      {rows.map(({ key, label: name, href, value, text }) => (
        <li key={key}>
          <span class="bar-name one-line" title={name}>
            {href ? (
              <a class="insight-link" href={href}>
                {name}
              </a>
            ) : (
              name
            )}
          </span>
          <span class="bar-space">
            <span class="bar-length" style={{ width: `${(100 * value) / most}%` }} />
          </span>
          <span class="bar-figure num">{text}</span>
        </li>
      ))}
    </ul>
  );
}
