import { afterEach, expect, test } from 'vitest';
import { zoneHere } from '@/lib/crm/calendar';
import { dateFormat, numberFormat } from '@/lib/i18n/formatters';

const before = process.env.TZ;
afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

test('one formatter is made for what is asked alike', () => {
  expect(numberFormat('en', { style: 'percent' })).toBe(numberFormat('en', { style: 'percent' }));
  expect(numberFormat('en', { style: 'percent' })).not.toBe(numberFormat('zh-Hans', { style: 'percent' }));
  expect(numberFormat('en', { style: 'percent' }).format(0.5)).toBe('50%');
  expect(numberFormat('en', { minimumFractionDigits: 1 }).format(0.5)).toBe('0.5');
});

test('who travels sees the time there, and is in the zone there', () => {
  const noon = Date.UTC(2026, 10, 23, 12);
  const clock = () => dateFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(noon);
  process.env.TZ = 'Asia/Shanghai';
  expect([zoneHere(), clock()]).toEqual(['Asia/Shanghai', '20:00']);
  process.env.TZ = 'Europe/Oslo';
  expect([zoneHere(), clock()]).toEqual(['Europe/Oslo', '13:00']);
});
