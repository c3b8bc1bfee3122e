import type { ComponentChildren } from 'preact';
import './sheet.css';

interface SheetProps {
  children: ComponentChildren;
  class?: string;
}

/** A sheet with a margin: one hairline parts the gutter from the text. Rows stand on it. */
export function Sheet({ children, class: extra }: SheetProps) {
  return <div class={`sheet ${extra ?? ''}`}>{children}</div>;
}

interface RowProps {
  /** What stands in the margin, right-aligned: a label, a date, an age, a number. */
  gutter?: ComponentChildren;
  children: ComponentChildren;
  class?: string;
  /** The text holds a field: the margin's words meet its first line. */
  field?: boolean;
}

/** A row of a sheet: margin left of the hairline, text right of it. */
export function Row({ gutter, children, class: extra, field }: RowProps) {
  return (
    <div class={`row ${field ? 'with-field' : ''} ${extra ?? ''}`}>
      <div class="row-gutter">{gutter}</div>
      <div class="row-text">{children}</div>
    </div>
  );
}

interface SectionProps {
  /** Accessible name of the region. */
  label: string;
  children: ComponentChildren;
  class?: string;
}

/** A named region of a sheet; a hairline that starts at the rule parts it from the section before. */
export function Section({ label, children, class: extra }: SectionProps) {
  return (
    <section class={`section ${extra ?? ''}`} aria-label={label}>
      {children}
    </section>
  );
}
