/** One row by its columns. `take` gives a value and marks its column as used. */
export class Row {
  private readonly used = new Set<number>();
  /** Columns whose value could not be read; that is told elsewhere. */
  private readonly unread = new Set<number>();

  constructor(
    readonly header: readonly string[],
    readonly cells: readonly string[],
  ) {}

  /** The value of a column by number; empty when there is none. */
  take(column: number): string {
    this.used.add(column);
    return this.peek(column);
  }

  /** The same without marking it. */
  peek(column: number): string {
    return (this.cells[column] ?? '').trim().replace(/\r\n?/g, '\n');
  }

  /** The value has no field after all. */
  giveBack(column: number): void {
    this.used.delete(column);
  }

  /** The value could not be read, and its reason was told: it is kept like those without a field. */
  refuse(column: number): void {
    this.unread.add(column);
  }

  /** Columns that have a value and no field. A value beyond the header has `?` for its heading. */
  left(): { name: string; value: string }[] {
    return this.valuesOf((column) => !this.used.has(column));
  }

  /** Columns whose value could not be read. */
  refused(): { name: string; value: string }[] {
    return this.valuesOf((column) => this.unread.has(column));
  }

  private valuesOf(wanted: (column: number) => boolean): { name: string; value: string }[] {
    return this.cells.flatMap((cell, column) =>
      wanted(column) && cell.trim() !== ''
        ? [{ name: this.header[column] || '?', value: this.peek(column) }]
        : [],
    );
  }
}
