import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { ChosenContacts } from '@/entrypoints/workspace/pages/contacts/chosen-contacts';
import { TagsPage } from '@/entrypoints/workspace/pages/tags/tags-page';
import type { TagNode } from '@/lib/api/views';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const tag = (id: string, path: string[], more: Partial<TagNode> = {}): TagNode => ({
  id,
  name: path.at(-1) ?? '',
  path,
  parentId: null,
  synonyms: [],
  own: 1,
  total: 1,
  ...more,
});
const REGION = tag('r', ['Region']);
const NORWAY = tag('n', ['Region', 'Norway'], { parentId: 'r', synonyms: ['挪威'] });
const many = (count: number) => Array.from({ length: count }, (_, n) => tag(`t${n}`, [`Tag ${n}`]));
const names = () =>
  [...document.querySelectorAll('.tag-node-name')].map((link) => link.textContent).filter(Boolean);

test('of 500 tags one is found by its path or another name, and stands there with the names above it', async () => {
  renderOver(fakeClient({ 'tags.tree': () => [REGION, NORWAY, ...many(498)] }), <TagsPage />);
  const field = await screen.findByRole('textbox', { name: 'Find' });
  expect(names()).toHaveLength(500);
  for (const text of ['norway', '挪威']) {
    fireEvent.input(field, { target: { value: text } });
    await waitFor(() => expect(names()).toEqual(['Region / Norway']));
  }
  fireEvent.input(field, { target: { value: 'no such tag' } });
  expect(await screen.findByText('Nothing found')).toBeTruthy();
  fireEvent.input(field, { target: { value: '' } });
  await waitFor(() => expect(names()).toHaveLength(500));
  // The one that makes a tag is not behind all of them.
  const [make] = screen.getAllByRole('textbox', { name: 'New tag' });
  expect((make?.compareDocumentPosition(field) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('a few tags need no field to find one', async () => {
  renderOver(fakeClient({ 'tags.tree': () => [REGION, NORWAY] }), <TagsPage />);
  await waitFor(() => expect(names()).toEqual(['Region', 'Norway']));
  expect(screen.queryByRole('textbox', { name: 'Find' })).toBeNull();
});

test('the field stays while it narrows the list, however few tags are left', async () => {
  let tags = many(21);
  const client = fakeClient({ 'tags.tree': () => tags });
  renderOver(client, <TagsPage />);
  fireEvent.input(await screen.findByRole('textbox', { name: 'Find' }), { target: { value: 'tag 20' } });
  await waitFor(() => expect(names()).toEqual(['Tag 20']));
  tags = many(20);
  client.wake();
  expect(await screen.findByText('Nothing found')).toBeTruthy();
  fireEvent.input(screen.getByRole('textbox', { name: 'Find' }), { target: { value: '' } });
  await waitFor(() => expect(names()).toHaveLength(20));
});

test('the focus goes to the next tag when one is deleted, and to the field for a new one after the last', async () => {
  let tags = [tag('a', ['Area 2']), tag('b', ['Area 10'])];
  const client = fakeClient({
    'tags.tree': () => tags,
    'tags.delete': ({ id }) => {
      tags = tags.filter((one) => one.id !== id);
      return {} as never;
    },
  });
  renderOver(client, <TagsPage />);
  await waitFor(() => expect(names()).toEqual(['Area 2', 'Area 10']));
  for (const name of ['Area 2', 'Area 10']) {
    const menu = screen.getByRole('button', { name: `More for tag ${name}` });
    menu.focus();
    fireEvent.click(menu);
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(client.inputs('tags.delete')).toHaveLength(name === 'Area 2' ? 1 : 2));
    client.wake();
    await waitFor(() => expect(names()).not.toContain(name));
  }
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New tag' }));
});

test('the chosen contacts are given a tag by another of its names', async () => {
  const client = fakeClient({ 'tags.tree': () => [REGION, NORWAY], 'tags.assign': () => ({}) as never });
  renderOver(client, <ChosenContacts ids={['c1', 'c2']} filter={null} onClear={() => {}} />);
  fireEvent.click(screen.getByRole('button', { name: /^Add tag/ }));
  const field = await screen.findByRole('combobox', { name: 'Tag' });
  fireEvent.input(field, { target: { value: '挪威' } });
  await screen.findByRole('option', { name: 'Region / Norway' });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() =>
    expect(client.inputs('tags.assign')).toEqual([{ contactIds: ['c1', 'c2'], tagId: 'n' }]),
  );
});

test('a page without tags tells how one is put under another once', async () => {
  renderOver(fakeClient({ 'tags.tree': () => [] }), <TagsPage />);
  await screen.findByText('No tags yet.');
  expect(document.body.textContent?.match(/\w \/ \w/g)).toHaveLength(1);
});
