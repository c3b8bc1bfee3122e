import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Finder } from '@/components/search/finder';
import { QuickFind } from '@/components/search/quick-find';
import type { SearchHit, SearchResult } from '@/lib/api/search-views';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const hit = (name: string): SearchHit => ({
  kind: 'contact',
  id: name,
  name,
  nameSpans: [],
  hint: null,
  found: null,
});
const found = (...names: string[]): SearchResult => ({
  hits: names.map(hit),
  total: names.length,
  making: null,
});

/** A store that answers what is looked for when the test says so. */
function slowStore() {
  const waiting = new Map<string, (result: SearchResult) => void>();
  const client = fakeClient({
    'search.find': ({ text }) => new Promise((resolve) => waiting.set(text, resolve)),
  });
  const answer = (text: string, ...names: string[]) =>
    act(async () => {
      await vi.waitUntil(() => waiting.has(text), 10_000);
      waiting.get(text)?.(found(...names));
      // A task later whatever this answer brings about has come to the screen.
      await new Promise((resolve) => setTimeout(resolve));
    });
  return { client, answer };
}

function finder() {
  const { client, answer } = slowStore();
  const go = vi.fn();
  const run = vi.fn();
  const close = vi.fn();
  const commands = [{ id: 'view', label: 'Show Without a tag', run }];
  renderOver(client, <Finder commands={commands} onGo={go} onClose={close} />);
  const field = screen.getByRole('combobox', { name: 'Find or run' });
  const type = (value: string) => act(() => void fireEvent.input(field, { target: { value } }));
  const press = (key: string) => act(() => void fireEvent.keyDown(field, { key }));
  return { answer, go, run, close, type, press };
}

test('whom an earlier text found is not opened by Enter: it waits for the answer to what was typed', async () => {
  const { answer, go, run, close, type, press } = finder();
  await type('w');
  await answer('w', 'Wei Lin');
  expect(screen.getByRole('option', { name: /Wei Lin/, selected: true })).toBeTruthy();
  await type('without a tag');
  await press('Enter');
  expect([go.mock.calls, run.mock.calls, close.mock.calls]).toEqual([[], [], []]);
  await answer('without a tag');
  expect(go).not.toHaveBeenCalled();
  expect(run).toHaveBeenCalledOnce();
  expect(close).toHaveBeenCalledOnce();
});

test('it is not said that there is nothing before it is known', async () => {
  const { answer, type } = finder();
  await type('tomas');
  expect(screen.getByRole('status').textContent).toBe('Looking…');
  await answer('tomas');
  expect(screen.getByRole('status').textContent).toBe('Nothing found');
});

test('a name and Enter, typed faster than it is found, open whom it finds', async () => {
  const { answer, go, run, type, press } = finder();
  await type('tomas');
  await press('Enter');
  await answer('tomas', 'Tomas Berg', 'Tomas Vik');
  expect(go.mock.calls).toEqual([['#/contacts/Tomas Berg']]);
  expect(run).not.toHaveBeenCalled();
});

test('whoever goes on typing after Enter runs nothing', async () => {
  const { answer, go, close, type, press } = finder();
  await type('to');
  await press('Enter');
  await type('tom');
  await answer('to', 'Tomas Berg');
  await answer('tom', 'Tomas Berg');
  expect([go.mock.calls, close.mock.calls]).toEqual([[], []]);
});

test('what the cursor was moved to is run at once, whatever is still looked for', async () => {
  const { answer, go, type, press } = finder();
  await type('t');
  await answer('t', 'Tomas Berg', 'Tomas Vik');
  await type('to');
  await press('ArrowDown');
  await press('Enter');
  expect(go.mock.calls).toEqual([['#/contacts/Tomas Vik']]);
});

test('in the popup nobody is offered whom only an earlier text found', async () => {
  const { client, answer } = slowStore();
  const go = vi.fn();
  renderOver(client, <QuickFind onGo={go} />);
  const field = screen.getByRole('combobox');
  const type = (value: string) => act(() => void fireEvent.input(field, { target: { value } }));
  await type('w');
  await answer('w', 'Wei Lin', 'Ana Duarte');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Wei Lin',
    'Ana Duarte',
  ]);
  await type('an');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Ana Duarte']);
  await type('anna');
  await act(() => void fireEvent.keyDown(field, { key: 'Enter' }));
  expect(go).not.toHaveBeenCalled();
  await answer('anna', 'Anna Moe');
  await act(() => void fireEvent.keyDown(field, { key: 'Enter' }));
  expect(go.mock.calls).toEqual([['#/contacts/Anna Moe']]);
});
