import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { areaUnder, brierOf, correlation, meanError } from '@/lib/insight/value/hold-out';
import { argumentsOf, fitReport } from '../../../support/fit-report';
import { referenceText, withReference } from '../../../support/reference-data';

/** A shop that never was: 120 customers buy by chance at a rate of their own, and leave by chance. The same each time. */
function shop(): string {
  let seed = 7;
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const rows = Array.from({ length: 120 }, (_, who) => {
    const usual = 10 / (0.2 + chance());
    const days = [Math.floor(30 * chance())];
    while (chance() > 0.2) {
      const day = days.at(-1)! + Math.ceil(-usual * Math.log(chance()));
      if (day > 200) break;
      days.push(day);
    }
    return days.map((day) => {
      const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
      return `c${who},${date},${(10 + 20 * chance()).toFixed(2)}`;
    });
  });
  return `customer,date,amount\n${rows.flat().join('\n')}\n`;
}

describe('figures of a hold-out', () => {
  test('by hand', () => {
    expect(meanError([1, 2, 3], [1, 4, 2])).toBe(1);
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(correlation([1, 1, 1], [2, 4, 6])).toBe(0);
    expect(areaUnder([0.1, 0.4, 0.35, 0.8], [false, false, true, true])).toBe(0.75);
    expect(areaUnder([0.5, 0.5], [false, true])).toBe(0.5);
    expect(brierOf([0.9, 0.2], [true, false])).toBeCloseTo(0.025, 12);
  });
});

describe('a table of purchases', () => {
  test('every model is fitted, and told how it did', () => {
    const found = fitReport(shop(), '2025-04-30');
    expect(found).toMatchObject({ customers: 120, until: '2025-04-30' });
    expect(Object.keys(found.models)).toEqual(['BG/NBD', 'MBG/NBD', 'MBG/CNBD-k', 'Pareto/NBD']);
    for (const { logLikelihood, holdOut } of Object.values(found.models)) {
      expect(Number.isFinite(logLikelihood)).toBe(true);
      expect(holdOut!.actual).toBeGreaterThan(0);
      for (const name of ['auc', 'aucOfCounts', 'brier'] as const) {
        expect(holdOut![name]).toBeGreaterThanOrEqual(0);
        expect(holdOut![name]).toBeLessThanOrEqual(1);
      }
    }
    expect(found.spending?.customers).toBeGreaterThan(50);
    expect(fitReport(shop(), null).models['BG/NBD']).not.toHaveProperty('holdOut');
  }, 30_000);

  test.each([
    ['a,b\n1,2\n', null, /no column "customer"/],
    ['customer,date\nx,2025-13-01\n', null, /Row 2: "2025-13-01" is no date/],
    ['customer,date,amount\nx,2025-01-01,much\n', null, /Row 2: "much" is no amount/],
    ['customer,date\n', null, /no purchase/],
    ['customer,date\nx,20250101\ny,20250102\n', null, /Nobody bought on two days/],
    ['customer,date\nx,20250101\nx,20250201\n', '2026-01-01', /from 2025-01-01 to 2025-02-01/],
    ['customer,date\nx,20250101\nx,20250201\n', 'soon', /soon is no date/],
  ])('what cannot be read is told in one line: %j', (text, until, problem) => {
    expect(() => fitReport(text, until)).toThrow(problem);
  });

  test('arguments', () => {
    expect(argumentsOf(['a.csv', '--calibrate-until', '2025-01-01'])).toEqual({
      file: 'a.csv',
      until: '2025-01-01',
    });
    expect(argumentsOf(['--calibrate-until=2025-01-01', 'a.csv'])).toEqual({
      file: 'a.csv',
      until: '2025-01-01',
    });
    expect(() => argumentsOf(['a.csv', 'b.csv'])).toThrow(/one file/);
  });
});

test('the command prints JSON alone, or one line and 1', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fit-'));
  const file = path.join(folder, 'shop.csv');
  writeFileSync(file, shop());
  const run = (...given: string[]) =>
    spawnSync(process.execPath, ['tests/support/fit.mjs', ...given], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
  const found = run('shop.csv', '--calibrate-until', '2025-04-30');
  expect(JSON.parse(found.stdout)).toEqual(JSON.parse(JSON.stringify(fitReport(shop(), '2025-04-30'))));
  const failed = run('none.csv');
  expect([failed.status, failed.stdout, failed.stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  rmSync(folder, { recursive: true });
}, 60_000);

withReference('CDNOW, held out for 39 weeks', () => {
  const rows = referenceText('cdnow/CDNOW_sample.txt')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/));
  const text = `customer,date,amount\n${rows.map(([, customer, date, , amount]) => [customer, date, amount].join(',')).join('\n')}`;

  test('parameters, likelihoods and hold-out are those published and computed elsewhere', () => {
    const { customers, heldOutDays, models, spending } = fitReport(text, '1997-09-30');
    expect([customers, heldOutDays]).toEqual([2357, 273]);
    const [bg, mbg, pareto] = ['BG/NBD', 'MBG/NBD', 'Pareto/NBD'].map((name) => models[name]!);
    expect(bg!.params).toMatchObject({ r: expect.closeTo(0.2426, 3), alpha: expect.closeTo(4.4136, 3) });
    expect(bg!.logLikelihood).toBeCloseTo(-9582.4292, 3);
    expect(mbg!.params).toMatchObject({ r: expect.closeTo(0.524844, 4), b: expect.closeTo(1.614048, 3) });
    expect(mbg!.logLikelihood).toBeCloseTo(-9582.1357, 3);
    expect(pareto!.logLikelihood).toBeCloseTo(-9594.9762, 3);
    expect(spending!.params).toMatchObject({ p: expect.closeTo(6.249, 2), q: expect.closeTo(3.744, 2) });
    expect(bg!.holdOut).toMatchObject({ actual: 1882, predicted: expect.closeTo(1653.4, 0) });
    expect(mbg!.holdOut).toMatchObject({ actual: 1882, predicted: expect.closeTo(1576.7, 0) });
    expect(pareto!.holdOut).toMatchObject({ actual: 1882, predicted: expect.closeTo(1665.4, 0) });
    for (const [one, mae, cor, auc] of [
      [bg, 0.7855, 0.6256, 0.7725],
      [mbg, 0.7648, 0.6273, 0.7728],
      [pareto, 0.7545, 0.6302, 0.7787],
    ] as const) {
      expect(one!.holdOut!.mae).toBeCloseTo(mae, 3);
      expect(one!.holdOut!.correlation).toBeCloseTo(cor, 3);
      expect(one!.holdOut!.aucOfCounts).toBeCloseTo(auc, 3);
      expect(one!.holdOut!.brier).toBeLessThan(0.2);
    }
  }, 60_000);
});
