/** A cell as it is read, and what a spreadsheet gets of it: the bare number where it has one. */
export interface Cell {
  text: string;
  value?: number | undefined;
  /** Leads to whom it counts. */
  href?: string | undefined;
  /** What the link says to who does not see its row; else its text. */
  about?: string | undefined;
}

export interface Column {
  text: string;
  /** Numbers stand at the end. */
  end?: boolean | undefined;
}

/** What a section shows, as rows: behind the drawing, and in the file. The first cell heads its row. */
export interface DataTable {
  columns: Column[];
  rows: Cell[][];
}

/** Rows of the file: headings, then numbers bare and texts as they are read. */
export function fileRows({ columns, rows }: DataTable): (string | number)[][] {
  return [
    columns.map(({ text }) => text),
    ...rows.map((cells) => cells.map(({ value, text }) => value ?? text)),
  ];
}
