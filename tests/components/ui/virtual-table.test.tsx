import '@preact/signals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Selection } from '@/components/ui/table-selection';
import { type Column, VirtualTable } from '@/components/ui/virtual-table';
import { inEnglish } from './words';

inEnglish();

/** The test DOM lays nothing out: it is told of a window of ten rows. */
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 385 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 800 });
});

const drawCell = vi.fn();
const COLUMNS: Column<number>[] = [
  {
    id: 'name',
    title: 'Name',
    sortable: true,
    cell: (row) => {
      drawCell(row);
      return <a href={`#${row}`}>Contact {row}</a>;
    },
  },
  { id: 'open', title: 'Open', width: 80, end: true, cell: (row) => row },
];

const open = vi.fn();
const sort = vi.fn();
const see = vi.fn();
let chosen: Selection = new Set();
beforeEach(() => {
  vi.clearAllMocks();
  history.replaceState(null, '');
  chosen = new Set();
});

function Sample({ count, ready = true }: { count: number; ready?: boolean }) {
  const [keys] = useState(() => Array.from({ length: count }, (_, index) => `k${index}`));
  const [selection, setSelection] = useState<Selection>(new Set());
  chosen = selection;
  return (
    <VirtualTable
      label="Contacts"
      columns={COLUMNS}
      keys={keys}
      rowOf={(key) => (ready ? Number(key.slice(1)) : undefined)}
      nameOf={(row) => `Contact ${row}`}
      sort={{ column: 'name', descending: true }}
      onSort={sort}
      selection={selection}
      onSelect={setSelection}
      onOpen={open}
      onVisible={see}
    />
  );
}

/** Draws the table and lets it measure its window. */
async function shown(table: ComponentChild) {
  render(table);
  await act(async () => undefined);
}

const grid = () => screen.getByRole('grid', { name: 'Contacts' });
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(
    () =>
      void fireEvent.keyDown(grid(), {
        key,
        code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
        ...more,
      }),
  );
const pointed = () => grid().querySelector('.cursor')?.textContent ?? null;
const box = (row: number) => screen.getByRole('checkbox', { name: `Select Contact ${row}` });
const row = (index: number) => screen.getByText(`Contact ${index}`, { selector: 'a' }).closest('tr')!;

test('of 100,000 rows only those in sight are drawn, and each says which it is', async () => {
  await shown(<Sample count={100_000} />);
  const drawn = grid().querySelectorAll('tr[aria-rowindex]');
  expect(drawn.length).toBeGreaterThan(10);
  expect(drawn.length).toBeLessThan(40);
  expect(grid().getAttribute('aria-rowcount')).toBe('100001');
  expect(row(0).getAttribute('aria-rowindex')).toBe('2');
  expect(grid().getAttribute('aria-colcount')).toBe('3');
});

test('the rows left out keep their height', async () => {
  await shown(<Sample count={100_000} />);
  const drawn = grid().querySelectorAll('tbody tr[aria-rowindex]').length;
  const spacers = [...grid().querySelectorAll<HTMLElement>('tr[aria-hidden]')];
  expect(spacers.reduce((sum, spacer) => sum + Number.parseInt(spacer.style.height, 10), 0)).toBe(
    (100_000 - drawn) * 35,
  );
});

test('who fetches rows is told which are in sight, and a row on its way is drawn empty', async () => {
  await shown(<Sample count={50} ready={false} />);
  expect(see).toHaveBeenCalledWith(expect.arrayContaining(['k0', 'k9']));
  expect(grid().querySelectorAll('.coming').length).toBeGreaterThan(0);
  expect(screen.queryByText('Contact 0')).toBeNull();
});

test('only a row that becomes another is drawn again: the cursor leaves one and comes to the next', async () => {
  await shown(<Sample count={50} />);
  await press('ArrowDown');
  drawCell.mockClear();
  await press('ArrowDown');
  expect(drawCell.mock.calls.flat().sort()).toEqual([0, 1]);
  drawCell.mockClear();
  await act(() => void fireEvent.click(box(4)));
  expect(new Set(drawCell.mock.calls.flat())).toEqual(new Set([1, 4]));
  expect([...chosen]).toEqual(['k4']);
});

test('columns sort, and say by which and how', async () => {
  await shown(<Sample count={5} />);
  const header = screen.getByRole('columnheader', { name: 'Name' });
  expect(header.getAttribute('aria-sort')).toBe('descending');
  fireEvent.click(screen.getByRole('button', { name: 'Name' }));
  expect(sort).toHaveBeenCalledWith('name');
  expect(screen.getByRole('columnheader', { name: 'Open' }).hasAttribute('aria-sort')).toBe(false);
});

test('j, k and the arrows walk, Enter opens', async () => {
  await shown(<Sample count={5} />);
  await press('ArrowDown');
  await press('j');
  expect(pointed()).toContain('Contact 1');
  expect(grid().getAttribute('aria-activedescendant')).toBe(row(1).id);
  await press('k');
  await press('k');
  expect(pointed()).toContain('Contact 0');
  await press('End');
  expect(pointed()).toContain('Contact 4');
  await press('Enter');
  expect(open.mock.calls).toEqual([['k4']]);
});

