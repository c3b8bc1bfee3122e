import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Purpose } from '@/entrypoints/welcome/purpose';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

test.each([
  [null, { purpose: 'support', region: 'TW', baseCurrency: 'TWD' }],
  ['DE', { purpose: 'support' }],
] as const)(
  'what it is for begins in the country of the browser, where none was set (%s)',
  async (region, kept) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['zh-TW', 'en']);
    await loadLanguage('en', ['common', 'workspace', 'welcome']);
    const client = fakeClient({
      'settings.get': () => settingsWith({}, { region }),
      'settings.set': () => ({}),
    });
    renderOver(client, <Purpose />);
    fireEvent.click(await screen.findByRole('radio', { name: /Support/ }));
    await waitFor(() => expect(client.inputs('settings.set')).toEqual([{ settings: kept }]));
  },
);
