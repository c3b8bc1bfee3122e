import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { IndexSection } from '@/components/responses/analysis/index-section';
import type { IndexView } from '@/lib/api/analysis-views';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, workspaceTests } from '../workspace/setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['common', 'insights', 'analysis', 'results', 'responses']));

const surveyId = '00000000-0000-4000-8000-000000000001';
const row = (dimension: string, value: number, weight: number) => ({
  dimension,
  value,
  low: value - 5,
  high: value + 5,
  n: 40,
  weight,
});
const VIEW: IndexView = {
  missing: null,
  rows: [row('Taste', 80, 1), row('Price', 60, 0)],
  total: { value: 80, low: 75, high: 85, n: 40 },
  repeated: 0,
};

test('a dimension of weight 0 stands there as not counted; weights of which none counts are not taken', async () => {
  const client = fakeClient({ 'analysis.index': () => VIEW });
  renderOver(client, <IndexSection scope={{ surveyId, aside: false }} />);
  expect(
    await screen.findByText('Index 80 of 100, between 75 and 85. Weight 0, in no index: Price.'),
  ).toBeTruthy();
  expect(screen.getByText('60 (55 to 65), not counted')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Weights' }));
  const save = await screen.findByRole('button', { name: 'Save' });
  expect((save as HTMLButtonElement).disabled).toBe(false);
  fireEvent.input(screen.getByLabelText('Taste'), { target: { value: '0' } });
  expect((await screen.findByRole('alert')).textContent).toContain('One dimension has to count');
  expect((save as HTMLButtonElement).disabled).toBe(true);
  fireEvent.input(screen.getByLabelText('Price'), { target: { value: '2' } });
  expect(screen.queryByRole('alert')).toBeNull();
  expect((save as HTMLButtonElement).disabled).toBe(false);
});

test('where nothing counts it says so, and the weights can still be changed', async () => {
  const rows = [row('Taste', 80, 0), row('Price', 60, 0)];
  const client = fakeClient({ 'analysis.index': () => ({ ...VIEW, rows, total: null }) });
  renderOver(client, <IndexSection scope={{ surveyId, aside: false }} />);
  expect(await screen.findByText('There is no index: every dimension has weight 0.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Weights' })).toBeTruthy();
});
