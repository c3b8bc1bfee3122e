import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { DayList } from '@/components/calendar/day-list';
import { Month, SHOWN } from '@/components/calendar/month';
import type { CalendarEntry } from '@/lib/api/care-views';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['common', 'panel', 'unfolded', 'workspace', 'care']));

const DAY = '2026-04-12';
const rhythm = (n: number): CalendarEntry => ({
  kind: 'cadence',
  day: DAY,
  who: { id: `p${n}`, name: `Person ${n}` },
});
const TASK: CalendarEntry = { kind: 'task', day: DAY, id: 't', title: 'Send the list', who: null };

test('a day of the list that holds more shows the rest by a press, tasks among them once', async () => {
  const client = fakeClient({
    'calendar.view': () => ({ entries: [...[1, 2, 3, 4, 5].map(rhythm), TASK], more: {} }),
  });
  renderOver(
    client,
    <DayList entries={[rhythm(1), rhythm(2), TASK]} more={{ [DAY]: 3 }} onOpen={() => undefined} />,
  );
  expect(screen.queryByText(/Person 3/)).toBeNull();
  const day = within(screen.getByRole('listitem'));
  fireEvent.click(day.getByRole('button', { name: /3 more$/ }));
  await screen.findByText(/Person 5/);
  expect(client.inputs('calendar.view')).toEqual([{ from: DAY, to: DAY, most: 1000 }]);
  expect(day.getAllByRole('button').map((one) => one.textContent)).toEqual([
    'Send the list',
    ...[1, 2, 3, 4, 5].map((n) => expect.stringContaining(`Person ${n}`)),
  ]);
});

test('a day of the month counts those that it does not show, and those that were not answered', () => {
  const entries = [1, 2, 3].map(rhythm);
  const days: string[] = [];
  renderOver(
    fakeClient({}),
    <Month
      month="2026-04"
      today={DAY}
      entries={[...entries, TASK]}
      more={{ [DAY]: 270 }}
      onOpen={() => undefined}
      onDay={(day) => days.push(day)}
    />,
  );
  expect(SHOWN).toBe(3);
  fireEvent.click(screen.getByRole('button', { name: '271 more' }));
  expect(days).toEqual([DAY]);
});
