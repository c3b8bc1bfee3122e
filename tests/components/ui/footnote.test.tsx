import { act, fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Clause, Footnote, useFootnotes } from '@/components/ui/footnote';
import { inEnglish } from './words';

inEnglish();

function Briefing() {
  const footnotes = useFootnotes();
  return (
    <>
      <p>
        <Clause number={1} footnotes={footnotes}>
          Last spoke 94 days ago
        </Clause>
        ,{' '}
        <Clause number={2} footnotes={footnotes}>
          still open
        </Clause>
        .
      </p>
      <Footnote number={1} footnotes={footnotes}>
        <button type="button">Open mail</button>
      </Footnote>
      <Footnote number={2} footnotes={footnotes}>
        Promised on 19 Aug
      </Footnote>
    </>
  );
}

const clause = (name: string) => screen.getByRole('button', { name: new RegExp(name) });
const click = (name: string) => act(() => void fireEvent.click(clause(name)));

test('no line may break between clause, number and comma', () => {
  const { container } = render(<Briefing />);
  expect(container.querySelector('p')?.textContent).toBe(
    'Last spoke 94 days ago\u20601\u2060, still open\u20602\u2060.',
  );
});

test('a clause opens its footnote, and another takes its place', async () => {
  render(<Briefing />);
  expect(screen.queryByRole('note')).toBeNull();
  await click('94 days');
  expect(clause('94 days').getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('note', { name: 'Evidence 1' }).id).toBe(
    clause('94 days').getAttribute('aria-controls'),
  );
  await click('still open');
  expect(screen.getAllByRole('note')).toHaveLength(1);
  expect(screen.getByRole('note', { name: 'Evidence 2' }).textContent).toContain('Promised on 19 Aug');
  await click('still open');
  expect(screen.queryByRole('note')).toBeNull();
});

test.each(['Enter', ' '])('the key "%s" opens too', async (key) => {
  render(<Briefing />);
  await act(() => void fireEvent.keyDown(clause('still open'), { key }));
  expect(screen.getByRole('note', { name: 'Evidence 2' })).toBeTruthy();
});

test('Escape closes from anywhere and leads back to the clause', async () => {
  render(<Briefing />);
  await click('94 days');
  screen.getByRole('button', { name: 'Open mail' }).focus();
  await act(() => void fireEvent.keyDown(document.activeElement!, { key: 'Escape' }));
  expect(screen.queryByRole('note')).toBeNull();
  expect(document.activeElement).toBe(clause('94 days'));
});
