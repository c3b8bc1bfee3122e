import { expect, test } from 'vitest';
import { Limits, limitedAddress } from '@/widget/hub/limits';
import { readOptions } from '@/widget/hub/options';

test('so many at once, then as many a minute; a clock that goes back gives nothing', () => {
  const limits = new Limits({ address: 6 });
  const spend = (now: number, name = 'a') => limits.spend('address', name, now);
  expect([1, 2, 3, 4, 5, 6].map(() => spend(0))).toEqual([0, 0, 0, 0, 0, 0]);
  expect(spend(0)).toBe(10);
  expect(spend(4_000)).toBe(6);
  expect(spend(10_000)).toBe(0);
  expect(spend(5_000)).toBe(10);
  expect(spend(0, 'b')).toBe(0);
  expect(limits.spend('form', 'a', 0)).toBe(0);
});

test('remembers no more than it must, and forgets who was quiet longest', () => {
  const limits = new Limits({ address: 1 });
  limits.spend('address', 'first', 0);
  for (let n = 0; n < 100_000; n++) {
    limits.spend('address', `n${n}`, 0);
    if (n % 10_000 === 0) expect(limits.spend('address', 'first', 0)).toBe(60);
  }
  expect(limits.size).toBe(20_000);
  expect(limits.spend('address', 'n5', 0)).toBe(0);
  expect(limits.spend('address', 'n99999', 0)).toBe(60);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2::9', '2001:db8:1:2::'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::'],
  ['2001:db8::1', '2001:db8:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
  ['::1', '0:0:0:0::'],
  ['', ''],
])('an address is limited as its line: %s', (address, line) => {
  expect(limitedAddress(address)).toBe(line);
});

test('options come from the command, then from the environment, then as they are told in the help', () => {
  expect(readOptions([], {})).toMatchObject({
    command: 'start',
    options: { host: '127.0.0.1', port: 8484, url: 'http://127.0.0.1:8484', proxy: false, rates: {} },
  });
  const env = {
    SIDELIGHT_HUB_PORT: '9000',
    SIDELIGHT_HUB_PROXY: '1',
    SIDELIGHT_HUB_KEEP_DAYS: '30',
    SIDELIGHT_HUB_PER_FORM: '7',
  };
  expect(readOptions(['--port', '1', 'backup', 'x.db'], env)).toMatchObject({
    command: 'backup',
    rest: ['x.db'],
    options: { port: 1, proxy: true, keepDays: 30, rates: { form: 7 } },
  });
  expect(() => readOptions(['--per-all', '0'], {})).toThrow('--per-all');
  expect(() => readOptions(['--colour'], {})).toThrow('--colour');
});
