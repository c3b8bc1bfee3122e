import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { CompanyPage } from '@/entrypoints/workspace/pages/companies/company-page';
import { ContactPage } from '@/entrypoints/workspace/pages/contacts/contact-page';
import { ApiError } from '@/lib/api/message';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const gone = (): never => {
  throw new ApiError('missing', '');
};

test.each([
  ['contact', 'contacts.view', <ContactPage key="c" id="c1" />],
  ['company', 'companies.view', <CompanyPage key="c" id="c1" />],
] as const)('a %s that is gone promises nothing back of what was erased', async (_, op, page) => {
  renderOver(fakeClient({ [op]: gone }), page);
  expect(
    await screen.findByText(/^If it was deleted, the history in Settings can bring it back/),
  ).toBeTruthy();
  expect(screen.getByText(/What was erased cannot be brought back\.$/)).toBeTruthy();
});
