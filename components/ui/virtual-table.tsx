import type { ComponentChildren, ComponentProps } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { backAt, leaveBy } from './left-row';
import { TableHead } from './table-head';
import { tableMove } from './table-keys';
import { TableRow } from './table-row';
import { extent, type Selection, withRange, withRow } from './table-selection';
import { useVirtualRows } from './use-virtual-rows';
import './virtual-table.css';

const ROW_HEIGHT = 35;
const HEAD_HEIGHT = 35;

/** A column. */
export interface Column<T> {
  id: string;
  title: string;
  /** Pixels. A column without a width shares what is left. */
  width?: number;
  sortable?: boolean;
  /** Figures stand at the end of their column. */
  end?: boolean;
  cell(row: T): ComponentChildren;
}

/** By what rows stand in order. */
export interface Sort {
  column: string;
  descending: boolean;
}

interface VirtualTableProps<T> {
  /** Accessible name. */
  label: string;
  columns: readonly Column<T>[];
  /** Keys of all rows, in order. 100,000 are fine. */
  keys: readonly string[];
  /** The row of a key; undefined while it is on its way. */
  rowOf(key: string): T | undefined;
  /** What a row is called, for its box. */
  nameOf(row: T): string;
  /** Told which rows are in sight, to fetch them. */
  onVisible?(keys: readonly string[]): void;
  sort?: Sort;
  onSort?(column: string): void;
  /** With it, rows can be chosen. */
  selection?: Selection;
  onSelect?(selection: Selection): void;
  onOpen?(key: string): void;
}

/** A table of any length: sorts, chooses (Shift for a range), and is walked by j, k and the arrows. */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { label, columns, keys, rowOf, nameOf, onVisible, sort, onSort, selection, onSelect, onOpen } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [cameBackTo] = useState(() => backAt(label));
  const [cursorKey, setCursorKey] = useState<string | null>(cameBackTo);
  /** Where a range with Shift begins. */
  const anchor = useRef<string | null>(null);
  const { rows, above, below, page, scrollTo } = useVirtualRows(
    scroller,
    keys.length,
    ROW_HEIGHT,
    HEAD_HEIGHT,
  );

  const cursor = useMemo(() => (cursorKey === null ? -1 : keys.indexOf(cursorKey)), [cursorKey, keys]);
  const comesBack = useRef(cameBackTo !== null);
  // The keys may be on their way when the table is first drawn. A row that they do not hold is not waited for.
  useLayoutEffect(() => {
    if (!comesBack.current || keys.length === 0) return;
    comesBack.current = false;
    if (cursor < 0) return;
    scrollTo(cursor);
    table.current?.focus({ preventScroll: true });
  }, [keys]);
  // Nor is anybody called back who has begun something else meanwhile: what they type would be the table's commands.
  useEffect(() => {
    const begun = new AbortController();
    const giveUp = () => {
      comesBack.current = false;
      begun.abort();
    };
    if (comesBack.current)
      for (const type of ['keydown', 'pointerdown'])
        document.addEventListener(type, giveUp, { capture: true, signal: begun.signal });
    return () => begun.abort();
  }, []);
  const openRow = (key: string) => {
    leaveBy(label, key);
    onOpen?.(key);
  };
  const visible = rows.flatMap((index) => {
    const key = keys[index];
    return key === undefined ? [] : [{ key, index }];
  });
  const firstKey = visible[0]?.key;
  const lastKey = visible.at(-1)?.key;
  useEffect(() => onVisible?.(visible.map(({ key }) => key)), [firstKey, lastKey, keys, onVisible]);

  const choose = (key: string, chosen: boolean, withShift: boolean) => {
    if (!selection) return;
    const range = withShift && anchor.current !== null;
    onSelect?.(
      range
        ? withRange(selection, keys, anchor.current ?? key, key, chosen)
        : withRow(selection, key, chosen),
    );
    anchor.current = key;
    setCursorKey(key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const move = tableMove(event, cursor, keys.length, page);
    const here = keys[cursor];
    if (!move || (move.kind === 'clear' && !selection?.size)) return;
    if (move.kind === 'cursor') {
      const key = keys[move.to] ?? null;
      setCursorKey(key);
      scrollTo(move.to);
      if (move.extend && selection && key) {
        onSelect?.(withRange(selection, keys, anchor.current ?? here ?? key, key, true));
        anchor.current ??= here ?? key;
      } else anchor.current = key;
    } else if (move.kind === 'toggle' && here) choose(here, !selection?.has(here), false);
    else if (move.kind === 'open' && here) openRow(here);
    else if (move.kind === 'all') onSelect?.(new Set(keys));
    else if (move.kind === 'clear') onSelect?.(new Set());
    event.preventDefault();
  };

  const onPress = (key: string, event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) {
      const stays = event.ctrlKey || event.metaKey || event.shiftKey;
      if (event.target.closest('a') && !stays) leaveBy(label, key);
      return;
    }
    if (selection && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      choose(key, event.shiftKey || !selection.has(key), event.shiftKey);
      return;
    }
    setCursorKey(key);
    anchor.current = key;
    if (!document.getSelection()?.toString()) openRow(key);
  };

  // The same functions at every drawing, which call what is up to date: a row that stays in sight is not drawn again.
  const latest = useRef({ choose, onPress });
  latest.current = { choose, onPress };
  const told = useMemo<Pick<ComponentProps<typeof TableRow>, 'onChoose' | 'onPress'>>(
    () => ({
      onChoose: (...of) => latest.current.choose(...of),
      onPress: (...of) => latest.current.onPress(...of),
    }),
    [],
  );

  const spacer = (height: number) =>
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in an empty row takes the focus
    height > 0 && <tr aria-hidden="true" style={{ height: `${height}px` }} />;
  return (
    <div ref={scroller} class="table-scroller">
      <table
        ref={table}
        class="table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA gives a table this role, and the keys are its own
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={keys.length + 1}
        aria-colcount={columns.length + (selection ? 1 : 0)}
        aria-multiselectable={selection ? true : undefined}
        aria-activedescendant={visible.some(({ key }) => key === cursorKey) ? `${id}-${cursor}` : undefined}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {selection && <col style={{ width: '48px' }} />}
          {columns.map((column) => (
            <col key={column.id} style={column.width ? { width: `${column.width}px` } : undefined} />
          ))}
        </colgroup>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          chosen={selection && extent(selection, keys)}
          onChooseAll={(chosen) => onSelect?.(new Set(chosen ? keys : []))}
        />
        <tbody>
          {spacer(above)}
          {visible.map(({ key, index }) => {
            const row = rowOf(key);
            return (
              <TableRow
                key={key}
                of={key}
                id={`${id}-${index}`}
                index={index}
                row={row}
                name={row === undefined ? '' : nameOf(row)}
                columns={columns}
                chosen={selection?.has(key)}
                cursor={key === cursorKey}
                onChoose={told.onChoose}
                onPress={told.onPress}
              />
            );
          })}
          {spacer(below)}
        </tbody>
      </table>
    </div>
  );
}
