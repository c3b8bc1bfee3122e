import { describe, expect, test } from 'vitest';
import { momentOf } from '@/lib/exchange/moment';

describe('the moment of a file', () => {
  const at = (text: string, zone = 'Europe/Oslo') => {
    const moment = momentOf(text, zone);
    return moment && [new Date(moment.at).toISOString(), moment.precision];
  };

  test('is that of the place, with or without its own offset', () => {
    expect(at('2026-03-05T14:33')).toEqual(['2026-03-05T13:33:00.000Z', 'minute']);
    expect(at('2026-07-05T14:33:20')).toEqual(['2026-07-05T12:33:20.000Z', 'second']);
    expect(at('2026-03-05T14:33:20Z')).toEqual(['2026-03-05T14:33:20.000Z', 'second']);
    expect(at('2026-03-05T14:33+08:00')).toEqual(['2026-03-05T06:33:00.000Z', 'minute']);
  });

  test('without a time is the noon of the day', () => {
    expect(at('2026-03-05', 'Asia/Shanghai')).toEqual(['2026-03-05T04:00:00.000Z', 'day']);
  });

  test('is right on both sides of a change of the clocks', () => {
    expect(at('2026-03-29T01:59')).toEqual(['2026-03-29T00:59:00.000Z', 'minute']);
    expect(at('2026-03-29T03:01')).toEqual(['2026-03-29T01:01:00.000Z', 'minute']);
  });

  test('is none where the text is none', () => {
    for (const text of ['', 'today', '2026-13-45', '2026-03-05 14:33']) expect(at(text)).toBeNull();
  });
});
