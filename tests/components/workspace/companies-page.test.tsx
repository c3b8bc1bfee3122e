import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { CompaniesPage } from '@/entrypoints/workspace/pages/companies/companies-page';
import type { CompanyRow } from '@/lib/api/views';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

test('who clears a text that found nothing stays in the field while all companies are looked up', async () => {
  let answerAll = (_: CompanyRow[]) => {};
  const client = fakeClient({
    'companies.list': ({ text }) =>
      text ? [] : new Promise<CompanyRow[]>((resolve) => (answerAll = resolve)),
  });
  renderOver(client, <CompaniesPage />);
  const field = screen.getByRole('textbox', { name: 'Find' });
  field.focus();
  fireEvent.input(field, { target: { value: 'nobody' } });
  await screen.findByText('Nothing found');
  fireEvent.input(field, { target: { value: '' } });
  await waitFor(() => expect(client.inputs('companies.list')).toHaveLength(3));
  expect(document.activeElement).toBe(field);
  expect(field.isConnected).toBe(true);
  expect(screen.queryByText('No companies.')).toBeNull();
  answerAll([]);
  await waitFor(() => expect(field.isConnected).toBe(false));
});
