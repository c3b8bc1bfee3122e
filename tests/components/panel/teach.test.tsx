import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { TabView } from '@/lib/api/views';
import { sampleCandidates, sampleList, sampleStranger, sampleTab } from '../../support/panel-gallery/samples';
import { fail, panelClient, panelTests, renderPanel } from './setup';

panelTests();

const TEACH = 'Teach Sidelight this page';
const button = () => screen.queryByRole('button', { name: TEACH });

test.each<[string, () => TabView]>([
  ['a stranger', sampleStranger],
  ['a question', sampleCandidates],
  ['a list', sampleList],
])('%s whom the rule for any page read: its user may point at whom they mean', async (_, view) => {
  const client = panelClient({ 'tab.teach': () => ({}) }, () => ({ ...view(), site: 'generic' }));
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: TEACH }));
  await waitFor(() => expect(client.inputs('tab.teach')).toEqual([{}]));
});

test('a contact whom the rule for any page read: the same in their menu, and why it could not begin', async () => {
  const client = panelClient({ 'tab.teach': () => fail('missing') }, () =>
    sampleTab('en', { site: 'generic' }),
  );
  renderPanel(client);
  fireEvent.click(await screen.findByRole('button', { name: 'More' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: TEACH }));
  await waitFor(() => expect(client.inputs('tab.teach')).toEqual([{}]));
  await screen.findByRole('alert');
});

test('what was taught may be taught again; a site that Sidelight knows is not offered', async () => {
  const shown = renderPanel(
    panelClient({}, () => ({ ...sampleStranger(), site: 'taught-post-kite-example-1a2b' })),
  );
  await screen.findByRole('button', { name: TEACH });
  shown.unmount();
  renderPanel(panelClient({}, sampleStranger));
  await screen.findByRole('button', { name: 'Add contact' });
  expect(button()).toBeNull();
});
