import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { CurrencySettings } from '@/components/settings/currency-settings';
import type { Settings } from '@/lib/crm/settings';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

function shown(settings: Partial<Settings>) {
  const client = fakeClient({
    'settings.get': () => settingsWith({}, settings),
    'settings.set': () => ({}),
    'figures.refresh': () => ({ changed: false }),
  });
  renderOver(client, <CurrencySettings />);
  return { kept: () => client.inputs('settings.set').map((input) => input.settings) };
}

test('a rate is added and taken away; what is no rate is told, and not kept', async () => {
  const { kept } = shown({ baseCurrency: 'EUR', rates: { USD: 0.92 } });
  expect(await screen.findByText('1 USD = 0.92 EUR')).toBeTruthy();
  fireEvent.change(screen.getByRole('combobox', { name: 'Other currency' }), { target: { value: 'CNY' } });
  const rate = screen.getByRole('textbox', { name: '1 CNY in EUR' });
  for (const wrong of ['', '0', '-1', 'much']) {
    fireEvent.input(rate, { target: { value: wrong } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText(/Write a number above 0/)).toBeTruthy();
  }
  expect(kept()).toEqual([]);
  fireEvent.input(rate, { target: { value: '0,13' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(kept()).toEqual([{ rates: { USD: 0.92, CNY: 0.13 } }]));
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Remove USD' })).toHaveProperty('disabled', false),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Remove USD' }));
  await waitFor(() => expect(kept().at(-1)).toEqual({ rates: {} }));
});

test('another currency of one’s own takes the rates with it where they are known', async () => {
  const { kept } = shown({ baseCurrency: 'EUR', rates: { USD: 0.8, CNY: 0.125 } });
  const own = await screen.findByRole('combobox', { name: 'Your currency' });
  fireEvent.change(own, { target: { value: 'USD' } });
  await waitFor(() => expect(kept()).toEqual([{ baseCurrency: 'USD', rates: { CNY: 0.15625, EUR: 1.25 } }]));
});
