import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { sampleTab } from '../../support/panel-gallery/samples';
import { panelClient, panelTests, renderPanel } from './setup';

panelTests();

test('whoever is shown next is read from the top, and nobody is scrolled who stands there', async () => {
  let view = sampleTab('en', { subject: 'First' });
  const client = panelClient({}, () => view);
  renderPanel(client);
  await screen.findByRole('heading', { level: 1 });
  const main = screen.getByRole('main');
  const scrollTo = vi.fn();
  main.scrollTo = scrollTo;
  const next = async (subject: string) => {
    view = sampleTab('en', { subject, generation: view.generation + 1 });
    const calls = client.calls.length;
    await act(() => client.wake());
    await waitFor(() => expect(client.calls.length).toBeGreaterThan(calls));
  };
  await next('Second');
  expect(scrollTo).not.toHaveBeenCalled();
  main.scrollTop = 200;
  fireEvent.scroll(main);
  await next('Third');
  await waitFor(() => expect(scrollTo).toHaveBeenCalledWith({ top: 0 }));
});