test('Space chooses, Shift with an arrow extends, Ctrl+A takes all, Escape none', async () => {
  await shown(<Sample count={5} />);
  await press('ArrowDown');
  await press(' ', { code: 'Space' });
  await press('ArrowDown', { shiftKey: true });
  await press('ArrowDown', { shiftKey: true });
  expect([...chosen].sort()).toEqual(['k0', 'k1', 'k2']);
  expect(row(1).getAttribute('aria-selected')).toBe('true');
  await press('a', { ctrlKey: true });
  expect(chosen.size).toBe(5);
  await press('Escape');
  expect(chosen.size).toBe(0);
});

test('boxes choose, with Shift everything between', async () => {
  await shown(<Sample count={8} />);
  await act(() => void fireEvent.click(box(1)));
  await act(() => void fireEvent.click(box(4), { shiftKey: true }));
  expect([...chosen].sort()).toEqual(['k1', 'k2', 'k3', 'k4']);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all' }).indeterminate).toBe(true);
});

test('the box in the head takes all and gives all back', async () => {
  await shown(<Sample count={1000} />);
  const all = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all' });
  await act(() => void fireEvent.click(all()));
  expect(chosen.size).toBe(1000);
  expect(all().checked).toBe(true);
  await act(() => void fireEvent.click(all()));
  expect(chosen.size).toBe(0);
});

test('a press on a row opens it; on its link the link decides', async () => {
  await shown(<Sample count={5} />);
  await act(() => void fireEvent.click(row(2)));
  expect(open.mock.calls).toEqual([['k2']]);
  await act(() => void fireEvent.click(screen.getByText('Contact 3')));
  expect(open).toHaveBeenCalledOnce();
});

test('Ctrl and a press chooses without opening', async () => {
  await shown(<Sample count={5} />);
  await act(() => void fireEvent.click(row(2), { ctrlKey: true }));
  expect([...chosen]).toEqual(['k2']);
  expect(open).not.toHaveBeenCalled();
});

test('who comes back from a row stands on it again, once', async () => {
  await shown(<Sample count={1000} />);
  for (let row = 0; row < 3; row++) await press('j');
  await press('Enter');
  expect(open).toHaveBeenCalledWith('k2');
  cleanup();
  await shown(<Sample count={1000} />);
  expect(document.activeElement).toBe(grid());
  expect(grid().getAttribute('aria-activedescendant')).toMatch(/-2$/);
  cleanup();
  await shown(<Sample count={1000} />);
  expect(grid().hasAttribute('aria-activedescendant')).toBe(false);
});

test('a row that is left by its link is remembered as well', async () => {
  const list = location.hash;
  await shown(<Sample count={1000} />);
  fireEvent.click(screen.getByRole('link', { name: 'Contact 4' }));
  expect(open).not.toHaveBeenCalled();
  cleanup();
  await vi.waitFor(() => expect(location.hash).toBe('#4'));
  history.back();
  await vi.waitFor(() => expect(location.hash).toBe(list));
  await shown(<Sample count={1000} />);
  expect(grid().getAttribute('aria-activedescendant')).toMatch(/-4$/);
});

test('who comes back stands on their row when the keys come after the table', async () => {
  history.replaceState({ leftRow: { list: 'Contacts', row: 'k2' } }, '');
  const table = (keys: readonly string[]) => (
    <VirtualTable label="Contacts" columns={COLUMNS} keys={keys} rowOf={() => 1} nameOf={() => 'One'} />
  );
  const { rerender } = render(table([]));
  await act(async () => undefined);
  rerender(table(['k0', 'k1', 'k2']));
  await act(async () => undefined);
  expect(document.activeElement).toBe(grid());
  expect(grid().getAttribute('aria-activedescendant')).toMatch(/-2$/);
});

/** A list under a field that narrows it. */
function Narrowed({ keys }: { keys: readonly string[] }) {
  const [text, setText] = useState('');
  return (
    <>
      <input aria-label="Filter" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <VirtualTable
        label="Contacts"
        columns={COLUMNS}
        keys={keys.filter((key) => (text ? key.endsWith(text) : key !== 'k9'))}
        rowOf={() => 1}
        nameOf={() => 'One'}
      />
    </>
  );
}
const comingBackTo = (row: string) => history.replaceState({ leftRow: { list: 'Contacts', row } }, '');
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Filter' });

test('a row that the list no longer holds calls nobody back when it appears later', async () => {
  comingBackTo('k9');
  await shown(<Narrowed keys={['k1', 'k2', 'k9']} />);
  field().focus();
  await act(() => void fireEvent.input(field(), { target: { value: '9' } }));
  expect(screen.getAllByRole('row')).toHaveLength(2);
  expect(document.activeElement).toBe(field());
});

test.each<[string, (on: Element) => unknown]>([
  ['a key', (on) => fireEvent.keyDown(on, { key: 'a' })],
  ['a press', (on) => fireEvent.pointerDown(on)],
])('who has begun something else by %s before the rows come is not called back', async (_, begin) => {
  comingBackTo('k2');
  const { rerender } = render(<Narrowed keys={[]} />);
  await act(async () => undefined);
  field().focus();
  begin(field());
  rerender(<Narrowed keys={['k1', 'k2']} />);
  await act(async () => undefined);
  expect(screen.getAllByRole('row')).toHaveLength(3);
  expect(document.activeElement).toBe(field());
});

test.each(['ctrlKey', 'metaKey', 'shiftKey'] as const)(
  'a link that is opened elsewhere, with %s, leaves nothing',
  async (key) => {
    await shown(<Sample count={5} />);
    // The test DOM would follow it here.
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    fireEvent.click(screen.getByRole('link', { name: 'Contact 4' }), { [key]: true });
    expect(history.state).toBeNull();
  },
);
