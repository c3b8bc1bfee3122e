import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { ContactsPage } from '@/entrypoints/workspace/pages/contacts/contacts-page';
import { followAddress } from '@/entrypoints/workspace/router';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

const client = () =>
  fakeClient({
    'contacts.ids': () => ['c1', 'c2', 'c3'],
    'settings.get': () => settingsWith(),
    'tags.tree': () => [],
  });

/** Draws the page at an address, as the workspace does, and follows it. */
async function open(address: string) {
  location.hash = address;
  const stop = followAddress();
  renderOver(client(), <ContactsPage onAdd={() => {}} onImport={() => {}} />);
  await screen.findByRole('grid');
  return () => {
    stop();
    cleanup();
  };
}

const adds = () => screen.getByRole('button', { name: 'Filter' });

test('the focus stays among the filters when one is taken away: on the next, and after the last on what adds one', async () => {
  const leave = await open('#/contacts?open=1&quiet=30&untagged=1');
  const names = () =>
    screen.getAllByRole('button', { name: /^Remove/ }).map((button) => button.getAttribute('aria-label'));
  expect(names()).toHaveLength(3);
  const [, second, third] = names();
  for (const name of [names()[0], second]) {
    const button = screen.getByRole('button', { name: name as string });
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('button', { name: name as string })).toBeNull());
    const next = name === second ? third : second;
    expect(document.activeElement?.getAttribute('aria-label')).toBe(next);
  }
  fireEvent.click(document.activeElement as HTMLElement);
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull());
  expect(document.activeElement).toBe(adds());
  leave();
});

test('of two filters on fields the first that is taken away leaves the focus on the second', async () => {
  const leave = await open('#/contacts?fact=city|is|Oslo&fact=city|is|Bergen');
  const [first] = screen.getAllByRole('button', { name: /^Remove/ });
  first?.focus();
  fireEvent.click(first as HTMLElement);
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Remove/ })).toHaveLength(1));
  expect(document.activeElement?.getAttribute('aria-label')).toContain('Bergen');
  leave();
});

test('whoever chose or gave up what to filter by stands on what adds a filter', async () => {
  const leave = await open('#/contacts');
  for (const end of ['Escape', 'Enter']) {
    fireEvent.click(adds());
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Words' }));
    const field = await screen.findByRole('textbox', { name: 'Words' });
    fireEvent.input(field, { target: { value: 'Oslo' } });
    if (end === 'Escape') fireEvent.keyDown(field, { key: 'Escape' });
    else fireEvent.submit(field.closest('form') as HTMLFormElement);
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Words' })).toBeNull());
    expect(document.activeElement).toBe(adds());
  }
  await waitFor(() => expect(location.hash).toBe('#/contacts?text=Oslo'));
  leave();
});

test('who comes back from a contact finds the rows chosen still, who opens the list anew finds none', async () => {
  const chosen = () =>
    screen.queryAllByRole<HTMLInputElement>('checkbox').filter((one) => one.checked || one.indeterminate);
  (await open('#/contacts?open=1'))();
  let leave = await open('#/contacts');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
  await screen.findByText('3 selected');
  leave();
  location.hash = '#/contacts/c1';
  await waitFor(() => expect(location.hash).toBe('#/contacts/c1'));
  history.back();
  await waitFor(() => expect(location.hash).toBe('#/contacts'));
  leave = await open('#/contacts');
  await screen.findByText('3 selected');
  leave();
  // A new entry bears nothing; the DOM of these tests leaves it what the one before bore, unless it is made by hand.
  history.pushState(null, '', '#/today');
  leave = await open('#/contacts');
  expect(chosen()).toEqual([]);
  expect(screen.queryByText('3 selected')).toBeNull();
  leave();
});
