import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { getCountries } from 'libphonenumber-js/min';
import { expect, test } from 'vitest';
import { COUNTRIES } from '@/components/settings/countries';
import { CountrySetting } from '@/components/settings/store-settings';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

test('the country of numbers that name none is chosen by its name, and taken away again', async () => {
  const client = fakeClient({
    'settings.get': () => settingsWith({}, { region: 'TW' }),
    'settings.set': () => ({}),
  });
  renderOver(client, <CountrySetting />);
  const field = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Country of phone numbers' });
  expect(field.selectedOptions[0]?.textContent).toBe('Taiwan');
  const germany = within(field).getByRole<HTMLOptionElement>('option', { name: 'Germany' });
  fireEvent.change(field, { target: { value: germany.value } });
  fireEvent.change(field, { target: { value: '' } });
  const given = [{ settings: { region: 'DE' } }, { settings: { region: null } }];
  await waitFor(() => expect(client.inputs('settings.set')).toEqual(given));
});

test('all countries are offered whose numbers can be read', () => {
  expect([...COUNTRIES].sort()).toEqual([...getCountries()].sort());
});
