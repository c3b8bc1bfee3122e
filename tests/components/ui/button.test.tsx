import { fireEvent, render, screen } from '@testing-library/preact';
import { Plus } from 'lucide';
import { expect, test, vi } from 'vitest';
import { Button, IconButton } from '@/components/ui/button';
import { inEnglish } from './words';

inEnglish();

test('a button with words says them and runs', () => {
  const run = vi.fn();
  render(
    <Button kind="ink" onClick={run}>
      Done
    </Button>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(run).toHaveBeenCalledOnce();
});

test('a button without words is named', () => {
  render(<IconButton icon={Plus} label="Add tag" />);
  const button = screen.getByRole('button', { name: 'Add tag' });
  expect(button.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

test('a busy button keeps its name, says that it is busy, and sends nothing twice', () => {
  const run = vi.fn();
  const submit = vi.fn((event: Event) => event.preventDefault());
  render(
    <form onSubmit={submit}>
      <Button type="submit" loading onClick={run}>
        Save
      </Button>
    </form>,
  );
  const button = screen.getByRole('button', { name: 'Save' });
  fireEvent.click(button);
  expect(button.getAttribute('aria-busy')).toBe('true');
  expect(run).not.toHaveBeenCalled();
  expect(submit).not.toHaveBeenCalled();
});
