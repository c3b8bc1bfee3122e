import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '@/lib/api/message';
import { withSafeDrafts } from '@/lib/api/safe-drafts';
import { draftShelf } from '@/lib/platform/draft-shelf';
import { fakeClient } from '../../components/workspace/fake-client';
import { emptyBrowser, held } from './fake-browser';

vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));

const KEY = 'note:0198a000-0000-7000-8000-000000000001';
beforeEach(emptyBrowser);

/** A store that keeps drafts while it is `awake`; otherwise nobody ever answers, as to a page that is gone. */
function pages(state = { awake: true }) {
  const stored = new Map<string, string>();
  const base = fakeClient({
    'drafts.get': ({ key }) => ({ text: stored.get(key) ?? '' }),
    'drafts.put': ({ key, text }) => {
      if (!state.awake) return new Promise(() => undefined);
      stored.set(key, text);
      return {};
    },
    'contacts.erase': () => {
      stored.clear();
      return { rows: 1, log: 'l', at: 0 };
    },
  });
  return { stored, state, base, open: () => withSafeDrafts(base, draftShelf) };
}

test('a draft that the store has lies nowhere else', async () => {
  const { open, stored } = pages();
  await open().call('drafts.put', { key: KEY, text: 'Half a thought' });
  expect(stored.get(KEY)).toBe('Half a thought');
  expect([...held.session]).toEqual([]);
});

test('what a page left with nobody awake is there on the next page, and comes into the store', async () => {
  const { open, stored, state } = pages({ awake: false });
  void open().call('drafts.put', { key: KEY, text: 'Half a thought' });
  // At once: the page that typed it is gone.
  expect(held.session.size).toBe(1);
  state.awake = true;
  expect(await open().call('drafts.get', { key: KEY })).toEqual({ text: 'Half a thought' });
  await vi.waitFor(() => expect([...held.session]).toEqual([]), 10_000);
  expect(stored.get(KEY)).toBe('Half a thought');
});

test('a draft that was thrown away as the page went does not come back', async () => {
  const { open, stored, state } = pages({ awake: false });
  stored.set(KEY, 'Half a thought');
  void open().call('drafts.put', { key: KEY, text: '' });
  state.awake = true;
  expect(await open().call('drafts.get', { key: KEY })).toEqual({ text: '' });
  await vi.waitFor(() => expect(stored.get(KEY)).toBe(''), 10_000);
});

test('what the store refuses stays, and is not taken for the stored text', async () => {
  const client = withSafeDrafts(
    fakeClient({
      'drafts.get': () => ({ text: 'older' }),
      'drafts.put': () => {
        throw new ApiError('quota', 'full');
      },
    }),
    draftShelf,
  );
  await expect(client.call('drafts.put', { key: KEY, text: 'younger' })).rejects.toThrow('full');
  expect(await client.call('drafts.get', { key: KEY })).toEqual({ text: 'younger' });
});

test('an answer about an older text leaves the younger one where it is', async () => {
  let answer: (() => void) | undefined;
  const client = withSafeDrafts(
    fakeClient({
      'drafts.put': ({ text }) =>
        new Promise((resolve) => {
          if (text === 'older') answer = () => resolve({});
        }),
    }),
    draftShelf,
  );
  const older = client.call('drafts.put', { key: KEY, text: 'older' });
  void client.call('drafts.put', { key: KEY, text: 'younger' });
  answer?.();
  await older;
  expect(await draftShelf.find(KEY)).toBe('younger');
});

test('erasing erases what a page left too', async () => {
  const { open, stored, state } = pages({ awake: false });
  void open().call('drafts.put', { key: KEY, text: 'Half a thought' });
  state.awake = true;
  const next = open();
  await next.call('contacts.erase', { id: KEY.slice(5) });
  expect([...stored, ...held.session]).toEqual([]);
  expect(await next.call('drafts.get', { key: KEY })).toEqual({ text: '' });
});

test('a page without that storage keeps its drafts in the store alone', async () => {
  const denied = () => Promise.reject(new Error('denied'));
  const { browser } = await import('./fake-browser');
  const { session } = browser.storage;
  Object.assign(browser.storage, { session: { get: denied, set: denied, remove: denied } });
  const { open, stored } = pages();
  await open().call('drafts.put', { key: KEY, text: 'Half a thought' });
  expect(stored.get(KEY)).toBe('Half a thought');
  expect(await open().call('drafts.get', { key: KEY })).toEqual({ text: 'Half a thought' });
  Object.assign(browser.storage, { session });
});

test('nobody is erased while the store refuses a draft that would come up again', async () => {
  let isFull = true;
  const erased: string[] = [];
  const base = fakeClient({
    'drafts.put': () => {
      if (isFull) throw new ApiError('quota', 'full');
      return {};
    },
    'contacts.erase': ({ id }) => {
      erased.push(id);
      return { rows: 1, log: 'l', at: 0 };
    },
  });
  const client = withSafeDrafts(base, draftShelf);
  await draftShelf.lay(KEY, 'Half a thought');
  const id = KEY.slice('note:'.length);
  await expect(client.call('contacts.erase', { id })).rejects.toThrow('full');
  expect(erased).toEqual([]);
  isFull = false;
  await client.call('contacts.erase', { id });
  expect([erased, [...held.session]]).toEqual([[id], []]);
});

test('a text that another page lays meanwhile is not written over before an erasing', async () => {
  const put: string[] = [];
  const base = fakeClient({
    'drafts.put': async ({ text }) => {
      put.push(text);
      if (text === 'first') await draftShelf.lay('note:other', 'younger');
      return {};
    },
    'contacts.erase': () => ({ rows: 1, log: 'l', at: 0 }),
  });
  await draftShelf.lay(KEY, 'first');
  await draftShelf.lay('note:other', 'older');
  await withSafeDrafts(base, draftShelf).call('contacts.erase', { id: KEY.slice('note:'.length) });
  expect(put).toEqual(['first']);
  expect(await draftShelf.find('note:other')).toBe('younger');
});
