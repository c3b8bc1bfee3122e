import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { DuplicateList } from '@/components/duplicates/duplicate-list';
import type { DuplicateContact, DuplicateGroup } from '@/lib/api/merge-views';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['duplicates']));

const person = (id: string): DuplicateContact => ({
  id,
  name: id,
  title: null,
  company: null,
  address: null,
  phone: null,
  addedAt: 0,
  activities: 0,
  lastAt: null,
  values: 0,
});
const pair = (name: string): DuplicateGroup => ({
  key: name,
  contacts: [person(`${name} one`), person(`${name} two`)],
  why: [{ by: 'phone', value: '1' }],
  clear: false,
});

/** The buttons by which a group is called not the same, in the order of the list. */
const apart = () => screen.getAllByRole('button', { name: 'Not the same' });

test('whoever decides one group by keyboard stands at the next, and at the last at the one before', async () => {
  let groups = ['Ana', 'Berit', 'Carl'].map(pair);
  const client = fakeClient({
    'duplicates.list': () => ({ groups, total: groups.length }),
    'duplicates.distinct': ({ ids }) => {
      groups = groups.filter(({ contacts }) => contacts[0]?.id !== ids[0]);
      return {} as never;
    },
  });
  renderOver(client, <DuplicateList certain={false} page={(id) => id} />);
  const decide = async (at: number, left: number) => {
    await waitFor(() => expect(apart()).toHaveLength(left + 1));
    apart()[at]?.focus();
    fireEvent.click(apart()[at]!);
    await waitFor(() => expect(client.inputs('duplicates.distinct')).toHaveLength(3 - left));
    await act(async () => client.wake());
    await waitFor(() => expect(apart()).toHaveLength(left));
    return document.activeElement?.closest('.duplicate')?.getAttribute('aria-label');
  };
  expect(await decide(1, 2)).toContain('Carl one');
  expect(await decide(1, 1)).toContain('Ana one');
});
