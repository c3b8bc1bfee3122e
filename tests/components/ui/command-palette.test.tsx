import { act, fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { CommandPalette } from '@/components/ui/command-palette';
import { inEnglish } from './words';

inEnglish();

function shown() {
  const run = vi.fn();
  const close = vi.fn();
  const ask = vi.fn();
  const command = (label: string) => ({ id: label, label, run: () => run(label) });
  const view = render(
    <CommandPalette
      groups={[
        { title: 'Contacts', commands: [command('Ana Duarte'), command('Li Wei')] },
        { title: 'Commands', commands: [command('Add contact')] },
      ]}
      onText={ask}
      onClose={close}
    />,
  );
  return { run, close, ask, field: screen.getByRole('combobox', { name: 'Find or run' }), ...view };
}

test('commands stand in named groups', () => {
  shown();
  expect(screen.getByRole('group', { name: 'Commands' }).textContent).toContain('Add contact');
});

test('the text is handed on', () => {
  const { field, ask } = shown();
  fireEvent.input(field, { target: { value: 'ana' } });
  expect(ask).toHaveBeenCalledWith('ana');
});

test('arrows cross the groups, Enter closes and then runs', async () => {
  const { field, run, close } = shown();
  await act(() => void fireEvent.keyDown(field, { key: 'ArrowUp' }));
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Add contact');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(run.mock.calls).toEqual([['Add contact']]);
  expect(close.mock.invocationCallOrder[0]).toBeLessThan(run.mock.invocationCallOrder[0] ?? 0);
});

test('a click runs', () => {
  const { run } = shown();
  fireEvent.click(screen.getByRole('option', { name: 'Li Wei' }));
  expect(run.mock.calls).toEqual([['Li Wei']]);
});

test('says when nothing is found', async () => {
  const { field, rerender } = shown();
  await act(() => void fireEvent.input(field, { target: { value: 'xyz' } }));
  rerender(<CommandPalette groups={[]} onText={() => undefined} onClose={() => undefined} />);
  expect(screen.getByRole('status').textContent).toBe('Nothing found');
});
