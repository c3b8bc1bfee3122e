import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { PlayDialog } from '@/components/advising/play-dialog';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, settingsWith, workspaceTests } from './setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['advising', 'plays', 'segments', 'insights']));

const SEGMENT = '0190b1a0-0000-7000-8000-000000000001';

test('what is wrong with a new play stands under its field, which has the focus, until it is right', async () => {
  const client = fakeClient({
    'segments.names': () => [{ id: SEGMENT, name: 'Regulars' }] as never,
    'settings.get': () => settingsWith() as never,
    'plays.set': () => ({}) as never,
  });
  const close = vi.fn();
  renderOver(client, <PlayDialog play={null} onClose={close} />);
  const dialog = within(screen.getByRole('dialog', { name: 'New play', hidden: true }));
  const save = () => fireEvent.click(dialog.getByRole('button', { name: 'Save', hidden: true }));
  const field = (name: string) => dialog.getByLabelText(name) as HTMLInputElement;
  const wrong = () =>
    [...document.querySelectorAll('[aria-invalid="true"]')].map((one) => [
      one.id,
      document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
    ]);

  save();
  const title = field('What to do');
  await waitFor(() => expect(wrong()).toEqual([[title.id, 'Say what to do.']]));
  expect(document.activeElement).toBe(title);
  fireEvent.input(title, { target: { value: 'Send a card' } });
  const whom = field('For whom');
  await waitFor(() =>
    expect(wrong()).toEqual([[whom.id, 'Say for whom it is: add a condition, and finish each.']]),
  );
  // Who still writes is not led away.
  expect(document.activeElement).toBe(title);
  fireEvent.change(whom, { target: { value: SEGMENT } });
  await waitFor(() => expect(wrong()).toEqual([]));
  const minutes = field('Minutes it takes');
  fireEvent.input(minutes, { target: { value: '0' } });
  save();
  await waitFor(() => expect(document.activeElement).toBe(minutes));
  fireEvent.input(minutes, { target: { value: '5' } });
  await waitFor(() => expect(wrong()).toEqual([]));
  save();
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(client.inputs('plays.set')).toHaveLength(1);
});
