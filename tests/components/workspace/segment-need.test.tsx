import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, expect, test } from 'vitest';
import { ClauseFields } from '@/components/segments/clause-fields';
import type { Clause } from '@/lib/crm/segments';
import { loadLanguage } from '@/lib/i18n';
import { workspaceTests } from './setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['segments', 'workspace', 'common']));

test('a need that was not confirmed for so many days is asked for, and no longer when the field is emptied', async () => {
  const said: Clause[] = [];
  function Asked() {
    const [clause, setClause] = useState<Clause>({ ask: 'need' });
    const change = (next: Clause) => {
      said.push(next);
      setClause(next);
    };
    return <ClauseFields clause={clause} onChange={change} />;
  }
  render(<Asked />);
  const days = screen.getByRole<HTMLInputElement>('textbox', { name: 'Not confirmed for days' });
  for (const [typed, unconfirmedDays] of [
    ['60', 60],
    ['', undefined],
  ] as const) {
    fireEvent.input(days, { target: { value: typed } });
    fireEvent.change(days);
    fireEvent.blur(days);
    expect(said.at(-1)).toEqual({ ask: 'need', unconfirmedDays });
  }
});
