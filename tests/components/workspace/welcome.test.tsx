import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Welcome } from '@/entrypoints/welcome/welcome';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();

/** The welcome page in a browser that grants what is asked, or refuses it; `tabs`: sites that stand open. */
function firstRun({ grants = true, tabs = [] as string[], before = [] as string[] } = {}) {
  const on = new Set(before);
  const asked: string[] = [];
  const shown: string[] = [];
  const client = fakeClient({
    'sites.list': () =>
      [...on].map((origin) => ({ origin, on: true, folded: false, width: 360, permitted: true }) as never),
    'sites.switch': (site) => {
      if (site.on) on.add(site.origin);
      else on.delete(site.origin);
      return {};
    },
    'settings.get': () => settingsWith(),
    'settings.set': () => ({}) as never,
    'device.set': () => ({}),
    'contacts.counts': () => ({ contacts: 0 }) as never,
  });
  const platform = {
    gate: {
      siteOf: (address: string) => address,
      request: async (site: string) => {
        asked.push(site);
        return grants;
      },
    },
    hasTab: async (site: string) => tabs.includes(site),
    showSite: async (site: string) => void shown.push(site),
    practiceUrl: 'practice.html',
    workspaceUrl: (hash: string) => `workspace.html${hash}`,
  };
  renderOver(client, <Welcome client={client} platform={platform} />);
  return { client, asked, shown };
}

test.each([
  ['Gmail', 'https://mail.google.com'],
  ['Outlook.com', 'https://outlook.live.com'],
  ['Outlook at work', 'https://outlook.office.com'],
  ['QQ Mail', 'https://mail.qq.com'],
])(
  '%s: one press asks the browser for that one site, and the next shows the tab that stands open',
  async (name, site) => {
    const { asked, shown, client } = firstRun({ tabs: [site] });
    expect(asked).toEqual([]);
    fireEvent.click(await screen.findByRole('switch', { name }));
    await screen.findByText('This tab is ready, no reload');
    expect(asked).toEqual([site]);
    expect(client.inputs('sites.switch')).toEqual([{ origin: site, on: true }]);
    fireEvent.click(screen.getByRole('button', { name: `Open ${name}` }));
    await waitFor(() => expect(shown).toEqual([site]));
  },
);

test('an Outlook at work has several hosts, chosen before it is switched on', async () => {
  const { asked } = firstRun();
  const hosts = await screen.findByRole('combobox', { name: 'Address of Outlook at work' });
  fireEvent.change(hosts, { target: { value: 'https://outlook.cloud.microsoft' } });
  fireEvent.click(screen.getByRole('switch', { name: 'Outlook at work' }));
  await screen.findByRole('button', { name: 'Open Outlook at work' });
  expect(asked).toEqual(['https://outlook.cloud.microsoft']);
});

test('another webmail gets a line of its own, on which it is switched off when it was the wrong one', async () => {
  const { client, asked } = firstRun();
  const address = await screen.findByRole('textbox', { name: 'Address of another webmail' });
  fireEvent.input(address, { target: { value: 'wrong.example' } });
  fireEvent.submit(address.closest('form')!);
  const line = await screen.findByRole('switch', { name: 'wrong.example' });
  expect(asked).toEqual(['https://wrong.example']);
  await screen.findByRole('button', { name: 'Open wrong.example' });
  expect((address as HTMLInputElement).value).toBe('');
  fireEvent.click(line);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Open wrong.example' })).toBeNull());
  expect(client.inputs('sites.switch').at(-1)).toEqual({ origin: 'https://wrong.example', on: false });
});

test.each(['my mail', 'gmail'])('%s is no address, and the browser is not asked for it', async (typed) => {
  const { asked } = firstRun();
  const address = await screen.findByRole('textbox', { name: 'Address of another webmail' });
  fireEvent.input(address, { target: { value: typed } });
  fireEvent.submit(address.closest('form')!);
  expect(await screen.findByText(/^This is no web address/)).toBeTruthy();
  expect(asked).toEqual([]);
});

test('who left in the middle and comes back goes on with what they switched on', async () => {
  const { shown } = firstRun({ before: ['https://mail.google.com'] });
  expect(((await screen.findByRole('switch', { name: 'Gmail' })) as HTMLInputElement).checked).toBe(true);
  fireEvent.click(await screen.findByRole('button', { name: 'Open Gmail' }));
  await waitFor(() => expect(shown).toEqual(['https://mail.google.com']));
});

test('the page goes to its buttons when a site is switched on, and begins at its top for who comes back', async () => {
  const wentTo: (string | null)[] = [];
  const scroll = vi
    .spyOn(Element.prototype, 'scrollIntoView')
    .mockImplementation(() => void wentTo.push(screen.getByRole('button', { name: /^Open / }).textContent));
  onTestFinished(() => scroll.mockRestore());
  firstRun({ before: ['https://mail.google.com'] });
  await screen.findByRole('button', { name: 'Open Gmail' });
  fireEvent.click(screen.getByRole('switch', { name: 'Outlook.com' }));
  await waitFor(() => expect(wentTo).toContain('Open Outlook.com'));
  expect(wentTo).toEqual(['Open Outlook.com']);
});

test('a permission that is refused switches nothing on, and that is said', async () => {
  const { client } = firstRun({ grants: false });
  fireEvent.click(await screen.findByRole('switch', { name: 'Gmail' }));
  expect((await screen.findByRole('alert')).textContent).toContain('mail.google.com');
  expect(client.inputs('sites.switch')).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Open Gmail' })).toBeNull();
});

test('what is read, where it stays, and what removing the extension does stand on the page', async () => {
  firstRun();
  expect(await screen.findByText(/names, addresses, subject and date of the mail that is open/)).toBeTruthy();
  expect(screen.getByText(/The text of a mail is never stored/)).toBeTruthy();
  expect(screen.getByText(/Removing the extension deletes the data/)).toBeTruthy();
});
