import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { CompaniesPage } from '@/entrypoints/workspace/pages/companies/companies-page';
import { ContactsPage } from '@/entrypoints/workspace/pages/contacts/contacts-page';
import { TagsPage } from '@/entrypoints/workspace/pages/tags/tags-page';
import { ApiError } from '@/lib/api/message';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

test.each([
  ['Contacts', 'No contacts yet.', <ContactsPage key="c" onAdd={() => {}} onImport={() => {}} />],
  ['Companies', 'No companies.', <CompaniesPage key="o" />],
  ['Tags', 'No tags yet.', <TagsPage key="t" />],
])(
  '%s: a page that could not be read says so and can be tried again, and does not look empty',
  async (_, empty, page) => {
    let works = false;
    const answer = () => {
      if (!works) throw new ApiError('failed', 'The worker stopped.');
      return [];
    };
    const client = fakeClient({
      'contacts.ids': answer,
      'companies.list': answer,
      'tags.tree': answer,
      'settings.get': () => settingsWith(),
    });
    renderOver(client, page);
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('alert').textContent).toContain('Nothing was lost; try again.');
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.queryByText(empty)).toBeNull();
    works = true;
    fireEvent.click(again);
    expect(await screen.findByText(empty)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  },
);
