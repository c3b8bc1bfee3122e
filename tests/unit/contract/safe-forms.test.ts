import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '@/lib/api/message';
import { withSafeForms } from '@/lib/api/safe-forms';
import { formShelf } from '@/lib/platform/draft-shelf';
import type { AuthorForm } from '@/lib/surveys/form';
import { fakeClient } from '../../components/workspace/fake-client';
import { emptyBrowser, held } from './fake-browser';

vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));

const ID = '0198a000-0000-7000-8000-000000000001';
const titled = (title: string) => ({ title: { en: title } }) as unknown as AuthorForm;
beforeEach(emptyBrowser);

/** A store that does each command once while it is `awake`; otherwise nobody ever answers, as to a page that is gone. */
function pages(state: { awake: boolean; fails?: ApiError } = { awake: true }) {
  let draft = titled('Before');
  const done = new Set<string>();
  const base = fakeClient({ 'surveys.view': () => ({ id: ID, draft }) as never });
  const call = base.call;
  base.call = (async (op: 'surveys.edit', input: { draft: AuthorForm }, options: { commandId: string }) => {
    if (op !== 'surveys.edit') return call(op, input as never);
    base.calls.push({ op, input });
    if (!state.awake) return new Promise(() => undefined);
    if (state.fails) throw state.fails;
    if (!done.has(options.commandId)) draft = input.draft;
    done.add(options.commandId);
    return {};
  }) as never;
  return { state, base, done, draft: () => draft, open: () => withSafeForms(base, formShelf) };
}

test('a form that the store has lies nowhere else, and a name is no form', async () => {
  const { open, draft } = pages();
  await open().call('surveys.edit', { id: ID, draft: titled('After') });
  expect(draft()).toEqual(titled('After'));
  expect([...held.session]).toEqual([]);
  const name = pages({ awake: false });
  void name.open().call('surveys.edit', { id: ID, name: 'Shop' });
  expect([...held.session]).toEqual([]);
});

test('what a page left as it went is in the survey when it is next opened', async () => {
  const { open, state, draft } = pages({ awake: false });
  void open().call('surveys.edit', { id: ID, draft: titled('After') });
  // At once: the page that wrote it is gone.
  expect(held.session.size).toBe(1);
  state.awake = true;
  expect(await open().call('surveys.view', { id: ID })).toMatchObject({ draft: titled('After') });
  expect(draft()).toEqual(titled('After'));
  expect([...held.session]).toEqual([]);
});

test('what was saved after all is not saved over what came later', async () => {
  const { open, base, draft } = pages();
  const clear = vi.spyOn(formShelf, 'clear').mockResolvedValueOnce(undefined);
  await open().call('surveys.edit', { id: ID, draft: titled('First') });
  clear.mockRestore();
  // The page went before it took the form off the shelf. It is undone elsewhere, past the shelf.
  expect(held.session.size).toBe(1);
  await base.call('surveys.edit', { id: ID, draft: titled('Undone') }, { commandId: 'undo' });
  await open().call('surveys.view', { id: ID });
  expect(draft()).toEqual(titled('Undone'));
  expect([...held.session]).toEqual([]);
});

test('a view that is asked for while a form is on its way sends it no second time', async () => {
  const { open, base } = pages({ awake: false });
  const page = open();
  void page.call('surveys.edit', { id: ID, draft: titled('After') });
  await page.call('surveys.view', { id: ID });
  expect(base.inputs('surveys.edit')).toHaveLength(1);
});

test('a form stays on the shelf while there is no room for it, and goes when its survey is gone', async () => {
  const { open, state } = pages({ awake: true, fails: new ApiError('quota', 'full') });
  await expect(open().call('surveys.edit', { id: ID, draft: titled('After') })).rejects.toThrow('full');
  expect(await open().call('surveys.view', { id: ID })).toMatchObject({ draft: titled('Before') });
  expect(held.session.size).toBe(1);
  state.fails = new ApiError('missing', 'gone');
  await open().call('surveys.view', { id: ID });
  expect([...held.session]).toEqual([]);
});
