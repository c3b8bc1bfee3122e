import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Navigation } from '@/entrypoints/workspace/navigation';
import { goInstead } from '@/entrypoints/workspace/router';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

test('More pages is there when it is known which they are; the page that is open stands in its place before', async () => {
  await loadLanguage('en', [
    'common',
    'workspace',
    'duplicates',
    'segments',
    'tiers',
    'insights',
    'advising',
  ]);
  await loadLanguage('en', ['templates', 'surveys', 'responses', 'cases', 'care', 'deals', 'health']);
  goInstead('#/duplicates');
  let answer = (_: { certain: number; perhaps: number }) => {};
  const client = fakeClient({
    'contacts.counts': () => ({ contacts: 0, companies: 0, tags: 0 }) as never,
    'today.count': () => 0 as never,
    'surveys.count': () => ({ all: 0 }) as never,
    'responses.counts': () => ({ any: false, unread: 0 }) as never,
    'cases.count': () => ({ all: 0, open: 0 }),
    'deals.count': () => ({ all: 0, open: 0 }) as never,
    'duplicates.count': () => new Promise((resolve) => (answer = resolve as never)),
    'segments.names': () => [],
    'templates.count': () => ({ all: 0 }) as never,
    'insights.ready': () => ({ ready: false }) as never,
    'settings.get': () => settingsWith() as never,
  });
  renderOver(client, <Navigation onFind={() => {}} />);
  await waitFor(() => expect(client.inputs('settings.get')).not.toHaveLength(0));
  expect(screen.getByRole('link', { name: 'Duplicates' }).getAttribute('aria-current')).toBe('page');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.queryByRole('button', { name: 'More pages' })).toBeNull();
  answer({ certain: 0, perhaps: 0 });
  expect(await screen.findByRole('button', { name: 'More pages' })).toBeTruthy();
});
