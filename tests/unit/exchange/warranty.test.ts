import { expect, test } from 'vitest';
import { proposeMapping } from '@/lib/exchange/propose-mapping';
import { warrantyEnd } from '@/lib/exchange/warranty';

test.each([
  ['Warranty', '24', '2028-01-31'],
  ['Warranty', '13 months', '2027-02-28'],
  ['Warranty period', '2 years', '2028-01-31'],
  ['Warranty (months)', '3', '2026-04-30'],
  ['Warranty (years)', '3', '2029-01-31'],
  ['Warranty until', '2027-05-06', '2027-05-06'],
  ['保修期', '24个月', '2028-01-31'],
  ['保固', '2 年', '2028-01-31'],
  ['保修期(年)', '2', '2028-01-31'],
  ['保修至', '2027年5月6日', '2027-05-06'],
  // Two months or two years: nobody can tell.
  ['Warranty', '2', undefined],
  ['Warranty', '0', undefined],
  ['Warranty', 'lifetime', undefined],
  ['保修期', '无', undefined],
])('%s: %s', (heading, text, day) => {
  const { columns } = proposeMapping(['Customer', 'Date', 'Amount', heading], []) ?? {};
  expect(columns?.[3]).toEqual({ is: 'event', part: 'warranty' });
  expect(warrantyEnd({ text, heading, at: '2026-01-31', language: 'en' })).toEqual(day ? { day } : {});
});

test('a date that cannot be, or may be read in two ways, is held back', () => {
  const ends = (text: string, order?: 'dmy') =>
    warrantyEnd({ text, heading: 'Warranty until', at: '2026-01-31', language: 'en', order });
  expect(ends('30.02.2027')).toEqual({ problem: 'imports.held_date' });
  expect(ends('03/04/2027')).toEqual({ problem: 'imports.held_date_order' });
  expect(ends('03/04/2027', 'dmy')).toEqual({ day: '2027-04-03' });
});
